"""What was saved last in a place is taken back, by a save of its own."""

from pathlib import Path

from rusplan.editing.changed_together import Avslag, Filändring, make_together
from rusplan.editor.publishing import latest
from rusplan.editor.roles import Person
from rusplan.editor.work import Arbeten
from rusplan.editor.workplaces import Gren
from rusplan.git.branches import before_last

NOTHING = "Här finns inget sparat som går att ångra"


def undo_last(work: Arbeten, place: Gren, who: Person) -> Filändring:
    """Have the files say what they said before the newest save that readers do not see yet. Raises `Avslag` or `DataFel`, and has then changed nothing."""
    newest = latest(work, place, 1)
    if not newest:
        raise Avslag(NOTHING)

    def make(root: Path) -> Filändring:
        contents = {name: raw for name, raw in before_last(root).items() if name.startswith("data/")}
        if not contents:
            raise Avslag(NOTHING)
        make_together(root, contents)
        return Filändring(innehåll=contents)

    return work.run(place, who, make, f"Ångra: {newest[0].ämne}")

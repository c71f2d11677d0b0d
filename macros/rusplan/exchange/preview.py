"""What is read in, as an editor is told of it before anything is written, and the writing."""

from collections.abc import Iterator
from pathlib import Path

from rusplan.changes.formats import as_lines
from rusplan.changes.steps import Ändringar
from rusplan.data.edits import Edited
from rusplan.editing.changed_together import Contents, Filändring, told_anew, write_together
from rusplan.tools.record import record


@record
class Inläsning:
    """What reading something in does: the files that change, as they will be; the changes; and what else the editor should know. Where
    anything is wrong, `fel` tells it, a sentence each, and there is nothing to write."""

    innehåll: Contents
    ändringar: Ändringar = Ändringar()
    fel: tuple[str, ...] = ()
    sagt: tuple[str, ...] = ()
    nya: frozenset[str] = frozenset()
    data: tuple[tuple[str, Edited], ...] = ()

    def förhandsvisning(self) -> Iterator[str]:
        """A line for each thing that changes, and what else there is to know."""
        yield from as_lines(self.ändringar)
        yield from told_anew(dict(self.data))
        yield from self.sagt


def write(root: Path, found: Inläsning) -> Filändring:
    """Write the files. Raises `Skrivfel`, and has then changed nothing."""
    write_together(root, found.innehåll)
    return Filändring(innehåll=found.innehåll, nya=found.nya)

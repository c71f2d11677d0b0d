"""What has been changed in a decided plan without a revision or a correction that says so: told, and stopping nothing."""

from collections.abc import Iterator

from rusplan.changes.since_decision import Borttaget, Oförklarat, unexplained
from rusplan.data.collection import Samling
from rusplan.data.edits import plain
from rusplan.data.model import Aktivitet, Budgetrad
from rusplan.data.problems import Problem
from rusplan.data.revised import part_name, revisions_by_id
from rusplan.data.yaml_text import Plain


def changes_of_a_decided_plan_are_explained(samling: Samling) -> Iterator[Problem]:
    """Where git tells what the plan said when it was decided, each change of it is a revision or a correction."""
    for change in unexplained(samling):
        if isinstance(change, Borttaget):
            yield change.fil.problem(
                ("rader" if isinstance(change.del_, Budgetrad) else "områden",), _told_gone(change)
            )
        else:
            yield change.fil.problem((*change.loc, change.fält), _told(change))


def _told_gone(gone: Borttaget) -> str:
    """What to do where a part has been deleted: it is put back, and what was decided of it is written."""
    year, revision = gone.årgång.år, next(reversed(list(revisions_by_id(gone.årgång))), "…")
    if isinstance(gone.del_, Aktivitet):
        said, back = f"aktiviteten «{gone.del_.titel}»", f"filen {gone.väg} och dess rad i planen"
        then = f", och kör «rusplan cancel {year}/{gone.namn} --revision {revision} --reason …» om den utgår ur planen"
    elif isinstance(gone.del_, Budgetrad):
        said, back = f"budgetraden «{gone.del_.titel}»", "den"
        then = f", och kör «rusplan revise {year}/budget/{gone.namn} --revision {revision} --set budget=0» om pengarna inte finns kvar"
    else:
        said, back, then = f"området «{gone.del_.titel}»", "det", ", också om dess aktiviteter har utgått"
    return f"{said} har tagits bort sedan planen beslutades; lägg tillbaka {back}{then}"


def _told(change: Oförklarat) -> str:
    revision = next(reversed(list(revisions_by_id(change.årgång))), "…")
    if change.förr is None:
        return f"aktiviteten har kommit till sedan planen beslutades; skriv «tillkom: {revision}», med revideringen som lade till den"
    name = part_name(change.årgång, change.fil, change.del_)
    said = f"«{change.fält}» {_from_to(change)} sedan planen beslutades, utan revidering eller rättelse"
    decided = f"rusplan revise {name} --revision {revision} --edited"
    slip = f"rusplan correct {name} --date … --reason … --edited"
    return f"{said}; kör «{decided}» om det är beslutat, eller «{slip}» om det var ett skrivfel"


def _from_to(change: Oförklarat) -> str:
    """«har ändrats från 8 till 12»; without the values where they are long."""
    before, now = (plain(part).get(change.fält) if part else None for part in (change.förr, change.del_))
    if any(isinstance(value, dict | list) for value in (before, now)):
        return "har ändrats"
    return f"har ändrats från {_word(before)} till {_word(now)}"


def _word(value: Plain | None) -> str:
    return f"«{value}»" if value else "inget"

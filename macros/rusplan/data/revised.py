"""What parts of a plan held before it was revised, and what the plan says as it was decided.

The fields hold what holds now. `ändringar` hold what they held before each revision, the oldest first.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from rusplan.data.model import Aktivitet, Budgetrad, Område, Planändring, Post, Revidering, Rättelse
from rusplan.data.reader import Fil
from rusplan.data.yaml_text import Loc
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.tools.record import record

Reviderbar = Aktivitet | Område | Budgetrad


@record
class Fältbyte:
    """A field that one revision or correction changed: `ändring` is which of them, counted from 0; what it held before, and after."""

    ändring: int
    fält: str
    före: Any
    efter: Any


def revisable(year: Årgång) -> Iterator[tuple[Fil[Post], Loc, Reviderbar]]:
    """Every part of a plan that can be revised: its file, its place there, and the part."""
    for i, area in enumerate(year.plan.innehåll.områden):
        yield year.plan, ("områden", i), area
    for activity in year.aktiviteter.values():
        yield activity.plan, (), activity.plan.innehåll
    for i, line in enumerate(year.budget.innehåll.rader if year.budget else ()):
        assert year.budget
        yield year.budget, ("rader", i), line


def part_name(year: Årgång, file: Fil[Post], part: Reviderbar) -> str:
    """What commands call a part: ``2026/kulturmiljo``, ``2026/plan/natur`` (an area), ``2026/budget/loner`` (a line)."""
    own = part_id(file, part)
    return (
        f"{year.år}/{own}"
        if isinstance(part, Aktivitet)
        else f"{year.år}/{'plan' if file is year.plan else 'budget'}/{own}"
    )


def part_id(file: Fil[Post], part: Reviderbar) -> str:
    """What tells a part from the others of its kind in the year: its id, or the name of its file."""
    return file.namn.rpartition("/")[2].removesuffix(".yml") if isinstance(part, Aktivitet) else part.id


def said_before(change: Planändring | Rättelse) -> Mapping[str, Any]:
    """The fields that a change tells of, with what they held before it: nothing where they were not there."""
    before: Post = vars(change)["före"]
    fields = type(before).model_fields
    said = {name: value for name in fields if (value := getattr(before, name)) not in (None, ())}
    return said | {name: fields[name].default for name in change.saknades if name in fields}


def changes_of(part: Reviderbar, changes: Sequence[Planändring | Rättelse]) -> Iterator[Fältbyte]:
    """Each field that each change changed. What it held after one is what it held before the next one that changed it."""
    said = [said_before(change) for change in changes]
    for i, fields in enumerate(said):
        for name, before in fields.items():
            later = (other[name] for other in said[i + 1 :] if name in other)
            yield Fältbyte(ändring=i, fält=name, före=before, efter=next(later, getattr(part, name)))


def decided(part: Reviderbar, field: str) -> Any:
    """What the field held when the plan was decided."""
    if not part.ändringar:
        return getattr(part, field)
    said = (said_before(change) for change in part.ändringar)
    return next((fields[field] for fields in said if field in fields), getattr(part, field))


def revisions_by_id(year: Årgång) -> Mapping[str, Revidering]:
    """The revisions of the year's plan."""
    return {revision.id: revision for revision in year.plan.innehåll.revideringar}


def in_force(activities: Sequence[Årsaktivitet]) -> tuple[Årsaktivitet, ...]:
    """The activities that have not been taken out of the plan."""
    return tuple(a for a in activities if not a.plan.innehåll.utgår)


def days_decided(year: Årgång, area: str | None = None) -> tuple[Decimal | None, ...]:
    """The working days of each activity that the year's plan, or an area of it, had when it was decided."""
    return days_decided_by_area(year).get(area, ())


def days_decided_by_area(year: Årgång) -> Mapping[str | None, tuple[Decimal | None, ...]]:
    """As `days_decided`, for all areas at once; None for the whole plan."""
    plans = [activity.plan.innehåll for activity in year.aktiviteter.values()]
    found: defaultdict[str | None, list[Decimal | None]] = defaultdict(list)
    for plan in (plan for plan in plans if not plan.tillkom):
        for area in (None, decided(plan, "område")):
            found[area].append(decided(plan, "dagar"))
    return {area: tuple(days) for area, days in found.items()}

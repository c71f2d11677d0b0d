"""What a merge itself has changed: what differs, in the same way, from each of its parents. All else belongs to the commits that it joins."""

from collections.abc import Iterable
from dataclasses import replace

from rusplan.changes.steps import Sakändring, Sammandrag, Slag, Ändring, Ändringar


def made_by_merge(against_parents: Iterable[Ändringar]) -> Ändringar:
    """What is common to the differences from each parent, as it is told from the first; with one parent all of it."""
    first, *others = against_parents
    for other in others:
        things = {change.sak.nyckel: change for change in other.saker}
        shared = (_shared(change, things[change.sak.nyckel]) for change in first.saker if change.sak.nyckel in things)
        bulk = {(row.slag, row.filslag, row.år): row for row in other.sammandrag}
        counted = (
            _counted(row, bulk[row.slag, row.filslag, row.år])
            for row in first.sammandrag
            if (row.slag, row.filslag, row.år) in bulk
        )
        first = Ändringar(
            tuple(change for change in shared if change.ändringar), tuple(row for row in counted if row.saker)
        )
    return first


def _shared(one: Sakändring, other: Sakändring) -> Sakändring:
    known = set(map(_becomes, other.ändringar))
    return replace(one, ändringar=tuple(change for change in one.ändringar if _becomes(change) in known))


def _becomes(change: Ändring) -> tuple[object, ...]:
    """A change by what it leads to, whatever stood there before."""
    return change.fält, change.slag, change.före if change.slag is Slag.BORTTAGEN else change.efter


def _counted(one: Sammandrag, other: Sammandrag) -> Sammandrag:
    known = {thing.nyckel for thing in other.saker}
    return replace(one, saker=tuple(thing for thing in one.saker if thing.nyckel in known))

"""Two who have changed one file from the same beginning: what both say joined field by field, and where they differ."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rusplan.data.edits.smallest_edits import name_of, pairs
from rusplan.data.yaml_text import Loc, Plain
from rusplan.tools.record import record


@record
class Krock:
    """A field that both have changed, or that one has changed and the other taken away: what it was, what the other says and what I say;
    None where nothing stands. `at` is where it is, by names and by the numbers that the parts of lists have in what comes of it."""

    at: Loc
    före: Plain | None
    andras: Plain | None
    mina: Plain | None


def joined(
    base: Plain | None, mine: Plain | None, theirs: Plain | None, choices: Mapping[int, bool]
) -> tuple[Plain | None, tuple[Krock, ...]]:
    """What both say, None where nothing is left, and every clash in order. `choices` tells by its number whether mine holds; where nothing is
    chosen theirs does."""
    work = _Joining(choices)
    return work.of(base, mine, theirs, ()), tuple(work.clashes)


@dataclass
class _Joining:
    choices: Mapping[int, bool]
    clashes: list[Krock] = field(default_factory=list)

    def of(self, base: Plain | None, mine: Plain | None, theirs: Plain | None, at: Loc) -> Plain | None:
        """What a part is, when both have had their say."""
        if mine in (base, theirs):
            return theirs
        if theirs == base:
            return mine
        if isinstance(mine, dict) and isinstance(theirs, dict):
            return self._group(base if isinstance(base, dict) else {}, mine, theirs, at)
        if isinstance(mine, list) and isinstance(theirs, list):
            before = base if isinstance(base, list) else []
            if not _both_moved(before, mine, theirs):
                return self._list(before, mine, theirs, at)
        return self._chosen(base, mine, theirs, at)

    def _chosen(self, base: Plain | None, mine: Plain | None, theirs: Plain | None, at: Loc) -> Plain | None:
        number = len(self.clashes)
        self.clashes.append(Krock(at=at, före=base, andras=theirs, mina=mine))
        return mine if self.choices.get(number) else theirs

    def _group(
        self, base: Mapping[str, Plain], mine: Mapping[str, Plain], theirs: Mapping[str, Plain], at: Loc
    ) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        for name in dict.fromkeys((*theirs, *mine)):
            part = self.of(base.get(name), mine.get(name), theirs.get(name), (*at, name))
            if part is not None:
                found[name] = part
        return found

    def _list(self, base: list[Plain], mine: list[Plain], theirs: list[Plain], at: Loc) -> list[Plain]:
        """The items of both, in the order of whoever has moved some."""
        names = list(range(len(base)))
        of_mine = _names(base, mine, len(base))
        of_theirs = _names(base, theirs, len(base) + len(mine))
        for i, j in _same_names(_new(mine, of_mine, base), _new(theirs, of_theirs, base), {}).items():
            of_theirs[_numbers(of_theirs, base)[j]] = of_mine[_numbers(of_mine, base)[i]]
        order = of_mine if _moved(base, mine) else of_theirs
        for others in (names, of_theirs, of_mine):
            order = _with(order, others)
        was, my, their = (
            dict(zip(own, items, strict=True)) for own, items in ((names, base), (of_mine, mine), (of_theirs, theirs))
        )
        found: list[Plain] = []
        for name in order:
            part = self.of(was.get(name), my.get(name), their.get(name), (*at, len(found)))
            found += [] if part is None else [part]
        return found


def _names(base: list[Plain], now: list[Plain], first_new: int) -> list[int]:
    """A number for each item: that which it had before, else one of its own."""
    before = {j: i for i, j in same_items(base, now).items()}
    return [before.get(j, first_new + j) for j in range(len(now))]


def _numbers(names: list[int], base: list[Plain]) -> list[int]:
    """Where the new items stand."""
    return [j for j, name in enumerate(names) if name >= len(base)]


def _new(items: list[Plain], names: list[int], base: list[Plain]) -> list[Plain]:
    return [items[j] for j in _numbers(names, base)]


def _with(order: list[int], others: list[int]) -> list[int]:
    """The order with what else the others have, each after what it stands after there."""
    found = list(order)
    for place, name in enumerate(others):
        if name not in found:
            earlier = [found.index(each) for each in others[:place]]
            found.insert(max(earlier) + 1 if earlier else 0, name)
    return found


def same_items(old: list[Plain], new: list[Plain]) -> dict[int, int]:
    """Where each old item stands among the new ones: in the same order as far as can be, then wherever one of the same name stands."""
    return _same_names(old, new, dict(pairs(old, new)))


def _same_names(old: list[Plain], new: list[Plain], known: Mapping[int, int]) -> dict[int, int]:
    """What is `known`, and of the others those with the same name."""
    found = dict(known)
    taken = set(found.values())
    left = {name_of(item): j for j, item in reversed(list(enumerate(new))) if j not in taken}
    for i, item in enumerate(old):
        if i not in found and name_of(item) in left:
            found[i] = left.pop(name_of(item))
    return found


def _moved(base: list[Plain], now: list[Plain]) -> bool:
    """True if items that are in both stand in another order."""
    there = list(same_items(base, now).items())
    return [j for _, j in sorted(there)] != sorted(j for _, j in there)


def _both_moved(base: list[Plain], mine: list[Plain], theirs: list[Plain]) -> bool:
    """True if both have moved items, and not to the same order."""
    of_mine, of_theirs = (same_items(base, items) for items in (mine, theirs))
    there = of_mine.keys() & of_theirs.keys()
    differ = sorted(there, key=of_mine.__getitem__) != sorted(there, key=of_theirs.__getitem__)
    return differ and _moved(base, mine) and _moved(base, theirs)

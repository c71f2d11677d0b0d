"""Pairs the items of a list before and after: by what identifies them, then by likeness, so that an inserted item is just that."""

from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Generic, TypeVar

from pydantic import BaseModel

from rusplan.data.walk import parts_of
from rusplan.tools.record import record

T = TypeVar("T")
LIKE, LIKE_IN_LETTERS, SHORT = 0.55, 0.7, 60
# Above this many pairs likeness is not tried: identity has to do.
MOST_PAIRS = 2500
# What identifies an item, tried in turn; an item that lacks a field is not paired by it.
KEYS: tuple[tuple[str, ...], ...] = (
    ("id",), ("insats",), ("aktivitet", "titel"), ("titel", "datum"), ("titel",), ("term",), ("period",), ("organisation", "roll"),
    ("organisation",),
    ("aktivitet",), ("till", "text"), ("värdering",), ("citat", "gäller"), ("av", "datum"),
)  # fmt: skip


@record
class Parning(Generic[T]):
    """The pairs in the new order, what is gone, what is new, and whether what stayed changed its order."""

    par: tuple[tuple[T, T], ...]
    borta: tuple[T, ...]
    nya: tuple[T, ...]
    omordnad: bool


def pair(before: Sequence[T], after: Sequence[T]) -> Parning[T]:
    """Pairs items; each is in one pair at most."""
    work = _Pairing(before, after)
    work.by_key(_whole)
    for names in KEYS:
        work.by_key(lambda item, names=names: _key(item, names))  # type: ignore[misc]
    work.by_likeness()
    work.by_being_left()
    found = sorted(work.pairs, key=lambda ij: ij[1])
    order = [i for i, _ in found]
    return Parning(
        par=tuple((before[i], after[j]) for i, j in found),
        borta=tuple(before[i] for i in sorted(work.old)),
        nya=tuple(after[j] for j in sorted(work.new)),
        omordnad=order != sorted(order),
    )


class _Pairing(Generic[T]):
    def __init__(self, before: Sequence[T], after: Sequence[T]) -> None:
        self.before, self.after = before, after
        self.old, self.new = dict.fromkeys(range(len(before))), dict.fromkeys(range(len(after)))
        self.pairs: list[tuple[int, int]] = []

    def by_key(self, key: Callable[[T], Hashable | None]) -> None:
        waiting: dict[Hashable, list[int]] = {}
        for i in self.old:
            if (name := key(self.before[i])) is not None:
                waiting.setdefault(name, []).append(i)
        for j in list(self.new):
            name = key(self.after[j])
            if name is not None and waiting.get(name):
                self._take(waiting[name].pop(0), j)

    def by_likeness(self) -> None:
        if len(self.old) * len(self.new) > MOST_PAIRS:
            return
        may_be_one = ((i, j) for i in self.old for j in self.new if _may_be_one(self.before[i], self.after[j]))
        scored = [(likeness(text_of(self.before[i]), text_of(self.after[j])), i, j) for i, j in may_be_one]
        for score, i, j in sorted(scored, key=lambda row: (-row[0], row[1], row[2])):
            if score >= LIKE and i in self.old and j in self.new:
                self._take(i, j)

    def by_being_left(self) -> None:
        """One nameless item on each side, such as a heading that the document does not name, is the same item."""
        if len(self.old) == len(self.new) == 1:
            i, j = next(iter(self.old)), next(iter(self.new))
            if all(getattr(item, "titel", "") is None for item in (self.before[i], self.after[j])):
                self._take(i, j)

    def _take(self, i: int, j: int) -> None:
        del self.old[i], self.new[j]
        self.pairs.append((i, j))


def _whole(item: object) -> Hashable:
    return item.model_dump_json() if isinstance(item, BaseModel) else str(item)


def _key(item: object, names: tuple[str, ...]) -> Hashable | None:
    values = tuple(getattr(item, name, None) for name in names)
    return None if any(value is None for value in values) else (names, *values)


def _may_be_one(before: object, after: object) -> bool:
    """False for what two organisations answer for, or do: that one comes and another goes."""
    return getattr(before, "organisation", None) == getattr(after, "organisation", None)


def text_of(item: object) -> str:
    """All words of an item, for comparing."""
    return " ".join(str(part) for _, part in parts_of(item) if isinstance(part, str))


@lru_cache(maxsize=20_000)
def likeness(one: str, other: str) -> float:
    """How much two texts share, 0 to 1: counted in words, or for short texts in letters, where much more must be alike."""
    first, second = one.casefold(), other.casefold()
    in_words = _ratio(first.split(), second.split(), LIKE)
    if in_words or max(len(first), len(second)) > SHORT:
        return in_words
    return _ratio(list(first), list(second), LIKE_IN_LETTERS)


def _ratio(one: list[str], other: list[str], least: float) -> float:
    match = SequenceMatcher(None, one, other, autojunk=False)
    if match.real_quick_ratio() < least or match.quick_ratio() < least:
        return 0.0
    found = match.ratio()
    return found if found >= least else 0.0

"""The rows of the word files: for each stem the pages that have it, and how much it weighs there. Only rows of pages that weigh something else
than before are written anew."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

# A stem's pages and weights: each is the page's number times `RANGE` and the weight, eight bytes instead of a pair to hold and sort.
RANGE = 128


class Weighed(NamedTuple):
    """A document that has been weighed: its checksum, its words, each once, how many its text has, its stems with their weights, and the paths
    of the files of its text."""

    checksum: bytes
    words: str
    length: int
    stems: str = ""
    weights: bytes = b""
    files: tuple[str, ...] = ()

    @property
    def of_stems(self) -> Mapping[str, int]:
        """The weight of each stem."""
        return dict(zip(self.stems.split(), self.weights, strict=True))


def all_rows(known: Iterable[Weighed]) -> dict[str, str]:
    """The row of each stem of the documents, which are numbered in their order."""
    found: dict[str, array[int]] = defaultdict(lambda: array("Q"))
    for number, each in enumerate(known):
        place = number * RANGE
        for word, weight in zip(each.stems.split(), each.weights, strict=True):
            found[word].append(place + weight)
    return {word: _row(divmod(place, RANGE) for place in places) for word, places in found.items()}


def changed_rows(rows: Mapping[str, str], before: Iterable[Weighed], known: Iterable[Weighed]) -> dict[str, str]:
    """The rows of the same documents, where some have changed."""
    changed: dict[str, dict[int, int]] = defaultdict(dict)
    for number, (old, new) in enumerate(zip(before, known, strict=True)):
        if (old.stems, old.weights) != (new.stems, new.weights):
            was, now = old.of_stems, new.of_stems
            for word in (word for word in was.keys() | now.keys() if was.get(word) != now.get(word)):
                changed[word][number] = now.get(word, 0)
    found = dict(rows)
    for word, weights in changed.items():
        places = dict(_places(rows.get(word, ""))) | weights
        found[word] = _row(sorted((number, weight) for number, weight in places.items() if weight))
    return {word: row for word, row in found.items() if row}


def _row(places: Iterable[tuple[int, int]]) -> str:
    """Steps from page to page, each followed by the weight: small numbers pack well."""
    parts: list[int] = []
    before = -1
    for number, weight in places:
        parts += number - before, weight
        before = number
    return ",".join(map(str, parts))


def _places(row: str) -> Iterator[tuple[int, int]]:
    numbers, page = iter(map(int, row.split(",") if row else ())), -1
    for step in numbers:
        page += step
        yield page, next(numbers)

"""What is missing from a file that was there in the version before: told in place of all that is wrong because of it.

A file that has lost its end says that a field is missing. Whoever adds the field gets a file without mistakes, and has lost the rest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from rusplan.data.collection import Samling
from rusplan.data.problems import Problem
from rusplan.git.version_before import VersionBefore
from rusplan.swedish.formatting import antal

FEWEST, SHARE = 5, 10  # rows, and one in so many: less is what people take away by will


def lost_parts(samling: Samling, problems: Sequence[Problem], before: VersionBefore) -> list[Problem]:
    """A problem for each file that is the version before without some rows that hang together, where something in it is wrong or
    missed by others."""
    named = {file.namn for file in (samling.samverkan, samling.ordlista) if any(file.namn in p.text for p in problems)}
    names = sorted({problem.fil for problem in problems} | named)
    return [found for name in names for found in _lost(samling, name, before)]


def without_files(samling: Samling, names: frozenset[str]) -> Samling:
    """The collection in which these files cannot be judged, nor what refers to them."""
    return replace(samling, oläsliga=samling.oläsliga | names)


def _lost(samling: Samling, name: str, before: VersionBefore) -> Iterator[Problem]:
    earlier, path = before.read(name), samling.rot / name
    if earlier is None or not path.is_file():
        return
    was, now = (_rows(raw) for raw in (earlier, path.read_bytes()))
    head = _same(was, now)
    tail = _same(was[head:][::-1], now[head:][::-1])
    count, kept = len(was) - len(now), head + tail
    # The row of the cut may have lost a part of itself.
    if count < FEWEST or count * SHARE < len(was) or kept < len(now) - 1:
        return
    where = "slutet är borta" if not tail else "början är borta" if not head else "en del i mitten är borta"
    text = f"filen har tappat {antal(count, 'rad', 'rader')} sedan den förra versionen: {where}; lägg tillbaka raderna"
    yield Problem(name, min(head + 1, max(len(now), 1)), 1, text)


def _rows(raw: bytes) -> list[bytes]:
    return raw.rstrip().splitlines()


def _same(some: list[bytes], others: list[bytes]) -> int:
    """How many rows are the same from the start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(some, others, strict=False)))

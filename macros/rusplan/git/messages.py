"""What the messages of commits say: which steps are minor."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from rusplan.git.asking import run
from rusplan.git.log import Commit

MINOR = re.compile(r"mindre[- ][äa]ndring\s*:\s*ja", re.IGNORECASE)


TRAILER = re.compile(r"[\w-]+( [\w-]+)?\s*:\s.*|-{3,}")


def minor_commits(root: Path, found: Sequence[Commit]) -> frozenset[str]:
    """The commits that are marked as minor; a merge is minor if it says so, or if all that it brings to data/ is."""
    if not found:
        return frozenset()
    tip = found[0].version
    marked = {v for v, text in _messages(root, "--first-parent", tip) if is_minor(text)}
    if any(len(commit.föräldrar) > 1 for commit in found):
        told = dict(_messages(root, "--no-merges", tip))
        for merge, brought in _brought(root, tip).items():
            own = [told[version] for version in brought if version in told]
            if own and all(map(is_minor, own)):
                marked.add(merge)
    return frozenset(commit.version for commit in found if commit.version in marked)


def _messages(root: Path, *arguments: str) -> Iterator[tuple[str, str]]:
    log = run(root, "log", "-z", "--no-color", "--encoding=UTF-8", "--format=%H%n%B", *arguments, "--", "data")
    for entry in log.split("\0"):
        version, _, text = entry.partition("\n")
        yield version, text


def _brought(root: Path, tip: str) -> dict[str, list[str]]:
    """Each merge of the main line with the commits that it brought there."""
    rows = [line.split() for line in run(root, "rev-list", "--parents", tip).splitlines()]
    parents = {row[0]: row[1:] for row in rows}
    line, seen = [tip], {tip}
    while above := parents.get(line[-1], [])[:1]:
        line += above
        seen.add(above[0])
    found = {}
    for merge in reversed(line):
        waiting, brought = list(parents.get(merge, [])[1:]), list[str]()
        while waiting:
            version = waiting.pop()
            if version not in seen:
                seen.add(version)
                brought.append(version)
                waiting += parents.get(version, [])
        if brought:
            found[merge] = brought
    return found


def is_minor(message: str) -> bool:
    """True if the trailers at the end of a commit message say `Mindre-ändring: ja`."""
    lines = [line.strip() for line in unicodedata.normalize("NFC", message).strip().splitlines()[1:]]
    for line in reversed(lines):
        if MINOR.fullmatch(line):
            return True
        if line and not TRAILER.fullmatch(line):
            return False
    return False

"""Writes files of the site. As a program it writes the search index, from what a server of an edited site hands to it."""

import pickle
import sys
from collections.abc import Sequence
from pathlib import Path

from rusplan.build.kept import bring, checksum
from rusplan.search import FOLDER, Document, Ordbok, Scales, search_index
from rusplan.tools.parallel import end_with


def write(path: Path, text: str) -> bytes:
    """Write a file, unless it already holds just this: writing is what costs on a large site. The checksum of what it holds is returned."""
    data = text.encode()
    write_bytes(path, data)
    return checksum(data)


def write_bytes(path: Path, data: bytes) -> None:
    """As `write`, for what is no text."""
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def write_index(
    site: Path, documents: Sequence[Document], ordbok: Ordbok, scales: Scales | None = None, before: Path | None = None
) -> None:
    """Write the search index, and take away what an older one has left; `before` is another site that may have files of it."""
    written = set()
    for path, text in search_index(documents, ordbok, scales):
        _write_named(site, path, text, before)
        written.add(path)
    for left in (site / FOLDER).glob("*/*.json"):
        if left.relative_to(site).as_posix() not in written:
            left.unlink()


def _write_named(site: Path, path: str, text: str, before: Path | None) -> None:
    """A file of the index; what `before` has under the same name holds the same, and lies there too."""
    if before and path.count("/") > 2 and is_whole(before / path, text):
        bring([path], before, site)
    else:
        write(site / path, text)


def is_whole(path: Path, text: str) -> bool:
    """True if a file holds this."""
    try:
        return path.read_bytes() == text.encode()
    except OSError:
        return False


if __name__ == "__main__":
    asked = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started this one
    end_with(sys.stdin.fileno())
    write_index(*asked)

"""Writes files of the site. As a program it writes the search index, from what a server of an edited site hands to it."""

import pickle
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from rusplan.build.kept import bring, checksum, read_bytes
from rusplan.search import FOLDER, Document, Ordbok, Scales, is_named, search_index
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
) -> Mapping[str, bytes]:
    """Write the search index, and take away what an older one has left; `before` is another site that may have files of it. The checksum of
    each file is returned."""
    written: dict[str, bytes] = {}

    def stands(path: str) -> bool:
        """True for a file of `before` that is named by what it holds, and holds that."""
        if before is None:
            return False
        try:
            written[path] = checksum(read_bytes(f"{before}/{path}"))
        except OSError:
            return False
        return is_named(path, written[path])

    for path, text in search_index(documents, ordbok, scales, stands):
        if before and (text is None or stands(path)):
            bring([path], before, site)
        elif text is not None:
            written[path] = write(site / path, text)
    for left in (site / FOLDER).glob("*/*.json"):
        if left.relative_to(site).as_posix() not in written:
            left.unlink()
    return written


if __name__ == "__main__":
    asked = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started this one
    end_with(sys.stdin.fileno())
    write_index(*asked)

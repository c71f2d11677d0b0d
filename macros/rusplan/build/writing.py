"""Writes files of the site. As a program it writes the search index, from what a server of an edited site hands to it."""

import pickle
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from rusplan.build.kept import checksum
from rusplan.search import FOLDER, Document, Ordbok, search_index
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


def write_index(site: Path, documents: Sequence[Document], ordbok: Ordbok) -> None:
    """Write the search index, and take away what an older one has left."""
    folders = set()
    for path, text in search_index(documents, ordbok):
        write(site / path, text)
        folders.add((site / path).parents[1])
    for left in (site / FOLDER).iterdir():
        if left.is_dir() and left not in folders:
            shutil.rmtree(left)


if __name__ == "__main__":
    asked = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started this one
    end_with(sys.stdin.fileno())
    write_index(*asked)

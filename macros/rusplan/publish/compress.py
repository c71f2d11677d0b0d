"""The built files once more as gzip, for a web server that sends them as they are instead of compressing at each request."""

import gzip
import os
from collections.abc import Iterator
from pathlib import Path

TEXT = frozenset({".html", ".css", ".js", ".json", ".xml", ".svg", ".ics", ".txt"})
LEAST = 256  # bytes: below this gzip's own frame eats what is won
LEVEL = 9


def compress(site: Path) -> int:
    """Write `name.gz` beside each file of text in `site`, and remove those that have lost their file; how many were written.

    Same file, same bytes: no time and no name within. What is as it should be is not written again.
    """
    written = 0
    wanted = set()
    for path in _texts(site):
        packed = path.with_name(f"{path.name}.gz")
        wanted.add(packed)
        data = gzip.compress(path.read_bytes(), LEVEL, mtime=0)
        if not packed.is_file() or packed.read_bytes() != data:
            packed.write_bytes(data)
            written += 1
    for packed in site.rglob("*.gz"):
        if packed not in wanted:
            packed.unlink()
    return written


def _texts(site: Path) -> Iterator[Path]:
    for folder, _, names in os.walk(site):
        for name in names:
            path = Path(folder) / name
            if path.suffix in TEXT and path.stat().st_size >= LEAST:
                yield path

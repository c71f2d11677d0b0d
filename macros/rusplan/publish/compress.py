"""The built files once more as gzip, for a web server that sends them as they are instead of compressing at each request."""

import gzip
from pathlib import Path

from rusplan.publish.file_list import BUILT, paths_in, read_list

TEXT = frozenset({".html", ".css", ".js", ".json", ".xml", ".svg", ".ics", ".txt", ".csv", ".rdf"})
LEAST = 256  # bytes: below this gzip's own frame eats what is won
LEVEL = 9


def compress(site: Path) -> int:
    """Write `name.gz` beside each file of text in `site`, and remove those that have lost their file; how many were written.

    What is as it should be is not written again. A packed file that the build itself has made is no copy of another.
    """
    written, wanted = 0, set(read_list(site / BUILT) or {})
    for path in paths_in(site):
        data = packed(site / path)
        if data is None or path == BUILT:
            continue
        wanted.add(name := f"{path}.gz")
        copy = site / name
        if not copy.is_file() or copy.read_bytes() != data:
            copy.write_bytes(data)
            written += 1
    for path in list(paths_in(site)):
        if path.endswith(".gz") and path not in wanted:
            (site / path).unlink()
    return written


def packed(path: Path) -> bytes | None:
    """The file as gzip, if it is a text that is worth it. Same file, same bytes: no time and no name within."""
    if path.suffix not in TEXT or path.stat().st_size < LEAST:
        return None
    return gzip.compress(path.read_bytes(), LEVEL, mtime=0)

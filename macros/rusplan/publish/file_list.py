"""The list of a folder's files with a checksum for each: a built site, or a version of it, is whole when it is what its list says.

The list is a file with a row for each file, as `sha256sum` writes them. A build writes it last of all.
"""

import hashlib
import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from rusplan.tools.record import small

# Among the files of a built site; it is not published.
BUILT = "rusplan-filer.txt"
MADE_BY = "# motor "


@small(order=True)
class Skada:
    """A file that is not what the list says: its path in the folder, and what is wrong."""

    fil: str
    vad: str

    def __str__(self) -> str:
        return f"{self.fil} {self.vad}"


GONE, CHANGED, UNKNOWN, LINK = "saknas", "har ändrats", "hör inte dit", "är en länk"


def digest_of(path: Path) -> str | None:
    """The checksum of a file; None if it is none, or a link."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    with open(handle, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() if stat.S_ISREG(os.fstat(handle).st_mode) else None


def write_list(site: Path, engine: str = "", known: Mapping[str, bytes] = MappingProxyType({})) -> None:
    """Write the list of a site that has been built, and by which engine: from here on it is whole. The checksums of what it has just
    written itself are `known`."""
    found = (path for path in paths_in(site) if path != BUILT)
    files = {path: known[path].hex() if path in known else digest_of(site / path) or LINK for path in found}
    (site / BUILT).write_text(f"{MADE_BY}{engine}\n{as_rows(files)}", encoding="utf-8", errors="surrogateescape")


def engine_of(file: Path) -> str:
    """By which engine the files of a list were built; nothing where it does not say."""
    if file.is_symlink() or not file.is_file():
        return ""
    rows = file.read_text(encoding="utf-8", errors="surrogateescape").split("\n")
    return next((row.removeprefix(MADE_BY) for row in rows if row.startswith(MADE_BY)), "")


def read_list(file: Path) -> dict[str, str] | None:
    """The path and checksum of each file in a list; None if there is no list."""
    if file.is_symlink() or not file.is_file():
        return None
    return read_rows(file.read_text(encoding="utf-8", errors="surrogateescape"))


def as_rows(files: Mapping[str, str]) -> str:
    """The list as text; a name may hold anything, even a new line."""
    return "".join(f"{digest}  {_escaped(path)}\n" for path, digest in sorted(files.items()))


def read_rows(text: str) -> dict[str, str]:
    """What the text of a list says; rows that begin with # are left out."""
    rows = (row.partition("  ") for row in text.split("\n") if row and not row.startswith("#"))
    return {_unescaped(path): digest for digest, _, path in rows}


def damages(folder: Path, files: Mapping[str, str]) -> list[Skada]:
    """What differs between a folder and its list."""
    return sorted(_damages(folder, files))


def _damages(folder: Path, files: Mapping[str, str]) -> Iterator[Skada]:
    there = frozenset(paths_in(folder))
    for path in files.keys() | there:
        if path not in there:
            yield Skada(path, GONE)
        elif (folder / path).is_symlink():
            yield Skada(path, LINK)
        elif path not in files:
            yield Skada(path, UNKNOWN)
        elif digest_of(folder / path) != files[path]:
            yield Skada(path, CHANGED)


def paths_in(folder: Path) -> Iterator[str]:
    """The path of all that lies in a folder and is no folder itself. What is linked to is not looked into."""
    for here, folders, names in os.walk(folder, onerror=_told):
        inside = Path(here).relative_to(folder).as_posix()
        links = [name for name in folders if os.path.islink(f"{here}/{name}")]
        for name in (*names, *links):
            yield name if inside == "." else f"{inside}/{name}"


def _told(error: OSError) -> None:
    """A folder that cannot be read is no empty folder; one that is not there is."""
    if not isinstance(error, FileNotFoundError):
        raise error


def _escaped(path: str) -> str:
    return path.replace("\\", "\\\\").replace("\n", "\\n")


def _unescaped(path: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], path)

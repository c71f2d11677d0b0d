"""The format of the data files, and how files of an older one are read as if they were of the newest.

`dataformat` in organisation.yml is a number for all files in data/; where it is not said, it is 1. A change of the model that makes files
of before mean something else, or wrong, takes a new format: an upgrader at the end of `UPGRADERS`. All files pass through it before
the model, those in the folder and those in every commit of history, so that old commits tell what they told when they were new.
`rusplan upgrade` writes the folder's files in the newest format; the changes between commits do not tell of that.
"""

import re
from collections.abc import Callable
from pathlib import Path

from rusplan.data.kinds import Plats, place
from rusplan.data.problems import Problem
from rusplan.data.yaml_text import Plain

FORMAT_FILE, FIELD, FIRST = "data/organisation.yml", "dataformat", 1
# It is looked for in the text, and so found also where the file has a mistake in something else.
STATED = re.compile(rb"^(?:\xef\xbb\xbf)?dataformat:[ \t]*([\"']?)([1-9]\d{0,5})\1[ \t]*(?:#[^\r\n]*)?$", re.M)

Group = dict[str, Plain]
# What a file of one format holds -> what it holds in the next: a pure function of the content and of what kind of file it is. It looks at
# this file alone, changes no path, and lets what it does not know be as it is: the model tells of that.
Upgrader = Callable[[Plats, Group], Group]


def with_origin_of_documents(where: Plats, content: Group) -> Group:
    """Format 1 to 2: until then every document was read in, and one that was at hand was decided."""
    document = content.get("dokument")
    if where.slag.id not in ("plan", "berattelse") or not isinstance(document, dict) or "ursprung" in document:
        return content
    new: Group = {"ursprung": "inläst"}
    if document.get("tillgänglig") == "ja":
        new["läge"] = "beslutad"
    first: Group = {name: document[name] for name in ("id", "titel", "typ") if name in document}
    return {**content, "dokument": {**first, **new, **document}}


# The first one takes files from format 1 to 2, the next one from 2 to 3. None is ever changed or taken away.
UPGRADERS: tuple[Upgrader, ...] = (with_origin_of_documents,)


def newest() -> int:
    """The format that the model reads and commands write."""
    return FIRST + len(UPGRADERS)


def stated_format(organisation: bytes | None) -> int:
    """The format of all files beside an organisation.yml with this content."""
    found = STATED.search(organisation.replace(b"\r", b"\n")) if organisation else None
    return int(found[2]) if found else FIRST


def format_of_folder(root: Path) -> int:
    """The format of the files in `root`/data."""
    return stated_format(_organisation(root))


def _organisation(root: Path) -> bytes | None:
    """The file that says it; what cannot be read is told of by the reader."""
    path = root / FORMAT_FILE
    try:
        return path.read_bytes() if path.is_file() and not path.is_symlink() else None
    except OSError:
        return None


def upgraded(name: str, content: Group, dataformat: int) -> Group:
    """What the file `name` (``data/2025/plan.yml``), written in `dataformat`, holds in the newest format."""
    where = place(name)
    if where is None or dataformat >= newest():
        return content
    for upgrader in UPGRADERS[dataformat - FIRST :]:
        content = upgrader(where, content)
    is_said = name == FORMAT_FILE and content.get(FIELD, str(dataformat)) == str(dataformat)
    return with_format(content) if is_said else content  # what is no format, the model tells of


def with_format(organisation: Group) -> Group:
    """The content of organisation.yml, which says that the format is the newest; a field that it did not have stands first."""
    said: Group = {FIELD: str(newest())}
    return said | organisation | said


def too_new(root: Path) -> Problem | None:
    """What is wrong where the files are newer than this engine; of what they say, nothing can be told."""
    stated = format_of_folder(root)
    if stated <= newest():
        return None
    raw = (_organisation(root) or b"").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    found = STATED.search(raw)
    row = raw.count(b"\n", 0, found.start()) + 1 if found else 1
    upto = f"format {FIRST}" if newest() == FIRST else f"format {FIRST}–{newest()}"
    text = f"«{FIELD}» är {stated}, men den här versionen av rusplan kan bara läsa {upto}; installera en nyare version av rusplan"
    return Problem(FORMAT_FILE, row, len(FIELD) + 3, text)

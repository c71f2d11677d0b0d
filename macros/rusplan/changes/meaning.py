"""Whether two versions of a file differ in what they say, or only in comments, line ends, quotes, layout and the ids of events."""

import re

from rusplan.changes.diff import changes
from rusplan.changes.read_blobs import Läsare
from rusplan.git.data_formats import parted
from rusplan.git.log import Filrad

NOT_SAID = re.compile(rb"(?:^|(?<=\s))#[^\r\n]*|\bid:[ \t]*[a-z0-9-]+", re.M)
# Signs that a file is laid out with; all else is its words.
LAYOUT = re.compile(rb"""[\s'"\[\]{},:\-#|>]+""")


def says_something_else(row: Filrad, reader: Läsare) -> bool:
    """True if the file came, went, or says something else. Nearly always its words tell, which is quick; else both versions are read."""
    if row.före is None or row.efter is None:
        return True
    return reader.remembered(row, lambda: _differs(row, reader))


def _differs(row: Filrad, reader: Läsare) -> bool:
    assert row.före
    assert row.efter
    before, after = reader.raw(row.före), reader.raw(row.efter)
    same_format = parted(row.före)[1] == parted(row.efter)[1]
    if before is None or after is None or (same_format and _words(before) != _words(after)):
        return True
    read, now = reader.content(row.fil, row.före), reader.content(row.fil, row.efter)
    return read is None or now is None or any(changes(read, now, reader))


def _words(raw: bytes) -> list[bytes]:
    return sorted(filter(None, LAYOUT.split(NOT_SAID.sub(b"", raw))))

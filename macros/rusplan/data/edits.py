"""Changing single values in a data file without touching anything else in it: indents, quotes, comments and line ends stay."""

import re
import unicodedata
from collections.abc import Mapping

from rusplan.data.yaml_text import Place

BOM = b"\xef\xbb\xbf"
LINE_END = re.compile(r"(\r\n|\r|\n)")


class EjFunnet(Exception):
    """The value does not stand at `place` as it was expected to."""

    def __init__(self, place: Place) -> None:
        self.place = place
        super().__init__(str(place))


def replace_values(raw: bytes, edits: Mapping[Place, tuple[str, str]]) -> bytes:
    """`raw` with the value at each place (row and column, from 1, as the reader gives them) exchanged: (old, new).

    The values are ids or references, of ASCII letters, plain or in quotes. Raises `EjFunnet` where the old one does not stand.
    """
    parts = LINE_END.split(raw.decode("utf-8-sig"))
    for (row, column), (old, new) in sorted(edits.items(), reverse=True):
        value = re.compile(rf"""(["']?){re.escape(old)}(?=\1(?![\w/-]))""")
        line = parts[2 * (row - 1)]
        found = value.match(line, _index(line, column))
        if not found:
            raise EjFunnet((row, column))
        parts[2 * (row - 1)] = line[: found.start()] + found[1] + new + line[found.end() :]
    return (BOM if raw.startswith(BOM) else b"") + "".join(parts).encode()


def _index(line: str, column: int) -> int:
    """Where in `line` the reader's `column` is: the reader counts å as one sign, also where the file has «a» and a ring."""
    for index in range(column - 1, len(line)):
        if len(unicodedata.normalize("NFC", line[:index])) == column - 1 and not unicodedata.combining(line[index]):
            return index
    return len(line)

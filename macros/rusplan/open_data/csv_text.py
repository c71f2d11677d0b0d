"""A table as CSV, in two ways: for programs (RFC 4180, comma, decimal point) and for Swedish spreadsheets (semicolon, decimal comma).

In both, a text that a spreadsheet would run as a formula has an apostrophe before it; everything else stands as data has it.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from rusplan.data.values import Datum
from rusplan.open_data.tables import Cell, Datatabell, Ord
from rusplan.site.sajt import Sajt

# As in csv.js: what a spreadsheet would run, half-width or full-width, also after leading space; and where one that parts fields by
# another sign than ours would find a field that begins so.
FORMULA = re.compile("^[\\s\u00a0]*[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
AFTER_SIGN = re.compile('([,;|\t])(?=["\\s]*[=@\uff1d\uff20]|"*[+\\-\uff0b\uff0d])')
QUOTED = re.compile(r'[",\r\n;\t]|^\s|\s$')
BOM = "\ufeff"
# What stands between several texts in one field.
BETWEEN = " | "


def unrun(text: str) -> str:
    """The text with an apostrophe wherever a spreadsheet would begin a formula."""
    marked = AFTER_SIGN.sub(r"\1'", text)
    return f"'{marked}" if FORMULA.match(marked) else marked


def for_programs(table: Datatabell, sajt: Sajt) -> str:
    """Every column, under the names that the metadata explains."""
    head = [column.namn for column in table.kolumner]
    rows = (
        [_plain(column.värde(row)) for column in table.kolumner] for row in table.underlag(sajt)
    )  # fmt: skip
    return "".join(f"{','.join(map(_quoted, row))}\r\n" for row in (head, *rows))


def for_readers(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """What is shown, as Swedish Excel opens it."""
    return BOM + "".join(f"{';'.join(_always_quoted(_shown(cell)) for cell in row)}\r\n" for row in (head, *rows))


def _plain(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Ord():
            return cell.värde
        case Datum():
            return cell.iso
        case tuple():
            return unrun(BETWEEN.join(cell))
        case str():
            return unrun(cell)
        case Decimal():
            return f"{cell:f}"
        case _:
            return str(cell)


def _shown(cell: Cell) -> str:
    match cell:
        case Decimal():
            return f"{cell:f}".replace(".", ",")
        case Ord():
            return unrun(str(cell.visat))
        case _:
            return _plain(cell)


def _quoted(text: str) -> str:
    return _always_quoted(text) if QUOTED.search(text) else text


def _always_quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'

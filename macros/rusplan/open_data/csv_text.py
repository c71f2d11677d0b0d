"""A table as CSV, in two ways: for programs (RFC 4180, comma, decimal point) and for Swedish spreadsheets (semicolon, decimal comma).

In both, a text that a spreadsheet would run as a formula has an apostrophe before it; everything else stands as data has it.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from rusplan.data.values import Datum
from rusplan.open_data.table_rows import Rader, areas_of, order_of
from rusplan.open_data.tables import Cell, Datatabell, Kolumn, Ord, Underlag

# As in csv.js: what a spreadsheet would run, half-width or full-width, also after leading space; and where one that parts fields by
# another sign than ours would find a field that begins so.
FORMULA = re.compile("^[\\s\u00a0]*[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
AFTER_SIGN = re.compile('([,;|\t])(?=["\\s]*[=@\uff1d\uff20]|"*[+\\-\uff0b\uff0d])')
QUOTED = re.compile(r'[",\r\n;\t]|^\s|\s$')
BOM = "\ufeff"
# What stands between several texts in one field, and what stands for nothing told.
BETWEEN, EMPTY = " | ", '""'


def unrun(text: str) -> str:
    """The text with an apostrophe wherever a spreadsheet would begin a formula."""
    marked = AFTER_SIGN.sub(r"\1'", text) if AFTER_SIGN.search(text) else text
    return f"'{marked}" if FORMULA.match(marked) else marked


def written(table: Datatabell, rows: Sequence[Underlag]) -> Rader[str]:
    """The rows in both ways. A text stands in many rows, and is looked through once."""
    known = _Written()
    columns = [(column, [known.fields(column.värde(row)) for row in rows]) for column in table.kolumner]
    lines = zip(*([own for own, _ in fields] for _, fields in columns), strict=True)
    return Rader(
        kolumner=tuple(tuple(shown for _, shown in fields) for column, fields in columns if not column.bara_data),
        områden=areas_of(table, rows),
        ordning=order_of(table, rows),
        program=tuple(f"{','.join(line)}\r\n" for line in lines),
    )


def for_programs(table: Datatabell, lines: Iterable[str]) -> str:
    """Every column, under the names that the metadata explains."""
    head = ",".join(_quoted(column.namn) for column in table.kolumner)
    return f"{head}\r\n{''.join(lines)}"


def for_readers(head: Sequence[Kolumn], rows: Iterable[Sequence[str | None]]) -> str:
    """What is shown, as Swedish Excel opens it."""
    titles = [_always_quoted(unrun(column.titel)) for column in head]
    return BOM + "".join(f"{';'.join([cell or EMPTY for cell in row])}\r\n" for row in (titles, *rows))


# A field in the file for programs, and in that for readers where it tells anything.
Fields = tuple[str, str | None]


class _Written(dict[str | None, Fields]):
    """What each text is in both files."""

    def __init__(self) -> None:
        super().__init__({None: ("", None), "": ("", None)})

    def __missing__(self, text: str) -> Fields:
        plain = unrun(text)
        self[text] = found = (_quoted(plain), _always_quoted(plain))
        return found

    def fields(self, cell: Cell) -> Fields:
        """What any cell is in both files."""
        if cell is None or type(cell) is str:  # most of them
            return self[cell]
        match cell:
            case Ord(värde=own, visat=shown):
                return _quoted(own), self[str(shown)][1] or EMPTY
            case tuple():
                return self[BETWEEN.join(cell)]
            case Datum():
                return cell.iso, _always_quoted(cell.iso)
            case Decimal():
                return f"{cell:f}", _always_quoted(f"{cell:f}".replace(".", ","))
            case str():
                return self[str(cell)]
            case _:
                return str(cell), _always_quoted(str(cell))


def _quoted(text: str) -> str:
    return _always_quoted(text) if QUOTED.search(text) else text


def _always_quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'

"""A workbook of a project, changed as people change them, and read in again."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from rusplan.changes.formats import as_lines
from rusplan.checks import read_collection
from rusplan.exchange.excel_in import read_workbook
from rusplan.exchange.excel_out import workbook
from rusplan.exchange.preview import Inläsning, write

from tests.editing.files import contents, rows

Change = Callable[[Any], object]


class Sheet:
    """A sheet, whose cells are found by what their rows and columns say."""

    def __init__(self, book: Any, title: str) -> None:
        self.page = book[title]
        self.columns = {cell.value: cell.column for cell in self.page[1] if cell.value}

    def row(self, text: str) -> int:
        """The number of the row that says so in some cell."""
        return next(
            int(row[0].row) for row in self.page.iter_rows(min_row=3) if any(cell.value == text for cell in row)
        )

    def cell(self, text: str, column: str) -> Any:
        return self.page.cell(self.row(text), self.columns[column])

    def put(self, text: str, column: str, value: object) -> None:
        self.cell(text, column).value = value

    def add(self, below: str | None = None, **values: object) -> None:
        """A new row: below the one that says so, or last."""
        at = self.row(below) + 1 if below else self.page.max_row + 1
        if below:
            self.page.insert_rows(at)
        for name, value in values.items():
            self.page.cell(at, self.columns[name.replace("__", ".")]).value = value

    def remove(self, text: str) -> None:
        self.page.delete_rows(self.row(text))


def book_of(root: Path, year: str = "2025") -> Any:
    return openpyxl.load_workbook(BytesIO(workbook(read_collection(root), year)))


def saved(book: Any) -> bytes:
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def read(root: Path, change: Change, year: str = "2025") -> Inläsning:
    """What comes of a workbook in which somebody has made a change."""
    book = book_of(root, year)
    change(book)
    return read_workbook(root, saved(book))


def lines(found: Inläsning) -> list[str]:
    """The changes as an editor is shown them."""
    assert not found.fel, found.fel
    return as_lines(found.ändringar)


def diff(root: Path, change: Change, year: str = "2025") -> dict[str, tuple[list[str], list[str]]]:
    """The rows of data that a changed workbook takes away and adds, once it has been read in."""
    before, found = contents(root), read(root, change, year)
    assert not found.fel, found.fel
    write(root, found)
    read_collection(root)
    return rows(before, contents(root))

"""The workbooks open with what the page shows: numbers and dates to reckon with, texts that stay texts."""

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pytest
from openpyxl import load_workbook
from rusplan.open_data.reader_excel import lists_as_excel, workbook
from rusplan.open_data.reader_lists import Lista, Listdel
from rusplan.open_data.tables import Cell, Kolumn
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt

from tests.open_data.published import published
from tests.open_data.test_csv_files import HOSTILE


def workbooks(sajt: Sajt) -> dict[str, Any]:
    """Each workbook by its address, read back."""
    files = lists_as_excel(sajt, Renderer(sajt.samling))
    return {file.adress: load_workbook(io.BytesIO(file.innehåll)) for file in files}


@pytest.fixture(scope="module")
def books() -> Mapping[str, Any]:
    return workbooks(published("bas")[0])


def records(sheet: Any) -> list[dict[str, Any]]:
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_numbers_and_dates_can_be_reckoned_with(books: Mapping[str, Any]) -> None:
    sajt, _ = published("bas")
    told = {
        (row["År"], row["Aktivitet"]): row["Arbetstid (dagar)"]
        for row in records(books["aktiviteter/aktiviteter.xlsx"]["Aktiviteter"])
    }
    held = {(int(a.år), a.titel): a.plan.innehåll.dagar for a in sajt.samling.aktiviteter.values()}
    assert told == {key: None if days is None else float(days) for key, days in held.items()}
    budget = sajt.samling.årgångar["2025"].budget
    assert budget
    lines = records(books["budget/2025/budget-2025.xlsx"]["Budget"])
    assert [row["Budget"] for row in lines] == [line.budget and float(line.budget) for line in budget.innehåll.rader]
    dates = [row["Datum"] for row in records(books["handelser/handelser.xlsx"]["Händelser"])]
    assert any(isinstance(day, datetime) for day in dates)


def test_header_row_stays_is_named_and_can_be_filtered(books: Mapping[str, Any]) -> None:
    for book in books.values():
        for sheet in book.worksheets[:-1]:
            assert sheet.freeze_panes == "A2"
            assert len(sheet.tables) == 1
        assert book.worksheets[-1].title == "Om filen"
        assert book.properties.title


def test_same_data_gives_the_same_bytes() -> None:
    sajt, _ = published("bas")
    made = [{file.adress: file.innehåll for file in lists_as_excel(sajt, Renderer(sajt.samling))} for _ in range(2)]
    assert made[0] == made[1]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_a_text_whatever_it_looks_like(text: str) -> None:
    sheet = only_cell(text)
    assert (sheet["A2"].value, sheet["A2"].data_type) == (text, "s")


def test_text_that_no_cell_holds_says_where_all_of_it_stands() -> None:
    shown = only_cell("ord " * 10_000)["A2"].value
    assert len(shown) <= 32_767
    assert shown.startswith("ord ord ")
    assert shown.endswith("Hela texten står på webbplatsen.")


def only_cell(text: str) -> Any:
    """A sheet with one text in it, written and read back."""
    column = Kolumn(namn="text", titel="Text", värde=lambda row: text)
    part: Listdel[Cell] = Listdel(titel="Texter", namn="texter", kolumner=(column,), rader=((text,),))
    raw = workbook(published("bas")[0], Lista("Texter", "handelser/", (part,)))
    return load_workbook(io.BytesIO(raw))["Texter"]

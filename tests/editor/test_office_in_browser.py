"""Excel and Word from the desk in a browser, as a writer does it: nothing is typed that names a file, an id or YAML."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import findings
from tests.editor.online import Online
from tests.exchange.books import Sheet
from tests.exchange.books import saved as saved_book
from tests.exchange.invented_plan import invented, saved, tidy


@pytest.fixture
def page(browser: Browser, editor: Online) -> Iterator[Page]:
    """The desk, and from there the page of Excel and Word."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.goto(editor.start)
    opened.get_by_role("link", name="Excel och Word").click()
    yield opened
    context.close()


def shown(page: Page, name: str, raw: bytes) -> None:
    """What a file would change, as the page shows it."""
    page.get_by_label("Filen").set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": raw})
    page.get_by_role("button", name="Visa vad som ändras").click()


def test_a_list_is_changed_in_excel(page: Page, editor: Online, tmp_path: Path) -> None:
    page.get_by_text("Bara en lista ur 2025").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Insatser", exact=True).click()
    download.value.save_as(tmp_path / "insatser.xlsx")
    book = openpyxl.load_workbook(BytesIO((tmp_path / "insatser.xlsx").read_bytes()))
    sheet = Sheet(book, "Insatser")
    text = str(sheet.page.cell(3, sheet.columns["text"]).value)
    sheet.put(text, "text", f"{text} Det sker i maj.")
    shown(page, "insatser.xlsx", saved_book(book))
    expect(page.get_by_role("heading", name="Det här ändras")).to_be_visible()
    expect(page.get_by_text("behöver ett beslut. Skriv in det med stegen under Beslut och rättelser")).to_be_visible()
    expect(page.get_by_text("rusplan")).to_have_count(0)
    assert not findings(page)
    page.get_by_role("button", name="Läs in och spara").click()
    expect(page.get_by_role("status")).to_contain_text("Inläst och sparat.")
    assert len([row for row in editor.changed_rows() if row.startswith("+")]) <= 2


def test_next_years_plan_comes_from_word(page: Page, editor: Online) -> None:
    page.get_by_label("Året, om det är en plan i Word").fill("2026")
    shown(page, "plan.docx", saved(tidy(invented())))
    expect(page.get_by_text("blir ett utkast med 30 aktiviteter")).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not findings(page)
    page.get_by_role("button", name="Läs in och spara").click()
    expect(page.get_by_role("status")).to_contain_text("Inläst och sparat.")
    assert "titel: Badplatser" in editor.text("2026/aktiviteter/badplatser")

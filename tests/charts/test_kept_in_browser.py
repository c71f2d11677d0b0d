"""A reader takes a picture along: its figures as CSV, and the picture as SVG that looks alike without the site."""

import csv
import io
from pathlib import Path
from xml.etree import ElementTree

from playwright.sync_api import Browser, Page

from tests.built import Site
from tests.served import served

SVG = "{http://www.w3.org/2000/svg}"


def kept(page: Page, button: str) -> tuple[str, str]:
    """The name and the text of the file that a button of the first picture saves."""
    with page.expect_download() as started:
        page.locator("figure").first.get_by_role("button", name=button).click()
    return started.value.suggested_filename, Path(started.value.path()).read_text(encoding="utf-8-sig")


def test_the_money_of_a_year_is_kept_as_figures_and_as_a_picture(site: Site, browser: Browser) -> None:
    page, complaints = browser.new_page(accept_downloads=True), list[str]()
    page.on("console", lambda message: complaints.append(message.text))
    with served(site.folder) as origin:
        page.goto(f"{origin}budget/2025/")
        page.get_by_text("Visa som tabell eller fil").first.click()
        table, picture = kept(page, "Tabellen som CSV"), kept(page, "Bilden som SVG")
    assert table[0] == "pengar-2025.csv"
    assert list(csv.reader(io.StringIO(table[1]), delimiter=";")) == [
        ["", "Belopp (kr)"], ["Budget", "850000"], ["Tillskott", "30000"], ["Utfall", "828551"], ["Kvar", "51450"],
    ]  # fmt: skip
    assert picture[0] == "pengar-2025.svg"
    drawn = ElementTree.fromstring(picture[1])  # noqa: S314 - our own
    assert drawn.findtext(f"{SVG}title", "").replace("\xa0", " ") == "51 450 kr blev över 2025"
    assert {text.get("font-size") for text in drawn.iter(f"{SVG}text")} == {"14px"}
    assert not [part for part in drawn.iter() if part.get("class")], "no style sheet is needed"
    assert all(part.get("fill") for part in drawn.iter(f"{SVG}rect"))
    assert complaints == []
    page.close()

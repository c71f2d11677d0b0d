"""Excel in the editor: one list out, changed and in again, with what it does shown before it is saved."""

from io import BytesIO

import openpyxl
import pytest

from tests.editor.at_a_form import Browser
from tests.editor.office import ADDRESS, READER, WRITER, Office, git, lay_out_office
from tests.exchange.books import Sheet, saved


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return lay_out_office(tmp_path_factory.mktemp("kontor"))


@pytest.fixture(scope="module")
def place(office: Office) -> str:
    """A proposal of a change in what has been decided."""
    return office.work.begin_proposal("Rättelser").namn


def test_a_list_goes_out_is_changed_and_comes_in_as_one_commit(office: Office, place: str) -> None:
    browser = Browser(office.client(WRITER), place)
    page = browser.open("las-in/")
    link = next(
        each
        for each in page.css("details a")
        if each.text() == "Insatser" and "2025" in (each.attributes["href"] or "")
    )
    sent = browser.client.get(link.attributes["href"] or "", base_url=ADDRESS)
    assert 'filename="plan-2025-insatser.xlsx"' in sent.headers["Content-Disposition"]
    book = openpyxl.load_workbook(BytesIO(sent.data))
    assert [name for name in book.sheetnames if not name.startswith("_")] == ["Läs mig", "Insatser"]
    Sheet(book, "Insatser").put("Bygga en bro.", "text", "Bygga två broar.")
    browser.upload("fil", "plan.xlsx", saved(book))
    assert "”Bygga en bro.” → ”Bygga två broar.”" in browser.told()
    assert {"text": "Bygga en bro."} in office.content(place, "data/2025/aktiviteter/skog.yml")["insatser"]
    browser.send()
    assert {"text": "Bygga två broar."} in office.content(place, "data/2025/aktiviteter/skog.yml")["insatser"]
    found = office.work.gren(place)
    assert found
    assert git(found.rot, "log", "-1", "--format=%an") == "Skribent Ett"
    assert git(found.rot, "diff", "--stat", "HEAD~1").split("|")[0].strip() == "data/2025/aktiviteter/skog.yml"


def test_mistakes_name_sheet_and_cell_and_nothing_is_saved(office: Office, place: str) -> None:
    browser = Browser(office.client(WRITER), place)
    book = openpyxl.load_workbook(
        BytesIO(browser.client.get(f"{browser.place}/excel/2025.xlsx", base_url=ADDRESS).data)
    )
    Sheet(book, "Händelser").put("Skogens dag", "typ", "kalas")
    browser.open("las-in/")
    browser.upload("fil", "plan.xlsx", saved(book))
    assert browser.code == 422
    assert "Bladet Händelser, cell E3: «typ» är «kalas»" in browser.told()
    assert not browser.page.css("form input[name=fil][type=hidden]")


def test_a_workbook_of_another_year_is_not_read_into_a_draft(office: Office) -> None:
    browser = Browser(office.client(WRITER), office.work.begin_draft("2026").namn)
    raw = browser.client.get(f"{browser.place}/excel/2025.xlsx", base_url=ADDRESS).data
    browser.open("las-in/")
    browser.upload("fil", "plan.xlsx", raw)
    assert "Arbetsboken gäller 2025, inte 2026." in browser.told()


def test_a_reader_may_take_out_and_not_bring_in(office: Office, place: str) -> None:
    browser = Browser(office.client(READER), place)
    assert browser.client.get(f"{browser.place}/excel/2025.xlsx", base_url=ADDRESS).status_code == 200
    assert "Läs in" not in browser.open("las-in/").text()
    assert browser.client.get(f"{browser.place}/excel/2025.xlsx?blad=annat", base_url=ADDRESS).status_code == 404


def test_what_is_wrong_elsewhere_is_told_by_what_it_is_about_and_not_by_its_file(office: Office, place: str) -> None:
    browser = Browser(office.client(WRITER), place)
    sent = browser.client.get(f"{browser.place}/excel/2025.xlsx", base_url=ADDRESS)
    book = openpyxl.load_workbook(BytesIO(sent.data))
    Sheet(book, "Aktiviteter").put("Skogen", "dagar", 13)
    browser.open("las-in/")
    browser.upload("fil", "plan.xlsx", saved(book))
    assert "”Uppföljning 2025”: «dagar» är 17,5" in browser.told()
    assert "data/" not in browser.told()

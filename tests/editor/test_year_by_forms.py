"""A year from its first draft to its closed report with forms alone: nobody needs the name of a file, an id or a command."""

import re
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.editor.at_a_form import Browser
from tests.editor.office import EDITOR, OTHER, WRITER, Office, git, lay_out_office
from tests.exchange.books import saved

# What somebody who writes a plan fills in, by the last part of a field's name.
WRITTEN = {
    "prioriterad": "nej", "utvecklingsinsats": "nej", "dagar": "10", "behov": "nej", "sammanfattning": "Årets arbete.", "text": "Så ska det bli.",
    "budget": "1000",
}  # fmt: skip
# Groups that stand empty because there is nothing of the kind.
WHERE_NOTHING_IS_ASKED = (
    r"^(?:ny|upphör|insatser|tilldelning|bemanning|vision|summa|områden\.\d+\.dagar|rader\.\d+\.delposter)\b"
)
DECISION = {"år": "2026", "datum": "20 januari 2026", "av": "styrgruppen", "diarienummer": "12-2026"}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return lay_out_office(tmp_path_factory.mktemp("kontor"))


@pytest.fixture(scope="module")
def writer(office: Office) -> Browser:
    return Browser(office.client(WRITER), office.work.begin_draft("2026").namn)


def step(writer: Browser, name: str, answers: dict[str, str]) -> None:
    writer.open(f"steg/{name}")
    writer.send(answers)
    assert writer.code == 200, writer.told()


def root(office: Office) -> Path:
    """The checkout of the draft."""
    found = office.work.gren("utkast-2026")
    assert found
    return found.rot


def tasks(page: LexborHTMLParser) -> list[str]:
    """The forms with something left to do."""
    links = page.css("#kvar > li > a")
    return [(link.attributes["href"] or "").partition("/fil/")[2] for link in links]


def fill_in(writer: Browser, path: str, written: dict[str, str]) -> None:
    writer.open(f"fil/{path}")
    empty = {name for name, value in writer.fields() if not value and not re.search(WHERE_NOTHING_IS_ASKED, name)}
    answers = {name: written[last] for name in empty if (last := name.rpartition(".")[2]) in written}
    ticks = [node.attributes["value"] or "" for node in writer.page.css("input[name=tomt]")]
    writer.send(answers, tick=tuple(ticks))
    assert writer.code == 200, (path, writer.wrong)


def workbook_with(sent: bytes, said: str, says: str) -> openpyxl.Workbook:
    """The workbook as whoever fetched it has changed it: the wood's `said` is now `says`."""
    book = openpyxl.load_workbook(BytesIO(sent))
    page = next(
        page for page in book.worksheets if any(cell.value == "Skogen" for row in page.iter_rows() for cell in row)
    )
    cell = next(cell for row in page.iter_rows() for cell in row if cell.value == said)
    cell.value = says
    return book


def test_a_draft_is_filled_in_by_what_the_desk_says_is_left_and_then_decided(office: Office, writer: Browser) -> None:
    step(writer, "nasta-ar", {"utstallning.sker": "upphör", "utstallning.ord": "Den är slut."})
    for _ in range(2):
        for path in tasks(writer.open("")):
            fill_in(writer, path, WRITTEN)
    assert not tasks(writer.open("")), writer.text("#kvar")
    step(writer, "besluta", DECISION)
    assert office.content(writer.name, "data/2026/plan.yml")["dokument"]["läge"] == "beslutad"  # type: ignore[index, call-overload]


def test_a_decided_plan_is_revised_and_the_form_keeps_what_it_said(office: Office, writer: Browser) -> None:
    step(writer, "revidera", {**DECISION, "datum": "18 maj 2026", "skäl": "Mindre pengar."})
    writer.open("fil/2026/aktiviteter/skog")
    writer.send({"dagar": "7"})
    assert "Beslut och rättelser" in writer.open("").text()
    step(writer, "andra-genom-revidering", {"del": "2026/skog", "revidering": "2026/2026-05-18"})
    said = office.content(writer.name, "data/2026/aktiviteter/skog.yml")
    assert said["dagar"] == "7"
    assert said["ändringar"] == [{"revidering": "2026-05-18", "före": {"dagar": "10"}}]
    assert "Beslut och rättelser på skrivbordet" not in writer.open("").text()


def test_every_activity_is_followed_up_and_the_year_is_closed(office: Office, writer: Browser) -> None:
    step(writer, "ny-berattelse", {"år": "2026"})
    writer.send({"sammanfattning": "Det blev ett bra år."})
    assert writer.said() == "Sparat.", writer.wrong
    left = [path for path in tasks(writer.open("")) if "/utfall/" in path]
    assert left
    for path in left:
        fill_in(writer, path, {"status": "som_planerat", "sammanfattning": "Det blev gjort."})
    step(writer, "stang", {**DECISION, "datum": "2027-02-01"})
    assert office.content(writer.name, "data/2026/berattelse.yml")["dokument"]["läge"] == "beslutad"  # type: ignore[index, call-overload]


def test_two_who_change_one_field_choose_and_two_who_change_different_ones_need_not(
    office: Office, writer: Browser
) -> None:
    other = Browser(office.client(OTHER), writer.name)
    for one in (writer, other):
        one.open("fil/2026/aktiviteter/skog")
    writer.send({"sammanfattning": "Den enas text."})
    other.send({"sammanfattning": "Den andras text."})
    assert "Ni har ändrat samma sak" in other.told()
    assert "Den enas text." in other.told()
    assert "Den andras text." in other.told()


def test_a_workbook_that_was_changed_is_shown_and_then_read_in(office: Office, writer: Browser) -> None:
    answer = writer.client.get(f"{writer.place}/excel/2026.xlsx", base_url="https://redigera.akerbo.example")
    book = workbook_with(answer.data, "Årets arbete.", "Ändrat i Excel.")
    writer.open("las-in/")
    writer.upload("fil", "plan.xlsx", saved(book))
    assert "Det här ändras" in writer.told()
    writer.send()
    assert "Ändrat i Excel." in git(root(office), "show", "--format=")


def test_who_may_publish_does_it_and_the_history_is_one_change(office: Office, writer: Browser) -> None:
    editor = Browser(office.client(EDITOR), writer.name)
    editor.open("andringar/")
    assert "Publicera" in editor.told()
    before = int(git(office.published.rot, "rev-list", "--count", "main"))
    editor.send(press="Publicera")
    assert editor.code == 200, editor.told()
    assert int(git(office.published.rot, "rev-list", "--count", "main")) == before + 1
    assert not re.search("Skribent", git(office.published.rot, "log", "-1", "--format=%B", "main"))


def test_a_plan_in_word_becomes_a_draft_and_whoever_reads_it_in_says_what_is_the_same(office: Office) -> None:
    document = docx.Document()
    document.add_heading("Natur", 1)
    for title in ("Skogen i kommunen", "Fladdermöss"):
        document.add_heading(title, 2)
        document.add_paragraph("Arbetstid: 10 dagar")
        document.add_paragraph("Vi gör det här under året.")
    raw = BytesIO()
    document.save(raw)
    writer = Browser(office.client(WRITER), office.work.begin_proposal("Planen ur Word").namn)
    writer.open("las-in/")
    writer.upload("fil", "plan.docx", raw.getvalue(), {"år": "2028"})
    assert "Det här ändras" in writer.told(), writer.told()
    writer.send()
    assert writer.code == 200, writer.told()
    assert "Fladdermöss" in writer.told()

"""The pictures of the editor in the guide show the editor as it is: they are taken here, by `pytest --update-golden`, and compared."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, FloatRect, Locator, Page, expect
from rusplan.tools.resources import PAGES

from tests.editor.in_page import filled_in
from tests.editor.office import EDITOR, WRITER, Office, example_project, lay_out_office
from tests.editor.online import Online, group_online, signed_in
from tests.exchange.books import Sheet
from tests.exchange.books import saved as saved_book
from tests.exchange.invented_plan import invented, saved, tidy
from tests.pictures import differing, framed, small

FOLDER = PAGES / "redaktor/bilder"
VERSION = Path(__file__).parents[1] / "golden/utseende/chromium.txt"
# Another machine smooths letters otherwise; a picture of something else differs by much more.
ALIKE = 0.02
WHOLE = {"width": 1180, "height": 760}
# What is cut out of a page is taken narrow, so that its text is large enough where the guide is read on a telephone.
CUT = {"width": 720, "height": 760}
AROUND = 12
# Days as a browser in Swedish writes them, whatever the one that draws speaks; and no field that looks chosen.
AS_IN_SWEDEN = """() => { document.activeElement?.blur(); scrollTo(0, 0);
  for (const day of document.querySelectorAll("input[type=date]")) day.type = "text"; }"""
LEDER = "2025/aktiviteter/vandringsleder"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A group that has a proposal to change what is decided."""
    with group_online(lay_out_office(tmp_path_factory.mktemp("kontor"), example_project)) as found:
        found.work.begin_proposal("Lederna")
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=WHOLE, reduced_motion="reduce")  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def from_to(first: Locator, last: Locator) -> FloatRect:
    """What a picture shows of a page: from the top of one thing to the foot of another, with some air."""
    first.page.evaluate(AS_IN_SWEDEN)
    top, foot = first.bounding_box(), last.bounding_box()
    assert top
    assert foot
    y, left = top["y"] - AROUND / 3, min(top["x"], foot["x"]) - AROUND
    return FloatRect(x=left, y=y, width=CUT["width"] - 2 * left, height=foot["y"] + foot["height"] + AROUND - y)


def a_form_with_its_page(page: Page, editor: Online) -> None:
    page.goto(editor.form(LEDER))
    page.get_by_label("Aktivitetens namn").fill("Märka om alla vandringsleder")
    expect(page.frame_locator("#bredvid iframe").locator("h1")).to_contain_text("alla vandringsleder")
    expect(page.locator("#lage")).to_contain_text("finns kvar")
    page.evaluate("scrollTo(0, 0)")


def a_problem_at_its_field(page: Page, editor: Online) -> None:
    page.goto(editor.form("2025/aktiviteter/badplatser"))
    page.get_by_label("Start", exact=True).first.fill("i våras")
    expect(page.locator("#f-start-fel")).to_contain_text("ska skrivas som")
    page.locator("#f-start").evaluate("one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 300)")


def a_guided_step(page: Page, editor: Online) -> None:
    page.goto(f"{editor.address}/arbete/har/steg/nasta-ar")
    page.locator("#f-badplatser-sker").select_option("Upphör")
    page.locator("#f-badplatser-ord").fill("Kommunerna sköter badplatserna själva från och med 2026.")
    page.evaluate("scrollTo(0, 0)")


def the_desk(page: Page, editor: Online) -> None:
    with_a_draft(page, editor)
    page.goto(f"{editor.address}/arbete/har/")


def with_a_draft(page: Page, editor: Online) -> None:
    """Begin the next year, where nobody has."""
    if not (editor.project.rot / "data/2026").exists():
        page.goto(f"{editor.address}/arbete/har/steg/nasta-ar")
        page.get_by_role("button", name="Skapa utkastet").click()


# ------------------------------------------------------------ cut out of a page


def answered(page: Page, editor: Online, step: str, answers: dict[str, str]) -> FloatRect:
    """A guided step, with its answers: as whoever reads its labels gives them."""
    page.goto(f"{editor.address}/arbete/har/steg/{step}")
    filled_in(page.locator("main"), answers)
    return from_to(page.locator("h1"), page.locator("main form > .red-knappar"))


def an_outcome_with_what_was_moved(page: Page, editor: Online) -> FloatRect:
    page.goto(editor.form("2025/utfall/webbkarta"))
    page.get_by_role("button", name="Lägg till avvikelse", exact=True).click()
    part = page.locator("#f-avvikelser .red-del").last
    filled_in(part, {"Typ": "Senarelagt", "Text": "Mobilkartan hann inte bli klar.", "Flyttad till": "2026"})
    return from_to(page.locator("#f-avvikelser"), part.get_by_label("Flyttad till"))


def a_part_taken_away(page: Page, editor: Online) -> FloatRect:
    page.goto(editor.form(LEDER))
    part = page.locator("#f-insatser .red-del").nth(1)
    part.locator("> summary").click()
    part.get_by_role("button", name="Ta bort").click()
    expect(page.locator("#f-insatser .red-del--borta")).to_be_visible()
    return from_to(page.locator("#f-insatser"), page.locator("#f-insatser > p").last)


def the_decision(page: Page, editor: Online) -> FloatRect:
    with_a_draft(page, editor)
    return answered(page, editor, "besluta", {"Plan": "2026", "Dagen för": "2026-01-20", "Vem som": "Styrgruppen", "Diarienummer": "12-2026"})  # fmt: skip


def the_revision(page: Page, editor: Online) -> FloatRect:
    return answered(page, editor, "revidera", {"Plan": "2025", "Dagen för": "2025-05-18", "Vem som": "Styrgruppen", "Skäl": "Pengarna räckte till fyra leder."})  # fmt: skip


def the_closing(page: Page, editor: Online) -> FloatRect:
    return answered(page, editor, "stang", {"Berättelse": "2025", "Dagen för": "2026-02-12", "Vem som": "Styrgruppen"})


def two_that_become_one(page: Page, editor: Online) -> FloatRect:
    answers = {"Aktiviteten som går upp": "Badplatser för alla, 2025", "Aktiviteten som är kvar": "Märka om vandringslederna, 2025"}  # fmt: skip
    return answered(page, editor, "sla-ihop", answers)


def a_name_in_an_address(page: Page, editor: Online) -> FloatRect:
    return answered(page, editor, "byt-adress", {"Aktivitet": "Märka om vandringslederna, 2025", "Nytt namn": "Lederna i bygden"})  # fmt: skip


def a_newsletter(page: Page, editor: Online) -> FloatRect:
    page.goto(f"{editor.address}/arbete/har/nyhetsbrev/?sedan=2025-01-01")
    page.get_by_label("Dagen då nyhetsbrevet gick ut").fill("2026-02-01")
    return from_to(page.locator("h2").first, page.get_by_role("button", name="Spara dagen"))


def a_workbook(page: Page, editor: Online) -> FloatRect:
    sent = page.request.get(f"{editor.address}/arbete/har/excel/2025.xlsx").body()
    book = openpyxl.load_workbook(BytesIO(sent))
    activities = Sheet(book, "Aktiviteter")
    activities.put("Märka om vandringslederna", "dagar", 45)
    activities.put("Badplatser för alla", "dagar", 12)
    return shown(page, editor, "plan-2025.xlsx", saved_book(book))


def a_plan_from_word(page: Page, editor: Online) -> FloatRect:
    return shown(page, editor, "plan.docx", saved(tidy(invented())))


def shown(page: Page, editor: Online, name: str, raw: bytes) -> FloatRect:
    """What a file would change."""
    page.goto(f"{editor.address}/arbete/har/las-in/")
    page.get_by_label("Året, om det är en plan i Word").fill("2026")
    page.get_by_label("Filen").set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": raw})
    page.get_by_role("button", name="Visa vad som ändras").click()
    return from_to(page.locator("h1"), page.locator("main form > .red-knappar"))


def form_in(office: Office) -> str:
    return f"{office.settings.adress}/arbete/{office.work.all()[0].namn}/fil/{LEDER}"


def saved_as(page: Page, office: Office, who: str, days: str) -> None:
    page.set_extra_http_headers(signed_in(who))
    page.goto(form_in(office))
    page.get_by_label("Planerade dagar").fill(days)
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.locator("#besked")).to_have_text("Sparat.")


def a_proposal_to_publish(page: Page, office: Office) -> FloatRect:
    saved_as(page, office, WRITER, "48")
    page.set_extra_http_headers(signed_in(EDITOR))
    page.goto(f"{office.settings.adress}/arbete/{office.work.all()[0].namn}/andringar/")
    return from_to(page.locator("h1"), page.get_by_role("button", name="Publicera"))


def two_at_once(page: Page, office: Office) -> FloatRect:
    saved_as(page, office, WRITER, "40,5")
    page.get_by_label("Planerade dagar").fill("44")
    other = page.context.new_page()
    saved_as(other, office, EDITOR, "50")
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ni har ändrat samma sak")
    page.get_by_role("radio").first.check()
    return from_to(page.locator("h1"), page.locator("main form > .red-knappar"))


PICTURES: dict[str, Callable[[Page, Online], FloatRect | None]] = {
    "formular": a_form_with_its_page,
    "formular-fel": a_problem_at_its_field,
    "formular-utfall": an_outcome_with_what_was_moved,
    "formular-angra": a_part_taken_away,
    "formular-revidera": the_revision,
    "formular-stang": the_closing,
    "formular-sla-ihop": two_that_become_one,
    "formular-byt-namn": a_name_in_an_address,
    "formular-nyhetsbrev": a_newsletter,
    "formular-excel": a_workbook,
    "formular-word": a_plan_from_word,
    "formular-steg": a_guided_step,
    "formular-skrivbord": the_desk,
    "formular-besluta": the_decision,
}
IN_A_GROUP: dict[str, Callable[[Page, Office], FloatRect]] = {
    "formular-forslag": a_proposal_to_publish,
    "formular-samtidigt": two_at_once,
}
WIDE = {"formular", "formular-fel", "formular-steg", "formular-skrivbord"}


@pytest.mark.parametrize("name", PICTURES)
def test_the_picture_in_the_guide_shows_the_editor_as_it_is(
    page: Page, editor: Online, name: str, request: pytest.FixtureRequest
) -> None:
    page.goto(editor.start)
    page.set_viewport_size(WHOLE if name in WIDE else CUT)  # type: ignore[arg-type]
    is_as_kept(page, PICTURES[name](page, editor), name, request)


@pytest.mark.parametrize("name", IN_A_GROUP)
def test_the_picture_in_the_guide_shows_the_editor_of_a_group_as_it_is(
    page: Page, office: Office, name: str, request: pytest.FixtureRequest
) -> None:
    page.set_viewport_size(CUT)  # type: ignore[arg-type]
    is_as_kept(page, IN_A_GROUP[name](page, office), name, request)


def is_as_kept(page: Page, cut: FloatRect | None, name: str, request: pytest.FixtureRequest) -> None:
    """The page, or what is cut out of it, looks as in the guide; with `--update-golden`, from now on."""
    whole = page.screenshot(animations="disabled", caret="hide", full_page=bool(cut), clip=cut)
    path, taken = FOLDER / f"{name}.png", small(framed(whole))
    if request.config.getoption("--update-golden"):
        path.write_bytes(taken)
    assert path.exists(), "take it with pytest --update-golden"
    drawn_by = page.context.browser.version if page.context.browser else ""
    if drawn_by.partition(".")[0] == VERSION.read_text(encoding="utf-8").strip():
        assert differing(path.read_bytes(), taken) < ALIKE

"""The pictures of the editor in the guide show the editor as it is: they are taken here, by `pytest --update-golden`, and compared."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from rusplan.tools.resources import PAGES

from tests.editor.online import Online, online
from tests.pictures import differing, small

FOLDER = PAGES / "redaktor/bilder"
VERSION = Path(__file__).parents[1] / "golden/utseende/chromium.txt"
# Another machine smooths letters otherwise; a picture of something else differs by much more.
ALIKE = 0.02


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Online]:
    with online(tmp_path_factory.mktemp("redigerare")) as found:
        yield found


@pytest.fixture(scope="module")
def page(browser: Browser, editor: Online) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1180, "height": 760}, reduced_motion="reduce")
    opened = context.new_page()
    opened.goto(editor.start)
    yield opened
    context.close()


def a_form_with_its_page(page: Page, editor: Online) -> None:
    page.goto(editor.form("2025/aktiviteter/vandringsleder"))
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
    page.goto(f"{editor.address}/arbete/har/steg/nasta-ar")
    page.get_by_role("button", name="Skapa utkastet").click()
    page.goto(f"{editor.address}/arbete/har/")


PICTURES: dict[str, Callable[[Page, Online], None]] = {
    "formular": a_form_with_its_page,
    "formular-fel": a_problem_at_its_field,
    "formular-steg": a_guided_step,
    "formular-skrivbord": the_desk,
}


@pytest.mark.parametrize("name", PICTURES)
def test_the_picture_in_the_guide_shows_the_editor_as_it_is(
    page: Page, editor: Online, name: str, request: pytest.FixtureRequest, browser: Browser
) -> None:
    PICTURES[name](page, editor)
    path, taken = FOLDER / f"{name}.png", small(page.screenshot(animations="disabled", caret="hide"))
    if request.config.getoption("--update-golden"):
        path.write_bytes(taken)
    assert path.exists(), "take it with pytest --update-golden"
    if browser.version.partition(".")[0] == VERSION.read_text(encoding="utf-8").strip():
        assert differing(path.read_bytes(), taken) < ALIKE

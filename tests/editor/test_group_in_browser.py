"""The pages that only a group has, in a browser: where one chooses what to write in, and where two have changed the same."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import findings
from tests.editor.office import EDITOR, OTHER, Office, lay_out_office
from tests.editor.online import group_online, signed_in
from tests.editor.test_saving import SKOG, asked, saved


@pytest.fixture(scope="module")
def online_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The group's editor, with the draft of a year begun."""
    with group_online(lay_out_office(tmp_path_factory.mktemp("kontor"))) as office:
        office.work.begin_draft("2026")
        yield office


@pytest.fixture
def page(browser: Browser, online_office: Office) -> Iterator[Page]:
    context = browser.new_context(base_url=online_office.settings.adress, extra_http_headers=signed_in(EDITOR))
    yield context.new_page()
    context.close()


def is_fit_to_read(page: Page) -> bool:
    """In the light and wide, and in the dark and narrow."""
    for width, colours in ((1280, "light"), (320, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
        assert findings(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return True


def test_two_at_once_see_both_and_the_second_chooses(page: Page, online_office: Office) -> None:
    gren = online_office.work.begin_proposal("Skogen")
    page.goto(f"/arbete/{gren.namn}/fil/2025/aktiviteter/skog")
    page.get_by_label("Sammanfattning av planen").fill("Mina stigar.")
    saved(online_office, gren, OTHER, asked(online_office, gren, sammanfattning="Den andras stigar.", mål=[]))
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ni har ändrat samma sak")
    assert is_fit_to_read(page)
    page.get_by_role("radio", name="Mina stigar.").check()
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_label("Sammanfattning av planen")).to_have_value("Mina stigar.")
    now = online_office.content(gren.namn, SKOG)
    assert (now["sammanfattning"], "mål" in now) == ("Mina stigar.", False)
    page.goto(f"/arbete/{gren.namn}/andringar/")
    expect(page.get_by_text("Skribent Två.")).to_be_visible()
    assert is_fit_to_read(page)


@pytest.mark.parametrize("path", ["/", "/om/", "/finns-inte/"])
def test_axe_finds_nothing_on_the_pages_of_a_group(page: Page, path: str) -> None:
    page.goto(path)
    assert is_fit_to_read(page)

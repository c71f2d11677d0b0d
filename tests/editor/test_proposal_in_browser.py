"""A change in a year that is decided, from the first thought of it to readers, by two people in their browsers: its page beside it, what it
changes, handed in, and published."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.editor.office import EDITOR, WRITER, Office, example_project, git, lay_out_office
from tests.editor.online import group_online, signed_in

LEDER = "data/2025/aktiviteter/vandringsleder.yml"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with group_online(lay_out_office(tmp_path, example_project)) as found:
        yield found


@contextmanager
def at_the_desk(browser: Browser, office: Office, who: str) -> Iterator[Page]:
    """Somebody's browser, with the desk open."""
    context = browser.new_context(base_url=office.settings.adress, extra_http_headers=signed_in(who))
    page = context.new_page()
    page.goto("/")
    yield page
    context.close()


def published(office: Office) -> str:
    """What the repository that publishes says of the trails."""
    return git(office.published.rot, "show", f"main:{LEDER}")


def test_a_proposal_is_seen_on_its_page_and_in_words_then_handed_in_and_published_by_another(
    browser: Browser, office: Office
) -> None:
    before, title = published(office), "Märka om alla vandringsleder"
    with at_the_desk(browser, office, WRITER) as page:
        page.get_by_label("Förslag till ändring i det som är beslutat").fill("Alla leder ska märkas om")
        page.get_by_role("button", name="Börja på förslaget").click()
        page.get_by_role("searchbox").fill("vandringsled")
        page.get_by_role("button", name="Sök", exact=True).click()
        page.get_by_role("link", name="Märka om vandringslederna").first.click()
        page.get_by_label("Aktivitetens namn").fill(title)
        expect(page.frame_locator("#bredvid iframe").get_by_role("heading", level=1)).to_contain_text(title)
        page.get_by_role("button", name="Spara", exact=True).click()
        expect(page.locator("#besked")).to_have_text("Sparat.")
        page.get_by_role("link", name="Alla leder ska märkas om").click()
        page.get_by_role("link", name="Se ändringarna och publicera").click()
        expect(page.get_by_role("listitem").filter(has_text=title).first).to_contain_text("Märka om vandringslederna")
        expect(page.get_by_role("button", name="Publicera")).to_have_count(0)
        page.get_by_role("button", name="Lämna förslag").click()
    assert published(office) == before
    with at_the_desk(browser, office, EDITOR) as page:
        expect(page.get_by_text("Lämnat som förslag av Skribent Ett.")).to_be_visible()
        page.get_by_role("link", name="Alla leder ska märkas om").click()
        page.get_by_role("link", name="Se ändringarna och publicera").click()
        page.get_by_role("button", name="Publicera").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Ändringen är publicerad")
    changed = {*before.splitlines()} ^ {*published(office).splitlines()}
    assert changed == {"titel: Märka om vandringslederna", f"titel: {title}"}
    assert git(office.published.rot, "log", "-1", "--format=%an", "main") == "Redaktör"

"""No finding of axe-core: WCAG 2.2 A and AA, and its own best practice, on every page, in every state that scripts make."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.accessibility.kinds import Open, addresses_of
from tests.axe import findings, findings_in_both_colours
from tests.built import Site

SHARDS = 6
FAULTS = {
    "a pale text among others like it": "<p>Läsbar text</p><p>Mer läsbar text</p><p style='color: #aaa'>Blek text</p>",
    "a text on a dark ground": "<p>Läsbar text</p><div style='background: #333'><p>Samma text på mörk botten</p></div>",
    "a text that shines through": "<p>Läsbar text</p><section style='opacity: .3'><p>Samma text</p></section>",
    "a small text in a colour that only large text may have": "<h2 style='color: #888'>Stor</h2><p style='color: #888'>Liten</p>",
}


def finding(page: Page, body: str, rule: str, seen: set[str] | None = None) -> bool:
    page.set_content(
        f"<html lang=sv><title>Prov</title><body style='background: #fff'><main><h1>Prov</h1>{body}</main>"
    )
    return any(rule in each for each in findings(page, seen))


LINK = "<p>En ganska lång text med <a href='/dit' style='color: #024; text-decoration: {}'>en länk</a> mitt i.</p>"


def test_a_link_that_only_its_colour_tells_from_the_text_is_found_though_others_like_it_are_underlined(
    browser: Browser,
) -> None:
    page, seen = browser.new_page(), set[str]()
    found = [finding(page, LINK.format(line), "link-in-text-block", seen) for line in ("underline", "none")]
    page.close()
    assert found == [False, True]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_text_that_is_hard_to_see_is_found_whatever_stands_before_it(fault: str, browser: Browser) -> None:
    page = browser.new_page()
    assert finding(page, FAULTS[fault], "color-contrast")
    page.close()


def test_a_text_that_is_hard_to_see_is_found_though_others_have_been_seen_on_pages_before(browser: Browser) -> None:
    page, seen = browser.new_page(), set[str]()
    found = {fault: finding(page, body, "color-contrast", seen) for fault, body in FAULTS.items()}
    page.close()
    assert all(found.values()), found


@pytest.mark.parametrize("shard", range(SHARDS))
def test_no_page_has_a_finding(shard: int, site: Site, origin: str, reader: Open) -> None:
    pages = addresses_of(site)[shard::SHARDS]
    assert len(pages) > 15
    tab, found, seen = reader("", reduced_motion="reduce"), [], set[str]()
    for page in pages:
        tab.goto(origin + page.address, wait_until="load")
        found += findings(tab, seen)
    assert not found, "\n".join(found)


def menu_open(page: Page) -> None:
    page.get_by_role("button", name="Meny").click()


def contents_open(page: Page) -> None:
    page.get_by_text("På sidan", exact=True).click()


def search_open(page: Page) -> None:
    page.get_by_role("button", name="Sök").first.click()
    page.get_by_role("dialog").get_by_label("Sök efter").fill("skog")
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()


def filter_open(page: Page) -> None:
    page.get_by_text("Fler val").click()
    page.get_by_role("checkbox", name="2025").first.check()


def figures_open(page: Page) -> None:
    for summary in page.get_by_text("Visa som tabell").all():
        summary.click()


def newsletter_made(page: Page) -> None:
    page.locator("#nb-traffar input, .rp-nb__traffar input").first.check()


STATES: list[tuple[str, int, Callable[[Page], None]]] = [
    ("aktiviteter/2025/kulturstigar/", 320, menu_open),
    ("aktiviteter/2025/kulturstigar/", 320, contents_open),
    ("aktiviteter/2025/kulturstigar/", 1280, search_open),
    ("om/", 320, search_open),
    ("aktiviteter/", 1280, filter_open),
    ("aktiviteter/", 320, filter_open),
    ("budget/2025/", 320, figures_open),
    ("jamfor/2024-2025/", 1280, figures_open),
    ("nyhetsbrev/", 1280, newsletter_made),
    ("nyhetsbrev/", 320, newsletter_made),
]


@pytest.mark.parametrize(("address", "width", "act"), STATES)
def test_no_state_that_a_reader_brings_about_has_a_finding(
    address: str, width: int, act: Callable[[Page], None], reader: Open
) -> None:
    page = reader(address, width=width, reduced_motion="reduce")
    act(page)
    found = findings_in_both_colours(page)
    assert not found, "\n".join(found)

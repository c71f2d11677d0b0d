"""No kind of page has a finding of axe-core in either colours, wide or narrow, nor is wider than a narrow screen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ViewportSize
from playwright.sync_api import Page as Tab

from tests.axe import findings_in_both_colours, findings_in_dark
from tests.build.test_browser import one_of_each_kind
from tests.built import Page, Site
from tests.served import served

NARROW: ViewportSize = {"width": 320, "height": 800}
WIDE: ViewportSize = {"width": 1280, "height": 800}


@pytest.fixture(scope="module")
def origin(site: Site) -> Iterator[str]:
    """Where the site is served."""
    with served(site.folder) as address:
        yield address


def kinds(site: Site) -> list[Page]:
    """One page of each kind, and that for addresses that lead nowhere."""
    return [*one_of_each_kind(site), site["404.html"]]


def seen_in_all_ways(tab: Tab, seen: set[str]) -> Iterator[str]:
    """What is wrong with the page that is open in light colours on a narrow screen; it follows when colours and width change."""
    wide = tab.evaluate("document.scrollingElement.scrollWidth")
    if wide > NARROW["width"]:
        yield f"{tab.url}: {wide} px wide in a window of {NARROW['width']} px"
    yield from findings_in_both_colours(tab, seen)
    tab.set_viewport_size(WIDE)
    yield from findings_in_dark(tab, seen)
    tab.set_viewport_size(NARROW)
    tab.emulate_media(color_scheme="light")


@pytest.mark.parametrize("half", [0, 1])
def test_no_kind_of_page_has_a_finding_on_a_narrow_screen_or_in_dark_colours(
    half: int, site: Site, origin: str, browser: Browser
) -> None:
    context = browser.new_context(viewport=NARROW, locale="sv-SE", reduced_motion="reduce")
    tab, found, seen = context.new_page(), list[str](), set[str]()
    for page in kinds(site)[half::2]:
        tab.goto(origin + page.address, wait_until="load")
        found += seen_in_all_ways(tab, seen)
    context.close()
    assert not found, "\n".join(found)

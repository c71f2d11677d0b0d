"""Every kind of page in a real browser: light and dark, wide and narrow, by keyboard, and with JavaScript off."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext
from rusplan.data.collection import Samling
from rusplan.site import addresses

from tests.built import Page, Site, flat
from tests.served import served
from tests.typefaces import in_both_typefaces

# The site is served below a path, so that an address from the root of the host is seen to be wrong.
UNDER = "/a/b/"


@pytest.fixture(scope="module")
def origin(site: Site) -> Iterator[str]:
    """Where the site is served while the tests run."""
    with served(site.folder, UNDER) as address:
        yield address.removesuffix(UNDER)


def one_of_each_kind(site: Site) -> list[Page]:
    """The largest page of each kind: addresses that differ only in year and id are of one kind."""
    kinds: dict[str, Page] = {}
    for page in site.pages:
        parts = [re.sub(r"\d{4}([-_]\d{4})*", "N", part) for part in page.address.split("/")]
        own = ("omraden", "samverkan", "aktiviteter", "redaktor")
        kind = "/".join("*" if parts[0] in own and 0 < i == len(parts) - 2 else part for i, part in enumerate(parts))
        if kind not in kinds or len(page.html) > len(kinds[kind].html):
            kinds[kind] = page
    return list(kinds.values())


def watch(context: BrowserContext, origin: str, found: list[str]) -> None:
    """Write down each request to another host, each answer that is an error and each error in the console."""
    context.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((f"{origin}{UNDER}", "data:", "blob:"))
            else found.append(f"asked for {request.url}")
        ),
    )
    context.on(
        "response",
        lambda answer: None if answer.ok or answer.status == 304 else found.append(f"{answer.status} for {answer.url}"),
    )
    context.on("console", lambda message: found.append(f"console: {message.text}") if message.type == "error" else None)
    context.on("weberror", lambda error: found.append(f"error: {error.error}"))


def test_kinds_of_pages_are_found(site: Site) -> None:
    assert len(one_of_each_kind(site)) >= 20


def lacking(scheme: str, width: int, site: Site, origin: str, browser: Browser) -> list[str]:
    """What the pages of each kind lack, or ask of others, when they are opened."""
    found: list[str] = []
    context = browser.new_context(
        color_scheme="light" if scheme == "light" else "dark", viewport={"width": width, "height": 800}, locale="sv-SE"
    )
    watch(context, origin, found)
    tab = context.new_page()
    for page in one_of_each_kind(site):
        tab.goto(f"{origin}{UNDER}{page.address}", wait_until="load")
        if not tab.locator("article h1").is_visible() or not tab.locator("article").inner_text().strip():
            found.append(f"{page}: nothing to see")
        if tab.locator("body").get_attribute("data-md-color-scheme") != {"light": "default", "dark": "slate"}[scheme]:
            found.append(f"{page}: not in its {scheme} colours")
        wide = tab.evaluate("document.scrollingElement.scrollWidth")
        if wide > width:
            found.append(f"{page}: {wide} px wide in a window of {width} px")
    context.close()
    return found


@in_both_typefaces
@pytest.mark.parametrize("width", [1280, 320])
def test_page_shows_itself_and_asks_nobody_else(width: int, site: Site, origin: str, browser: Browser) -> None:
    assert lacking("light", width, site, origin, browser) == []


@pytest.mark.parametrize("width", [1280, 320])
def test_page_shows_itself_in_dark_colours_to_whoever_has_chosen_them(
    width: int, site: Site, origin: str, browser: Browser
) -> None:
    assert lacking("dark", width, site, origin, browser) == []


@pytest.mark.parametrize("width", [1280, 320])
def test_skip_link_is_first_by_keyboard_and_leads_to_the_text(
    width: int, site: Site, origin: str, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    tab, lost = context.new_page(), []
    # The frame is the same everywhere: a page of the menu, a written one, a generated one.
    for page in (site[""], site[addresses.KÄLLOR], site.generated[0]):
        tab.goto(f"{origin}{UNDER}{page.address}", wait_until="load")
        tab.keyboard.press("Tab")
        first = tab.evaluate("document.activeElement.getAttribute('href')")
        tab.keyboard.press("Enter")
        inside = tab.evaluate("!!document.querySelector(':target')?.closest('main')")
        if not (first or "").startswith("#") or not inside:
            lost.append((page, first))
    context.close()
    assert not lost


def test_index_is_complete_without_javascript(site: Site, samling: Samling, origin: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{origin}{UNDER}{addresses.AKTIVITETER}", wait_until="load")
    rows = tab.locator("article table tbody tr")
    assert rows.count() == len(samling.aktiviteter)
    shown = [flat(row.inner_text()) for row in rows.all() if row.is_visible()]
    context.close()
    missing = [
        a.ref
        for a in samling.aktiviteter.values()
        if not any(flat(a.titel) in text and str(a.år) in text for text in shown)
    ]
    assert not missing

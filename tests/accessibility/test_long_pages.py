"""Long pages whose parts are folded: an address leads to what it names, with script and without, and the page is short."""

import pytest
from playwright.sync_api import expect

from tests.accessibility.kinds import Open
from tests.built import Site


@pytest.mark.parametrize("script", [True, False])
def test_address_of_a_folded_change_shows_what_it_tells(reader: Open, site: Site, script: bool) -> None:
    anchors = [node.attributes["id"] for node in site["andringar/"].tree.css(".rp-andring:has(> details)")]
    page = reader(f"andringar/#{anchors[-1]}", java_script_enabled=script)
    step = page.locator(f"#{anchors[-1]}")
    expect(step.locator("summary").first).to_be_in_viewport()
    expect(step.locator("li").first).to_be_visible()
    assert step.locator("li").first.evaluate("e => e.checkVisibility({contentVisibilityAuto: true})")
    other = page.locator(f"#{anchors[0]} > details")
    assert other.evaluate("e => !e.open")


@pytest.mark.parametrize("address", ["andringar/", "kallor/"])
@pytest.mark.parametrize("width", [320, 1280])
def test_long_page_has_a_way_to_each_of_its_parts_within_the_first_two_screens(
    reader: Open, address: str, width: int
) -> None:
    page = reader(address, width=width)
    ways = page.locator(".rp-hopp a")
    box = ways.last.bounding_box()
    assert box
    assert box["y"] < 2 * 800
    ways.last.click()
    expect(page.locator(ways.last.get_attribute("href") or "")).to_be_in_viewport()
    tall = page.evaluate("document.documentElement.scrollHeight")
    assert tall < 20_000, tall

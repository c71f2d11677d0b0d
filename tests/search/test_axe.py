"""No finding of axe-core in the dialog and on the search page, light and dark, wide and narrow."""

import pytest
from playwright.sync_api import Browser, expect

from tests.axe import findings_in_both_colours


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("where", ["sok/?q=kulturstigen&ar=2025", "sok/", "aktiviteter/2025/kulturstigar/"])
def test_search_has_no_finding(browser: Browser, address: str, where: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + where)
    if not where.startswith("sok"):
        page.keyboard.press("/")
        page.get_by_role("dialog").get_by_label("Sök efter").fill("konsekvensanalys")
        expect(page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()
    elif "q=" in where:
        expect(page.locator(".rp-traffar > li").first).to_be_visible()
    found = findings_in_both_colours(page)
    context.close()
    assert not found, "\n".join(found)

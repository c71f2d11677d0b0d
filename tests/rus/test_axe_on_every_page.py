"""No page of the site that is published here has a finding of axe-core; of other sites one of each kind is enough."""

import pytest
from playwright.sync_api import Browser

from tests.accessibility.kinds import addresses_of
from tests.axe import findings
from tests.built import Site

SHARDS = 6


@pytest.mark.parametrize("shard", range(SHARDS))
def test_no_page_has_a_finding(shard: int, site: Site, real: str, browser: Browser) -> None:
    context = browser.new_context(locale="sv-SE", reduced_motion="reduce")
    tab, found, seen = context.new_page(), list[str](), set[str]()
    for page in addresses_of(site)[shard::SHARDS]:
        tab.goto(real + page.address, wait_until="load")
        found += findings(tab, seen)
    context.close()
    assert not found, "\n".join(found)

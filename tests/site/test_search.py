"""What a site's readers search for by name is found among the first, and every page can be found."""

import pytest
from playwright.sync_api import Browser
from rusplan.data.collection import Samling
from rusplan.site import addresses

from tests.built import Site, found_pages
from tests.served import served

ASK = """async (queries) => {
  const { openIndex } = await import(new URL("sok/index.js", document.querySelector("script[src]").src));
  const index = await openIndex();
  const found = {};
  for (const query of queries) {
    const { pages } = await index.search(query);
    const first = await Promise.all(pages.slice(0, 3).map((number) => index.page(number)));
    found[query] = first.map((page) => page.adress);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def shown(site: Site) -> set[str]:
    """The addresses of all pages in the index."""
    return {text["adress"] for text in found_pages(site.folder)}


def test_every_page_can_be_found_but_those_that_find_or_repeat_others(site: Site, shown: set[str]) -> None:
    assert shown == {
        page.address
        for page in site.pages
        if page.address not in ("sok/", "om/utseende/")
        and not page.address.endswith(("/utskrift/", "/sammanfattning/"))
    }


def test_every_activity_is_found_by_its_name_and_year(site: Site, samling: Samling, browser: Browser) -> None:
    pages = [addresses.aktivitet(activity) for activity in samling.aktiviteter.values()]
    names = {site[address].h1: address for address in pages}
    with served(site.folder) as origin:
        tab = browser.new_page()
        tab.goto(f"{origin}om/")
        found = tab.evaluate(ASK, list(names))
        tab.close()
    assert not {name: found[name] for name, address in names.items() if address not in found[name]}

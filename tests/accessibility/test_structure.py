"""What a screen reader gets: headings that can be followed, tables that can be read, and each page as it is told."""

from itertools import pairwise
from pathlib import Path

import pytest

from tests.accessibility.kinds import KINDS, Open
from tests.built import Page, Site
from tests.reviewed import AsReviewed

GOLDEN = Path(__file__).parents[1] / "golden/tillganglighet"
# The frame once, and the text of pages that show each kind of part; a text in data that changes changes these too.
TOLD = {
    "ram": ("om/", "body"),
    "start": ("", "main"),
    "aktivitet": ("aktiviteter/2025/kulturstigar/", "main"),
    "aldre-aktivitet": ("aktiviteter/2024/jubileum/", "main"),
    "livslinje": ("aktiviteter/spar/webbkarta/", "main"),
    "omrade": ("omraden/friluftsliv/", "main"),
    "budget": ("budget/2025/", "main"),
    "varderingar": ("mal/", "main"),
    "organisation": ("samverkan/hembygdsradet/", "main"),
    "sok": ("sok/", "main"),
    "tillganglighet": ("tillganglighet/", "main"),
    "finns-inte": ("404.html", "body"),
}
# What the start page tells of the latest commits is gone with the next one; its heading stays.
WITHOUT_HISTORY = """() => {
  let part = document.querySelector('#senaste-andringar')?.nextElementSibling
  for (let next; part; part = next) { next = part.nextElementSibling; part.remove() }
}"""


@pytest.mark.parametrize("name", TOLD)
def test_page_is_told_as_reviewed(name: str, reader: Open, as_reviewed: AsReviewed) -> None:
    address, part = TOLD[name]
    page = reader(address)
    page.evaluate(WITHOUT_HISTORY)
    told = page.locator(part).aria_snapshot() + "\n"
    file = GOLDEN / f"{name}.yml"
    as_reviewed(file, told)


def pages(site: Site) -> list[Page]:
    return [page for page in site.values() if not page.tree.css_first("meta[http-equiv=refresh]")]


def test_each_page_has_one_heading_of_the_first_level_and_skips_none(site: Site) -> None:
    for page in pages(site):
        levels = [int(str(node.tag)[1]) for node in page.tree.css("main :is(h1, h2, h3, h4, h5, h6)")]
        assert levels.count(1) == 1, page
        assert all(after - before <= 1 for before, after in pairwise(levels)), page


def test_each_table_has_a_caption_and_heads_with_scope(site: Site) -> None:
    for page in pages(site):
        for table in page.tree.css("main table"):
            if page.address.startswith("redaktor/") and not table.css_first("caption"):
                continue  # written in Markdown, which has no captions; its heads say it all
            assert table.css_first("caption"), page
            assert all("scope" in head.attributes for head in table.css("th")), page


def test_each_picture_has_a_name_a_description_and_its_figures_as_a_table(site: Site) -> None:
    seen = 0
    for page in pages(site):
        for figure in page.tree.css(".rp-figur"):
            seen += 1
            svg = figure.css_first("svg")
            assert svg is not None
            named = (svg.attributes["aria-labelledby"] or "").split()
            assert svg.attributes["role"] == "img"
            assert [node.attributes["id"] for node in svg.css("title, desc")] == named, page
            assert figure.css_first("figcaption"), page
    assert seen > 15


@pytest.mark.parametrize("kind", ["aktivitet", "aktiviteter", "händelser"])
def test_landmarks_of_a_kind_have_names_of_their_own(kind: str, site: Site) -> None:
    names = [
        node.attributes.get("aria-label") or node.attributes.get("aria-labelledby")
        for node in site[KINDS[kind]].tree.css("nav")
    ]
    assert None not in names
    assert len(names) == len(set(names))

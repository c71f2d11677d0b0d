"""Pictures as they are drawn: no text sticks out or covers another, whatever the typeface, and they can be read on a narrow screen."""

from decimal import Decimal

import pytest
from playwright.sync_api import Browser, Page
from rusplan.build.assets import assets
from rusplan.charts import Bild, Rad, Stapel, Stapelrad, bars, ratings, stacked
from rusplan.charts.shapes import LINE, Tabell, Text, lines
from rusplan.data.collection import Samling
from rusplan.plugin import MATERIAL
from rusplan.render.renderer import Renderer
from rusplan.tools.resources import PAGES

from tests.built import Site
from tests.invented import INVENTED
from tests.served import served
from tests.typefaces import in_both_typefaces

# Texts of pictures that stick out, that cover another text, or that are too small.
FAULTS = """() => [...document.querySelectorAll('.rp-figur svg')].flatMap(svg => {
  const room = svg.viewBox.baseVal, texts = [...svg.querySelectorAll('text')], boxes = texts.map(t => t.getBBox());
  const out = b => b.x < -2 || b.x + b.width > room.width + 1 || b.y < -2 || b.y + b.height > room.height + 1;
  const covers = (a, b) => a !== b && Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1 && Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 3;
  const small = t => parseFloat(getComputedStyle(t).fontSize) * svg.getBoundingClientRect().width / room.width < 12;
  return texts.filter((t, i) => out(boxes[i]) || boxes.some(b => covers(boxes[i], b)) || small(t)).map(t => `${svg.querySelector('title').textContent}: ${t.textContent}`);
})"""
WORDS = (
    "Ord " * 40,
    "Mm" * 60,
    "WWW% – @@@ " * 9,
    "i l " * 50,
    "Länstransport-\xadplanering/" * 8,
    "МИР и 環境目標 " * 9,
)


@in_both_typefaces
@pytest.mark.parametrize("width", [320, 1280])
def test_no_text_of_the_site_sticks_out_covers_another_or_gets_too_small(
    width: int, site: Site, browser: Browser
) -> None:
    pages = [page.address for page in site.pages if page.tree.css_first(".rp-figur svg")]
    assert len(pages) > 15
    tab, found = browser.new_page(viewport={"width": width, "height": 800}), []
    with served(site.folder) as origin:
        for address in pages:
            tab.goto(origin + address, wait_until="load")
            found += [f"{address}: {fault}" for fault in tab.evaluate(FAULTS)]
    tab.close()
    assert found == []


def drawn(pictures: list[Bild], samling: Samling, browser: Browser) -> Page:
    """A page of pictures alone, with the site's own styles."""
    css = dict(assets(MATERIAL, (INVENTED / "docs", PAGES)).files)["rusplan.css"].decode()
    body = "".join(Renderer(samling).render("makron/diagram.md", "", vy=bild) for bild in pictures)
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.set_content(f"<style>{css}</style><main class='md-typeset md-grid'>{body}</main>")
    return page


@in_both_typefaces
def test_no_text_sticks_out_however_long_and_wide_its_words_are(bas: Samling, browser: Browser) -> None:
    amounts = (Stapel(Decimal(9), "999 999 999,99 kr", "hel"), Stapel(None, "Uppgift saknas i källan", "hel"))
    long = [Rad(words, amounts, "+999 999 999,99 kr") for words in WORDS]
    parts = [Stapelrad(words, ((1, "hel"), (20, "rand"))) for words in WORDS]
    periods = ("2019–2021", "2022–2024", "2025–2027")
    page = drawn(
        [
            bars("b", "B", ("Budget", "Utfall"), long, last="Utfall minus budget"),
            stacked("s", "S", (("hel", "Genomfört som planerat"), ("rand", "Delvis")), parts),
            ratings("r", "R", periods, [(words, ("1", "–", "3")) for words in WORDS], ""),
        ],
        bas,
        browser,
    )
    assert page.evaluate(FAULTS) == []
    page.close()


@in_both_typefaces
@pytest.mark.parametrize("klass", ["fet", ""])
def test_no_line_is_wider_than_its_room(klass: str, bas: Samling, browser: Browser) -> None:
    rows = [line for x in (0, 60, 200) for words in WORDS for line in lines(x, 0, words, klass=klass, most=3)]
    texts = tuple(Text(row.x, i * LINE, row.text, klass) for i, row in enumerate(rows, 1))
    bild = Bild(id="b", titel="B", beskrivning="", tabell=Tabell((), ()), höjd=len(rows) * LINE + 6, texter=texts)
    page = drawn([bild], bas, browser)
    assert page.evaluate(FAULTS) == []
    page.close()

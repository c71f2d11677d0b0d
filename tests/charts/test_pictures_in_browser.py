"""Pictures as they are drawn: no text sticks out, and they can be read on a narrow screen."""

from decimal import Decimal
from pathlib import Path

import material
import pytest
from playwright.sync_api import Browser
from rusplan.build.assets import assets
from rusplan.charts import Rad, Stapel, bars
from rusplan.checks import read_collection
from rusplan.render.renderer import TEMPLATES, Renderer
from rusplan.site.sajt import Sajt
from rusplan.views import pictures

from tests.built import ROOT

OUTSIDE = """() => [...document.querySelectorAll('svg')].flatMap(svg => {
  const room = svg.viewBox.baseVal;
  return [...svg.querySelectorAll('text')].filter(t => { const b = t.getBBox(); return b.x < -1 || b.x + b.width > room.width + 1 || b.y + b.height > room.height + 1; })
    .map(t => `${svg.querySelector('title').textContent}: ${t.textContent}`);
})"""


@pytest.mark.parametrize("width", [320, 1280])
def test_no_text_sticks_out_or_gets_too_small(width: int, browser: Browser) -> None:
    samling = read_collection(ROOT)
    long = bars(
        "lang",
        "Lång",
        ("Budget", "Utfall"),
        [
            Rad(
                "Ord " * 40,
                (Stapel(Decimal(9), "999 999 999,99 kr", "hel"), Stapel(None, "Uppgift saknas i källan", "hel")),
            )
        ],
    )
    found = [bild for name, bild in pictures.drawn(Sajt(samling=samling)).items() if "." in name]
    body = "".join(Renderer(samling).render("makron/diagram.md", "", vy=bild) for bild in (*found, long))
    css = dict(assets(Path(material.__file__).parent / "templates", ROOT / "theme", ROOT / "docs", TEMPLATES).files)[
        "rusplan.css"
    ].decode()
    page = browser.new_page(viewport={"width": width, "height": 800})
    wide = ':root { --rp-typsnitt: "DejaVu Sans" !important; }'  # the widest of the fonts that a system may choose
    page.set_content(f"<style>{css}{wide}</style><main class='md-typeset md-grid'>{body}</main>")
    assert page.evaluate(OUTSIDE) == []
    sizes = page.evaluate("[...document.querySelectorAll('svg text')].map(t => t.getBoundingClientRect().height)")
    page.close()
    assert min(sizes) >= 11

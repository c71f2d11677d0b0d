"""A dozen pages look as they were reviewed to look. The data is small and invented, so that no edit of the real one changes them.

The boxes of a page's parts are where they were in any Chromium; pixels are compared only in the major version that drew the pictures.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.built import ROOT, build
from tests.invented import lay_out
from tests.pictures import differing, small
from tests.served import served

GOLDEN = ROOT / "tests/golden/utseende"
DRAWN_BY = GOLDEN / "chromium.txt"  # the major version
PATIENCE = 0.02  # a new library of fonts moves some text by a pixel; a broken layout moves a third of the page
PARTS = [
    ".rp-huvud", ".rp-meny", ".rp-smulor", "h1", "h2", "article", ".rp-innehall", ".rp-sidomeny", ".rp-rutor", ".rp-ruta", ".rp-faktaruta",
    ".rp-tabell", ".rp-filter", ".rp-figur", ".rp-figur svg", ".rp-banderoll", ".rp-sidfot",
]  # fmt: skip
NEAR = 6  # px that an edge may move
# The first box of each part that is seen: left, top, width, height.
BOXES = """parts => Object.fromEntries(parts.map(part => [part, document.querySelector(part)]).filter(([, e]) => e?.checkVisibility())
  .map(([part, e]) => { const b = e.getBoundingClientRect(); return [part, [b.x, b.y + scrollY, b.width, b.height].map(Math.round)]; }))"""
Boxes = dict[str, list[int]]
PICTURES = [
    ("", 1280, "light"), ("", 320, "dark"), ("planer/2024/", 1280, "light"), ("uppfoljning/2024/", 768, "light"),
    ("aktiviteter/2024/skog/", 1280, "light"), ("aktiviteter/2024/skog/", 1280, "dark"), ("aktiviteter/2024/skog/", 320, "light"),
    ("aktiviteter/", 1280, "light"), ("aktiviteter/", 320, "light"), ("jamfor/2024-2025/", 768, "light"),
    ("redaktor/", 1280, "light"), ("404.html", 320, "light"),
]  # fmt: skip


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small collection as a site, served; it has no history, so no date changes either."""
    root = lay_out(tmp_path_factory.mktemp("bas") / "projekt")
    shutil.rmtree(root / "data")
    shutil.copytree(ROOT / "tests/golden/bas/data", root / "data")
    run = build(root / "site", root=root)
    assert run.returncode == 0, run.stdout + run.stderr
    with served(root / "site") as address:
        yield address


def moved(found: Boxes, expected: Boxes) -> list[str]:
    """The parts that came, went, or have an edge that is not where it was."""
    near = {
        part
        for part in found.keys() & expected.keys()
        if all(abs(a - b) <= NEAR for a, b in zip(found[part], expected[part], strict=True))
    }
    return sorted((found.keys() | expected.keys()) - near)


def major(browser: Browser) -> str:
    return browser.version.partition(".")[0]


def opened(browser: Browser, address: str, width: int, scheme: Literal["light", "dark"]) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
        locale="sv-SE",
        bypass_csp=True,
    )
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    return page


@pytest.mark.parametrize(("address", "width", "scheme"), PICTURES)
def test_page_looks_as_reviewed(
    address: str,
    width: int,
    scheme: Literal["light", "dark"],
    origin: str,
    browser: Browser,
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    page = opened(browser, origin + address, width, scheme)
    picture, boxes = page.screenshot(), page.evaluate(BOXES, PARTS)
    page.context.close()
    file = GOLDEN / f"{address.strip('/').replace('/', '-').removesuffix('.html') or 'start'}-{width}-{scheme}.png"
    places = file.with_suffix(".json")
    if request.config.getoption("--update-golden"):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(small(picture))
        rows = [f"  {json.dumps(part)}: {box}" for part, box in boxes.items()]
        places.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
        DRAWN_BY.write_text(f"{major(browser)}\n", encoding="utf-8")
    (tmp_path / file.name).write_bytes(picture)
    assert moved(boxes, json.loads(places.read_text(encoding="utf-8"))) == []
    if major(browser) == DRAWN_BY.read_text(encoding="utf-8").strip():
        assert differing(picture, file.read_bytes()) < PATIENCE, f"look at {tmp_path / file.name} and at {file}"


def test_a_broken_layout_is_noticed(origin: str, browser: Browser) -> None:
    page = opened(browser, origin, 1280, "light")
    page.add_style_tag(content=".md-main__inner { display: block; } .rp-rutor { display: block; }")
    broken, boxes = page.screenshot(), page.evaluate(BOXES, PARTS)
    page.context.close()
    assert moved(boxes, json.loads((GOLDEN / "start-1280-light.json").read_text(encoding="utf-8")))
    if major(browser) == DRAWN_BY.read_text(encoding="utf-8").strip():
        assert differing(broken, (GOLDEN / "start-1280-light.png").read_bytes()) > PATIENCE


def test_a_part_that_is_moved_gone_or_new_is_noticed(origin: str, browser: Browser) -> None:
    page = opened(browser, origin, 1280, "light")
    before = page.evaluate(BOXES, PARTS)
    page.add_style_tag(content=".rp-rutor { position: relative; left: 20px; } .rp-sidfot { display: none; }")
    after = page.evaluate(BOXES, PARTS)
    page.context.close()
    assert moved(before, before) == []
    assert moved(after, before) == moved(before, after) == [".rp-ruta", ".rp-rutor", ".rp-sidfot"]

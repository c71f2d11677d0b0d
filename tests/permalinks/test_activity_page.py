"""What an activity's page says of itself to machines, its headings' addresses, and the button that copies its link."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from rusplan.checks import read_collection
from rusplan.render.renderer import Renderer
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.views.activity_page import activity_page
from rusplan.views.structured_data import structured

from tests.built import SITE_URL
from tests.typefaces import in_both_typefaces

BASE = SITE_URL.rstrip("/")
PAGE = "/aktiviteter/2025/vandringsleder/"
BUTTON = "button:has-text('Kopiera länk')"
REFUSE = "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('nej')); }"
JSON_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
HEADING = re.compile(r"<h([2-6])([^>]*)>")


def pages(site: Path) -> dict[str, str]:
    """The HTML of every page by its address, redirects left out."""
    found = {}
    for path in sorted(site.rglob("index.html")):
        text = path.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in text:
            found["/" + path.relative_to(site).as_posix().removesuffix("index.html")] = text
    return found


def data_of(text: str) -> dict[str, dict[str, Any]]:
    """The page's structured data by type."""
    (found,) = JSON_LD.findall(text)
    return {part["@type"]: part for part in json.loads(found)["@graph"]}


def meta(text: str) -> dict[str, str]:
    """The page's Open Graph and description."""
    return dict(re.findall(r'<meta (?:property|name)="(og:[\w:]+|description)" content="([^"]*)">', text))


def test_every_page_has_a_preview_made_for_it(site: Path) -> None:
    for address, text in pages(site).items():
        told = meta(text)
        assert told["og:title"], address
        assert told["og:description"] == told["description"], address
        assert told["og:url"] == f"{BASE}{address}", address
        assert told["og:locale"] == "sv_SE"


def test_preview_of_an_activity_is_its_own_words(site: Path) -> None:
    told = meta(pages(site)[PAGE])
    summary = read_collection(site.parent).aktiviteter["2025/vandringsleder"].utfall
    assert summary
    assert summary.innehåll.sammanfattning
    assert told["og:title"] == "Märka om vandringslederna 2025"
    assert summary.innehåll.sammanfattning.startswith(told["og:description"].rstrip(".…"))


def test_preview_picture_is_there_small_and_as_large_as_told(site: Path) -> None:
    told = meta(pages(site)[PAGE])
    picture = (site / told["og:image"].removeprefix(f"{BASE}/")).read_bytes()
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    size = [int.from_bytes(picture[i : i + 4]) for i in (16, 20)]
    assert size == [int(told["og:image:width"]), int(told["og:image:height"])]
    assert len(picture) < 20_000


def test_activity_is_described_with_year_plan_sources_and_partners(site: Path) -> None:
    found = data_of(pages(site)[PAGE])
    report = found["Report"]
    assert report["url"] == f"{BASE}{PAGE}"
    assert report["temporalCoverage"] == "2025"
    assert report["isPartOf"]["url"] == f"{BASE}/planer/2025/"
    assert [work["name"] for work in report["isBasedOn"]] == ["Verksamhetsplan 2025", "Verksamhetsberättelse 2025"]
    assert report["contributor"]
    assert report["publisher"]["name"] == "Älvbygden"


def test_activity_without_outcome_is_no_report(site: Path) -> None:
    found = data_of(pages(site)["/aktiviteter/2024/kulturstigar/"])
    assert "Report" not in found
    assert found["CreativeWork"]["temporalCoverage"] == "2024"


def test_breadcrumbs_lead_from_the_start_to_pages_that_are_there(site: Path) -> None:
    found = pages(site)
    for address, text in found.items():
        if address == "/":
            continue
        items = data_of(text)["BreadcrumbList"]["itemListElement"]
        assert [item["position"] for item in items] == list(range(1, len(items) + 1)), address
        ways = [item["item"].removeprefix(BASE) for item in items]
        assert (ways[0], ways[-1]) == ("/", address)
        assert not set(ways) - found.keys(), address


def test_hostile_text_stays_within_the_structured_data(project: Path) -> None:
    path = project / "data/2025/aktiviteter/museum.yml"
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    hostile = "</script><script>alert(1)</script><!-- & ' \" {{ 7*7 }}"
    rows[0] = "titel: " + json.dumps(hostile) + "\n"
    path.write_text("".join(rows), encoding="utf-8")
    sajt = Sajt(samling=read_collection(project), bas=f"{BASE}/")
    view = activity_page(sajt, sajt.samling.aktiviteter["2025/museum"])
    data = structured(sajt, "aktiviteter/2025/museum/", view.titel, hostile, [Länk("Start", "")], view)
    text = Renderer(sajt.samling).render("huvud.html", "", data=data, flöden=(), utkast=False)
    assert text.count("<") == 2
    assert json.loads(JSON_LD.findall(text)[0]) == data


def test_every_heading_has_an_address_that_does_not_hang_on_its_number(site: Path) -> None:
    for address, text in pages(site).items():
        article = text[text.index("<article") : text.index("</article")]
        for heading in HEADING.finditer(article):
            if "rp-handelse__titel" in heading[2]:
                continue  # the event around it has the address
            name = re.search(r'id="([^"]+)"', heading[2])
            assert name, (address, article[heading.start() : heading.end() + 60])
            assert not re.search(r"_\d+$", name[1]), (address, name[1])


# ---------------------------------------------------------------- Kopiera länk


@pytest.fixture
def page(browser: Browser, origin: str) -> Page:
    """The page of an activity, with leave to use the clipboard."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    found = context.new_page()
    found.goto(origin + PAGE)
    return found


def test_button_copies_the_permanent_address_and_says_so(page: Page) -> None:
    page.click(BUTTON)
    page.get_by_role("status").filter(has_text="Länken är kopierad.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{BASE}{PAGE}"
    page.context.close()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_button_is_reached_and_used_by_keyboard_alone(key: str, page: Page) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Kopiera länk":
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press(key)
    page.get_by_role("status").filter(has_text="Länken är kopierad.").wait_for()
    assert page.evaluate("document.activeElement.textContent") == "Kopiera länk"
    page.context.close()


def test_second_press_is_announced_too(page: Page) -> None:
    page.click(BUTTON)
    page.get_by_role("status").filter(has_text="kopierad").wait_for()
    page.evaluate(
        """() => { window.heard = []; new MutationObserver(() => window.heard.push(document.querySelector('.rp-kopiera [role=status]').textContent))
        .observe(document.querySelector('.rp-kopiera [role=status]'), {childList: true}); }"""
    )
    page.click(BUTTON)
    page.evaluate(
        "new Promise(done => { const seen = setInterval(() => { if (window.heard.length > 1) { clearInterval(seen); done(); } }, 20); })"
    )
    assert page.evaluate("window.heard") == ["", "Länken är kopierad."]
    page.context.close()


def test_browser_that_refuses_shows_the_address_instead(page: Page) -> None:
    page.evaluate(REFUSE)
    page.click(BUTTON)
    page.get_by_role("status").filter(has_text=f"{BASE}{PAGE}").wait_for()
    page.context.close()


@pytest.mark.parametrize("javascript", [True, False])
def test_button_shows_only_where_it_works(javascript: bool, browser: Browser, origin: str) -> None:
    context = browser.new_context(java_script_enabled=javascript)
    found = context.new_page()
    found.goto(origin + PAGE)
    assert found.locator(BUTTON).is_visible() is javascript
    context.close()


@in_both_typefaces
@pytest.mark.parametrize("width", [320, 1280])
def test_page_is_no_wider_than_the_screen_after_a_press(width: int, browser: Browser, origin: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    found = context.new_page()
    found.goto(origin + PAGE)
    found.evaluate(REFUSE)
    found.click(BUTTON)
    found.get_by_role("status").filter(has_text="https").wait_for()
    assert found.evaluate("document.documentElement.scrollWidth") <= width
    box = found.locator(BUTTON).bounding_box()
    assert box
    assert box["height"] >= 24
    context.close()

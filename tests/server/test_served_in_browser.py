"""The site behind nginx in a real browser: the policy stops nothing of ours, nothing is kept, and little is sent."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import material
import pytest
from playwright.sync_api import Browser, BrowserContext, Error, expect
from rusplan.build import assets
from rusplan.build.assets import style_sheet
from rusplan.tools import resources
from rusplan.tools.resources import ASSETS, TEMPLATES, THEME

from tests.built import Site
from tests.invented import INVENTED
from tests.pictures import differing
from tests.typefaces import in_both_typefaces

PAGES = [
    "", "aktiviteter/2025/kulturstigar/", "aktiviteter/", "sok/?q=skog", "nyhetsbrev/", "handelser/", "budget/2025/", "mal/",
    "jamfor/2024-2025/", "samverkan/hembygdsradet/", "redaktor/falt/", "planer/2024/utskrift/", "finns/inte/",
]  # fmt: skip
ACTIVITY, NEXT = "aktiviteter/2025/kulturstigar/", "aktiviteter/2025/webbkarta/"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who has never been here."""
    made = browser.new_context(color_scheme="dark", locale="sv-SE")
    yield made
    made.close()


@pytest.mark.parametrize("path", PAGES)
def test_console_is_silent_and_the_colours_are_set_by_the_script_in_the_page(
    path: str, served: str, context: BrowserContext
) -> None:
    said: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text) if "404 (Not Found)" not in message.text else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(served + path, wait_until="networkidle")
    assert said == []
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


@pytest.mark.parametrize("path", ["aktiviteter/2025/", "aktiviteter/2025"])
def test_reader_who_shortens_an_address_to_its_year_sees_the_activities_of_the_year(
    path: str, served: str, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(served + path)
    page.wait_for_url(f"{served}aktiviteter/?ar=2025")
    expect(page.locator(".rp-filter__resultat")).to_contain_text("aktiviteter 2025")


def test_script_that_gets_into_a_page_does_not_run(served: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(served)
    for way in (
        "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }))",
        "document.body.innerHTML += '<img src=x onerror=\"window.ran = true\">'",
        "document.body.insertAdjacentHTML('beforeend', '<b>x</b>')",
        "trustedTypes.createPolicy('x', { createHTML: (text) => text })",
    ):
        with pytest.raises(Error, match=r"(?i)trusted|policy"):
            page.evaluate(way)
    assert page.evaluate("window.ran") is None


def test_no_cookie_is_set_and_only_what_the_reader_chooses_is_kept(served: str, context: BrowserContext) -> None:
    page = context.new_page()
    for path in PAGES:
        page.goto(served + path, wait_until="networkidle")
        assert page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == []
    assert context.cookies() == []
    assert page.evaluate("indexedDB.databases().then(found => found.length)") == 0


def sent(context: BrowserContext, addresses: list[str]) -> list[tuple[int, int]]:
    """(requests, bytes over the wire) for each page, one after the other in one tab, as the browser's network log tells."""
    page = context.new_page()
    log = context.new_cdp_session(page)
    log.send("Network.enable")
    finished: list[float] = []
    log.on("Network.loadingFinished", lambda event: finished.append(event["encodedDataLength"]))
    found = []
    for address in addresses:
        finished.clear()
        page.goto(address, wait_until="networkidle")
        costly = [size for size in finished if size]
        found.append((len(costly), round(sum(costly))))
    return found


def test_first_visit_and_next_page_are_light(served: str, context: BrowserContext) -> None:
    (requests, first), (_, second) = sent(context, [served + ACTIVITY, served + NEXT])
    assert requests <= 6
    assert first < 70_000
    assert second < 12_000


@in_both_typefaces
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_jumps_when_the_scripts_have_come(width: int, served: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(l => { for (const e of l.getEntries()) window.shift += e.value; }).observe({ type: 'layout-shift', buffered: true });"
    )
    jumped = {}
    for path in (*PAGES[:3], "planer/2024/", "handelser/"):
        page.goto(served + path, wait_until="networkidle")
        jumped[path] = page.evaluate("window.shift")
    context.close()
    assert {path: shift for path, shift in jumped.items() if shift > 0.02} == {}


def test_styles_of_our_own_are_small() -> None:
    own = "".join((ASSETS / f"css/{name}.css").read_text() for name in assets.STYLES)
    assert len(gzip.compress(own.encode(), 9)) < 20_000


@pytest.mark.parametrize("path", ["sok/?q=skog", "aktiviteter/?ar=2025", "nyhetsbrev/"])
def test_scripts_of_the_heaviest_pages_are_small(path: str, served: str, context: BrowserContext) -> None:
    page = context.new_page()
    loaded: list[str] = []
    page.on("response", lambda answer: loaded.append(answer.url) if answer.url.endswith(".js") else None)
    page.goto(served + path, wait_until="networkidle")
    scripts = [gzip.compress(page.request.get(url).body(), 9) for url in loaded]
    assert scripts
    assert sum(map(len, scripts)) < 15_000


def test_nothing_is_shipped_that_no_page_loads(site: Site) -> None:
    shipped = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file()}
    assert not [
        path for path in shipped if path.endswith(".map") or "lunr" in path or "bundle" in path or "workers" in path
    ]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_part_of_materials_styles_looks_as_the_whole(
    width: int,
    scheme: Literal["light", "dark"],
    site: Site,
    served: str,
    browser: Browser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    theirs = Path(material.__file__).parent / "templates"
    monkeypatch.setattr(assets, "_possible", lambda selector, words: True)
    whole = style_sheet(theirs, (THEME, TEMPLATES, ASSETS, resources.PAGES, INVENTED / "docs"))
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    for path in PAGES[1:-1:2]:
        page.goto(served + path, wait_until="networkidle")
        ours = page.screenshot()
        page.route("**/rusplan.css", lambda route: route.fulfill(body=whole, content_type="text/css"))
        page.goto(served + path, wait_until="networkidle")
        assert differing(page.screenshot(), ours) < 0.001, path
        page.unroute("**/rusplan.css")
    context.close()

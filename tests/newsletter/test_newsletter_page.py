"""The page /nyhetsbrev/ in a browser: choose, order, copy; the same text as the command, byte for byte."""

import json
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.newsletter.newsletter_site import build, rusplan
from tests.typefaces import in_both_typefaces

FALL = json.loads((Path(__file__).parent / "fall.json").read_text(encoding="utf-8"))
HOSTILE = """ <b>Hej</b> & "du" 'där' {{ 7*7 }}  {% raw %} ${x} $& \\1 🌲👩🏽‍🌾 <!-- </script> """
PASTE = "<div id=mål contenteditable></div><textarea id=ren></textarea>"


def open_page(sida: Page, query: str = "") -> None:
    """The page with its data loaded."""
    sida.goto(f"/nyhetsbrev/{query}")
    expect(sida.locator("#nb-antal")).to_contain_text("med filtret")


def chosen(sida: Page) -> list[str]:
    """The titles in the order list."""
    return sida.locator("#nb-ordning li > span:first-child").all_inner_texts()


def pasted(sida: Page, press: str) -> dict[str, str]:
    """What an editor of rich text and a plain field get when the button's text is pasted into them."""
    sida.get_by_role("button", name=press).click()
    expect(sida.locator("#nb-kopierat")).to_contain_text("kopierad")
    other = sida.context.new_page()
    other.set_content(PASTE)
    other.evaluate(
        "() => addEventListener('paste', e => { window.types ??= ['text/html', 'text/plain'].map(t => e.clipboardData.getData(t)) })"
    )
    other.locator("#mål").click()
    other.keyboard.press("Control+V")
    other.locator("#ren").click()
    other.keyboard.press("Control+V")
    found = {
        "markup": other.locator("#mål").inner_html(),
        "html": other.evaluate("window.types[0]"),
        "text": other.evaluate("window.types[1]"),
        "fält": other.locator("#ren").input_value(),
    }
    other.close()
    return found


def test_back_to_a_long_list_shows_as_many_activities_as_before(sida: Page) -> None:
    def many(route: Route) -> None:
        answer = route.fetch()
        data = answer.json()
        items = [{**item, "ref": f"{item['ref']}-{n}"} for n in range(100) for item in data["inslag"]]
        route.fulfill(response=answer, json=data | {"inslag": items})

    sida.route("**/nyhetsbrev/data.json", many)
    open_page(sida)
    expect(sida.locator("#nb-traffar > *")).to_have_count(100)
    sida.get_by_role("button", name="Visa fler").click()
    sida.locator("#nb-traffar input").nth(150).check()
    sida.goto("/")
    sida.go_back()
    expect(sida.locator("#nb-traffar > *")).to_have_count(200)
    sida.go_back()
    expect(sida.locator("#nb-traffar > *")).to_have_count(200)


@pytest.mark.parametrize("fall", FALL, ids=lambda fall: fall["fall"])
def test_script_writes_each_form_as_the_table_says(fall: dict[str, Any], sida: Page) -> None:
    open_page(sida)
    told = sida.evaluate(
        """async ([items, intro, grouped]) => {
            const { newsletter } = await import(new URL("nyhetsbrev/text.js", document.querySelector("script[src]").src));
            const { format } = await (await fetch("data.json")).json();
            return Object.fromEntries(["html", "text"].map((form) => [form, newsletter(format, form, items, intro, grouped)]));
        }""",
        [fall["inslag"], fall["inledning"], fall.get("grupperat", False)],
    )
    assert told == {"html": fall["html"], "text": fall["text"]}


@pytest.mark.parametrize(
    ("refs", "intro"),
    [
        (["2025/skog"], ""),
        (["2025/skog"], HOSTILE),
        (["2025/vatten", "2024/skog", "2025/skog", "2024/tidning"], "Nytt från dalen"),
        ([], HOSTILE),
    ],
)
def test_page_and_command_give_the_same_bytes(refs: list[str], intro: str, sida: Page, projekt: Path) -> None:
    query = f"val={','.join(refs)}&inledning={quote(intro)}"
    open_page(sida, f"?{query}")
    order = [*(refs or ["2025/skog", "--status", "ej"]), f"--intro={intro}"]
    for form, field in (("html", "#nb-html"), ("text", "#nb-ren")):
        assert sida.locator(field).input_value().encode() == rusplan(projekt, *order, "--format", form).encode()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?ar=2025", ["--year", "2025"]),
        ("?omrade=kultur", ["--area", "kultur"]),
        ("?status=som_planerat", ["--status", "som_planerat"]),
        ("?sedan=2026-02-02", ["--since", "2026-02-02"]),
        ("?sedan=2026-02-02&ar=2025&omrade=natur", ["--since", "2026-02-02", "--year", "2025", "--area", "natur"]),
    ],
)
def test_all_of_a_filter_gives_what_the_command_gives_for_it(
    query: str, words: list[str], sida: Page, projekt: Path
) -> None:
    open_page(sida, query)
    sida.locator("#nb-alla").click()
    text = rusplan(projekt, *words)
    assert text
    assert sida.locator("#nb-ren").input_value() == text


def test_hostile_text_stays_text_on_the_page(sida: Page) -> None:
    open_page(sida, f"?val=2025/skog&inledning={quote(HOSTILE)}")
    assert sida.locator("#nb :is(b, img, em, script)").count() == 0
    assert "<img src=x onerror=alert(1)>" in sida.locator("#nb-rik").inner_text()
    assert sida.locator("#nb-rik a").evaluate_all("links => links.map(a => a.href)") == [
        "https://plan.exempel.se/aktiviteter/2025/skog/"
    ]


@pytest.mark.parametrize("origin", ["http://127.0.0.1", "http://intern.test"])
def test_copied_rich_text_pastes_with_headings_and_links(origin: str, sida: Page, server: int, projekt: Path) -> None:
    """A page without https (intern.test) has no modern clipboard, and copies all the same."""
    sida.goto(f"{origin}:{server}/nyhetsbrev/?val=2025/vatten,2024/skog")
    expect(sida.locator("#nb-antal")).to_contain_text("med filtret")
    assert sida.evaluate("Boolean(navigator.clipboard)") is ("127" in origin)
    found = pasted(sida, "Kopiera formaterad text")
    assert found["markup"].count("<h2") == 2
    assert 'href="https://plan.exempel.se/aktiviteter/2025/vatten/"' in found["markup"]
    assert "style=" not in found["html"]
    assert found["text"] == found["fält"] == rusplan(projekt, "2025/vatten", "2024/skog")


def test_copied_html_and_plain_text_are_the_commands_text(sida: Page, projekt: Path) -> None:
    open_page(sida, "?val=2025/skog")
    html = pasted(sida, "Kopiera HTML")
    assert (html["html"], html["fält"]) == ("", rusplan(projekt, "2025/skog", "--format", "html"))
    plain = pasted(sida, "Kopiera ren text")
    assert (plain["html"], plain["fält"]) == ("", rusplan(projekt, "2025/skog"))


def test_nothing_to_copy_is_told(sida: Page) -> None:
    open_page(sida)
    sida.get_by_role("button", name="Kopiera HTML").focus()
    sida.keyboard.press("Enter")
    expect(sida.locator("#nb-kopierat")).to_contain_text("inget att kopiera")


def test_order_changes_by_keyboard_alone_keeps_focus_and_is_announced(sida: Page) -> None:
    open_page(sida, "?val=2025/vatten,2024/skog,2024/tidning")
    region = sida.locator("#nb-ordning-besked")
    assert region.get_attribute("role") == "status"
    sida.get_by_role("button", name="Flytta ned Nya Vattnet 2025").focus()
    for _ in range(2):
        sida.keyboard.press("Enter")
    assert chosen(sida) == ["Skogen 2024", "Tidningen 2024", "Nya Vattnet 2025"]
    expect(sida.get_by_role("button", name="Flytta ned Nya Vattnet 2025")).to_be_focused()
    expect(region).to_have_text("Nya Vattnet 2025 är nu på plats 3 av 3.")
    sida.keyboard.press("Enter")
    expect(region).to_have_text("Nya Vattnet 2025 står redan sist.")
    sida.keyboard.press("Shift+Tab")
    sida.keyboard.press("Space")
    assert chosen(sida) == ["Skogen 2024", "Nya Vattnet 2025", "Tidningen 2024"]
    expect(sida.get_by_role("button", name="Flytta upp Nya Vattnet 2025")).to_be_focused()
    sida.get_by_role("button", name="Ta bort Nya Vattnet 2025").focus()
    sida.keyboard.press("Enter")
    expect(sida.get_by_role("button", name="Ta bort Tidningen 2024")).to_be_focused()
    expect(region).to_have_text("Nya Vattnet 2025 är borttagen.")
    for _ in range(2):
        sida.keyboard.press("Enter")
    expect(sida.locator("#ordna")).to_be_focused()
    assert chosen(sida) == []


def test_activities_are_chosen_by_keyboard_and_stay_when_the_filter_changes(sida: Page) -> None:
    open_page(sida)
    sida.get_by_label("Ord i titel eller text").focus()
    sida.keyboard.type("VATTNET")
    expect(sida.locator("#nb-antal")).to_have_text("1 aktivitet stämmer med filtret.")
    sida.get_by_role("checkbox", name="Nya Vattnet 2025").focus()
    sida.keyboard.press("Space")
    expect(sida.get_by_role("checkbox", name="Nya Vattnet 2025")).to_be_focused()
    expect(sida.locator("#nb-antal")).to_have_text("Nya Vattnet 2025 är tillagd sist.")
    sida.get_by_role("button", name="Rensa filtret").click()
    expect(sida.locator("#nb-antal")).to_have_text("9 aktiviteter stämmer med filtret.")
    assert chosen(sida) == ["Nya Vattnet 2025"]


def test_choice_order_and_introduction_are_in_the_address_and_back_undoes_them(sida: Page) -> None:
    open_page(sida)
    for name in ("Skogen 2024", "Nya Vattnet 2025"):
        sida.get_by_role("checkbox", name=name).check()
    sida.get_by_role("button", name="Flytta upp Nya Vattnet 2025").click()
    sida.get_by_role("textbox", name="Inledning").fill("Hej då & åter")
    sida.wait_for_url("**inledning=*")
    assert "val=2025/vatten,2024/skog" in sida.url
    shared, text = sida.url, sida.locator("#nb-ren").input_value()
    assert text.startswith("Hej då & åter\n\nNya Vattnet 2025\n")
    sida.go_back()
    expect(sida.get_by_role("textbox", name="Inledning")).to_have_value("")
    sida.go_back()
    assert chosen(sida) == ["Skogen 2024", "Nya Vattnet 2025"]
    sida.go_back()
    assert chosen(sida) == ["Skogen 2024"]
    sida.go_forward()
    assert chosen(sida) == ["Skogen 2024", "Nya Vattnet 2025"]
    sida.goto("about:blank")
    sida.goto(shared)
    expect(sida.locator("#nb-ren")).to_have_value(text)


def test_activity_that_is_gone_is_told_and_left_out(sida: Page) -> None:
    open_page(sida, "?val=2025/borta,2024/skog&ar=1999")
    expect(sida.locator("#nb-ordning-besked")).to_contain_text(
        "Finns inte längre och är borttaget ur urvalet: 2025/borta."
    )
    assert chosen(sida) == ["Skogen 2024"]
    expect(sida.locator("#nb-antal")).to_have_text("9 aktiviteter stämmer med filtret.")


def test_address_too_long_to_share_is_told(sida: Page) -> None:
    open_page(sida, f"?val=2024/skog&inledning={'x' * 5900}")
    expect(sida.locator("#nb-ordning-besked")).to_have_text("1 är vald.")
    sida.get_by_role("textbox", name="Inledning").fill("x" * 6000)
    expect(sida.locator("#nb-ordning-besked")).to_contain_text("för lång att dela")


def test_buttons_that_do_nothing_now_are_not_there(sida: Page) -> None:
    open_page(sida, "?text=finns-inte")
    for name in ("#nb-alla", "#nb-fler", "#nb-tom"):
        expect(sida.locator(name)).to_be_hidden()


@in_both_typefaces
def test_page_fits_a_narrow_screen(sida: Page) -> None:
    sida.set_viewport_size({"width": 320, "height": 800})
    open_page(sida, "?val=2025/skog,2024/skog")
    assert sida.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_javascript_the_page_has_the_command_and_the_latest_changes(browser: Browser, server: int) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{server}/nyhetsbrev/")
    text = page.locator("article").inner_text()
    assert "rusplan newsletter --since 2026-03-03 --format html" in text
    assert "behövs JavaScript" in text
    first = page.locator("[data-utan-skript] li").first
    assert first.inner_text().replace("\u00a0", " ") == "Nya Vattnet (2025), 3 mars 2026"
    first.locator("a").click()
    assert page.url.endswith("/aktiviteter/2025/vatten/")
    context.close()


def test_site_without_history_says_so_and_the_rest_works(projekt: Path, tmp_path: Path, browser: Browser) -> None:
    shutil.copytree(projekt, tmp_path / "projekt", ignore=shutil.ignore_patterns(".git", "site"))
    html = (build(tmp_path / "projekt") / "nyhetsbrev/index.html").read_text(encoding="utf-8")
    assert html.count("Versionshistoriken saknas här") == 2
    assert "rusplan newsletter --year 2025 --format html" in html
    site = tmp_path / "projekt/site"
    context = browser.new_context()
    context.route("**", lambda route: route.fulfill(path=site / urlsplit(route.request.url).path.removeprefix("/")))
    page = context.new_page()
    page.goto("http://intern.test/nyhetsbrev/index.html?sedan=2026-01-01")
    expect(page.locator("#nb-sedan")).to_be_disabled()
    expect(page.locator("#nb-antal")).to_have_text("9 aktiviteter stämmer med filtret.")
    context.close()

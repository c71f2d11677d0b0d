"""Search as a reader meets it: the button, the dialog, the keys, the page, and what it costs those who do not search."""

import json
import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.typefaces import in_both_typefaces

ACTIVITY = "aktiviteter/2025/kulturstigar/"


def requests_of(page: Page) -> list[str]:
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url))
    return found


def search_for(page: Page, query: str) -> None:
    page.keyboard.press("/")
    page.get_by_role("dialog").get_by_label("Sök efter").fill(query)


def painted(page: Page) -> None:
    """Waits until nothing is being fetched, and the browser has drawn what a pressed key led to: a dialog would stand by then."""
    page.wait_for_load_state("networkidle")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_a_reader_who_does_not_search_fetches_nothing_of_it(page: Page, address: str) -> None:
    asked = requests_of(page)
    page.goto(address + ACTIVITY, wait_until="networkidle")
    names = {url.rsplit("/", 1)[1] for url in asked if "/sok/" in url}
    assert names == {"knapp.js"}
    assert not [url for url in asked if not url.startswith(address) or "lunr" in url or "search_index" in url]


def test_the_dialog_has_a_name_and_takes_the_focus(page: Page, address: str) -> None:
    page.goto(address + ACTIVITY)
    page.get_by_role("button", name="Sök", exact=True).click()
    dialog = page.get_by_role("dialog", name="Sök på webbplatsen")
    expect(dialog.get_by_label("Sök efter")).to_be_focused()


@pytest.mark.parametrize("key", ["/", "s"])
def test_a_key_opens_and_escape_closes_and_gives_the_focus_back(page: Page, address: str, key: str) -> None:
    page.goto(address + ACTIVITY)
    page.get_by_role("link", name="Kulturverket").first.focus()
    page.keyboard.press(key)
    expect(page.get_by_role("dialog").get_by_label("Sök efter")).to_be_focused()
    expect(page.get_by_role("dialog").get_by_label("Sök efter")).to_have_value("")
    page.keyboard.type("s/")
    expect(page.get_by_role("dialog").get_by_label("Sök efter")).to_have_value("s/")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("link", name="Kulturverket").first).to_be_focused()


def test_keys_do_nothing_while_one_types_and_with_ctrl(page: Page, address: str) -> None:
    page.goto(address + "sok/")
    page.get_by_label("Sök efter").press("s")
    expect(page.get_by_label("Sök efter")).to_have_value("s")
    page.goto(address + ACTIVITY)
    page.keyboard.press("Control+s")
    painted(page)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_keys_can_be_turned_off(page: Page, address: str) -> None:
    page.goto(address + ACTIVITY)
    page.keyboard.press("s")
    page.get_by_label("Öppna sökningen med tangenten / eller s").uncheck()
    page.reload()
    page.keyboard.press("s")
    painted(page)
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Sök", exact=True).click()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_tab_stays_within_the_dialog(page: Page, address: str) -> None:
    page.goto(address + ACTIVITY)
    search_for(page, "kulturstigar")
    expect(page.get_by_role("dialog").get_by_role("listitem")).to_have_count(6)
    inside = "document.querySelector('dialog').contains(document.activeElement)"
    for key in ["Tab"] * 16 + ["Shift+Tab"] * 16:
        page.keyboard.press(key)
        assert page.evaluate(inside)


def test_results_are_announced_and_show_the_words_in_their_place(page: Page, address: str) -> None:
    page.goto(address + ACTIVITY)
    search_for(page, "hyttan")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("status")).to_have_text(re.compile(r"^\d+ sidor hittades för ”hyttan”"))
    first = dialog.get_by_role("listitem").first
    expect(first.get_by_role("link")).to_have_text(re.compile("^Kulturstigar"))
    expect(first.locator("mark").first).to_have_text(re.compile("hyttan"))
    expect(first).to_contain_text("Aktivitet · 2025")
    dialog.get_by_label("Sök efter").fill("zzxxyy")
    expect(dialog.get_by_role("status")).to_have_text(re.compile("^Ingen sida hittades"))
    expect(dialog.get_by_role("listitem")).to_have_count(0)


def test_a_word_far_down_a_long_page_is_shown_in_its_place(page: Page, address: str) -> None:
    page.goto(f"{address}sok/?q=värdestråken&slag=Ordlista")
    expect(page.locator(".rp-traffar mark").first).to_have_text(re.compile("^värdestråk", re.IGNORECASE))


def test_a_result_leads_to_its_page_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(address + "om/")
    search_for(page, "kulturstigar 2025")
    expect(page.get_by_role("dialog").get_by_role("listitem")).to_have_count(6)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}{ACTIVITY}")


def test_enter_goes_to_all_results(page: Page, address: str) -> None:
    page.goto(address + ACTIVITY)
    search_for(page, "hembygdens dag")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}sok/?q=hembygdens+dag")
    expect(page.get_by_label("Sök efter")).to_have_value("hembygdens dag")
    expect(page.locator(".rp-traffar > li").first.get_by_role("link")).to_have_text(re.compile("Hembygdens dag"))


def test_a_shared_address_shows_the_same_search(page: Page, address: str) -> None:
    page.goto(f"{address}sok/?q=kulturstigar&ar=2025&slag=Aktivitet")
    expect(page.get_by_role("status").first).to_have_text(re.compile(r"^\d+ sidor hittades för ”kulturstigar”"))
    about = page.locator(".rp-traff__slag")
    expect(about.first).to_be_visible()
    assert all("Aktivitet · 2025" in text for text in about.all_inner_texts())
    expect(page.locator(".rp-filter__valt button")).to_have_text(["År: 2025 ×", "Slag av sida: Aktivitet ×", "Rensa"])


def test_a_filter_counts_what_it_gives(page: Page, address: str) -> None:
    page.goto(f"{address}sok/?q=kulturstigar")
    page.get_by_text("Filtrera", exact=True).click()
    row = page.locator("[data-filter=ar] label", has_text="2024")
    expect(row).to_be_visible()
    match = re.search(r"\((\d+)\)", row.inner_text())
    assert match
    row.get_by_role("checkbox").check()
    expect(page.get_by_role("status").first).to_have_text(re.compile(rf"^{match[1]} sid"))
    assert page.url.endswith("?q=kulturstigar&ar=2024")


def test_back_undoes_a_filter_and_clear_removes_all(page: Page, address: str) -> None:
    page.goto(f"{address}sok/?q=skog")
    expect(page.get_by_role("status").first).to_have_text(re.compile("sidor hittades"))
    before = page.get_by_role("status").first.inner_text()
    page.get_by_text("Filtrera", exact=True).click()
    page.get_by_role("checkbox", name=re.compile("^2024 ")).check()
    page.get_by_role("checkbox", name=re.compile("^Aktivitet \\(")).check()
    page.go_back()
    expect(page.get_by_role("checkbox", name=re.compile("^Aktivitet \\("))).not_to_be_checked()
    expect(page.get_by_role("checkbox", name=re.compile("^2024 "))).to_be_checked()
    page.get_by_role("button", name="Rensa").click()
    expect(page.get_by_role("status").first).to_have_text(before)
    assert page.url.endswith("?q=skog")


def test_filters_alone_are_a_search(page: Page, address: str) -> None:
    page.goto(f"{address}sok/?status=Delvis+genomförd")
    expect(page.locator(".rp-traffar > li").first).to_contain_text("Delvis genomförd")


def test_more_results_are_added_and_take_the_focus(page: Page, address: str) -> None:
    page.goto(f"{address}sok/?q=samverkan")
    expect(page.locator(".rp-traffar > li")).to_have_count(10)
    page.get_by_role("button", name="Visa fler").click()
    expect(page.locator(".rp-traffar > li")).to_have_count(20)
    expect(page.locator(".rp-traffar > li").nth(10).get_by_role("link")).to_be_focused()


def test_back_from_a_result_shows_as_many_as_before_where_it_stood(page: Page, address: str) -> None:
    page.goto(f"{address}sok/?q=samverkan")
    page.get_by_role("button", name="Visa fler").click()
    result = page.locator(".rp-traffar > li").nth(15).get_by_role("link")
    result.click()
    page.wait_for_url(lambda url: "/sok/" not in url)
    page.go_back()
    expect(page.locator(".rp-traffar > li")).to_have_count(20)
    expect(result).to_be_in_viewport()
    page.get_by_label("Sök efter").fill("samverkan kommuner")
    expect(page.locator(".rp-traffar > li")).to_have_count(10)


def test_the_glossary_tells_on_top_what_a_word_means(page: Page, address: str) -> None:
    page.goto(f"{address}sok/?q=RÅB")
    told = page.locator(".rp-betydelse")
    expect(told).to_have_text(re.compile(r"^RÅB \(regional årlig besöksräkning\): "))
    assert page.evaluate(
        "document.querySelector('.rp-betydelse').compareDocumentPosition(document.querySelector('.rp-traffar')) & 4"
    )
    told.get_by_role("link").click()
    page.wait_for_url(f"{address}ordlista/#rab")
    search_for(page, "RÅB")
    expect(page.get_by_role("dialog").locator(".rp-betydelse")).to_have_count(1)
    page.get_by_role("dialog").get_by_label("Sök efter").fill("badplatser")
    expect(page.get_by_role("dialog").locator(".rp-betydelse")).to_have_count(0)


def test_a_phrase_in_quotation_marks_is_found_just_so(page: Page, address: str) -> None:
    page.goto(f"{address}sok/?q=kulturverket+konsekvensanalys")
    status = page.get_by_role("status").first
    expect(status).to_have_text(re.compile(r"^\d+ sidor hittades för ”kulturverket konsekvensanalys”"))
    page.get_by_label("Sök efter").fill('"konsekvensanalys kulturverket"')
    expect(status).to_have_text(re.compile('^Ingen sida hittades för "konsekvensanalys kulturverket"'))
    page.get_by_label("Sök efter").fill('"hembygdens dag"')
    expect(status).to_have_text(re.compile(r'^\d+ sidor hittades för "hembygdens dag"'))


def test_signs_are_no_words_and_find_no_page(page: Page, address: str) -> None:
    page.goto(f"{address}sok/?q=%25")
    expect(page.get_by_role("status").first).to_have_text(
        "Ingen sida hittades för ”%”. Sök på ord eller tal, inte på tecken."
    )
    expect(page.locator(".rp-traffar > li")).to_have_count(0)


def test_text_from_data_never_comes_alive(page: Page, address: str) -> None:
    hostile = "<img src=x onerror=alert(1)> kulturstigar <script>alert(2)</script>"

    def answer(route: Route) -> None:
        text = {"titel": hostile, "adress": ACTIVITY, "beskrivning": hostile, "text": hostile}
        route.fulfill(body=json.dumps(text), content_type="application/json")

    page.route("**/assets/sok/text/*.json", answer)
    page.goto(f"{address}sok/?q=kulturstigar")
    expect(page.locator(".rp-traffar > li").first).to_contain_text("<script>alert(2)</script>")
    expect(page.locator(".rp-traffar img, .rp-traffar script")).to_have_count(0)


def test_a_failed_fetch_is_told_and_can_be_tried_again(page: Page, address: str) -> None:
    page.goto(address + ACTIVITY)
    page.route("**/start.json", lambda route: route.abort())
    search_for(page, "skog")
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(re.compile("^Det gick inte att hämta"))
    page.unroute("**/start.json")
    page.get_by_role("dialog").get_by_label("Sök efter").fill("skogen")
    expect(page.get_by_role("dialog").get_by_role("listitem")).to_have_count(6)


def test_a_failed_fetch_of_a_part_of_the_index_is_told_and_can_be_tried_again(page: Page, address: str) -> None:
    page.goto(f"{address}sok/")
    expect(page.get_by_role("status").first).to_have_text(re.compile("^Skriv ett ord"))
    page.route("**/ord/*.json", lambda route: route.abort())
    page.get_by_label("Sök efter").fill("skog")
    expect(page.get_by_role("status").first).to_have_text(re.compile("^Det gick inte att hämta"))
    page.unroute("**/ord/*.json")
    page.get_by_label("Sök efter").press("Enter")
    expect(page.locator(".rp-traffar > li")).to_have_count(10)


def test_a_page_that_stood_open_while_a_new_version_came_searches_the_new_one(page: Page, address: str) -> None:
    """The page has opened an index whose folder is no longer there."""

    def older(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(
            response=answer,
            json=answer.json() | {"filer": dict.fromkeys(("ord", "text", "ordlista"), "borta000" * 500)},
        )

    page.route("**/start.json", older, times=1)
    page.goto(f"{address}sok/")
    expect(page.get_by_role("status").first).to_have_text(re.compile("^Skriv ett ord"))
    page.get_by_label("Sök efter").fill("skog")
    expect(page.locator(".rp-traffar > li")).to_have_count(10)


def test_without_javascript_the_button_leads_to_ways_of_finding(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + ACTIVITY)
    page.get_by_role("button", name="Sök", exact=True).click()
    page.wait_for_url(re.compile(r"/sok/"))
    expect(page.get_by_text("Sökningen behöver JavaScript")).to_be_visible()
    expect(page.get_by_role("link", name="Alla aktiviteter")).to_be_visible()
    context.close()


@in_both_typefaces
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("where", ["sok/?q=hembygdens+dag", ACTIVITY])
def test_nothing_is_wider_than_the_window(page: Page, address: str, where: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(address + where)
    if where == ACTIVITY:
        search_for(page, "tillgänglighetsanpassning")
        expect(page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()
    else:
        expect(page.locator(".rp-traffar > li").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("[...document.querySelectorAll('dialog')].every((d) => d.scrollWidth <= d.clientWidth)")

"""The activity index in Chromium: filter, sort, group, address, CSV and print, by mouse and by keyboard."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from rusplan.swedish.formatting import sorteringsnyckel
from rusplan.swedish.typography import typeset

from tests.axe import findings_in_both_colours
from tests.typefaces import in_both_typefaces

ROWS = ".rp-aktiviteter tbody tr:not(.rp-grupprad)"
RESULT = ".rp-filter__resultat"
FOUND = ".rp-aktiviteter caption"


def titles(page: Page) -> list[str]:
    return page.locator(f"{ROWS} th[scope=row]").all_inner_texts()


def open_more(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".rp-filter__mer > summary").click()


def tick(page: Page, name: str, value: str) -> None:
    page.locator(f'input[name="{name}"][value="{value}"]').check()


def test_table_is_whole_and_there_is_no_form_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}aktiviteter/")
    assert page.locator(ROWS).count() == 20
    expect(page.locator("#aktivitetsfilter")).to_be_hidden()
    expect(page.locator(".rp-visa-fler")).to_be_hidden()
    context.close()


def test_data_is_fetched_when_it_is_first_used(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}aktiviteter/", wait_until="networkidle")
    assert not any("index.json" in url for url in asked)
    page.locator("#filter-q").focus()
    expect(page.locator(".rp-filter__antal").first).to_have_text("(10)")
    assert sum("index.json" in url for url in asked) == 1
    assert all(url.startswith((site, "blob:", "data:")) for url in asked)


def test_count_beside_each_choice_is_what_the_choice_gives(page: Page, site: str) -> None:
    open_more(page, f"{site}aktiviteter/?ar=2025")
    expect(page.locator(FOUND)).to_contain_text("10 av 20")
    for label in page.locator("[data-facett]:not([data-facett=ar]) label:has(input)").all():
        promised = int(label.locator(".rp-filter__antal").inner_text().strip("()"))
        label.locator("input").check()
        assert page.locator(ROWS).count() == promised, label.inner_text()
        label.locator("input").uncheck()


def test_count_within_a_chosen_group_is_what_the_choice_would_add(page: Page, site: str) -> None:
    page.goto(f"{site}aktiviteter/?ar=2025&status=delvis")
    expect(page.locator(FOUND)).to_contain_text("3 av 20")
    counts = page.locator("[data-facett=status] .rp-filter__antal").all_text_contents()
    assert [int(text.strip("()")) for text in counts] == [6, 3, 1, 0]


def test_choices_of_one_group_add_and_groups_narrow(page: Page, site: str) -> None:
    open_more(page, f"{site}aktiviteter/")
    tick(page, "ar", "2024")
    expect(page.locator(FOUND)).to_contain_text("10 av 20")
    tick(page, "ar", "2025")
    expect(page.locator(FOUND)).to_contain_text("Alla 20")
    tick(page, "status", "delvis")
    assert (
        page.locator(f"{ROWS} td[data-rubrik=Status]:has-text('Delvis genomförd')").count()
        == page.locator(ROWS).count()
        > 0
    )


@pytest.mark.parametrize(
    ("address", "some", "every"),
    [
        ("?q=KULTURSTIGAR", "Kulturstigar", None),
        ("?q=kulturverket+2025", "Kulturstigar", "2025"),
        ("?organisation=kulturverket", "Kulturstigar", "Kulturverket"),
        ("?forandring=upphor", None, "upphör"),
        ("?forandring=ny", None, "Ny"),
        ("?medel=ja&ar=2024", None, "2024"),
    ],
)
def test_shared_address_shows_what_was_shared(
    page: Page, site: str, address: str, some: str | None, every: str | None
) -> None:
    page.goto(f"{site}aktiviteter/{address}")
    expect(page.locator(FOUND)).to_contain_text(" av 20")
    rows = page.locator(ROWS).all_inner_texts()
    assert rows
    assert some is None or some in titles(page)
    assert every is None or all(every in row for row in rows)


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("?ar=2025&status=delvis", "3 delvis genomförda aktiviteter 2025 av 20"),
        ("?q=kulturstigar&ar=2024", "1 aktivitet 2024 som stämmer med ”kulturstigar” av 20"),
        (
            "?organisation=skogsverket&prioritet=ja",
            "2 aktiviteter med Skogsverket (Prioritet: Prioriterad) av 20",
        ),
        ("?sortera=titel", "Alla 20 aktiviteter"),
    ],
)
def test_heading_says_what_is_shown(page: Page, site: str, address: str, heading: str) -> None:
    page.goto(f"{site}aktiviteter/{address}")
    expect(page.locator("th[aria-sort], .rp-valt").first).to_be_attached()
    expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()


def test_choice_is_taken_away_by_its_own_button_and_the_panel_stays_folded(page: Page, site: str) -> None:
    page.goto(f"{site}aktiviteter/?ar=2025&organisation=kulturverket&q=kultur")
    chosen = page.locator(".rp-filter__valt button")
    expect(chosen).to_have_text(["”kultur” ×", "År: 2025 ×", "Samverkan med: Kulturverket ×", "Rensa"])
    page.get_by_role("button", name="Ta bort valet År: 2025").click()
    expect(page).to_have_url(f"{site}aktiviteter/?q=kultur&organisation=kulturverket")
    expect(page.locator("#filter-organisation")).to_be_hidden()


@pytest.mark.parametrize(
    "address", ["aktiviteter/?ar=2025&status=delvis", "handelser/?typ=kurs", "sok/?q=skog&ar=2025"]
)
def test_copied_link_leads_to_what_is_chosen_and_to_nothing_else_of_the_address(
    page: Page, site: str, address: str
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site}{address}&utm_source=brev")
    expect(page.locator(".rp-filter__valt")).to_be_visible()
    page.get_by_role("button", name="Kopiera länk").click()
    expect(page.get_by_text("Länken är kopierad.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"/{address}")


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
@pytest.mark.parametrize(
    ("address", "hit"),
    [
        ("aktiviteter/?ar=2025&status=delvis", f"{ROWS} th"),
        ("aktiviteter/", f"{ROWS} th"),
        ("sok/?q=skog&ar=2025", ".rp-traffar a"),
    ],
)
def test_first_hit_stands_within_the_first_screen(
    page: Page, site: str, address: str, hit: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{site}{address}")
    expect(page.locator(".rp-filter__valt button, caption").first).to_be_attached()
    box = page.locator(hit).first.bounding_box()
    assert box
    assert box["y"] + box["height"] < size[1]


@pytest.mark.parametrize(
    ("word", "found"), [("återvinning", True), ("atervinning", False), ("oversyn", False), ("äversyn", False)]
)
def test_swedish_letters_are_letters_of_their_own(page: Page, site: str, word: str, found: bool) -> None:
    page.goto(f"{site}aktiviteter/?q={word}")
    expect(page.locator(RESULT)).not_to_contain_text("Alla")
    assert (page.locator(ROWS).count() > 0) is found


def test_back_undoes_each_choice_and_a_whole_typed_text(page: Page, site: str) -> None:
    open_more(page, f"{site}aktiviteter/")
    tick(page, "ar", "2025")
    page.locator("#filter-q").press_sequentially("leder")
    expect(page).to_have_url(f"{site}aktiviteter/?q=leder&ar=2025")
    page.go_back()
    expect(page).to_have_url(f"{site}aktiviteter/?ar=2025")
    expect(page.locator(FOUND)).to_contain_text("10 av 20")
    expect(page.locator("#filter-q")).to_have_value("")
    page.go_back()
    expect(page).to_have_url(f"{site}aktiviteter/")
    expect(page.locator(RESULT)).to_have_text("Alla 20\u00a0aktiviteter")
    page.go_forward()
    expect(page.locator('input[name="ar"][value="2025"]')).to_be_checked()


def test_clear_takes_away_every_choice_and_keeps_what_else_the_address_holds(page: Page, site: str) -> None:
    page.goto(f"{site}aktiviteter/?ar=2025&q=qqq&sortera=titel&utm_source=brev")
    expect(page.locator(RESULT)).to_contain_text("Ingen aktivitet")
    expect(page.locator(".rp-tabell")).to_be_hidden()
    page.get_by_role("button", name="Rensa").click()
    expect(page).to_have_url(f"{site}aktiviteter/?utm_source=brev")
    assert page.locator(ROWS).count() == 20


def test_heading_sorts_in_swedish_order_and_turns_at_the_second_press(page: Page, site: str) -> None:
    page.goto(f"{site}aktiviteter/")
    heading = page.locator("th[data-sortera=titel]")
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    first = titles(page)
    assert [t[0] for t in first] == sorted((t[0] for t in first), key=sorteringsnyckel)
    assert first[-1].startswith("Ö")
    assert any(t.startswith("Å") for t in first)
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert titles(page)[0].startswith("Ö")
    page.locator("th[data-sortera=dagar] button").click()
    assert page.locator("th[aria-sort]").count() == 1
    days = [
        text.split()[0].replace(",", ".")
        for text in page.locator(f"{ROWS} td[data-rubrik=Arbetstid]").all_inner_texts()
    ]
    known = [float(text) for text in days if text != "uppgift"]
    assert known == sorted(known)
    assert days == [*days[: len(known)], *["uppgift"] * (len(days) - len(known))], "what is unknown stands last"


def test_lifelines_stand_together_below_a_link_to_all_years(page: Page, site: str) -> None:
    page.goto(f"{site}aktiviteter/?gruppera=livslinje&q=kulturstigar")
    group = page.locator(".rp-grupprad", has_text="Kulturstigar")
    expect(group.locator("th")).to_have_attribute("scope", "rowgroup")
    body = page.locator(".rp-aktiviteter tbody", has=page.locator(".rp-grupprad", has_text="Kulturstigar"))
    assert body.locator("tr:not(.rp-grupprad) td[data-rubrik='År']").all_inner_texts() == ["2025", "2024"]
    group.get_by_role("link").click()
    expect(page).to_have_url(f"{site}aktiviteter/spar/kulturstigar/")


def test_result_is_told_once_to_screen_readers(page: Page, site: str) -> None:
    page.goto(f"{site}aktiviteter/")
    region = page.locator("#aktivitetsfilter .rp-dold[role=status]")
    expect(region).to_have_attribute("aria-live", "polite")
    page.locator("#filter-q").press_sequentially("kulturverket")
    expect(region).to_have_text("2\u00a0aktiviteter som stämmer med ”kulturverket”, av 20\u00a0aktiviteter.")


@pytest.mark.parametrize("address", ["?ar=2025&status=delvis&sortera=titel", "?gruppera=livslinje&q=leder", ""])
def test_csv_holds_exactly_what_is_shown(page: Page, site: str, address: str) -> None:
    page.goto(f"{site}aktiviteter/{address}")
    with page.expect_download() as started:
        page.get_by_role("button", name="Ladda ner som CSV").click()
    raw = Path(started.value.path()).read_bytes()
    assert started.value.suggested_filename == "aktiviteter.csv"
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [typeset(row["Aktivitet"]) for row in rows] == titles(page)
    assert list(rows[0])[-9:] == [
        "År",
        "Status",
        "Område",
        "Prioritet",
        "Slag av insats",
        "Arbetstid (dagar)",
        "Samverkan",
        "Sedan året före",
        "Adress",
    ]
    assert all(row["Adress"].startswith(f"{site}aktiviteter/20") for row in rows)
    assert {row["Status"] for row in rows} <= {
        "Genomförd som planerat",
        "Delvis genomförd",
        "Utfallet finns inte här",
        "Uppgift saknas i källan",
    }


def test_print_has_every_row_and_what_was_chosen_but_no_form(page: Page, large: str) -> None:
    page.goto(f"{large}aktiviteter/?q=20")
    expect(page.locator(FOUND)).to_contain_text("225")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(ROWS).count() == 225
    expect(page.locator(RESULT)).to_be_visible()
    expect(page.locator("#filter-q")).to_be_hidden()


def test_long_list_is_shown_piece_by_piece_and_focus_follows(page: Page, large: str) -> None:
    page.goto(f"{large}aktiviteter/")
    assert page.locator(ROWS).count() == 40
    more = page.get_by_role("button", name="Visa 40 till (185 återstår)")
    more.focus()
    page.keyboard.press("Enter")
    assert page.locator(ROWS).count() == 80
    assert page.evaluate("document.activeElement.textContent") == titles(page)[40]


def test_back_from_an_activity_shows_as_many_rows_as_before(page: Page, large: str) -> None:
    page.goto(f"{large}aktiviteter/?gruppera=livslinje")
    page.get_by_role("button", name="Visa 40 till").click()
    link = page.locator(f"{ROWS} th[scope=row] a").nth(70)
    link.click()
    page.wait_for_url(lambda url: "gruppera" not in url)
    page.go_back()
    expect(page.locator(ROWS)).to_have_count(80)
    expect(link).to_be_in_viewport()
    page.locator("#filter-q").fill("a")
    expect(page.locator(ROWS)).to_have_count(40)


def test_page_that_is_older_than_its_data_says_so(page: Page, site: str) -> None:
    page.route("**/index.json*", lambda route: route.fulfill(json={"version": "annan"}))
    page.goto(f"{site}aktiviteter/?ar=2025")
    expect(page.locator(RESULT)).to_contain_text("Ladda om den")
    assert page.locator(ROWS).count() == 20


def test_data_that_cannot_be_fetched_leaves_the_table_and_is_asked_for_again(page: Page, site: str) -> None:
    page.route("**/index.json*", lambda route: route.abort())
    page.goto(f"{site}aktiviteter/?ar=2025")
    expect(page.locator(RESULT)).to_contain_text("gick inte att hämta")
    assert page.locator(ROWS).count() == 20
    page.unroute("**/index.json*")
    page.locator("#filter-q").fill("leder")
    expect(page.locator(FOUND)).to_contain_text("av 20")


def test_everything_is_done_by_keyboard_alone(page: Page, site: str) -> None:
    page.goto(f"{site}aktiviteter/")
    page.locator("#filter-q").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page).to_have_url(f"{site}aktiviteter/?ar=2025")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.gor") == "rensa":
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}aktiviteter/")


FILTERED = pytest.mark.parametrize("address", ["aktiviteter/?ar=2025&gruppera=livslinje", "handelser/"])


@FILTERED
@pytest.mark.parametrize("width", [320, 1280])
def test_filtered_page_has_no_accessibility_fault(browser: Browser, site: str, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{site}{address}")
    expect(page.locator(f"{RESULT}, .rp-valt").first).not_to_be_empty()
    found = findings_in_both_colours(page)
    context.close()
    assert not found, "\n".join(found)


@in_both_typefaces
@FILTERED
@pytest.mark.parametrize("width", [320, 1280])
def test_filtered_page_fits_its_window(browser: Browser, site: str, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{site}{address}")
    expect(page.locator(f"{RESULT}, .rp-valt").first).not_to_be_empty()
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert wide <= width

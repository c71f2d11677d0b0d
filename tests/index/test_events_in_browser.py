"""The page of events in Chromium: filter, what is to come, links to events and calendar files."""

from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page, expect

EVENTS = ".rp-handelserad:not([hidden])"
RESULT = ".rp-filter__resultat"
JANUARY = "2025-vandringsleder--erfarenhetsmote-om-skogsleder"


def test_all_events_and_calendar_files_are_there_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}handelser/")
    assert page.locator(".rp-handelserad").count() == 15
    last_days = page.locator(".rp-handelserad").evaluate_all("rows => rows.map((row) => row.dataset.slut)")
    assert page.locator("a.rp-kalender").count() == sum(len(day) == len("2025-11-12") for day in last_days)
    expect(page.locator("#handelsefilter")).to_be_hidden()
    context.close()


@pytest.mark.parametrize(
    ("address", "number"),
    [
        ("?typ=kurs", 1),
        ("?typ=kurs&typ=beslut", 2),
        ("?malgrupp=styrgrupp", 3),
        ("?malgrupp=KOMMUNER&typ=webbinarium", 2),
        ("?ar=2025&manad=2", 2),
        ("?organisation=skogsverket", 3),
        ("?q=frukostwebbinarium", 3),
    ],
)
def test_words_year_month_kind_organisation_and_audience_choose_events(
    page: Page, site: str, address: str, number: int
) -> None:
    page.goto(f"{site}handelser/{address}")
    expect(page.locator(RESULT)).to_have_text(f"{number} av 15\u00a0händelser.")
    assert page.locator(EVENTS).count() == number


def test_address_with_a_broken_end_shows_all_events(page: Page, site: str) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{site}handelser/?typ=kurs#%")
    expect(page.locator(RESULT)).to_have_text("1 av 15\u00a0händelser.")
    assert faults == []


def test_month_and_year_without_events_have_no_heading(page: Page, site: str) -> None:
    page.goto(f"{site}handelser/?typ=beslut")
    expect(page.locator(RESULT)).to_contain_text("1 av")
    assert [text.rstrip("¶") for text in page.locator("article :is(h2, h3):visible").all_inner_texts()] == [
        "2025",
        "Februari 2025",
    ]


def test_back_undoes_a_choice(page: Page, site: str) -> None:
    page.goto(f"{site}handelser/")
    page.locator("summary", has_text="Fler val").click()
    page.locator('input[value="kurs"]').check()
    expect(page).to_have_url(f"{site}handelser/?typ=kurs")
    page.go_back()
    expect(page.locator(RESULT)).to_contain_text("Alla 15")


@pytest.mark.parametrize(
    ("day", "coming"), [("2026-01-19", True), ("2026-01-20", True), ("2026-01-21", False), ("2030-01-01", False)]
)
def test_reader_s_own_day_tells_what_is_to_come(page: Page, site: str, day: str, coming: bool) -> None:
    page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T12:00:00"))
    page.goto(f"{site}handelser/")
    event = page.locator(f".rp-handelserad[id='{JANUARY}']")
    assert event.get_by_text("Kommande", exact=True).count() == coming
    assert event.locator("a.rp-kalender").count() == coming
    page.locator("summary", has_text="Fler val").click()
    page.locator('input[value="kommande"]').check()
    assert page.locator(EVENTS).count() == coming


def test_link_to_an_event_that_the_filter_hides_shows_it(page: Page, site: str) -> None:
    page.goto(f"{site}handelser/?typ=kurs#{JANUARY}")
    expect(page.locator(f"[id='{JANUARY}']")).to_be_in_viewport()
    expect(page).to_have_url(f"{site}handelser/#{JANUARY}")
    expect(page.locator(f"[id='{JANUARY}']").get_by_text("58 personer")).to_be_visible()


def test_what_is_chosen_stands_above_the_result_and_can_be_taken_away(page: Page, site: str) -> None:
    page.goto(f"{site}handelser/?typ=webbinarium&ar=2025&q=skog")
    chosen = page.locator(".rp-filter__valt button")
    expect(chosen).to_have_text(["”skog” ×", "År: 2025 ×", "Typ: Webbinarium ×", "Rensa"])
    page.get_by_role("button", name="Ta bort valet År: 2025").click()
    expect(page).to_have_url(f"{site}handelser/?q=skog&typ=webbinarium")
    page.get_by_role("button", name="Rensa").click()
    expect(page.locator(RESULT)).to_contain_text("Alla 15")
    expect(page.locator(".rp-filter__valt")).to_be_hidden()


def test_events_stand_in_one_order_the_newest_first(page: Page, site: str) -> None:
    page.goto(f"{site}handelser/")
    days = page.locator(".rp-handelserad").evaluate_all(
        "rows => rows.map((row) => [row.dataset.ar, row.dataset.manad || 0])"
    )
    months = [(int(year), int(month)) for year, month in days]
    assert months == sorted(months, reverse=True)


def test_every_id_on_the_page_is_one_only_and_each_calendar_file_answers(page: Page, site: str) -> None:
    page.clock.set_fixed_time(datetime(2024, 1, 1, 12))
    page.goto(f"{site}handelser/")
    ids = page.locator("[id]").evaluate_all("all => all.map((one) => one.id)")
    assert len(ids) == len(set(ids))
    files = page.locator("a[href$='.ics']").evaluate_all("all => all.map((one) => one.href)")
    assert len(files) > 10
    assert all(page.request.get(file).ok for file in files)


@pytest.mark.parametrize(
    ("day", "title", "first"),
    [
        ("2025-12-01", "Kommande händelser", "2\u00a0december 2025"),
        ("2030-01-01", "Senaste händelser", "20\u00a0januari 2026"),
    ],
)
def test_start_page_tells_what_is_to_come_on_the_day_it_is_read(
    page: Page, site: str, day: str, title: str, first: str
) -> None:
    page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T12:00:00"))
    page.goto(site)
    expect(page.locator("#handelser")).to_contain_text(title)
    expect(page.locator(".rp-datumlista > li:visible .rp-datumlista__dag").first).to_have_text(first)


def test_start_page_claims_nothing_of_the_day_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    assert page.locator("#handelser").inner_text().rstrip("¶") == "Händelser"
    assert page.locator(".rp-datumlista > li:visible").count() == 5
    context.close()

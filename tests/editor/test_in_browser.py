"""The editor in a browser with its script: what a writer does in it, by keyboard and mouse, and what axe finds."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import COLOURS, findings
from tests.editor.in_page import filled_in
from tests.editor.online import Online

LEDER = "2025/aktiviteter/vandringsleder"
# A page of each kind.
KINDS = ("", f"fil/{LEDER}", "fil/2025/utfall/vandringsleder", "fil/2025/plan", "fil/2025/budget", "fil/samverkan?del=organisationer.0", "steg/nasta-ar", "steg/ny-handelse", "andringar/",
    "las-in/", "nyhetsbrev/")  # fmt: skip


@pytest.fixture
def page(browser: Browser, editor: Online) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.goto(editor.start)
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on(
        "console", lambda said: faults.append(said.text) if said.type == "error" and "422" not in said.text else None
    )
    yield opened
    context.close()
    assert not faults


def beside(page: Page) -> Page:
    return page.frame_locator("#bredvid iframe")  # type: ignore[return-value]


def save(page: Page) -> None:
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.locator("#besked")).to_have_text("Sparat.")


def test_the_page_beside_follows_what_is_typed(page: Page, editor: Online) -> None:
    page.goto(editor.form(LEDER))
    expect(beside(page).get_by_text("Vi märker om stigarna.")).to_have_count(0)
    page.get_by_label("Sammanfattning av planen").fill("Vi märker om stigarna.")
    expect(beside(page).get_by_text("Vi märker om stigarna.").first).to_be_visible()
    assert "Vi märker om stigarna." not in editor.text(LEDER)


def test_days_and_a_spelling_are_changed_in_two_rows(page: Page, editor: Online) -> None:
    page.goto(editor.form("2025/aktiviteter/badplatser"))
    page.get_by_label("Planerade dagar").fill("9,5")
    save(page)
    assert [row for row in editor.changed_rows() if row.startswith("+")] == ["+dagar: 9.5"]


def test_a_problem_stands_at_its_field_while_one_types_and_is_gone_when_it_is_mended(
    page: Page, editor: Online
) -> None:
    page.goto(editor.form(LEDER))
    page.get_by_label("Start", exact=True).first.fill("i våras")
    expect(page.locator("#f-start-fel")).to_contain_text("ska skrivas som")
    page.get_by_label("Start", exact=True).first.fill("april 2025")
    expect(page.locator("#f-start-fel")).to_have_text("")


def test_what_was_typed_is_there_when_the_page_is_opened_again(page: Page, editor: Online) -> None:
    page.goto(editor.form("2025/aktiviteter/webbkarta"))
    page.get_by_label("Aktivitetens namn").fill("Webbkartan på nätet")
    expect(page.locator("#lage")).to_contain_text("finns kvar")
    page.goto(editor.start)
    page.goto(editor.form("2025/aktiviteter/webbkarta"))
    expect(page.get_by_label("Aktivitetens namn")).to_have_value("Webbkartan på nätet")
    page.get_by_role("button", name="Kasta det jag skrev").click()
    expect(page.get_by_label("Aktivitetens namn")).not_to_have_value("Webbkartan på nätet")


def test_what_was_typed_while_the_server_was_dead_is_kept_in_the_browser_and_given_to_it_later(
    browser: Browser, editor: Online
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(editor.start)
    page.goto(editor.form("2025/aktiviteter/natverkstraffar"))
    page.route("**/arbete/har/**", lambda route: route.abort())
    page.get_by_label("Aktivitetens namn").fill("Träffar i nätverket")
    expect(page.locator("#lage")).to_contain_text("Servern svarar inte.")
    page.unroute("**/arbete/har/**")
    page.goto(editor.start)
    page.goto(editor.form("2025/aktiviteter/natverkstraffar"))
    expect(page.get_by_label("Aktivitetens namn")).to_have_value("Träffar i nätverket")
    expect(page.locator("#besked")).to_contain_text("Det är inte sparat än.")
    context.close()


def test_a_year_is_followed_up_with_result_event_publication_and_what_was_moved(page: Page, editor: Online) -> None:
    page.goto(editor.form("2025/utfall/webbkarta"))
    page.get_by_label("Status").first.select_option("Delvis genomförd")
    for section, fields in FOLLOW_UP.items():
        page.get_by_role("button", name=section, exact=True).click()
        part = page.locator(".red-del").filter(has=page.locator(":focus"))
        filled_in(part, fields)
    save(page)
    said = editor.text("2025/utfall/webbkarta")
    assert all(
        words in said
        for words in (
            "status: delvis",
            "starttid: 13:00",
            "flyttad_till: 2026",
            "Kartan är tryckt.",
            "Handledning till kartan",
        )
    )


FOLLOW_UP = {
    "Lägg till resultat": {"Text": "Kartan är tryckt."},
    "Lägg till händelse": {"Vad händelsen heter": "Kartdagen", "Typ": "Möte", "Datum": "4 oktober 2025", "Starttid": "13:00"},
    "Lägg till publikation": {"Titel": "Handledning till kartan", "Typ": "Vägledning", "Läge": "Klar"},
    "Lägg till avvikelse": {"Typ": "Senarelagt", "Text": "Mobilkartan hann inte bli klar.", "Flyttad till": "2026"},
}  # fmt: skip


def test_a_part_is_added_by_keyboard_alone_and_the_focus_is_in_it(page: Page, editor: Online) -> None:
    page.goto(editor.form(LEDER))
    page.get_by_role("button", name="Lägg till insats").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".red-del:has(:focus)")).to_contain_text("Insats")
    page.keyboard.press("Tab")
    page.keyboard.type("Laga bron.")
    assert page.locator("textarea:focus").input_value() == "Laga bron."


def test_ctrl_s_saves(page: Page, editor: Online) -> None:
    page.goto(editor.form("2025/aktiviteter/hembygdens-dag"))
    page.get_by_label("Planerade dagar").fill("7")
    page.keyboard.press("Control+s")
    expect(page.locator("#besked")).to_have_text("Sparat.")


@pytest.mark.parametrize("path", KINDS)
def test_axe_finds_nothing_wide_narrow_light_or_dark_and_nothing_goes_out_of_the_screen(
    page: Page, editor: Online, path: str
) -> None:
    page.goto(f"{editor.address}/arbete/har/{path}")
    found = findings(page)
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {each}" for each in findings(page, None, COLOURS)]
    page.set_viewport_size({"width": 320, "height": 700})
    # What happens to lie half behind the bar at the foot is scrolled out from under it; it is not too small.
    page.evaluate("document.querySelector('.red-spara')?.style.setProperty('position', 'static')")
    found += [f"narrow: {each}" for each in findings(page)]
    assert not found
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_form_is_told_to_those_who_listen(page: Page, editor: Online) -> None:
    page.goto(editor.form(LEDER))
    days = page.get_by_label("Planerade dagar")
    expect(days).to_have_accessible_description(
        "Planerad arbetstid, i dagar. Lämna det tomt om källan inte säger något."
    )
    page.get_by_label("Aktivitetens namn").fill("")
    expect(page.get_by_label("Aktivitetens namn")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Aktivitetens namn")).to_have_accessible_description(
        "Aktivitetens namn, som källan skriver det. Fyll i det här."
    )

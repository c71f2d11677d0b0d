"""Everything works with a keyboard alone: in an order that can be followed, with a focus that can be seen, and with a way out."""

import pytest
from playwright.sync_api import Page, expect

from tests.accessibility.kinds import KINDS, Open
from tests.typefaces import in_both_typefaces

FOCUSED = """() => {
  const e = document.activeElement, b = e.getBoundingClientRect(), s = getComputedStyle(e);
  return { what: `${e.tagName} ${e.id} ${e.className} ${e.textContent.trim().slice(0, 30)}`, name: e.textContent.trim() || e.getAttribute('aria-label') || '',
           body: e === document.body, seen: b.bottom > 0 && b.top < innerHeight && b.width > 0,
           // The button within a date field is the browser's, and marked by it.
           marked: e.type === 'date' || s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 };
}"""


def walk(page: Page, most: int = 60) -> list[dict[str, object]]:
    """What Tab comes to from the top of the page, in order."""
    found: list[dict[str, object]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here["body"]:
            break
        found.append(here)
    return found


@in_both_typefaces
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", ["start", "aktivitet", "aktiviteter", "nyhetsbrev", "sök", "redaktör", "utskrift"])
def test_each_stop_is_seen_and_marked(kind: str, width: int, reader: Open) -> None:
    stops = walk(reader(KINDS[kind], width=width, reduced_motion="reduce"))
    assert len(stops) > 8
    assert not [stop["what"] for stop in stops if not stop["seen"] or not stop["marked"]]


@pytest.mark.parametrize("kind", KINDS)
def test_link_past_the_menu_comes_first_and_leads_to_the_text(kind: str, reader: Open) -> None:
    page = reader(KINDS[kind])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Gå till innehållet"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('article')")


def test_tab_goes_through_name_search_colours_menu_and_on_to_the_text(reader: Open) -> None:
    names = [str(stop["name"]) for stop in walk(reader("aktiviteter/2025/kulturstigar/"), 60)]
    assert names[:5] == ["Gå till innehållet", "Älvbygdens planer och resultat", "Sök", "Mörkt läge", "Start"]
    assert "Källa och anmärkningar" in names[5:], "the list of contents comes after the menu, below the facts"


def test_menu_opens_closes_and_gives_the_focus_back(reader: Open) -> None:
    page = reader("aktiviteter/2025/kulturstigar/", width=320)
    button, menu = page.get_by_role("button", name="Meny"), page.get_by_role("navigation", name="Huvudmeny")
    expect(menu).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link", name="Start")).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def test_menu_is_there_without_javascript(reader: Open) -> None:
    page = reader("om/", width=320, java_script_enabled=False)
    expect(page.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Planer")).to_be_visible()
    expect(page.get_by_role("button", name="Meny")).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "part", "place"),
    [
        ("aktiviteter/2025/kulturstigar/", "Aktiviteter", "Alla aktiviteter"),
        ("aktiviteter/spar/kulturstigar/", "Aktiviteter", "Alla aktiviteter"),
        ("planer/2024/utskrift/", "Planer", "Alla planer"),
        ("budget/2025/", "Mål och budget", "Budget"),
        ("handelser/", "Uppföljning", "Händelser"),
    ],
)
def test_page_of_data_has_its_place_in_the_menu(address: str, part: str, place: str, reader: Open) -> None:
    menu = reader(address).get_by_role("navigation", name="Huvudmeny")
    expect(menu.locator(":is([aria-current='true'], [aria-current='page']):visible")).to_have_text([part, place])


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_every_page_of_the_menu_is_found_on_a_narrow_screen(java_script_enabled: bool, reader: Open) -> None:
    page = reader("aktiviteter/2025/kulturstigar/", width=320, java_script_enabled=java_script_enabled)
    if java_script_enabled:
        page.get_by_role("button", name="Meny").click()
    menu = page.get_by_role("navigation", name="Huvudmeny")
    expect(menu.get_by_role("link", name="Ändringar")).to_be_visible()
    events = menu.get_by_role("link", name="Händelser", exact=True)
    expect(events).to_be_hidden()
    menu.locator("summary", has_text="Sidor under Uppföljning").click()
    events.click()
    expect(page).to_have_title("Händelser - Älvbygdens planer och resultat")


def test_search_dialog_holds_the_focus_and_gives_it_back(reader: Open) -> None:
    page = reader("om/")
    page.get_by_role("button", name="Sök").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Sök på webbplatsen")
    expect(dialog).to_be_visible()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('dialog')")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="Sök")).to_be_focused()


@in_both_typefaces
def test_wide_table_scrolls_by_keyboard(reader: Open) -> None:
    page = reader("aktiviteter/", width=768)
    table = page.locator(".rp-tabell").first
    table.locator("table").evaluate("table => table.classList.remove('rp-staplad')")  # its rows are cards there
    table.focus()
    page.keyboard.press("ArrowRight")
    page.evaluate(
        "new Promise(done => { const seen = setInterval(() => { if (document.activeElement.scrollLeft > 0) { clearInterval(seen); done(); } }, 20); })"
    )


# As Markdown makes it, at the top of the text: it has no tabindex, but what scrolls is a stop in Chromium and Firefox.
PLAIN_TABLE = """() => {
  const table = Object.assign(document.createElement('table'), { id: 'bred' });
  const row = table.insertRow();
  for (let cell = 0; cell < 40; cell++) row.insertCell().textContent = 'Tillgänglighetsanpassning';
  document.querySelector('article').prepend(table);
}"""


@in_both_typefaces
@pytest.mark.parametrize("width", [320, 1280])
def test_table_that_scrolls_is_marked_when_it_has_the_focus(width: int, reader: Open) -> None:
    page = reader("om/", width=width)
    page.evaluate(PLAIN_TABLE)
    (stop,) = [stop for stop in walk(page) if str(stop["what"]).startswith("TABLE bred")]
    assert stop["marked"]
    page = reader("jamfor/2024-2025/", width=width)
    regions = [stop for stop in walk(page, 120) if str(stop["what"]).startswith("DIV")]
    assert len(regions) > 1
    assert all(stop["marked"] for stop in regions)


def test_colours_are_chosen_by_keyboard_told_and_kept(reader: Open) -> None:
    page = reader("om/")
    button = page.get_by_role("button", name="Mörkt läge")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.focus()
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate("Object.keys(localStorage)") == ["rusplan-farger"]


@pytest.mark.parametrize(
    ("address", "act", "told"),
    [
        ("aktiviteter/", ("#filter-q", "kulturverket"), "som stämmer med ”kulturverket”"),
        ("sok/", ("[data-sok] input", "skog"), "sidor hittades"),
    ],
)
def test_what_changes_is_told_in_a_live_region(address: str, act: tuple[str, str], told: str, reader: Open) -> None:
    page = reader(address)
    region = page.locator("[role=status]").first
    assert told not in region.inner_text()
    page.fill(*act)
    page.keyboard.press("Enter")
    expect(page.locator("[role=status]").filter(has_text=told).first).to_be_attached()


def test_copied_link_is_told_in_a_live_region(reader: Open) -> None:
    page = reader("aktiviteter/2025/kulturstigar/", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiera länk").click()
    expect(page.locator(".rp-kopiera [role=status]")).to_have_text("Länken är kopierad.")


def test_abbreviation_is_explained_by_key_and_by_tap_within_a_narrow_page(reader: Open) -> None:
    page = reader("aktiviteter/2025/kulturstigar/", width=320, has_touch=True)
    word, told = page.locator("abbr[role=button]").first, page.locator(".rp-forklaring")
    expect(told).to_be_hidden()
    word.focus()
    page.keyboard.press("Enter")
    expect(told).to_have_text(f"{word.text_content()}: {word.get_attribute('title')}")
    box = told.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    word.tap()
    expect(told).to_be_visible()
    page.locator("h1").tap()
    expect(told).to_be_hidden()
    assert not page.locator("a abbr[role], summary abbr[role]").count(), "a link has a use of its own"

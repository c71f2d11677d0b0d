"""The page where a reader chooses an organisation of a kind, in Chromium: the choice stands in the address alone."""

from playwright.sync_api import Browser, Page, expect

HERE = "samverkan/typ/kommun/"


def shows(page: Page, *names: str) -> None:
    expect(page.locator("article h2:visible")).to_have_text([f"{name}¶" for name in names])


def test_reader_chooses_a_municipality_and_can_send_and_undo_the_choice(page: Page, site: str) -> None:
    page.goto(site + HERE)
    expect(page.locator("article h2:visible")).to_have_count(7)
    page.get_by_label("Välj i listan").select_option("Fors kommun")
    shows(page, "Fors kommun", "Kommunerna")
    assert page.url == f"{site}{HERE}#fors-kommun"
    expect(page.locator("article [role=status]")).to_have_text("Sidan visar Fors kommun.")
    stored = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    assert stored == [0, 0, ""]
    page.reload()
    shows(page, "Fors kommun", "Kommunerna")
    page.goto(f"{site}samverkan/heds-kommun/")
    page.get_by_role("link", name="Min kommun").click()
    shows(page, "Heds kommun", "Kommunerna")
    page.goto(site + HERE)
    page.get_by_label("Välj i listan").select_option("Övre dalens kommun")
    page.go_back()
    expect(page.locator("article h2:visible")).to_have_count(7)


def test_municipality_in_the_address_is_reached_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}{HERE}#fors-kommun")
    expect(page.get_by_role("heading", name="Fors kommun")).to_be_in_viewport()
    expect(page.get_by_label("Välj i listan")).to_be_hidden()
    context.close()

"""Pages are drawn with the tests' own typefaces, whatever they ask for and whatever the machine has."""

import pytest
from playwright.sync_api import Browser

from tests.typefaces import Typeface, in_both_typefaces, width_of_alphabet

# What the site's style sheet asks for, what a page without styles gets, and a typeface that this machine may have.
ASKED = ["system-ui", "sans-serif", "serif", "Arial", "'Liberation Sans'", "Roboto", "'Noto Sans'", "'Helvetica Neue'"]


@in_both_typefaces
@pytest.mark.parametrize("family", ASKED)
def test_every_family_is_drawn_with_the_typeface_of_the_test(family: str, browser: Browser, typeface: Typeface) -> None:
    assert width_of_alphabet(browser, family) == pytest.approx(typeface.alphabet, abs=8)


@in_both_typefaces
def test_signs_code_and_controls_are_drawn_with_them_too(browser: Browser, typeface: Typeface) -> None:
    page = browser.new_page()
    page.set_content(
        "<p>● → ab</p><code>ab</code><input value=ab><select><option>ab</select><button>ab</button><svg><text>ab</text></svg>"
    )
    log = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        log.send(f"{domain}.enable")
    root = log.send("DOM.getDocument")["root"]["nodeId"]
    used = {}
    for tag in ("p", "code", "input", "select", "button", "text"):
        node = log.send("DOM.querySelector", {"nodeId": root, "selector": tag})["nodeId"]
        used[tag] = {font["familyName"] for font in log.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]}
    page.close()
    own = {typeface.name}
    assert used == {
        "p": own | {"DejaVu Sans"},
        "code": {"DejaVu Sans Mono"},
        "input": own,
        "select": own,
        "button": own,
        "text": own,
    }

"""Tables as a reader meets them: what decides is seen without scrolling to the side, or a shade tells that there is more."""

from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from tests.accessibility.kinds import Open

PAGES = (
    "aktiviteter/",
    "planer/2024/",
    "budget/",
    "budget/2025/",
    "mal/",
    "mal/2025/",
    "uppfoljning/2025/",
    "samverkan/",
    "jamfor/2024-2025/",
    "redaktor/falt/",
)
# Tables that stand in sight, and are wider than their place.
HIDDEN = """[...document.querySelectorAll('.rp-tabell')].filter(box => box.checkVisibility() && !box.closest('.rp-figur')
  && box.scrollWidth > box.clientWidth).map(box => box.ariaLabel)"""


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1280])
def test_no_table_hides_a_column_to_the_side(width: int, reader: Open) -> None:
    page = reader("", width=width)
    start = page.url
    hidden = {}
    for address in PAGES:
        page.goto(urljoin(start, address))
        hidden[address] = page.evaluate(HIDDEN)
    assert not any(hidden.values()), hidden


def test_narrow_screen_tells_beside_each_value_what_it_is(reader: Open) -> None:
    page = reader("budget/2025/", width=320)
    cell = page.get_by_role("region", name="Budget och utfall 2025", exact=True).locator("td").first
    expect(cell).to_have_text("620\u00a0000\u00a0kr")
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == '"Budget: "'


def test_edge_with_more_behind_it_is_shaded(reader: Open) -> None:
    page = reader("aktiviteter/", width=768)
    box = page.locator(".rp-tabell").first
    box.locator("table").evaluate(
        "table => table.classList.remove('rp-staplad')"
    )  # as one that a script or an editor makes
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    assert box.evaluate("box => getComputedStyle(box).backgroundAttachment") == "local, local, scroll, scroll"

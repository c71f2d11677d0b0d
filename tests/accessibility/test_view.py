"""Nothing is lost when a reader enlarges, spaces out, stills or recolours the page."""

import pytest
from playwright.sync_api import Page

from tests.accessibility.kinds import KINDS, Open
from tests.typefaces import in_both_typefaces

# WCAG 1.4.12, as a reader's own style sheet.
SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"
# Text that sticks out of a box that hides what sticks out.
CUT = """() => [...document.querySelectorAll('body *')].filter(e => {
  const s = getComputedStyle(e);
  if (!e.textContent.trim() || s.clipPath !== 'none' || e.closest('svg, [hidden], .md-skip') || !e.getClientRects().length) return false;
  return (['hidden', 'clip'].includes(s.overflowX) && e.scrollWidth > e.clientWidth + 1) || (['hidden', 'clip'].includes(s.overflowY) && e.scrollHeight > e.clientHeight + 1);
}).map(e => `${e.tagName}.${e.className}: ${e.textContent.trim().slice(0, 40)}`)"""
# WCAG 2.5.8: a target of 24 by 24 px, or links within a line of text, or room enough around a smaller one.
SMALL = """() => {
  const stops = [...document.querySelectorAll('a[href], button, input, select, summary, textarea, [role=button]')]
    .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.md-skip, svg') && !e.matches('.md-skip, .headerlink'));
  const boxes = stops.map(e => (e.matches('[type=checkbox], [type=radio]') && e.labels[0] || e).getBoundingClientRect());
  const inline = e => getComputedStyle(e).display === 'inline' && e.closest('p, li, dd, td, th, h1, h2, h3, h4, figcaption, caption');
  return stops.filter((e, i) => {
    const b = boxes[i];
    if (!b.width || (b.width >= 23.9 && b.height >= 23.9) || inline(e)) return false;
    const x = b.x + b.width / 2, y = b.y + b.height / 2;
    return boxes.some((o, j) => j !== i && o.width && Math.hypot(Math.max(o.x - x, 0, x - o.right), Math.max(o.y - y, 0, y - o.bottom)) < 12);
  }).map(e => `${e.tagName}.${e.className}: ${e.textContent.trim().slice(0, 40)}`);
}"""


def too_wide(page: Page) -> bool:
    return bool(page.evaluate("document.scrollingElement.scrollWidth > innerWidth"))


# Puts a long word first in every text of the page but the names of the site and its menu.
LONG_WORDS = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (text.textContent.trim() && !text.parentElement.closest('svg, script, style, option, .rp-huvud'))
      text.textContent = text.textContent.replace(/\\S+/, 'Samhällsbyggnadsförvaltningsbeslut');
  }
}"""


@in_both_typefaces
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_lost_in_a_page_that_is_narrow_spaced_out_or_full_of_long_words(kind: str, reader: Open) -> None:
    """All of it on one page that is opened once: opening takes longer than looking."""
    page = reader(KINDS[kind], bypass_csp=True)
    assert page.evaluate(SMALL) == []
    page.set_viewport_size({"width": 320, "height": 256})
    assert page.evaluate(SMALL) == []
    assert not too_wide(page)
    spacing = page.add_style_tag(content=SPACING)
    assert not too_wide(page)
    assert page.evaluate(CUT) == []
    spacing.evaluate("style => style.remove()")
    page.evaluate(LONG_WORDS)
    assert not too_wide(page)


@in_both_typefaces
def test_button_of_the_menu_has_its_word_in_one_line(reader: Open) -> None:
    button = reader("", width=320).get_by_role("button", name="Meny").bounding_box()
    assert button
    assert button["height"] < 48


@pytest.mark.parametrize("kind", ["start", "aktivitet", "aktiviteter", "sök"])
def test_nothing_moves_for_those_who_do_not_want_it(kind: str, reader: Open) -> None:
    page = reader(KINDS[kind], reduced_motion="reduce")
    moving = "[...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).transitionDuration) > 0.001 || parseFloat(getComputedStyle(e).animationDuration) > 0.001).length"
    assert page.evaluate(moving) == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_high_contrast_keeps_what_pictures_and_marks_mean(reader: Open) -> None:
    page = reader("uppfoljning/2025/", forced_colors="active")
    fills = page.evaluate("[...document.querySelectorAll('.rp-form')].map(e => getComputedStyle(e).fill)")
    assert len(set(fills)) > 1, "solid and hatched parts differ"
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    strokes = page.evaluate("[...document.querySelectorAll('.rp-form')].map(e => getComputedStyle(e).stroke)")
    assert ground not in strokes
    assert page.get_by_text("Delvis genomförd").first.is_visible()


def test_focus_is_never_hidden_behind_the_header(reader: Open) -> None:
    page = reader("planer/2024/", width=1280, height=400)
    assert page.evaluate("getComputedStyle(document.querySelector('header')).position") not in ("fixed", "sticky")


def test_heading_that_is_led_to_is_seen(reader: Open) -> None:
    page = reader("aktiviteter/2025/kulturstigar/#utfall")
    page.evaluate(
        "new Promise(done => { const seen = setInterval(() => { if (scrollY > 0) { clearInterval(seen); done(); } }, 20); })"
    )
    assert 0 <= page.evaluate("document.getElementById('utfall').getBoundingClientRect().top") < 200

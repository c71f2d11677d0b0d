"""What a reader sees of an open page without doing anything."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from rusplan.data.collection import Samling
from rusplan.data.model import Ställning
from rusplan.data.year import Årsaktivitet
from rusplan.swedish import labels
from rusplan.swedish.sentences import excerpt
from rusplan.swedish.typography import typeset

DESK, PHONE = (1280, 800), (390, 844)
SCREENS = (DESK, PHONE)
ON_EACH_SCREEN = pytest.mark.parametrize("screen", SCREENS, ids=("desk", "telephone"))
# The words of the page's own part that stand whole on the screen, each where nothing lies over it and no box cuts it off.
SEEN = """() => {
  const range = document.createRange(), seen = [];
  const walker = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
  const isSeen = (parent, box) => box.width > 0 && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth &&
    parent.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (!parentElement.checkVisibility({ visibilityProperty: true })) continue;
    for (const word of data.matchAll(/[^\\s]+/gu)) {
      range.setStart(walker.currentNode, word.index);
      range.setEnd(walker.currentNode, word.index + word[0].length);
      const boxes = [...range.getClientRects()];
      if (boxes.length && boxes.every((box) => isSeen(parentElement, box))) seen.push(word[0]);
    }
  }
  return seen.join(" ");
}"""


def plain(text: str) -> str:
    """With one ordinary space between words, none before a sign, and without places where a word may break."""
    words = " ".join(typeset(text).replace("\u00ad", "").replace("\u200b", "").split())
    return re.sub(r" (?=[.,;:!?)])", "", words)


def seen(page: Page, screen: tuple[int, int]) -> str:
    """The words on a screen of this size, where the page has not been scrolled."""
    width, height = screen
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate("scrollTo(0, 0)")
    page.evaluate(
        "document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))"
    )
    return plain(page.evaluate(SEEN))


def opening(text: str, words: int = 12) -> str:
    """The first words of the first sentence of a text."""
    return plain(" ".join(excerpt(text).split()[:words]))


def answers(samling: Samling, activity: Årsaktivitet) -> Iterator[str]:
    """What the first screen of an activity's page must tell: how it went, what came out, what did not and why, what is different."""
    standing = samling.ställning(activity)
    yield labels.STÄLLNING[standing].text
    outcome = activity.utfall.innehåll if activity.utfall else None
    if outcome and outcome.sammanfattning:
        yield from (opening(outcome.sammanfattning, 8), "Mer om utfallet")
    if outcome and standing in (Ställning.DELVIS, Ställning.EJ):
        why = outcome.skäl or outcome.avvikelser[0].text
        yield from ("Gick inte som planerat", opening(why))
    if activity.plan.innehåll.bygger_på:
        yield f"Jämfört med {activity.plan.innehåll.bygger_på[0].aktivitet.partition('/')[0]}"


def missing_on(page: Page, address: str, screens: tuple[tuple[int, int], ...], told: tuple[str, ...]) -> list[str]:
    """What of this is not seen on the first screen of the page."""
    page.goto(address)
    expect(page.get_by_role("main")).to_contain_text(told[0])
    return [
        f"{screen}: {words}"
        for screen in screens
        for shown in [seen(page, screen)]
        for words in told
        if words not in shown
    ]

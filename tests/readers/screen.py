"""What a reader sees of an open page without doing anything."""

import re

from playwright.sync_api import Page
from rusplan.swedish.sentences import excerpt
from rusplan.swedish.typography import typeset

DESK, PHONE = (1280, 800), (390, 844)
SCREENS = (DESK, PHONE)
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

"""A reader on the way to an answer: follows links that are seen, scrolls to what is not, and is counted."""

from math import ceil

from playwright.sync_api import Locator, Page, expect

from tests.readers.screen import plain


class Walk:
    """One task in one window. A click, a key that sends and a choice in a list are one each; a scroll is nine tenths of a screen."""

    def __init__(self, page: Page, site: str, screen: tuple[int, int]) -> None:
        self.page, self.height = page, screen[1]
        self.clicks = self.scrolls = 0
        page.set_viewport_size({"width": screen[0], "height": screen[1]})
        page.goto(site)

    def follow(self, name: str, *, exact: bool = False) -> None:
        """Click the first link of the page's own part whose name holds this, or is this."""
        self._click(self._main.get_by_role("link", name=name, exact=exact).first)
        self.page.wait_for_load_state()

    def jump(self, heading: str) -> None:
        """Go to a part of the page by its list of contents, which is folded on a telephone."""
        contents = self.page.get_by_role("navigation", name="På sidan")
        target = contents.get_by_role("link", name=heading)
        if not target.is_visible():
            self._click(contents.locator("summary"))
        self._click(target)

    def press(self, name: str) -> None:
        """Press the button called so, or open what is folded under it."""
        buttons = self._main.get_by_role("button", name=name).or_(self._main.locator("summary", has_text=name))
        self._click(buttons.first)

    def tick(self, name: str) -> None:
        """Choose what is called so among boxes."""
        self._click(self._main.get_by_role("checkbox", name=name).first)

    def choose(self, field: str, name: str) -> None:
        """Choose in a list."""
        found = self._main.get_by_label(field, exact=True).first
        self._reach(found)
        found.select_option(label=name)
        self.clicks += 1

    def search(self, words: str) -> None:
        """Ask the search of the start page."""
        field = self._main.get_by_role("textbox").or_(self._main.get_by_role("searchbox")).first
        self._click(field)
        field.fill(words)
        field.press("Enter")
        self.clicks += 1
        self.page.wait_for_load_state()

    def reads(self, *texts: str) -> None:
        """Scroll until each text has been seen."""
        for text in texts:
            found = self._main.get_by_text(text).locator("visible=true").first
            expect(found).to_be_visible()
            self._reach(found)

    def leads_to(self, address: str, title: str) -> None:
        """Where the reader is now."""
        assert address in self.page.url
        assert plain(self.page.locator("h1").inner_text().rstrip("¶")) == title

    @property
    def _main(self) -> Locator:
        return self.page.get_by_role("main")

    def _click(self, target: Locator) -> None:
        self._reach(target)
        target.click()
        self.clicks += 1

    def _reach(self, target: Locator) -> None:
        """Scroll as far as it takes, down or up."""
        target.wait_for()
        box = target.bounding_box()
        assert box
        below, above = box["y"] + min(box["height"], self.height / 2) - self.height, -box["y"]
        self.scrolls += ceil(max(below, above, 0) / (0.9 * self.height))
        target.scroll_into_view_if_needed()

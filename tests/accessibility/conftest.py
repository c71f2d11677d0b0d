"""The site as a reader of any kind meets it: served, and opened in one tab of one browser a worker."""

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.accessibility.kinds import Open
from tests.built import Site
from tests.served import served


@pytest.fixture(scope="session")
def origin(site: Site) -> Iterator[str]:
    """Where it is served."""
    with served(site.folder) as address:
        yield address


@pytest.fixture
def reader(browser: Browser, origin: str) -> Iterator[Open]:
    """Opens pages: `reader("planer/2024/", width=320, scheme="dark")`; further words go to the browser's context."""
    opened = []

    def open_page(
        address: str, *, width: int = 1280, height: int = 800, scheme: Literal["light", "dark"] = "light", **other: Any
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, locale="sv-SE", **other
        )
        opened.append(context)
        page = context.new_page()
        page.goto(origin + address, wait_until="load")
        return page

    yield open_page
    for context in opened:
        context.close()

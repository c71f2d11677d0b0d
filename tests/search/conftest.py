"""The site, served, and a Chromium to read it in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.built import Site
from tests.served import served


@pytest.fixture(scope="session")
def site(site: Site) -> Path:
    """Where the site lies."""
    return site.folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site answers."""
    with served(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new window of 1280 px, that fails the test if a script does."""
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    opened.close()
    assert errors == []


@pytest.fixture(scope="session")
def reader(browser: Browser, address: str) -> Iterator[Page]:
    """One window for many questions to the index."""
    opened = browser.new_page()
    opened.goto(f"{address}om/")
    yield opened
    opened.close()

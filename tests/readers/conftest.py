"""The invented body's site, and one whose titles are long and whose values are missing, served and opened in Chromium."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.built import Site, once_a_run
from tests.readers import long_titles
from tests.served import served


@pytest.fixture(scope="session")
def body(site: Site) -> Iterator[str]:
    """The address of the invented body's site."""
    with served(site.folder) as address:
        yield address


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site with long titles."""
    with served(once_a_run(tmp_path_factory, "long-titles", long_titles.build_in) / "site") as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window of its own; an error in a script fails the test."""
    errors: list[str] = []
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, permissions=["clipboard-read", "clipboard-write"]
    )
    opened = context.new_page()
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert errors == []

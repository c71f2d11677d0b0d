"""The site and a large one, served and opened in Chromium."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.bench import index
from tests.built import Site, once_a_run
from tests.served import served


@pytest.fixture(scope="session")
def site(site: Site) -> Iterator[str]:
    """The site's address."""
    with served(site.folder) as address:
        yield address


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with 225 activities, more than a page shows at once."""
    with served(
        once_a_run(tmp_path_factory, "large-site", lambda folder: index.build(folder, 225)) / "site"
    ) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own in Chromium; an error in a script fails the test."""
    errors: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    opened = context.new_page()
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert errors == []

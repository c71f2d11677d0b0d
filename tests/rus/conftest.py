"""Everything here is of RUS's own data: marked `rus`, and left out where another site is read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.built import Site
from tests.readers.conftest import page
from tests.served import served
from tests.this_site import graf, samling, site

__all__ = ["graf", "page", "samling", "site"]


@pytest.fixture(scope="session")
def real(site: Site) -> Iterator[str]:
    """Where it is served."""
    with served(site.folder) as address:
        yield address


@pytest.fixture(scope="session")
def reader(browser: Browser, real: str) -> Iterator[Page]:
    """One window for many questions to the index."""
    opened = browser.new_page()
    opened.goto(f"{real}om/")
    yield opened
    opened.close()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder: the hook is given those of all."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("rus")

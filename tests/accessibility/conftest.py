"""The real site as a reader of any kind meets it: served, and opened in one tab of one browser a worker."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from built import Site, build_site
from kinds import Open
from playwright.sync_api import Browser, Page


class Handler(SimpleHTTPRequestHandler):
    """Files of a folder, without a word in the terminal."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real site, as the maintainer's command builds it."""
    return build_site(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def origin(site: Site) -> Iterator[str]:
    """Where it is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site.folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def reader(browser: Browser, origin: str) -> Iterator[Open]:
    """Opens pages: `reader("planer/2024/", width=320, scheme="dark")`; further words go to the browser's context."""
    opened = []

    def open_page(address: str, *, width: int = 1280, height: int = 800, scheme: str = "light", **other: Any) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, locale="sv-SE", **other
        )  # type: ignore[arg-type]
        opened.append(context)
        page = context.new_page()
        page.goto(origin + address, wait_until="load")
        return page

    yield open_page
    for context in opened:
        context.close()

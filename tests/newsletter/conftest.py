"""A small site of its own for the newsletter: its data in a real git repository with known dates, built and served."""

import http.server
import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from rusplan.tools.resources import EXAMPLE

from tests.newsletter.newsletter_site import BAS, SUMMARY, TITLE, build, commit, git, replace, yaml_quoted


@pytest.fixture(scope="session")
def projekt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the small data set: committed 2026-01-01, hostile text in one activity 2026-02-02, another changed 2026-03-03."""
    root = tmp_path_factory.mktemp("projekt")
    shutil.copytree(BAS / "data", root / "data")
    (root / "docs").mkdir()
    (root / "docs/index.md").write_text("# Start\n", encoding="utf-8")
    config = (EXAMPLE / "mkdocs.yml").read_text(encoding="utf-8")
    config = re.sub(r"(?s)\nnav:\n.*?\n(?=\w)", "\nnav: [index.md, nyhetsbrev.md]\n", config)
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    git(root, "init", "-q", "-b", "main")
    commit(root, "2026-01-01")
    skog = root / "data/2025/aktiviteter/skog.yml"
    text = re.sub(r"(?m)^titel: .*$", lambda _: f"titel: {yaml_quoted(TITLE)}", skog.read_text(encoding="utf-8"))
    skog.write_text(text.replace("typ: fortsätter", "typ: namnbyte", 1), encoding="utf-8")
    utfall = root / "data/2025/utfall/skog.yml"
    text = re.sub(
        r"(?m)^sammanfattning: .*\n(?:  .*\n)*",
        lambda _: f"sammanfattning: {yaml_quoted(SUMMARY)}\n",
        utfall.read_text(encoding="utf-8"),
    )
    utfall.write_text(text, encoding="utf-8")
    commit(root, "2026-02-02")
    replace(root / "data/2025/aktiviteter/vatten.yml", "titel: ", "titel: Nya ")
    commit(root, "2026-03-03")
    return root


class Tyst(http.server.SimpleHTTPRequestHandler):
    """Serves files without a log."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@pytest.fixture(scope="session")
def bygge(projekt: Path) -> Path:
    """The built site."""
    return build(projekt)


@pytest.fixture(scope="session")
def server(bygge: Path) -> Iterator[int]:
    """The port where the built site answers."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Tyst, directory=str(bygge))) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield served.server_port
        served.shutdown()


@pytest.fixture
def fönster(browser: Browser, server: int) -> Iterator[BrowserContext]:
    """A fresh profile that may use the clipboard and reaches nothing but the built site."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="sv-SE", base_url=f"http://127.0.0.1:{server}"
    )
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture
def sida(fönster: BrowserContext) -> Iterator[Page]:
    """An empty page; a mistake in a script, or a request to another host, fails the test."""
    page = fönster.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
    page.on(
        "request",
        lambda asked: (
            wrong.append(asked.url)
            if not re.match(r"https?://(127\.0\.0\.1|intern\.test):|data:|blob:", asked.url)
            else None
        ),
    )
    yield page
    assert wrong == []

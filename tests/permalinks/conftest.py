"""A small project to change, and the site of the invented body, built once a session."""

import shutil
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from rusplan.commands import cli

from tests.built import ROOT, build_site
from tests.invented import lay_out


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small data set with two written pages."""
    root = tmp_path / "projekt"
    shutil.copytree(ROOT / "tests/golden/bas/data", root / "data")
    (root / "docs/om").mkdir(parents=True)
    (root / "docs/index.md").write_text(
        "# Start\n\n{{ aktivitet('2025/museum') }} och 2025/museum i text.\n", encoding="utf-8"
    )
    (root / "docs/om/index.md").write_text('# Om\n\n{{ aktivitetslank("2025/museum", text="x") }}\n', encoding="utf-8")
    return root


@pytest.fixture
def run(project: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run `rusplan` on the small project: exit code, what it said, and what it said of mistakes."""

    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(["--rot", str(project), *arguments])
        said = capsys.readouterr()
        return code, said.out.replace("\u00a0", " "), said.err.replace("\u00a0", " ")

    return call


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site after two of its activities have been renamed: one alone of its name, one that 2024 has too."""
    root = lay_out(tmp_path_factory.mktemp("projekt"))
    assert cli.main(["--rot", str(root), "rename", "2025/webbkarta", "2025/karta"]) == 0
    assert cli.main(["--rot", str(root), "rename", "2025/kulturstigar", "2025/stigar"]) == 0
    return build_site(root / "site", root=root).folder


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that tells nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    """Where the site is served, by a server that knows no redirects."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), lambda *a: Quiet(*a, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()

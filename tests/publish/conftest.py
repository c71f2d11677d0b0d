"""Publishing a made-up site with the command."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rusplan.commands import cli

from tests.publish.sites import write_site

Publish = Callable[..., tuple[int, str, str]]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """An empty folder of a server."""
    folder = tmp_path / "server"
    folder.mkdir()
    return folder


@pytest.fixture
def run(tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]) -> Publish:
    """Run `rusplan publish` on the folder of the server: exit code, what it said, and what it said of mistakes."""

    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(["--rot", str(tmp_path), "publish", str(target), *arguments])
        said = capsys.readouterr()
        return code, said.out.replace("\u00a0", " "), said.err.replace("\u00a0", " ")

    return call


@pytest.fixture
def put(tmp_path: Path, run: Publish) -> Callable[[str], None]:
    """Publish a site that says a word."""

    def call(word: str) -> None:
        code, _, err = run("--site", str(write_site(tmp_path / word, word)))
        assert code == 0, err

    return call

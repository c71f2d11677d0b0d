"""Where the form editor is started beside the site, and where pages lead to where their files are kept instead."""

import socket
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest
from rusplan.build import own_editor
from rusplan.build.own_editor import OwnEditor


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "projekt"
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    return root


@pytest.mark.parametrize(
    ("host", "port", "links"),
    [
        ("127.0.0.1", 8000, "http://127.0.0.1:8001/redigera/"),
        ("localhost", 8010, "http://127.0.0.1:8011/redigera/"),
        pytest.param("0.0.0.0", 8000, "", id="others see the site too"),  # noqa: S104 - it is not listened on
        pytest.param("127.0.0.1", 0, "", id="nobody knows the port yet"),
    ],
)
def test_pages_lead_to_the_editor_only_where_it_can_be_reached(
    host: str, port: int, links: str, repository: Path
) -> None:
    assert OwnEditor(repository, host, port).links == links


def test_a_port_that_is_taken_is_told_of_and_nothing_is_started(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        editor = OwnEditor(repository, "127.0.0.1", port - 1)
        editor.start()
        editor.stop()
    said = capsys.readouterr().out
    assert said.startswith(f"Ingen redigerare har startats, för port {port} är upptagen.")


def test_without_its_packages_or_a_repository_there_is_no_editor(
    tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert OwnEditor(tmp_path, "127.0.0.1", 8000).links == ""
    monkeypatch.setattr(own_editor, "find_spec", lambda name: find_spec(name) if name != "waitress" else None)
    without = OwnEditor(repository, "127.0.0.1", 8000)
    without.start()
    assert without.links == ""
    without.stop()

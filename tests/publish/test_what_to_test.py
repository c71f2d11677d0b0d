"""A change in data/ and docs/ alone is published when the tests of the site pass; anything else takes the engine's tests too."""

import subprocess
from pathlib import Path

import pytest

from tests.built import ROOT


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one commit, which is tagged `shown`."""
    git(tmp_path, "init", "--quiet")
    change(tmp_path, "README.md")
    git(tmp_path, "tag", "shown")
    return tmp_path


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-c", "user.name=r", "-c", "user.email=r@example.se", *words], cwd=folder, check=True)


def change(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "Ändra")


def to_test(folder: Path, since: str) -> str:
    return subprocess.check_output([ROOT / "deploy/what-to-test", since], cwd=folder, text=True).strip()


@pytest.mark.parametrize(
    ("names", "target"),
    [
        (("data/2025/plan.yml",), "test-site"),
        (("data/2025/plan.yml", "docs/om.md"), "test-site"),
        (("data/2025/plan.yml", "macros/rusplan/plugin.py"), "test"),
        (("mkdocs.yml",), "test"),
        (("tests/data/x.yml",), "test"),
    ],
)
def test_what_has_changed_decides(repository: Path, names: tuple[str, ...], target: str) -> None:
    change(repository, *names)
    assert to_test(repository, "shown") == target


@pytest.mark.parametrize("since", ["shown", "", "0" * 40, "no-such-commit"])
def test_everything_is_tested_where_nothing_or_nobody_tells_what_has_changed(repository: Path, since: str) -> None:
    assert to_test(repository, since) == "test"

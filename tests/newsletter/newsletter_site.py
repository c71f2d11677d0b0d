"""What the newsletter's tests share: where things are, hostile text, git with known dates, and the command."""

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from rusplan.commands.cli import main

REPO = Path(__file__).parents[2]
BAS = REPO / "tests/golden/bas"
SITE_URL = "https://plan.exempel.se/"
ENV = {**os.environ, "SITE_URL": SITE_URL, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
TITLE = """Skog <b>fet</b> & "citat" 'apostrof' {{ 7*7 }} {% raw %} 🌲"""
SUMMARY = "Läs t.ex. Bo </script><img src=x onerror=alert(1)> [länk](javascript:alert(1)) *så* 12 400 kr. Nästa mening."


def git(root: Path, *words: str, day: str = "2026-01-01") -> None:
    """Run git in `root`, as a person and a day that are always the same."""
    person = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "a"), ("EMAIL", "a@b.se"))
    }
    days = {"GIT_AUTHOR_DATE": f"{day}T12:00:00+0100", "GIT_COMMITTER_DATE": f"{day}T12:00:00+0100"}
    subprocess.run(["git", *words], cwd=root, check=True, capture_output=True, env={**os.environ, **person, **days})


def commit(root: Path, day: str) -> None:
    """Commit everything in `root` as of noon on `day`."""
    git(root, "add", "-A", day=day)
    git(root, "commit", "-qm", "ändring", day=day)


def replace(file: Path, old: str, new: str) -> None:
    """Change a text that must be in the file."""
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def yaml_quoted(text: str) -> str:
    """The text as a YAML scalar within apostrophes."""
    return "'" + text.replace("'", "''") + "'"


def rusplan(root: Path, *words: str) -> str:
    """What `rusplan newsletter` prints."""
    said, refused = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(refused):
        patch.setenv("SITE_URL", SITE_URL)
        code = main(["--rot", str(root), "newsletter", *words])
    assert code == 0, refused.getvalue()
    return said.getvalue()


def printed(root: Path, *words: str) -> str:
    """What it prints when it is run as editors run it."""
    command = [sys.executable, "-m", "rusplan.commands.cli", "--rot", str(root), "newsletter", *words]
    run = subprocess.run(command, cwd=REPO, env=ENV, capture_output=True, check=True)
    return run.stdout.decode()


def build(root: Path) -> Path:
    """The project's site, built strictly."""
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "-f",
        str(root / "mkdocs.yml"),
        "-d",
        str(root / "site"),
    ]
    run = subprocess.run(command, cwd=REPO, env=ENV, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return root / "site"

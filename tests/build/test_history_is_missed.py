"""A site that is built without its history looks whole: whoever builds is told, a build that nobody watches stops, and readers are told no more
than concerns them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from rusplan.build.build_order import WITHOUT_HISTORY, Byggstopp, tell_of_history
from rusplan.changes.history import read_history
from rusplan.changes.steps import Historik
from rusplan.git.asking import Hinder

from tests.publish.own_server import GIT, lay_out

MISSING = [Historik(hinder=hinder) for hinder in Hinder] + [Historik(ytlig=True)]


@pytest.mark.parametrize("history", MISSING, ids=[*(hinder.name for hinder in Hinder), "YTLIG"])
def test_every_lack_of_history_stops_a_build_that_nobody_watches_unless_it_is_asked_for(
    history: Historik, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert history.brist
    monkeypatch.setenv("CI", "true")
    monkeypatch.delenv(WITHOUT_HISTORY, raising=False)
    with pytest.raises(Byggstopp, match=WITHOUT_HISTORY):
        tell_of_history(history.brist, strict=True)
    monkeypatch.setenv(WITHOUT_HISTORY, "ja")
    with caplog.at_level("INFO"):
        tell_of_history(history.brist, strict=True)
    assert [(record.levelname, record.message) for record in caplog.records] == [("INFO", f"OBS! {history.brist}")]


def test_folder_of_another_owner_is_no_lack_without_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/x.yml").touch()
    for command in (["init", "-q"], ["add", "data"], ["commit", "-qm", "Data"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True, env=os.environ | GIT)
    for path in (tmp_path, tmp_path / ".git"):
        os.chown(path, 65534, -1)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    assert "safe.directory" in (read_history(tmp_path).brist or "")


def test_build_without_history_tells_the_one_who_builds_and_not_the_reader(tmp_path: Path) -> None:
    lay_out(tmp_path)
    # As the program `mkdocs` does it: run as a module it passes warnings by.
    command = [sys.executable, "-c", "from mkdocs.__main__ import cli; cli()", "build", "--strict"]
    env = {name: value for name, value in os.environ.items() if name not in ("CI", WITHOUT_HISTORY)}
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "OBS! Mappen data har ingen versionshistorik" in done.stderr
    assert "DeprecationWarning" not in done.stderr, "which tells nobody who builds what to do"
    page = (tmp_path / "site/andringar/index.html").read_text(encoding="utf-8").partition("<article")[2]
    assert "Webbplatsen är byggd utan sin versionshistorik. Därför syns inga ändringar här." in page
    assert "git" not in page.lower().replace("/git", "")
    done = subprocess.run(command, cwd=tmp_path, env=env | {"CI": "true"}, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"Ska webbplatsen ändå byggas, sätt miljövariabeln {WITHOUT_HISTORY}=ja." in done.stdout + done.stderr

"""What a build asks of git, it asks once."""

from pathlib import Path

import pytest
from rusplan.data.reading import read_data
from rusplan.site.sajt import Sajt

from tests.changes.data_repository import Förråd


def test_the_log_of_data_is_asked_for_once(förråd: Förråd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TRACE", str(tmp_path / "frågor.txt"))
    sajt = Sajt(samling=read_data(förråd.rot))
    assert sajt.fildatum.ändrad
    assert sajt.historik.steg
    asked = (tmp_path / "frågor.txt").read_text(encoding="utf-8").splitlines()
    assert len([row for row in asked if "built-in: git log --raw" in row]) == 1

"""What a build asks of git, it asks once."""

import subprocess
from typing import Any

import pytest
from rusplan.data.reading import read_data
from rusplan.site.sajt import Sajt

from tests.changes.data_repository import Förråd


def test_the_log_of_data_is_asked_for_once(förråd: Förråd, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    run = subprocess.run

    def noted(command: list[str], **rest: Any) -> Any:
        asked.append(command)
        return run(command, **rest)

    monkeypatch.setattr(subprocess, "run", noted)
    sajt = Sajt(samling=read_data(förråd.rot))
    assert sajt.fildatum.ändrad
    assert sajt.historik.steg
    logs = [command for command in asked if "log" in command and "--raw" in command]
    assert len(logs) == 1

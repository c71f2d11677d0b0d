"""A real git repository for each test."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from rusplan.changes import history
from rusplan.changes.history import Förflutet
from rusplan.changes.remembered import Remembered

from tests.changes.data_repository import BAS, Förråd


@pytest.fixture
def förråd(tmp_path: Path) -> Förråd:
    """The collection, committed on 1 January 2026."""
    found = Förråd(tmp_path / "projekt")
    shutil.copytree(BAS / "data", found.rot / "data")
    found.git("init", "--quiet", "--initial-branch=main")
    found.commit("2026-01-01", "Lägg in allt")
    return found


@pytest.fixture(autouse=True)
def history_is_told_the_same_with_what_an_earlier_build_remembers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each time a test reads the history, it is read once more with what was remembered the time before."""
    fresh, remembered = history.read_past, dict[Path, Mapping[bytes, Remembered]]()

    def both(root: Path, *given: Any, **named: Any) -> Förflutet:
        told = fresh(root, *given, **named)
        again = fresh(root, *given, **(named | {"before": remembered.get(root)}))
        assert (again.historik, again.fildatum, again.nyheter) == (told.historik, told.fildatum, told.nyheter)
        remembered[root] = again.minne
        return told

    monkeypatch.setattr(history, "read_past", both)

"""A real git repository for each test."""

import shutil
from pathlib import Path

import pytest

from tests.changes.data_repository import BAS, Förråd


@pytest.fixture
def förråd(tmp_path: Path) -> Förråd:
    """The collection, committed on 1 January 2026."""
    found = Förråd(tmp_path / "projekt")
    shutil.copytree(BAS / "data", found.rot / "data")
    found.git("init", "--quiet", "--initial-branch=main")
    found.commit("2026-01-01", "Lägg in allt")
    return found

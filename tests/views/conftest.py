"""Lillby as the views meet it."""

from copy import deepcopy
from pathlib import Path

import pytest
from rusplan.site.sajt import Sajt

from tests.views.lillby import FILER, Change, Changed, read


@pytest.fixture(scope="session")
def lillby(tmp_path_factory: pytest.TempPathFactory) -> Sajt:
    """The site of Lillby."""
    return Sajt(samling=read(tmp_path_factory.mktemp("lillby")))


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """A way to Lillby with something else in its files."""

    def build(change: Change) -> Sajt:
        files = deepcopy(dict(FILER))
        change(files)
        return Sajt(samling=read(tmp_path, files))

    return build

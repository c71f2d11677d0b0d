"""The real data and the real site, each made once a session (once a worker under pytest-xdist)."""

from pathlib import Path

import pytest
from built import ROOT, Site, build_site, lay_out
from rusplan.checks import read_collection
from rusplan.data.collection import Samling
from rusplan.data.references import Graf


@pytest.fixture(scope="session")
def samling() -> Samling:
    """Everything in data/."""
    return read_collection(ROOT)


@pytest.fixture(scope="session")
def graf(samling: Samling) -> Graf:
    """The references between years and texts."""
    return Graf(samling)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real site, as the maintainer's command builds it."""
    return build_site(tmp_path_factory.mktemp("site"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project to break."""
    return lay_out(tmp_path / "projekt")

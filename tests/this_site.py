"""The site of the repository itself, or of the folder that RUSPLAN_SITE names: what tests/site/ and tests/rus/ read instead of an invented one."""

from functools import partial

import pytest
from rusplan.checks import read_collection
from rusplan.data.collection import Samling
from rusplan.data.references import Graf

from tests.built import SITE, SITE_URL, Site, build_site, once_a_run


@pytest.fixture(scope="session")
def samling() -> Samling:
    """Everything in the site's data/."""
    return read_collection(SITE)


@pytest.fixture(scope="session")
def graf(samling: Samling) -> Graf:
    """The references between years and texts."""
    return Graf(samling)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site, as the maintainer's command builds it. No test changes it."""
    return Site(once_a_run(tmp_path_factory, "this-site", partial(build_site, root=SITE)), SITE_URL)

"""The real site, compressed, behind a real nginx with the configuration of deploy/."""

import os
from collections.abc import Iterator

import pytest
from rusplan.checks import read_collection
from rusplan.publish.compress import compress

from tests.built import ROOT, Site, build_site
from tests.nginx import NGINX, nginx


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real site, as the maintainer's commands build and compress it."""
    built = build_site(tmp_path_factory.mktemp("site"))
    compress(built.folder)
    return built


@pytest.fixture(scope="session")
def served(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of its root."""
    if NGINX is None:
        message = "nginx is not installed"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    with nginx(site.folder, tmp_path_factory.mktemp("nginx"), read_collection(ROOT)) as address:
        yield address

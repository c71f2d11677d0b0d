"""The site, compressed, behind a real nginx with the configuration of deploy/."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from rusplan.data.collection import Samling
from rusplan.publish.compress import compress

from tests.built import Site, once_a_run
from tests.nginx import NGINX, nginx


@pytest.fixture(scope="session")
def site(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site, as the maintainer's commands build and compress it."""

    def compressed(folder: Path) -> None:
        shutil.copytree(site.folder, folder, dirs_exist_ok=True)
        compress(folder)

    return Site(once_a_run(tmp_path_factory, "compressed", compressed), site.base)


@pytest.fixture(scope="session")
def served(site: Site, samling: Samling, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of its root."""
    if NGINX is None:
        message = "nginx is not installed"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    with nginx(site.folder, tmp_path_factory.mktemp("nginx"), samling) as address:
        yield address

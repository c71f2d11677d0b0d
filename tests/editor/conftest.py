"""A group that writes in the small project, and somebody who writes alone in the example."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editor.office import Office, lay_out_office
from tests.editor.online import Online, online


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Its editor, just started."""
    return lay_out_office(tmp_path)


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Online]:
    """The editor of who writes alone, online."""
    with online(tmp_path_factory.mktemp("redigerare")) as found:
        yield found

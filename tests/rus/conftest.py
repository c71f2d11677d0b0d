"""Everything here is of RUS's own data: marked `rus`, and left out where another site is tested."""

from pathlib import Path

import pytest

from tests.built import ROOT, SITE

collect_ignore_glob = [] if SITE == ROOT else ["test_*.py"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder: the hook is given those of all."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("rus")

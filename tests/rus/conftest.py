"""Everything here is of RUS's own data: marked `rus`, as what other folders hold of it."""

from pathlib import Path

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder: the hook is given those of all."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("rus")

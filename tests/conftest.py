"""Options and shared data of the test suite."""

from pathlib import Path

import pytest

from macros.checks import read_collection
from macros.collection import Samling

BAS = Path(__file__).parent / "golden/bas"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the expected files of tests/golden/ anew; read the diff before you keep it."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/ anew instead of comparing")


@pytest.fixture(scope="session")
def bas() -> Samling:
    """The small, right data set that all golden cases start from."""
    return read_collection(BAS)

"""The engine is of no organisation: nothing that it brings to a site names one."""

import re
from pathlib import Path

import pytest
from rusplan.tools.resources import ENGINE

# The organisation that it was first made for, what that one works with, and those it works with.
OWN = re.compile(r"\b(rus|leks|miljömål\w*|miljomal\w*|länsstyrels\w*|lansstyrels\w*|naturvårdsverket)\b", re.I)
TEXTS = (".py", ".md", ".html", ".js", ".css", ".yml", ".xml", ".txt", "")


@pytest.mark.parametrize("room", sorted(path.name for path in ENGINE.iterdir() if path.name != "__pycache__"))
def test_nothing_in_the_engine_names_an_organisation(room: str) -> None:
    place = ENGINE / room
    files = [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())
    told = [f"{path.relative_to(ENGINE)}: {found}" for path in files if path.suffix in TEXTS for found in named(path)]
    assert not told


def named(path: Path) -> list[str]:
    """The names of organisations in a file and in its path."""
    return OWN.findall(f"{path.relative_to(ENGINE)}\n{path.read_text(encoding='utf-8')}")


TESTS = Path(__file__).parent
# What only tests of this repository's own data may do; tests/bench/ measures its site.
OF_THIS_REPOSITORY = re.compile(
    r'\bROOT / "(?:data|docs)\b|read_collection\(ROOT\)|\bRUS\b|\bLEKS\b|miljömål|kulturmiljo\b'
)
MAY = ("rus", "bench", Path(__file__).name, "conftest.py", "this_site.py", "test_package.py")


def test_no_test_of_the_engine_hangs_on_the_data_of_this_repository() -> None:
    files = [path for path in sorted(TESTS.rglob("*.py")) if not set(MAY) & set(path.relative_to(TESTS).parts)]
    found = {path.name: OF_THIS_REPOSITORY.findall(path.read_text(encoding="utf-8")) for path in files}
    assert {name: told for name, told in found.items() if told} == {}

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

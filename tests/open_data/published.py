"""What a site publishes as open data, made without a build."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from rusplan.checks import read_collection
from rusplan.open_data.data_files import data_descriptions, open_data
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt, seen

from tests.built import ROOT

ROOTS = {"bas": ROOT / "tests/golden/bas", "exemplet": ROOT / "macros/rusplan/example"} | {
    name: ROOT / "tests/organisationer" / name for name in ("kommunen", "natverket", "regionen")
}
BASE = "https://plan.example.se/"


def site_of(root: Path) -> Sajt:
    """The site of a project, as a build makes it."""
    return Sajt(samling=seen(read_collection(root)), bas=BASE)


def files_of(sajt: Sajt) -> dict[str, str]:
    """Each file below data/ by its address."""
    renderer = Renderer(sajt.samling)
    return dict([*open_data(sajt, renderer, []), *data_descriptions(sajt, renderer, [])])


@cache
def published(name: str) -> tuple[Sajt, dict[str, str]]:
    """An invented body's site and its files."""
    sajt = site_of(ROOTS[name])
    return sajt, files_of(sajt)


def read_json(files: dict[str, str], address: str) -> Any:
    """What a JSON file holds."""
    return json.loads(files[address])

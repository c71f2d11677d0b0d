"""Every page of small made-up collections says what it said when somebody read it: `--update-golden` writes them anew, for a reviewer to read."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from pydantic import BaseModel
from rusplan.checks import read_collection
from rusplan.data.collection import Samling
from rusplan.site.sajt import Sajt

from tests.reviewed import AsReviewed
from tests.views.every_field import fill
from tests.views.lillby import FILER, read
from tests.views.page_text import rows_of
from tests.views.pages_of import pages_of
from tests.views.test_revised_plan import revise

TESTS = Path(__file__).parents[1]
REVIEWED = TESTS / "golden/sidor"
# What the register keeps, and a picture that has to lie in docs/.
SHOWN_NOWHERE = {
    "Permalänkar.filer",
    "Permalänkar.omdirigeringar",
    "Permalänkar.borttagna",
    "Permalänkar.ändringar_till",
    "Webbplats.logotyp",
}


def filled(folder: Path) -> Samling:
    """Lillby with every field filled in, and a revised plan."""
    files = deepcopy(dict(FILER))
    revise(files)
    fill(files)
    return read(folder, json.loads(json.dumps(files, default=str)))  # parts that stand in many places are no anchors


def standing(folder: str) -> Callable[[Path], Samling]:
    """A collection that lies among the tests."""
    return lambda _: read_collection(TESTS / folder)


SITES: dict[str, Callable[[Path], Samling]] = {
    "lillby": read,
    "lillby-med-allt": filled,
    "bas": standing("golden/bas"),
    "kommunen": standing("organisationer/kommunen"),
    "regionen": standing("organisationer/regionen"),
    "natverket": standing("organisationer/natverket"),
}


@pytest.mark.parametrize("name", SITES)
def test_pages_say_what_they_said_when_they_were_reviewed(name: str, tmp_path: Path, as_reviewed: AsReviewed) -> None:
    pages = pages_of(Sajt(samling=SITES[name](tmp_path)))
    text = "".join(f"==== {address}\n{rows_of(html)}\n" for address, html in pages.items())
    file = REVIEWED / f"{name}.txt"
    as_reviewed(file, text)


def test_every_field_of_the_model_stands_in_one_of_the_collections(tmp_path: Path) -> None:
    """So that none can be forgotten: what a field does to the pages is seen in what is reviewed."""
    used, kinds = set[tuple[str, str]](), dict[str, type[BaseModel]]()
    for name, read_site in SITES.items():
        for part in parts_of(vars(read_site(tmp_path / name))):
            kinds[type(part).__name__] = type(part)
            used |= {
                (type(part).__name__, name)
                for name, field in type(part).model_fields.items()
                if getattr(part, name) != field.default
            }
    unused = {
        f"{name}.{field}" for name, kind in kinds.items() for field in kind.model_fields if (name, field) not in used
    }
    assert unused == SHOWN_NOWHERE


def parts_of(thing: object) -> Iterator[BaseModel]:
    """Every part of the model below `thing`, however deep."""
    if isinstance(thing, BaseModel):
        yield thing
        thing = [getattr(thing, name) for name in type(thing).model_fields]
    elif isinstance(thing, dict):
        thing = list(thing.values())
    elif is_dataclass(thing):
        thing = [getattr(thing, field.name) for field in fields(thing)]
    for part in thing if isinstance(thing, list | tuple) else ():
        yield from parts_of(part)

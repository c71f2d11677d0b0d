"""What the guide shows to copy can be copied: it is read as what it is an example of, and tells of the example organisation."""

import re
from collections.abc import Iterator

import pytest
from rusplan.checks import read_collection
from rusplan.data.collection import Samling
from rusplan.data.kinds import FILSLAG, Filslag
from rusplan.data.model import Post
from rusplan.data.reader import Fil, read_text
from rusplan.tools.resources import EXAMPLE, PAGES

BLOCK = r"\{: #exempel-%s \}\n\n```yaml\n(.*?)```"
FIELDS = (PAGES / "redaktor/falt.md").read_text(encoding="utf-8")
# What the guide names by id, in each of its examples.
NAMED = re.compile(r"^ *(?:- )?(område|aktivitet|samverkan|aktiviteter|organisation): *\[?([a-z0-9/, -]+)\]?$", re.M)
BLOCKS = [
    block
    for path in sorted(PAGES.rglob("redaktor/*.md"))
    for block in re.findall(r"```yaml\n(.*?)```", path.read_text(encoding="utf-8"), re.S)
]


def example(kind: Filslag) -> bytes:
    found = re.search(BLOCK % kind.id, FIELDS, re.S)
    assert found, f"no example of {kind.id}"
    return found[1].encode()


@pytest.mark.parametrize("kind", FILSLAG, ids=lambda kind: kind.id)
def test_the_example_of_each_kind_of_file_is_read_as_such(kind: Filslag) -> None:
    read = read_text(example(kind), "data/2025/exempel.yml", kind.modell)
    assert isinstance(read, Fil), read
    assert isinstance(read.innehåll, Post)


@pytest.fixture(scope="module")
def organisation() -> Samling:
    return read_collection(EXAMPLE)


def named(field: str) -> Iterator[str]:
    """The ids that the guide's examples give for a field."""
    for block in BLOCKS:
        for found, ids in NAMED.findall(block):
            if found == field:
                yield from re.split(r", *", ids)


def test_areas_organisations_and_activities_of_the_guide_are_those_of_the_example(organisation: Samling) -> None:
    activities = {activity.id for activity in organisation.aktiviteter.values()}
    assert set(named("område")) <= set(organisation.områden)
    assert {*named("samverkan"), *named("organisation")} <= set(organisation.organisationer)
    assert {ref.rpartition("/")[2] for ref in (*named("aktivitet"), *named("aktiviteter"))} <= activities

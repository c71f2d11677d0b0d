"""What a file names of other things, gathered when it is read."""

from copy import deepcopy
from typing import Any

import pytest
from rusplan.data.collection import Samling
from rusplan.data.mentioned import posts_of
from rusplan.data.model import Händelse, Insats, Källa

from tests.views.lillby import FILER, read

MUSEUM: dict[str, Any] = {
    "samverkan": ["museiforeningen", "kommunen"],
    "sammanfattning": "Museet och GIS1 visar kartor. ÅVC-kort gäller. IT-2 och x-GPS, men inte ABcd.",
    "insatser": [
        {"text": "Hänga om med SGU.", "samverkan": ["kommunen", "ov"]},
        {"text": "Måla.", "samverkan": ["kommunen"], "hänvisningar": [{"till": "2025/skog", "text": "Se QGIS."}]},
    ],
    "händelser": [{"titel": "Vernissage med NATO", "typ": "möte", "datum": "2025-12-01", "samverkan": ["ov"]}],
    "anmärkningar": [{"gäller": "titel", "citat": "Källan säger FN", "text": "Vi säger museet."}],
}
KNOWN = ["GIS1", "ÅVC", "IT", "SGU", "QGIS"]


@pytest.fixture(scope="module")
def samling(tmp_path_factory: pytest.TempPathFactory) -> Samling:
    """Lillby, with a museum that names much."""
    files = deepcopy(dict(FILER))
    files["2025/aktiviteter/museum.yml"] |= MUSEUM
    files["ordlista.yml"]["termer"] += [{"term": term, "förklaring": "Ett ord."} for term in KNOWN]
    return read(tmp_path_factory.mktemp("lillby"), files)


def test_file_tells_what_it_names(samling: Samling) -> None:
    named = samling.aktiviteter["2025/museum"].plan.nämnt
    assert named.samverkan == {"museiforeningen", "kommunen", "ov"}
    assert named.dokument == {"plan-2025"}
    assert named.förkortningar == {"GIS1", "ÅVC", "IT", "SGU", "QGIS"}, "not those of titles and quotations"
    assert [(loc, mention.till) for loc, mention in named.hänvisningar] == [
        (("insatser", 1, "hänvisningar", 0), "2025/skog")
    ]
    assert [loc for loc, _ in named.daterade] == [("händelser", 0)]
    assert [loc for loc, _ in named.anmärkta] == [()]
    assert named.ledamöter == frozenset()


def test_parts_that_name_a_partner_are_called_by_title_or_text_and_the_whole_file_is_no_part(samling: Samling) -> None:
    found = samling.aktiviteter["2025/museum"].plan.nämnt.delar
    called = {name: [vars(part).get("titel") or vars(part)["text"] for part in parts] for name, parts in found.items()}
    assert called == {"kommunen": ["Hänga om med SGU.", "Måla."], "ov": ["Hänga om med SGU.", "Vernissage med NATO"]}


def test_plan_tells_of_seats_and_of_lists_in_which_names_must_differ(samling: Samling) -> None:
    named = samling.årgångar["2025"].plan.nämnt
    assert named.ledamöter == {"akeriet"}
    assert [(loc, len(parts)) for loc, parts in named.listor] == [(("områden",), 3), (("grupper",), 1)]


def test_every_part_is_walked_through_with_its_place_in_the_order_of_the_fields(samling: Samling) -> None:
    found = list(posts_of(samling.aktiviteter["2025/museum"].plan.innehåll))
    assert found[0] == ((), samling.aktiviteter["2025/museum"].plan.innehåll)
    kinds = {loc: type(part) for loc, part in found}
    assert kinds["insatser", 1] is Insats
    assert kinds["händelser", 0] is Händelse
    assert kinds["källa",] is Källa
    assert len(kinds) == len(found)

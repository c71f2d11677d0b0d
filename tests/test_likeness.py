"""What an unknown word is taken for: only what it nearly certainly was meant to be, never another thing that looks alike."""

import pytest
from rusplan.data.collection import Samling
from rusplan.data.likeness import as_id, nearest


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("titl", ["titel", "text"], "titel"),
        ("som planerad", ["som_planerat", "delvis"], "som_planerat"),
        ("plna.yml", ["plan.yml", "mal.yml"], "plan.yml"),
        ("2024/kulturmijlo", ["2024/kulturmiljo", "2025/kulturmiljo"], "2024/kulturmiljo"),
        ("Grön infrastruktur", ["gron-infrastruktur", "halsa"], "gron-infrastruktur"),
        ("kulturmiljoforumet", ["kulturmiljoforum", "boverket"], "kulturmiljoforum"),
        # The same, but another year, number, county or word.
        ("fu26", ["fu27"], None),
        ("2026/kulturmiljo", ["2025/kulturmiljo"], None),
        ("lansstyrelsen-kalmar", ["lansstyrelsen-dalarna", "lansstyrelsen-halland"], None),
        ("lansstyrelsen-varmland", ["lansstyrelsen-jamtland"], None),
        ("boverket", ["miljonatverket"], None),
        ("gd-forum", ["ld-forum"], None),
        ("slu", ["sgu"], None),
        ("museet", ["museum"], None),
        # Two are as near.
        ("forslag-c", ["forslag-a", "forslag-b"], None),
        ("stigarna", ["stigarnas", "stigarnax"], None),
    ],
)
def test_only_what_is_nearly_certain_is_offered(word: str, known: list[str], meant: str | None) -> None:
    assert nearest(word, known) == meant


def test_no_organisation_or_activity_of_the_site_is_taken_for_another(samling: Samling) -> None:
    years = [year.aktiviteter for year in samling.årgångar.values()]
    for names in (samling.organisationer, *years):
        assert not [name for name in names if nearest(name, names.keys() - {name})]


@pytest.mark.parametrize(
    ("name", "written"),
    [("Grön infrastruktur", "gron-infrastruktur"), ("SLU", "slu"), ("  Café – Åkerbo ", "cafe-akerbo"), ("…", "")],
)
def test_a_name_is_written_as_an_id(name: str, written: str) -> None:
    assert as_id(name) == written

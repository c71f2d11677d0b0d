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
        ("2024/kulturstgiar", ["2024/kulturstigar", "2025/kulturstigar"], "2024/kulturstigar"),
        ("Hembygdens dag", ["hembygdens-dag", "skolskogar"], "hembygdens-dag"),
        ("kulturstigsforumet", ["kulturstigsforum", "museet"], "kulturstigsforum"),
        # One slip in a word of five letters, two in one of eight, and four letters that have changed places.
        ("skogx", ["skoga"], "skoga"),
        ("skoogx", ["skog"], None),
        ("plna", ["plan"], "plan"),
        ("pland", ["plan"], "plan"),
        ("plax", ["plan"], None),
        ("mla", ["mal"], None),
        ("stigarax", ["stigarna"], "stigarna"),
        ("stgiaran", ["stigarna"], "stigarna"),
        ("stgirana", ["stigarna"], "stigarna"),
        ("stgaran", ["stigarna"], "stigarna"),
        ("stigarnaxx", ["stigarna"], "stigarna"),
        ("stigarnaxxx", ["stigarna"], None),
        ("stigxrxa", ["stigarna"], "stigarna"),
        ("stxgxrxa", ["stigarna"], None),
        ("tsigarna", ["stigarna"], None),
        ("stigar-na", ["stigarna"], "stigarna"),
        ("norra-stigen-ost", ["norra-stigen"], None),
        ("norxa-stixen", ["norra-stigen"], None),
        ("norxa-stigen", ["norra-stigen"], "norra-stigen"),
        ("stgiar25", ["stigar25"], "stigar25"),
        ("stgiar25", ["stigar26"], None),
        ("Sant", ["ja", "nej"], "ja"),
        (" falskt ", ["ja", "nej"], "nej"),
        ("…", ["…"], None),
        ("stigarna", ["Stigarna", "stig-arna"], None),
        ("stigarna", ["stigarna", "stigarna"], "stigarna"),
        (f"{'a' * 199}b", ["a" * 200], "a" * 200),
        (f"{'a' * 200}b", ["a" * 201], None),
        # The same, but another year, number, county or word.
        ("led26", ["led27"], None),
        ("2026/kulturstigar", ["2025/kulturstigar"], None),
        ("forskolan-kalmar", ["forskolan-dalarna", "forskolan-halland"], None),
        ("forskolan-varmland", ["forskolan-jamtland"], None),
        ("skogsverket", ["natverket"], None),
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
    [("Märka stigar", "marka-stigar"), ("HBR", "hbr"), ("  Café – Åkerbo ", "cafe-akerbo"), ("…", "")],
)
def test_a_name_is_written_as_an_id(name: str, written: str) -> None:
    assert as_id(name) == written

"""All that is told when two years of an invented collection are compared, reckoned by hand; the third year is far from the first."""

from copy import deepcopy
from pathlib import Path

import pytest
from rusplan.changes.between_years import year_changes
from rusplan.changes.steps import Slag
from rusplan.data.collection import Samling

from tests.views.lillby import FILER, aktivitet, dokument, källa, område, plain, read, steg, utfall

THIRD = {
    "plan.yml": {
        "dokument": dokument(2026), "sammanfattning": "Det tredje året.", "källa": källa(2026),
        "områden": [
            område("natur", "Natur och park", [{"aktiviteter": ["skog", "vatten"]}], 2026),
            område("kultur", "Kultur", [{"aktiviteter": ["bok", "hus", "teater"]}], 2026),
            område("skola", "Skola", [{"aktiviteter": ["fest", "spel"]}], 2026),
        ],
    },
    "aktiviteter/skog.yml": aktivitet(2026, "Skogen", "natur", "nej nej", 20, bygger_på=[steg("2025/skog", "fortsätter")]),
    "aktiviteter/vatten.yml": aktivitet(2026, "Vattnet", "natur", "nej nej", 9, bygger_på=[
        steg("2025/sjoar", "sammanslagning"), steg("2025/simskola", "sammanslagning"),
    ]),
    "aktiviteter/bok.yml": aktivitet(2026, "Böckerna", "kultur", "nej nej", None, bygger_på=[
        steg("2025/ljudbok", "sammanslagning"), steg("2025/barnbok", "sammanslagning"),
    ]),
    "aktiviteter/hus.yml": aktivitet(2026, "Huset", "kultur", "nej nej", 17, bygger_på=[
        steg("2025/museum", "sammanslagning"), steg("2025/musik", "sammanslagning"),
    ]),
    "aktiviteter/fest.yml": aktivitet(2026, "Festen", "skola", "nej nej", 5, bygger_på=[
        steg("2025/lov", "sammanslagning"), steg("2025/park", "uppdelning"),
    ]),
    "aktiviteter/spel.yml": aktivitet(2026, "Spelet", "skola", "nej nej", 1, bygger_på=[steg("2025/park", "uppdelning")]),
    "aktiviteter/teater.yml": aktivitet(2026, "Teatern", "kultur", "nej nej", None),
}  # fmt: skip


@pytest.fixture(scope="module")
def samling(tmp_path_factory: pytest.TempPathFactory) -> Samling:
    """Lillby with a third year, and with some outcomes in its first."""
    files = deepcopy(dict(FILER)) | {f"2026/{name}": deepcopy(content) for name, content in THIRD.items()}
    files["2024/utfall/skog.yml"] = utfall("som_planerat")
    files["2024/utfall/sjo.yml"] = utfall("okänt")
    files["2024/utfall/park.yml"] = utfall("försenad")
    files["organisation.yml"]["statusar"] = [
        {"id": "försenad", "namn": "Efter planen", "motsvarar": "delvis"},
        {"id": "klar", "namn": "Färdig", "motsvarar": "som_planerat"},
    ]
    files["2025/utfall/park.yml"] = utfall("klar")
    files["2025/aktiviteter/park.yml"]["bygger_på"] = [steg("2024/park", "övertagande")]
    return read(tmp_path_factory.mktemp("lillby"), files)


def test_days_are_not_added_where_those_of_one_are_not_known(tmp_path: Path) -> None:
    files = deepcopy(dict(FILER)) | {f"2026/{name}": deepcopy(content) for name, content in THIRD.items()}
    files["2026/aktiviteter/bok.yml"]["dagar"] = 9
    found = {c.sak.titel: c.ändringar for c in year_changes(read(tmp_path, files), "2025", "2026").saker}
    assert [row.text for row in found["Böckerna 2026"]] == ["sammanslagning av Ljudboken 2025 och Barnboken 2025"]


TOLD = {
    (2024, 2025): {
        "Barnboken 2025": ["en del av Boken 2024"],
        "Ljudboken 2025": ["en del av Boken 2024"],
        "Lovet 2025": ["ny aktivitet, 2 dagar. Ett nytt lov."],
        "Museet 2025": ["en del av Museet 2024"],
        "Museibutiken 2025": ["en del av Museet 2024"],
        "Musiken 2025": ["sammanslagning av Körerna 2024 och Orkestern 2024", "dagar tillsammans 10 → 9"],
        "Parken 2025": ["tas över från Parken 2024", "status efter planen → färdig"],
        "Simskolan 2025": ["tas över från Badet 2024", "titeln Badet → Simskolan", "område Natur och park → Skola", "dagar 1 → 4"],
        "Sjöarna 2025": ["titeln Sjön → Sjöarna", "särskild utvecklingsinsats delvis → nej"],
        "Skogen 2025": ["prioriterad ja → nej", "särskild utvecklingsinsats nej → ja", "dagar 10 → 12,5"],
        "Tidningen 2024": ["upphör. Papperet är slut."],
    },
    (2025, 2026): {
        "Böckerna 2026": ["sammanslagning av Ljudboken 2025 och Barnboken 2025"],
        "Festen 2026": ["bygger på Lovet 2025 och Parken 2025"],
        "Huset 2026": ["sammanslagning av Museet 2025 och Musiken 2025", "dagar tillsammans 15 → 17"],
        "Museibutiken 2025": ["upphör"],
        "Skogen 2026": ["särskild utvecklingsinsats ja → nej", "dagar 12,5 → 20"],
        "Spelet 2026": ["en del av Parken 2025"],
        "Teatern 2026": ["ny aktivitet"],
        "Vattnet 2026": ["sammanslagning av Sjöarna 2025 och Simskolan 2025"],
    },
    (2024, 2026): {
        "Böckerna 2026": ["titeln Boken → Böckerna", "särskild utvecklingsinsats ja → nej"],
        "Festen 2026": ["en del av Parken 2024"],
        "Huset 2026": ["sammanslagning av Körerna 2024, Orkestern 2024 och Museet 2024", "dagar tillsammans 18 → 17"],
        "Skogen 2026": ["prioriterad ja → nej", "dagar 10 → 20"],
        "Spelet 2026": ["en del av Parken 2024"],
        "Teatern 2026": ["ny aktivitet"],
        "Tidningen 2024": ["upphör. Papperet är slut."],
        "Vattnet 2026": ["sammanslagning av Badet 2024 och Sjön 2024", "dagar tillsammans 6 → 9"],
    },
}  # fmt: skip


@pytest.mark.parametrize("years", list(TOLD))
def test_every_difference_between_two_years_is_told(samling: Samling, years: tuple[int, int]) -> None:
    found = year_changes(samling, *map(str, years))
    assert {c.sak.titel: [plain(change.text) for change in c.ändringar] for c in found.saker} == TOLD[years]
    assert [c.sak.titel for c in found.saker] == list(TOLD[years]), "they stand in the order of their titles"
    assert not found.sammandrag


def test_thing_names_its_activity_and_its_areas_of_both_years(samling: Samling) -> None:
    things = {c.sak.titel: c.sak for c in year_changes(samling, "2024", "2025").saker}
    assert {sak.slag for sak in things.values()} == {"aktivitet"}
    assert things["Simskolan 2025"].nyckel == "2025/simskola"
    assert things["Simskolan 2025"].områden == ("natur", "skola")
    assert things["Musiken 2025"].områden == ("kultur",)
    assert (things["Tidningen 2024"].nyckel, things["Tidningen 2024"].områden) == ("2024/tidning", ("kultur",))


ROWS = {
    "Lovet 2025": [((), Slag.NY, None, "aktivitet")],
    "Tidningen 2024": [((), Slag.BORTTAGEN, "aktivitet", None)],
    "Musiken 2025": [
        (("bygger_på",), Slag.ÄNDRAD, "2024/korer 2024/orkester", "2025/musik"), (("dagar",), Slag.ÄNDRAD, "10", "9"),
    ],
    "Parken 2025": [
        (("bygger_på",), Slag.ÄNDRAD, "2024/park", "2025/park"), (("status",), Slag.ÄNDRAD, "efter planen", "färdig"),
    ],
    "Skogen 2025": [
        (("prioriterad",), Slag.ÄNDRAD, "ja", "nej"), (("utvecklingsinsats",), Slag.ÄNDRAD, "nej", "ja"),
        (("dagar",), Slag.ÄNDRAD, "10", "12,5"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("title", list(ROWS))
def test_each_difference_has_its_field_and_what_stood_there(samling: Samling, title: str) -> None:
    (change,) = [c for c in year_changes(samling, "2024", "2025").saker if c.sak.titel == title]
    assert [(row.fält, row.slag, row.före, row.efter) for row in change.ändringar] == ROWS[title]

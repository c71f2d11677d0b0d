"""`rusplan new-activity`: a file to be filled in, and its place in the draft's plan."""

from pathlib import Path

import pytest
from rusplan.checks import read_collection

from tests.editing.files import Run, contents, rows

PLAN, NEW = "data/2026/plan.yml", "data/2026/aktiviteter/fagelskadning-i-var.yml"
ADDED = ("new-activity", "2026", "Fågelskådning: i vår", "--area", "natur")


@pytest.fixture
def draft(run: Run, project: Path) -> Path:
    """The project with a draft for 2026."""
    assert run("new-year", "2026")[0] == 0
    return project


def test_activity_stands_last_in_its_area_or_after_another(run: Run, draft: Path) -> None:
    before = contents(draft)
    assert run(*ADDED) == (0, f"Skapade {NEW}\nÄndrade {PLAN}\n", "")
    found = rows(before, contents(draft))
    assert found[PLAN] == (
        ["      - aktiviteter: [skog, vatten]"],
        ["      - aktiviteter: [skog, vatten, fagelskadning-i-var]"],
    )
    assert contents(draft)[NEW] == (
        'titel: "Fågelskådning: i vår"\nområde: natur\nprioriterad:\nutvecklingsinsats:\ndagar:\nmedelsbehov:\n  behov:\n'
        "ny:\n  text: Ny aktivitet 2026.\nsammanfattning:\ninsatser:\n"
    )
    assert (
        run("new-activity", "2026", "Bäckar", "--area", "natur", "--after", "skog", "--reason", "Nytt uppdrag.")[0] == 0
    )
    year = read_collection(draft).årgångar["2026"]
    assert [a.id for a in year.in_area("natur")] == ["skog", "backar", "vatten", "fagelskadning-i-var"]
    assert year.aktiviteter["backar"].plan.innehåll.ny.text == "Nytt uppdrag."  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["2027", "X", "--area", "natur"], "Året 2027 finns inte. Kör rusplan new-year 2027 först."),
        (["2025", "X", "--area", "natur"], "Planen för 2025 är inget utkast"),
        (["2026", "X", "--area", "naturr"], "Området «naturr» finns inte i data/2026/plan.yml. Menade du «natur»?"),
        (["2026", "X", "--area", "natur", "--after", "museum"], "Aktiviteten «museum» står inte i området"),
        (["2026", "Skog", "--area", "natur"], "Det finns redan en aktivitet 2026/skog."),
        (["2026", "Sjöar", "--area", "natur"], "Filen skulle heta som 2024/sjoar, och då hör de ihop genom åren."),
        (["2026", "Budget", "--area", "natur"], "Namnet på aktivitetens fil är «budget»"),
        (["2026", "!!", "--area", "natur"], "Namnet på aktivitetens fil är «!!», men ska vara ett id"),
    ],
)
def test_what_cannot_be_meant_is_refused(arguments: list[str], told: str, run: Run, draft: Path) -> None:
    before = contents(draft)
    code, said, why = run("new-activity", *arguments)
    assert (code, said) == (1, "")
    assert why.startswith(told)
    assert contents(draft) == before

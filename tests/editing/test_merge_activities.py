"""`rusplan merge` of two activities of a year: one file of two, with all that referred to the one."""

from pathlib import Path

import pytest
from rusplan.checks import read_collection

from tests.editing.files import Run, change, contents

PLAN = "data/2025/aktiviteter"


@pytest.fixture
def alike(project: Path) -> Path:
    """The project where the reading and the museum can be one: the same source, and both with an origin."""
    laslov = f"{PLAN}/laslov.yml"
    change(project, laslov, "avsnitt: Läslovet", "avsnitt: Museet")
    change(
        project,
        laslov,
        "ny: {grund: källan, text: Ett nytt lov.}",
        "bygger_på:\n  - {aktivitet: 2024/tidning, typ: namnbyte, grund: källan}",
    )
    change(project, "data/2024/aktiviteter/tidning.yml", "upphör: {grund: källan, text: Tidningen läggs ned.}\n", "")
    change(
        project,
        laslov,
        "sammanfattning: Barn",
        "samverkan: [kommunen]\ninsatser:\n  - text: Läsa högt.\n    hänvisningar: [{till: 2025/museum, text: I museet.}]\nhändelser:\n  - {titel: Lovet, typ: möte, datum: 2025-06-10}\nsammanfattning: Barn",
    )
    change(project, "data/2025/budget.yml", "aktivitet: museum", "aktivitet: laslov")
    change(
        project,
        f"{PLAN}/skog.yml",
        "  - till: 2026",
        "  - till: 2025/laslov\n    text: Barnen ritar skogen.\n  - till: 2026",
    )
    return project


def test_the_two_are_one_and_all_that_referred_to_the_one_follows(run: Run, alike: Path) -> None:
    before = contents(alike)
    code, said, why = run("merge", "2025/laslov", "2025/museum")
    assert code == 0, said + why
    after = contents(alike)
    assert {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} == {
        f"{PLAN}/laslov.yml", f"{PLAN}/museum.yml", f"{PLAN}/skog.yml", "data/2025/plan.yml", "data/2025/budget.yml", "data/permalankar.yml",
    }  # fmt: skip
    samling = read_collection(alike)
    assert "2025/laslov" not in samling.aktiviteter
    museum = samling.aktiviteter["2025/museum"].plan.innehåll
    assert str(museum.dagar) == "12.5"
    assert museum.sammanfattning == "Utställning och skolbesök på en plats.\n\nBarn läser på museet."
    assert [(link.aktivitet, link.typ) for link in museum.bygger_på] == [
        ("2024/utstallning", "sammanslagning"), ("2024/skolbesok", "sammanslagning"), ("2024/tidning", "sammanslagning"),
    ]  # fmt: skip
    assert [event.id for event in museum.händelser] == ["2025-laslov--lovet"]
    assert [(point.text, point.hänvisningar) for point in museum.insatser] == [("Läsa högt.", ())]
    assert "- till: 2025/museum\n    text: Barnen ritar skogen." in after[f"{PLAN}/skog.yml"]
    assert "aktivitet: museum" in after["data/2025/budget.yml"]
    for sentence in (
        "Tog bort data/2025/aktiviteter/laslov.yml",
        "Sammanfattningen har nu ett stycke från vardera aktiviteten. Skriv ihop dem till ett.",
        "Dagarna är 10 + 2,5 = 12,5.",
        "Hänvisningen mellan de två aktiviteterna är borttagen: «I museet.»",
        "/aktiviteter/2025/laslov/ leder nu till /aktiviteter/2025/museum/",
        "/aktiviteter/spar/laslov/ leder nu till /aktiviteter/spar/museum/",
    ):
        assert sentence in said.splitlines()
    assert run("check")[0] == 0


def test_later_year_follows_and_the_kinds_of_links_are_what_they_then_are(run: Run, project: Path) -> None:
    museum = project / f"{PLAN}/museum.yml"
    one, other = (project / f"data/2024/aktiviteter/{name}.yml" for name in ("skolbesok", "utstallning"))
    one.write_text(other.read_text(encoding="utf-8").replace("titel: ", "titel: Skolan och "), encoding="utf-8")
    code, said, why = run("merge", "2024/skolbesok", "2024/utstallning")
    assert code == 0, said + why
    assert "{aktivitet: 2024/utstallning, typ: namnbyte, grund: källan}" in museum.read_text(encoding="utf-8")
    assert "skolbesok" not in museum.read_text(encoding="utf-8")


def test_contradictions_are_refused_with_what_stands_on_each(run: Run, project: Path) -> None:
    before = contents(project)
    code, said, why = run("merge", "2025/laslov", "2025/museum")
    assert (code, said) == (1, "")
    assert why.startswith("«ny» är inte detsamma för de två aktiviteterna")
    assert "Bara 2025/skog har ett utfall" in run("merge", "2025/vatten", "2025/skog")[2]
    assert run("merge", "2024/skog", "2025/skog")[2].startswith("Bara aktiviteter samma år kan slås ihop.")
    assert contents(project) == before


def test_in_a_draft_nothing_has_been_published_and_nothing_leads_on(run: Run, project: Path) -> None:
    run("new-year", "2026")
    for name, day in (("museum", "2026-05"), ("laslov", "2026-05"), ("laslov", "2026-06-02")):
        run("new-event", f"2026/{name}", "Öppet hus", "--type", "möte", "--date", day)
    code, said, why = run("merge", "2026/laslov", "2026/museum")
    assert code == 0, said + why
    assert run("rename", "2026/museum", "2026/galleri")[0] == 0
    assert not (project / "data/permalankar.yml").exists()
    found = read_collection(project).aktiviteter["2026/galleri"].plan.innehåll
    assert [link.aktivitet for link in found.bygger_på] == ["2025/museum", "2025/laslov"]
    assert {link.typ.value for link in found.bygger_på} == {"sammanslagning"}
    assert [event.datum.iso for event in found.händelser] == ["2026-05", "2026-06-02"]


def test_decided_plan_that_is_written_here_is_revised_instead(run: Run, project: Path) -> None:
    change(project, "data/2025/plan.yml", "ursprung: inläst", "ursprung: skrivet_här")
    assert run("merge", "2025/laslov", "2025/museum")[2].startswith(
        "Planen för 2025 är beslutad. Det som ändras efter beslutet"
    )

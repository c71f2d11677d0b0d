"""`rusplan merge` of two organisations: what named the one names the other, and its names are kept."""

from pathlib import Path

import pytest

from tests.editing.files import Run, change, contents, rows

SHARED, SKOG, VATTEN = "data/samverkan.yml", "data/2025/aktiviteter/skog.yml", "data/2025/aktiviteter/vatten.yml"

CO_RESPONSIBLE = "roll: medansvarig, kontakt: https://fiskeradet.example/kontakt}"


@pytest.fixture
def same_kind(project: Path) -> Path:
    """The project where the fisheries board is a municipality too, with more to tell."""
    change(
        project,
        SHARED,
        "typ: samverkansforum",
        "typ: kommun_och_region\n    kortnamn: FR\n    länk: https://fisk.example",
    )
    (project / "docs/index.md").write_text(
        '# Start\n\n{{ aktivitetslista(organisation="fiskeradet") }} fiskeradet\n', encoding="utf-8"
    )
    return project


def test_every_mention_follows_and_names_are_kept(run: Run, same_kind: Path) -> None:
    change(same_kind, SKOG, "    samverkan: [kommunen]", "    samverkan: [fiskeradet, kommunen]")
    before = contents(same_kind)
    code, said, why = run("merge", "fiskeradet", "kommunen")
    assert code == 0, said + why
    assert rows(before, contents(same_kind)) == {
        VATTEN: (
            ["samverkan: [fiskeradet]", f"  - {{organisation: fiskeradet, {CO_RESPONSIBLE}"],
            ["samverkan: [kommunen]", f"  - {{organisation: kommunen, {CO_RESPONSIBLE}"],
        ),
        SKOG: (["    samverkan: [fiskeradet, kommunen]"], ["    samverkan: [kommunen]"]),
        SHARED: (
            ["  - id: fiskeradet", "    namn: Fiskerådet"],
            ["    andra_namn:", "      - Fiskerådet"],
        ),
        "data/permalankar.yml": ([], (same_kind / "data/permalankar.yml").read_text(encoding="utf-8").splitlines()),
        "docs/index.md": (
            ['{{ aktivitetslista(organisation="fiskeradet") }} fiskeradet'],
            ['{{ aktivitetslista(organisation="kommunen") }} fiskeradet'],
        ),
    }
    kept = (same_kind / SHARED).read_text(encoding="utf-8").split("- id: museet")[0]
    assert "kortnamn: FR" in kept
    assert "länk: https://fisk.example" in kept
    assert said.splitlines()[-1] == "/samverkan/fiskeradet/ leder nu till /samverkan/kommunen/"
    assert run("check")[0] == 0


def test_short_name_beside_another_becomes_another_name(run: Run, same_kind: Path) -> None:
    change(
        same_kind, SHARED, "namn: Åkerbo kommun", "namn: Åkerbo kommun\n    kortnamn: ÅK\n    andra_namn: [Kommunen]"
    )
    change(same_kind, VATTEN, "Vi räknar fisk", "FR räknar fisk")
    assert run("merge", "fiskeradet", "kommunen")[0] == 0
    assert "andra_namn: [Kommunen, Fiskerådet, FR]" in (same_kind / SHARED).read_text(encoding="utf-8")


def test_contradictions_and_unknown_names_are_refused(run: Run, project: Path) -> None:
    before = contents(project)
    code, said, why = run("merge", "fiskeradet", "kommunen")
    assert (code, said) == (1, "")
    assert why.startswith(
        "«typ» är inte detsamma för fiskeradet och kommunen i data/samverkan.yml. Skriv det som gäller på båda"
    )
    assert run("merge", "fiskeraadet", "kommunen")[2].startswith(
        "Organisationen «fiskeraadet» finns inte. Menade du «fiskeradet»?"
    )
    assert run("merge", "museet", "museet")[2].startswith("Ange två olika organisationer")
    assert contents(project) == before

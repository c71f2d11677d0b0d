"""`rusplan end`: an activity that nothing goes on from says so in its file, and nothing else is touched."""

from pathlib import Path

from tests.editing.files import Run, change, contents, rows

SKOG = "data/2025/aktiviteter/skog.yml"


def test_reason_stands_in_the_file_of_the_activity_and_nowhere_else(run: Run, project: Path) -> None:
    before = contents(project)
    code, said, _ = run("end", "2025/skog", "--reason", "Stigarna är klara.", "--ground", "källan")
    assert (code, said) == (0, f"Ändrade {SKOG}\n")
    assert rows(before, contents(project)) == {SKOG: ([], ["upphör:", "  grund: källan", "  text: Stigarna är klara."])}
    text = (project / SKOG).read_text(encoding="utf-8")
    assert text.index("bygger_på:") < text.index("upphör:")


def test_one_of_two_activities_without_a_fate_can_be_ended_before_the_other(run: Run, project: Path) -> None:
    for name in ("museum", "vatten"):
        text = (project / f"data/2025/aktiviteter/{name}.yml").read_text(encoding="utf-8")
        kept = text.split("bygger_på:")[0] + "ny: {grund: källan, text: Ny.}\n"
        (project / f"data/2025/aktiviteter/{name}.yml").write_text(kept, encoding="utf-8")
    assert run("check")[1].count("det framgår inte vad som händer med aktiviteten 2025") == 3
    for name in ("sjoar", "utstallning"):
        assert run("end", f"2024/{name}", "--reason", "Klart.")[0] == 0
    assert run("check")[1].count("det framgår inte vad som händer med aktiviteten 2025") == 1


def test_activity_that_goes_on_or_ends_already_is_refused(run: Run, project: Path) -> None:
    before = contents(project)
    code, _, why = run("end", "2024/sjoar", "--reason", "Klart.")
    assert code == 1
    assert why == (
        "Aktiviteten fortsätter i 2025/vatten. Ska den inte göra det tar du först bort 2024/sjoar under «bygger_på» i data/2025/aktiviteter/vatten.yml. Inget är ändrat.\n"
    )
    assert "säger redan att aktiviteten upphör" in run("end", "2024/tidning", "--reason", "Klart.")[2]
    assert contents(project) == before
    change(project, SKOG, "titel: Skogen", "titel: Skogen\nany: 1")
    assert run("end", "2025/skog", "--reason", "Klart.")[2].startswith("Inget är ändrat")


def test_activity_that_goes_on_in_a_draft_is_ended_once_its_file_and_row_there_are_gone(
    run: Run, project: Path
) -> None:
    run("new-year", "2026")
    why = run("end", "2025/skog", "--reason", "Klart.")[2]
    assert "tar du först bort data/2026/aktiviteter/skog.yml och dess rad i data/2026/plan.yml." in why
    (project / "data/2026/aktiviteter/skog.yml").unlink()
    change(project, "data/2026/plan.yml", "[skog, vatten]", "[vatten]")
    before = contents(project)
    assert run("end", "2025/skog", "--reason", "Klart.")[0] == 0
    # The draft decides it, so the plan that readers see says nothing yet.
    added = ["upphör:", "  - aktivitet: 2025/skog", "    text: Klart."]
    assert rows(before, contents(project)) == {"data/2026/plan.yml": ([], added)}
    assert run("check")[0] == 0
    assert (
        "data/2026/plan.yml säger redan att aktiviteten upphör: «Klart.»"
        in run("end", "2025/skog", "--reason", "Nej.")[2]
    )

"""`rusplan new-event`: an event in the plan or the outcome, and ids where two would be called the same."""

from pathlib import Path

from rusplan.checks import read_collection

from tests.editing.files import Run, contents, rows

VATTEN, SKOG, UTFALL = "data/2025/aktiviteter/vatten.yml", "data/2025/aktiviteter/skog.yml", "data/2025/utfall/skog.yml"


def test_event_stands_in_the_plan_and_nothing_else_is_touched(run: Run, project: Path) -> None:
    before = contents(project)
    added = (
        "new-event",
        "2025/vatten",
        "Fiskens dag",
        "--type",
        "möte",
        "--date",
        "2025-06-11",
        "--place",
        "Åkerbo: badplatsen",
    )
    assert run(*added) == (0, f"Ändrade {VATTEN}\n", "")
    assert rows(before, contents(project)) == {
        VATTEN: (
            [],
            [
                "händelser:",
                "  - titel: Fiskens dag",
                "    typ: möte",
                "    datum: 2025-06-11",
                '    plats: "Åkerbo: badplatsen"',
            ],
        )
    }


def test_second_event_of_a_title_gets_an_id_of_its_own_and_so_does_the_first(run: Run, project: Path) -> None:
    for day in ("2025-09-01", "2025-10-01"):
        assert run("new-event", "2025/skog", "Skogens dag", "--type", "möte", "--date", day)[0] == 0
    events = read_collection(project).aktiviteter["2025/skog"].plan.innehåll.händelser
    assert [event.id for event in events] == [
        "2025-skog--skogens-dag", "2025-skog--skogens-dag-2025-09-01", "2025-skog--skogens-dag-2025-10-01",
    ]  # fmt: skip


def test_event_that_has_been_stands_in_the_outcome(run: Run, project: Path) -> None:
    assert (
        run("new-event", "2025/skog", "Invigning", "--type", "möte", "--date", "2025-08-01", "--outcome")[1]
        == f"Ändrade {UTFALL}\n"
    )
    assert (
        "Skapa först data/2025/utfall/vatten.yml"
        in run("new-event", "2025/vatten", "Dagen", "--type", "möte", "--date", "2025", "--outcome")[2]
    )


def test_date_that_cannot_be_read_or_is_years_away_is_refused_with_the_words_to_write(run: Run, project: Path) -> None:
    before = contents(project)
    code, said, why = run("new-event", "2025/vatten", "Dagen", "--type", "möte", "--date", "11 juni 2025")
    assert code == 1
    assert "«datum» är «11 juni 2025», men ska skrivas som 2025-11-12, 2025-11 eller 2025; skriv 2025-06-11" in said
    assert why.startswith("Inget är ändrat")
    assert run("new-event", "2025/vatten", "Dagen", "--type", "möte", "--date", "2019-06-11")[0] == 1
    assert contents(project) == before


def test_times_and_a_link_to_sign_up_are_written(run: Run, project: Path) -> None:
    added = (
        "new-event",
        "2025/vatten",
        "Fiskens dag",
        "--type",
        "möte",
        "--date",
        "2025-06-11",
        "--start",
        "09:30",
        "--end",
        "16:00",
    )
    assert run(*added, "--sign-up", "https://akerbo.example/fisk")[0] == 0
    (event,) = read_collection(project).aktiviteter["2025/vatten"].plan.innehåll.händelser
    assert (event.starttid, event.sluttid, event.anmälan) == ("09:30", "16:00", "https://akerbo.example/fisk")

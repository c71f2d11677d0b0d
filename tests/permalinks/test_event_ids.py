"""A link to an event, and its row in a reader's calendar, lead to the same event for ever."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from rusplan.changes.history import read_past
from rusplan.checks import read_collection
from rusplan.commands import cli
from rusplan.data.reading import read_data
from rusplan.git.log import read_log
from rusplan.outputs.calendars import calendars
from rusplan.render.renderer import Renderer
from rusplan.site.occasions import occasions
from rusplan.site.sajt import Sajt
from rusplan.views.items import planerade_händelser

from tests.invented import lay_out

Run = Callable[..., tuple[int, str, str]]
SKOG, VATTEN, LASLOV = (f"data/2025/aktiviteter/{name}.yml" for name in ("skog", "vatten", "laslov"))
UTFALL, REGISTER = "data/2025/utfall/skog.yml", "data/permalankar.yml"
RING = "2025-laslov--sagostund"


def listed(*events: str) -> str:
    return "händelser:\n" + "".join(f"  - {event}\n" for event in events)


def story(title: str, day: str, name: str = "") -> str:
    return f"titel: {title}\n    typ: möte\n    datum: {day}" + (f"\n    id: {name}" if name else "")


def write(project: Path, events: str, name: str = LASLOV) -> None:
    """The activity tells of these events and no others."""
    text = (project / name).read_text(encoding="utf-8").split("händelser:\n")[0]
    (project / name).write_text(text + events, encoding="utf-8")


def names(project: Path, ref: str = "2025/laslov") -> dict[str, str]:
    """Each day with the name of its event."""
    found = (o for o in occasions(read_data(project)) if o.aktivitet.ref == ref)
    return {o.händelse.datum.iso: o.namn.removeprefix("2025-laslov--") for o in found}


def commit(project: Path) -> None:
    if not (project / ".git").exists():
        subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    who = ["-c", "user.name=en", "-c", "user.email=en@akerbo.example"]
    subprocess.run(["git", "add", "-A"], cwd=project, check=True)
    subprocess.run(["git", *who, "commit", "-qm", "Ändra"], cwd=project, check=True)


def test_earlier_event_of_the_same_title_of_a_whole_site_takes_over_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(tmp_path)
    assert cli.main(["--rot", str(tmp_path), "permalinks"]) == 0
    capsys.readouterr()
    file = tmp_path / "data/2025/utfall/natverkstraffar.yml"
    before = {(o.händelse.titel, o.händelse.tema, o.händelse.datum): o.namn for o in occasions(read_data(tmp_path))}
    rows = file.read_text(encoding="utf-8").split("  - titel: Frukostwebbinarium\n", 1)
    new = "  - titel: Frukostwebbinarium\n    typ: webbinarium\n    datum: 2025-09-30\n    tema: Först av alla\n"
    file.write_text(f"{rows[0]}{new}  - titel: Frukostwebbinarium\n{rows[1]}", encoding="utf-8")
    assert cli.main(["--rot", str(tmp_path), "check"]) == 1
    (told,) = capsys.readouterr().out.splitlines()
    row = rows[0].count("\n") + 1
    assert told.startswith(
        f"data/2025/utfall/natverkstraffar.yml:{row}:12: flera händelser här heter «Frukostwebbinarium»"
    )
    assert told.endswith("eller skriv «id: 2025-natverkstraffar--frukostwebbinarium-2025-09-30»")
    assert cli.main(["--rot", str(tmp_path), "permalinks"]) == 0
    assert capsys.readouterr().out.startswith("2025-natverkstraffar--frukostwebbinarium-2025-09-30\n1\xa0ny i")
    after = {
        (o.händelse.titel, o.händelse.tema, o.händelse.datum): o.namn for o in occasions(read_collection(tmp_path))
    }
    assert {event: after[event] for event in before} == before
    assert len(after) == len(before) + 1


def test_of_two_nameless_events_the_one_that_git_has_known_longest_keeps_its_name(run: Run, project: Path) -> None:
    write(project, listed(story("Sagostund", "2025-06-20")))
    commit(project)
    write(project, listed(story("Sagostund", "2025-06-13"), story("Sagostund", "2025-06-20")))
    commit(project)
    assert run("check")[0] == 1
    assert run("permalinks")[0] == 0
    assert names(project) == {"2025-06-20": "sagostund", "2025-06-13": "sagostund-2025-06-13"}
    assert run("check")[0] == 0


def test_event_that_got_another_title_keeps_the_name_it_was_published_under(run: Run, project: Path) -> None:
    write(project, listed(story("Sagostund", "2025-06-20")))
    commit(project)
    write(project, listed(story("Sagor för alla", "2025-06-20")))
    run("permalinks")
    assert names(project) == {"2025-06-20": "sagostund"}


def test_command_without_git_names_events_by_their_titles_and_touches_nothing_else(run: Run, project: Path) -> None:
    write(
        project,
        listed(story("Sagostund", "2025-06-20"), "{titel: Invigning, typ: möte, datum: 2025-06-21} # bara en rad"),
    )
    (project / LASLOV).write_bytes((project / LASLOV).read_bytes().replace(b"\n", b"\r\n"))
    before = (project / LASLOV).read_text(encoding="utf-8")
    _, said, _ = run("permalinks")
    after = (project / LASLOV).read_bytes().decode()
    assert after.count("\r\n") == after.count("\n")
    expected = before.replace("titel: Sagostund\n", f"titel: Sagostund\n    id: {RING}\n")
    expected = expected.replace("{titel: Invigning, ", "{titel: Invigning, id: 2025-laslov--invigning, ")
    assert after.replace("\r\n", "\n") == expected
    assert f"{RING}\n" in said
    assert said.endswith("Händelserna i 2 filer fick id.\n"), said
    assert f"  - {RING}\n" in (project / REGISTER).read_text(encoding="utf-8")
    assert run("permalinks")[1].startswith("Inget nytt")


def test_id_that_only_names_the_event_becomes_its_whole_name(run: Run, project: Path) -> None:
    write(project, listed(story("Sagor för alla", "2025-06-20", "sagostund")))
    assert names(project) == {"2025-06-20": "sagostund"}
    run("permalinks")
    assert f"    id: {RING}\n" in (project / LASLOV).read_text(encoding="utf-8")
    assert names(project) == {"2025-06-20": "sagostund"}


def test_event_that_moves_to_another_activity_with_its_id_keeps_link_and_calendar(run: Run, project: Path) -> None:
    write(project, listed(story("Sagostund", "2025-06-20")))
    run("permalinks")
    write(project, "")
    write(project, listed(story("Sagostund", "2025-06-20", RING), story("Sagostund", "2025-07-01")), VATTEN)
    write(project, listed(story("Sagostund", "2025-08-01")))
    assert names(project, "2025/vatten") == {"2025-06-20": "sagostund", "2025-07-01": "2025-vatten--sagostund"}
    assert names(project) == {"2025-08-01": "sagostund-2025-08-01"}, "its old name is not free"
    samling = read_data(project)
    made = dict(calendars(Sajt(samling=samling), Renderer(samling), []))
    assert f"UID:{RING}@" in made[f"handelser/{RING}.ics"]


def test_event_that_moves_without_its_id_is_told_with_what_to_write_where(run: Run, project: Path) -> None:
    write(project, listed(story("Sagostund", "2025-06-20")))
    run("permalinks")
    write(project, "")
    write(project, listed(story("Sagostund", "2025-06-20")), VATTEN)
    _, said, _ = run("check")
    row = (project / VATTEN).read_text(encoding="utf-8").split("  - titel: Sagostund")[0].count("\n") + 1
    assert f"«{RING}» är publicerad men finns inte längre" in said
    assert f"är det den som står i {VATTEN} på rad {row}, så skriv «id: {RING}» där" in said
    assert run("permalinks")[0] == 1
    write(project, listed(story("Sagostund", "2025-06-20", RING)), VATTEN)
    assert run("check")[0] == 0


def test_renamed_activity_keeps_the_names_of_its_events(run: Run, project: Path) -> None:
    write(project, listed(story("Sagostund", "2025-06-20")))
    assert run("rename", "2025/laslov", "2025/sommar")[0] == 0
    assert names(project, "2025/sommar") == {"2025-06-20": "sagostund"}
    assert run("check")[0] == 0
    assert f"  - {RING}\n" in (project / REGISTER).read_text(encoding="utf-8")


def test_outcome_that_tells_of_a_planned_event_has_its_name(run: Run, project: Path) -> None:
    planned = [story("Möte", "2025-03-01", "2025-skog--varmote"), story("Möte", "2025-09-01", "2025-skog--hostmote")]
    write(project, listed(*planned), SKOG)
    write(project, listed(story("Möte", "2025-09-01"), story("Fest", "2025-12-01")), UTFALL)
    run("permalinks")
    assert names(project, "2025/skog") == {
        "2025-03-01": "2025-skog--varmote", "2025-09-01": "2025-skog--hostmote", "2025-12-01": "2025-skog--fest",
    }  # fmt: skip


def test_anchors_on_the_page_of_an_activity_stay_when_an_event_comes_before(run: Run, project: Path) -> None:
    def anchors() -> dict[str, tuple[str, *tuple[str, ...]]]:
        samling = read_data(project)
        activity = samling.aktiviteter["2025/laslov"]
        found = planerade_händelser(Sajt(samling=samling), activity, alla=True)
        return {view.datum: (view.ankare, *view.ankare_förr) for view in found}

    events = [story("Sagostund", "2025-06-20"), story("Fest", "2025-06-25")]
    write(project, listed(*events))
    run("permalinks")
    before = anchors()
    assert list(before.values()) == [
        ("handelse-plan-sagostund", "plan-handelse-1"), ("handelse-plan-fest", "plan-handelse-2"),
    ]  # fmt: skip
    kept = (project / LASLOV).read_text(encoding="utf-8").split("händelser:\n")[1]
    write(project, listed(story("Ett annat möte", "2025-06-01")) + kept)
    run("permalinks")
    after = anchors()
    assert {day: after[day] for day in before} == before
    assert next(iter(after.values())) == ("handelse-plan-ett-annat-mote", "plan-handelse-3")


def test_ids_are_no_change_that_anybody_is_told_of(run: Run, project: Path) -> None:
    write(project, listed(story("Sagostund", "2025-06-20")))
    commit(project)
    before = read_past(project, read_log(project))
    run("permalinks")
    commit(project)
    after = read_past(project, read_log(project))
    assert after.historik == before.historik
    assert after.fildatum.ändrad[LASLOV] == before.fildatum.ändrad[LASLOV]
    assert after.fildatum.tider[LASLOV] == before.fildatum.tider[LASLOV]

"""Events: their names, their calendar files as another program reads them, and when git says that they changed."""

import subprocess
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from rusplan.data.collection import Samling
from rusplan.data.model import Händelse, Händelsetyp
from rusplan.data.values import Datum
from rusplan.git.file_dates import file_dates
from rusplan.git.log import read_log
from rusplan.outputs.calendars import calendars, event_lines, fold
from rusplan.render.renderer import Renderer
from rusplan.site.occasions import Tillfälle, event_names, occasions
from rusplan.site.sajt import Sajt
from rusplan.views.events_page import event_list

SITE = "https://plan.example.se/"


@pytest.fixture(scope="module")
def sajt(samling: Samling) -> Sajt:
    """The site of the invented body."""
    return Sajt(samling=samling, bas=SITE)


@pytest.fixture(scope="module")
def files(sajt: Sajt) -> dict[str, str]:
    """Every calendar file by its path."""
    return dict(calendars(sajt, Renderer(sajt.samling), []))


def event(title: str, day: str = "2026-05-12", **more: str) -> Händelse:
    return Händelse.model_validate({"titel": title, "typ": "möte", "datum": day, **more})


def test_each_event_with_a_whole_date_has_a_file_and_stands_in_the_file_of_all(
    sajt: Sajt, files: dict[str, str]
) -> None:
    dated = [o for o in occasions(sajt.samling) if o.händelse.datum.dag]
    assert set(files) == {f"handelser/{o.namn}.ics" for o in dated} | {"handelser/alla.ics"}
    everything = Calendar.from_ical(files["handelser/alla.ics"])
    uids = [str(found["UID"]) for found in everything.walk("VEVENT")]
    assert len(uids) == len(set(uids)) == len(dated) > 10


def test_calendar_file_tells_what_the_data_tells(files: dict[str, str]) -> None:
    calendar = Calendar.from_ical(files["handelser/2025-hembygdens-dag--hembygdens-dag.ics"])
    (found,) = calendar.walk("VEVENT")
    assert str(found["SUMMARY"]) == "Hembygdens dag"
    assert found.decoded("DTSTART") == date(2025, 8, 23)
    assert found.decoded("DTEND") == date(2025, 8, 25), "the end is the day after the last"
    assert str(found["LOCATION"]) == "Hela dalen"
    assert str(found["URL"]) == f"{SITE}handelser/#2025-hembygdens-dag--hembygdens-dag"
    assert "Från hytta till hamn – dalens arbetare" in str(found["DESCRIPTION"])


def test_every_file_is_iCalendar(files: dict[str, str]) -> None:
    for path, text in files.items():
        calendar = Calendar.from_ical(text)
        assert calendar["VERSION"] == "2.0"
        assert str(calendar["PRODID"])
        for found in calendar.walk("VEVENT"):
            assert not found.errors, path
            assert {"UID", "DTSTAMP", "DTSTART"} <= set(found)
            assert found.decoded("DTSTAMP").tzinfo is not None
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n")), path
        assert "\n" not in text.replace("\r\n", "")


ODD = ["a;b,c\\n", "två\\rader", "END:VEVENT", 'Mötet "Å"; om: allt', "ö" * 300, "📅" * 60, "=1+1"]


@pytest.mark.parametrize("text", ODD)
def test_any_text_comes_back_as_it_was(sajt: Sajt, text: str) -> None:
    activity = sajt.samling.aktiviteter["2025/kulturstigar"]
    found = Tillfälle(
        aktivitet=activity,
        händelse=event("Möte", tema=text, plats=text),
        del_="utfall",
        namn="x",
        fil=activity.plan.namn,
    )
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *event_lines(sajt, found, None), "END:VCALENDAR"]
    (read,) = Calendar.from_ical("".join(f"{piece}\r\n" for line in lines for piece in fold(line))).walk("VEVENT")
    assert str(read["LOCATION"]) == text
    assert str(read["DESCRIPTION"]).startswith(f"Tema: {text}\n")
    assert str(read.decoded("DTSTAMP")) == "2025-01-01 00:00:00+00:00", (
        "without git: the activity's year, never the clock"
    )


def test_same_data_gives_the_same_bytes(sajt: Sajt, files: dict[str, str]) -> None:
    assert dict(calendars(sajt, Renderer(sajt.samling), [])) == files


@pytest.mark.parametrize(
    ("events", "names"),
    [
        ([event("Hembygdens dag")], ["hembygdens-dag"]),
        (
            [event("Möte"), event("Möte", "2026-06-01"), event("Möte", "2026-06-01")],
            ["mote", "mote-2026-06-01", "mote-2026-06-01-2"],
        ),
        (
            [event("Möte"), event("Möte 2026-06-01"), event("Möte", "2026-06-01")],
            ["mote", "mote-2026-06-01", "mote-2026-06-01-2"],
        ),
        ([event("Möte"), event("Dialog", id="mote")], ["mote-2026-05-12", "mote"]),
        ([event("日本")], ["handelse"]),
    ],
)
def test_events_of_an_activity_have_names_of_their_own(sajt: Sajt, events: list[Händelse], names: list[str]) -> None:
    activity = sajt.samling.aktiviteter["2025/kulturstigar"]
    assert event_names(activity, events) == [f"2025-kulturstigar--{name}" for name in names]


def test_meeting_that_is_moved_or_followed_by_another_keeps_its_name(sajt: Sajt) -> None:
    activity = sajt.samling.aktiviteter["2025/kulturstigar"]
    first = event_names(activity, [event("Möte", "2026-09")])
    assert event_names(activity, [event("Möte", "2026-10-02")]) == first
    assert event_names(activity, [event("Möte"), event("Möte", "2026-12-01")])[:1] == first


def test_every_name_is_one_event_only(sajt: Sajt) -> None:
    names = [o.namn for o in occasions(sajt.samling)]
    assert len(names) == len(set(names))


def test_events_stand_under_their_own_month_newest_first_and_unknown_months_last(sajt: Sajt) -> None:
    page = event_list(sajt)
    assert [year.år for year in page.år] == ["2026", "2025", "2024"]
    titles = [month.titel for month in page.år[1].månader]
    assert titles[0] == "December 2025"
    assert titles[-2:] == ["Februari 2025", "2025, månaden är inte känd"]
    assert sum(len(month.händelser) for year in page.år for month in year.månader) == len(list(occasions(sajt.samling)))


def git(root: Path, *arguments: str, day: str = "2026-01-02T03:04:05+01:00") -> None:
    env = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day, "HOME": str(root), "PATH": "/usr/bin:/bin"}
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@b.se", *arguments],
        cwd=root,
        env=env,
        check=True,
        capture_output=True,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with two files, one of which changed later."""
    (tmp_path / "data").mkdir()
    git(tmp_path, "init", "-q")
    for name, text, day in (
        ("a.yml", "1", "2026-01-02T03:04:05+01:00"),
        ("b.yml", "1", "2026-02-01T00:00:00+00:00"),
        ("a.yml", "2", "2026-03-01T12:00:00+02:00"),
    ):
        (tmp_path / "data" / name).write_text(text, encoding="utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-qm", "x", day=day)
    return tmp_path


def test_time_of_change_is_the_last_commit_of_each_file_in_utc(repository: Path) -> None:
    dates = file_dates(read_log(repository), lambda _: True)
    assert [dates.in_utc(f"data/{name}.yml") for name in "abc"] == ["20260301T100000Z", "20260201T000000Z", None]


def test_without_git_no_time_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert file_dates(read_log(tmp_path), lambda _: True).tider == {}


def test_kinds_that_the_page_knows_are_the_models() -> None:
    assert Datum(2026, 5, 12) == event("x").datum
    assert event("x").typ is Händelsetyp.MÖTE

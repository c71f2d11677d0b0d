"""What is told of a thing since each day on which something changed, from versions as plain dictionaries: no git."""

from collections.abc import Sequence

import pytest
from rusplan.changes.read_blobs import Läsare
from rusplan.changes.since import news
from rusplan.git.log import Commit, Filrad

from tests.changes.test_changed_files import LOV, SKOG, SKOGSUTFALL, Contents, Version, blobs, many, without
from tests.views.lillby import FILER, plain, utfall

PLAN, REPORT = "2025/plan.yml", "2025/berattelse.yml"
SUMMARY = {**FILER[PLAN], "sammanfattning": "Året med en ny bro."}
REPORTED = {**FILER[REPORT], "sammanfattning": "Allt blev av."}


def commits(versions: Sequence[Version]) -> list[Commit]:
    """A commit a day in January for each version after the first, the newest first."""
    found = []
    for day, (old, new) in enumerate(zip(map(blobs, versions), map(blobs, versions[1:]), strict=False), 1):
        rows = (Filrad(name, old.get(name), new.get(name)) for name in sorted(old | new))
        files = tuple(row for row in rows if row.före != row.efter)
        time = f"2026-01-{day:02}T12:00:00+01:00"
        found.append(Commit(version=f"v{day}", namn=f"n{day}", tid=time, skriven=time, filer=files))
    return found[::-1]


def told(*versions: Version, minor: Sequence[str] = ()) -> dict[str, list[tuple[int, str]]]:
    """Each thing with the days of January since which something is told of it, the newest first, and what that is."""
    found: dict[str, list[tuple[int, str]]] = {}
    for piece in news(commits(versions), frozenset(minor), Läsare(Contents(), blobs(versions[-1]))):
        said = f"{piece.text} (uppföljd)" if piece.uppföljd else piece.text
        found.setdefault(piece.sak.nyckel, []).append((int(piece.dag[-2:]), plain(said)))
    return found


def with_days(number: float) -> Version:
    return {**FILER, LOV: {**FILER[LOV], "dagar": number}}


OUTCOMES = [name for name in FILER if name.startswith("2025/utfall/")]
ACTIVITIES = [name for name in FILER if name.startswith("2025/aktiviteter/")]
CASES: dict[str, tuple[list[Version], dict[str, list[tuple[int, str]]]]] = {
    "a field that changes twice": (
        [FILER, with_days(3), with_days(4)],
        {"2025/lov": [(2, "Aktiviteten får 4 arbetsdagar i stället för 3."), (1, "Aktiviteten får 4 arbetsdagar i stället för 2.")]},
    ),
    "a field that changes back": (
        [FILER, with_days(3), FILER],
        {"2025/lov": [(2, "Aktiviteten får 2 arbetsdagar i stället för 3."), (1, "")]},
    ),
    "an activity that comes and goes": (
        [without(LOV, "2025/utfall/lov.yml"), without("2025/utfall/lov.yml"), without(LOV, "2025/utfall/lov.yml")],
        {"2025/lov": [(2, "Aktiviteten är borttagen ur planen."), (1, "")]},
    ),
    "an activity and its outcome": (
        [without(SKOGSUTFALL), {**without(SKOGSUTFALL), SKOG: {**FILER[SKOG], "prioriterad": "ja"}}, {**FILER, SKOG: {**FILER[SKOG], "prioriterad": "ja"}}],
        {"2025/skog": [
            (2, "Aktiviteten är uppföljd. (uppföljd)"),
            (1, "Aktiviteten är nu prioriterad och är uppföljd. (uppföljd)"),
        ]},
    ),
    "what all years share": ([without("ordlista.yml"), FILER], {}),
    "a plan that comes with its activities": (
        [without(PLAN, *ACTIVITIES), FILER, {**FILER, PLAN: SUMMARY}],
        {"2025/plan": [(2, "Sammanfattningen av planen är omskriven."), (1, "Planen är publicerad med 10 aktiviteter.")]},
    ),
    "a plan that changes the day after many activities came to it": (
        [FILER, {**FILER, **many(12)}, {**FILER, **many(12), PLAN: SUMMARY}],
        {"2025/plan": [
            (2, "Sammanfattningen av planen är omskriven."),
            (1, "Sammanfattningen av planen är omskriven och 12 aktiviteter har tillkommit."),
        ]},
    ),
    "a report that changes the day after it came with its outcomes": (
        [without(REPORT, *OUTCOMES), FILER, {**FILER, REPORT: REPORTED}],
        {"2025/berattelse": [
            (2, "Sammanfattningen av året är omskriven."), (1, "Uppföljningen är publicerad och omfattar 5 aktiviteter."),
        ]},
    ),
    "an outcome that comes after the report": (
        [without(SKOGSUTFALL, REPORT), without(SKOGSUTFALL), FILER],
        {
            "2025/berattelse": [(1, "Uppföljningen är publicerad och omfattar 1 aktivitet.")],
            "2025/skog": [(2, "Aktiviteten är uppföljd. (uppföljd)"), (1, "")],
        },
    ),
    "activities of a plan that go by the dozen": (
        [{**FILER, **many(12)}, FILER], {"2025/plan": [(1, "12 aktiviteter är borttagna.")]},
    ),
    "an outcome that says how far it has come": (
        [without(SKOGSUTFALL), {**FILER, SKOGSUTFALL: {
            **{n: v for n, v in utfall("ej").items() if n != "status"}, "avstämningar": [{"datum": "2025-04-30", "status": "pågår"}],
        }}],
        {"2025/skog": [(1, "Aktiviteten följdes upp den 30 april 2025.")]},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", list(CASES))
def test_what_has_changed_since_each_day_is_told_of_each_thing(case: str) -> None:
    versions, said = CASES[case]
    assert told(*versions) == said


def test_minor_changes_are_passed_over() -> None:
    assert told(FILER, with_days(3), with_days(4), minor=["v2"]) == {
        "2025/lov": [(1, "Aktiviteten får 3 arbetsdagar i stället för 2.")]
    }


def test_only_the_last_hundred_days_are_told() -> None:
    days = commits([with_days(2 + i / 100) for i in range(31)])
    found = [
        Commit(version=f"{year}{c.version}", namn="n", tid=f"{year}{c.tid[4:]}", skriven=c.tid, filer=c.filer)
        for year in (2029, 2028, 2027, 2026)
        for c in days
    ]
    pieces = news(found, frozenset(), Läsare(Contents(), blobs(FILER)))
    assert len({commit.dag for commit in found}) == 120
    assert min(piece.dag for piece in pieces) == "2026-01-21"

"""A year's public history begins with its decision, as one step; before it, commits to a draft tell nothing, now and when they are old."""

import re

import pytest
from rusplan.changes.formats import FORMATS
from rusplan.changes.history import read_history, read_past
from rusplan.changes.span import Spann
from rusplan.git.log import read_log

from tests.changes.data_repository import UTFALL, Förråd
from tests.drafts.half_written import PLAN, SKOG, begin

REPORT = "data/2025/berattelse.yml"
NATURE = "data/2026/aktiviteter/vatten.yml"


def told(repo: Förråd) -> list[tuple[str, str]]:
    """Each step's day and what it tells, in words."""
    history = read_history(repo.rot)
    assert history.hinder is None
    return [(step.tid[:10], FORMATS["text"](Spann("", "", step.ändringar))) for step in history.steg]


@pytest.fixture
def drafted(förråd: Förråd) -> Förråd:
    """A year begun on the 2nd, worked on on the 3rd together with a public change, and on the 4th alone."""
    begin(förråd.rot)
    förråd.commit("2026-01-02")
    förråd.byt(SKOG, "dagar: 14", "dagar: 15")
    förråd.byt(PLAN, "sammanfattning:", "sammanfattning: Året med hemliga stigar.")
    förråd.byt(UTFALL, "status: som_planerat", "status: delvis")
    förråd.commit("2026-01-03")
    förråd.byt(NATURE, "titel: Vattnet", "titel: Hemliga vattnet")
    förråd.commit("2026-01-04")
    return förråd


def decide(repo: Förråd, day: str) -> None:
    repo.byt(PLAN, "läge: utkast", "läge: beslutad")
    repo.commit(day, "Planen är beslutad")


def test_commits_to_a_draft_tell_nothing(drafted: Förråd) -> None:
    (day, said), first = told(drafted)
    assert day == "2026-01-03"
    assert "delvis" in said
    assert "2026" not in said
    assert first[0] == "2026-01-01"
    past = read_past(drafted.rot, read_log(drafted.rot))
    assert not [name for name in past.fildatum.tider if "/2026/" in name]
    assert not [piece for piece in past.nyheter if piece.sak.nyckel.startswith("2026/")]


def test_draft_in_a_file_with_the_line_ends_of_old_machines_is_a_draft_too(förråd: Förråd) -> None:
    begin(förråd.rot)
    plan = förråd.rot / PLAN
    plan.write_bytes(plan.read_bytes().replace(b"\n", b"\r"))
    förråd.commit("2026-01-02")
    assert [day for day, _ in told(förråd)] == ["2026-01-01"]


def test_decision_is_one_step_with_all_that_the_plan_holds(drafted: Förråd) -> None:
    before = told(drafted)
    decide(drafted, "2026-01-05")
    (day, said), *rest = told(drafted)
    assert (day, rest) == ("2026-01-05", before)
    assert "Verksamhetsplan 2026: planen är beslutad" in said
    for title in (
        "Skogen 2026: ny aktivitet, 15",
        "Hemliga vattnet 2026: ny aktivitet",
        "Promenaderna 2026: ny aktivitet",
    ):
        assert title in said
    assert "→" not in said
    drafted.byt(SKOG, "dagar: 15", "dagar: 16")
    drafted.commit("2026-01-06")
    assert "dagar 15 → 16" in told(drafted)[0][1]
    assert told(drafted)[1:] == [(day, said), *rest]


def test_decision_on_a_branch_is_told_once_however_it_is_merged(drafted: Förråd) -> None:
    drafted.git("checkout", "--quiet", "-b", "beslut")
    decide(drafted, "2026-01-05")
    after = told(drafted)
    drafted.git("checkout", "--quiet", "main")
    drafted.byt("data/2025/plan.yml", "Året då museet samlar sin verksamhet.", "Året då museet samlas.")
    drafted.commit("2026-01-06")
    drafted.git("merge", "--quiet", "--no-edit", "beslut", date="2026-01-07T12:00:00+01:00")
    assert [step for step in told(drafted) if step[0] != "2026-01-06"] == after


def test_what_all_years_share_is_told_while_a_year_is_a_draft(drafted: Förråd) -> None:
    drafted.byt("data/samverkan.yml", "Fiskerådet", "Vattenrådet")
    drafted.commit("2026-01-05")
    day, said = told(drafted)[0]
    assert day == "2026-01-05"
    assert "Fiskerådet" in said
    assert "Vattenrådet" in said


def test_merge_beside_a_draft_tells_only_what_it_decided_itself(drafted: Förråd) -> None:
    forest = "data/2025/aktiviteter/skog.yml"
    drafted.git("checkout", "--quiet", "-b", "gren")
    drafted.byt(forest, "dagar: 12", "dagar: 13")
    drafted.byt(forest, "prioriterad: nej", "prioriterad: ja")
    drafted.commit("2026-01-05")
    drafted.git("checkout", "--quiet", "main")
    drafted.byt(forest, "dagar: 12", "dagar: 14")
    drafted.commit("2026-01-06")
    drafted.git("merge", "--quiet", "--no-commit", "--strategy-option", "ours", "gren")
    drafted.byt(forest, "dagar: 14", "dagar: 15")
    drafted.commit("2026-01-07")
    day, said = told(drafted)[0]
    assert day == "2026-01-07"
    assert "dagar 14 → 15" in said
    assert "prioriterad" not in said, "the branch has told it"


def test_draft_of_a_report_tells_of_the_year_but_not_how_it_went(förråd: Förråd) -> None:
    first = förråd.git("rev-parse", "HEAD")
    förråd.byt(REPORT, "läge: beslutad", "läge: utkast")
    förråd.byt(UTFALL, "status: som_planerat\n", "")
    förråd.git("commit", "--quiet", "--all", "--amend", "--no-edit", date="2026-01-01T12:00:00+01:00")
    assert first
    förråd.byt(UTFALL, "sammanfattning:", "avstämningar: [{datum: 2025-05-02, status: pågår}]\nsammanfattning:")
    förråd.commit("2026-01-02")
    förråd.byt(UTFALL, "sammanfattning:", "status: ej\nsammanfattning:")
    förråd.byt(REPORT, "Det mesta blev av.", "Hemligt.")
    förråd.commit("2026-01-03")
    (day, said), _ = told(förråd)
    assert day == "2026-01-02"
    assert re.search("avstämning", said)
    förråd.byt(REPORT, "läge: utkast", "läge: beslutad")
    förråd.commit("2026-01-04")
    said = told(förråd)[0][1]
    assert "status satt till inte genomförd" in said
    assert "Uppföljning 2025: " in said


def test_how_it_went_is_not_told_before_the_report_is_begun(förråd: Förråd) -> None:
    report = (förråd.rot / REPORT).read_text(encoding="utf-8")
    (förråd.rot / REPORT).unlink()
    förråd.byt("data/2025/plan.yml", "ursprung: inläst", "ursprung: skrivet_här")
    förråd.byt(UTFALL, "status: som_planerat\n", "")
    förråd.git("add", "--all")
    förråd.git("commit", "--quiet", "--amend", "--no-edit", date="2026-01-01T12:00:00+01:00")
    förråd.byt(UTFALL, "sammanfattning:", "status: ej\nsammanfattning:")
    förråd.commit("2026-01-02")
    assert [day for day, _ in told(förråd)] == ["2026-01-01"]
    (förråd.rot / REPORT).write_text(report.replace("ursprung: inläst", "ursprung: skrivet_här"), encoding="utf-8")
    förråd.git("add", "--all")
    förråd.commit("2026-01-03")
    day, said = told(förråd)[0]
    assert day == "2026-01-03"
    assert "status satt till inte genomförd" in said

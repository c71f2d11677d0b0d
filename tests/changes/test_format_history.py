"""The data format of a history: with invented formats, old commits tell what they told when they were new, and an upgrade tells nothing."""

import re

import pytest
from rusplan.changes.formats import FORMATS
from rusplan.changes.history import read_history, read_past
from rusplan.changes.span import Spann, between
from rusplan.commands.cli import main
from rusplan.data import dataformat
from rusplan.git import data_formats
from rusplan.git.log import read_log

from tests.changes.data_repository import SKOG, UTFALL, Förråd
from tests.changes.test_changes_page import all_feeds
from tests.older_formats import UPGRADERS, as_format_one

VATTEN = "data/2025/aktiviteter/vatten.yml"


@pytest.fixture(autouse=True)
def two_newer_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine of a later day, which has seen two changes of format."""
    monkeypatch.setattr(dataformat, "UPGRADERS", UPGRADERS)


@pytest.fixture
def older(förråd: Förråd) -> Förråd:
    """A history that began in format 1: all files, days changed, and an activity that is called something else."""
    as_format_one(förråd.rot)
    förråd.git("commit", "--quiet", "--all", "--amend", "--no-edit", date="2026-01-01T12:00:00+01:00")
    förråd.byt(SKOG, "arbetstid: 12 dagar", "arbetstid: 13 dagar")
    förråd.byt(VATTEN, "arbetstid: 5.5 dagar", "arbetstid: 4.5 dagar")
    förråd.commit("2026-01-02")
    förråd.byt(VATTEN, "namn: Vattnet", "namn: Vattnet och bäcken")
    förråd.byt(UTFALL, "status: som_planerat", "status: delvis")
    förråd.commit("2026-01-03")
    return förråd


def upgrade(repo: Förråd, day: str) -> None:
    assert main(["--rot", str(repo.rot), "upgrade", "--yes"]) == 0
    repo.commit(day, "Skriv filerna i format 3")


def dates_of(repo: Förråd) -> object:
    """When each file was last changed."""
    return read_past(repo.rot, read_log(repo.rot)).fildatum


def told(repo: Förråd) -> list[tuple[str, str]]:
    """Each step's day and what it tells, in words."""
    history = read_history(repo.rot)
    assert history.hinder is None
    return [(step.tid[:10], FORMATS["text"](Spann("", "", step.ändringar))) for step in history.steg]


def test_old_commits_are_read_through_the_upgraders(older: Förråd) -> None:
    (third, said), (second, days), _ = told(older)
    assert (third, second) == ("2026-01-03", "2026-01-02")
    assert "dagar 12 → 13" in days
    assert "Vattnet och bäcken" in said
    assert "fel i den här versionen" not in said + days


def test_upgrade_changes_nothing_that_has_been_told(older: Förråd) -> None:
    steps, feeds, dates = told(older), all_feeds(older), dates_of(older)
    before = older.git("rev-parse", "HEAD")
    upgrade(older, "2026-01-04")
    assert older.git("diff", "--name-only", before, "HEAD").count("\n") > 8
    assert told(older) == steps
    assert all_feeds(older) == feeds
    assert dates_of(older) == dates
    assert not between(older.rot, f"{before}..HEAD").ändringar


def test_what_comes_after_the_upgrade_is_told_as_before(older: Förråd) -> None:
    steps = told(older)
    upgrade(older, "2026-01-04")
    older.byt(SKOG, "dagar: 13", "dagar: 16")
    older.commit("2026-01-05")
    (day, said), *rest = told(older)
    assert (day, rest) == ("2026-01-05", steps)
    assert "dagar 13 → 16" in said
    assert "dagar 12 → 16" in FORMATS["text"](between(older.rot, "2026-01-02..2026-01-05"))


def test_change_made_together_with_the_upgrade_is_told_alone(older: Förråd) -> None:
    steps = told(older)
    older.byt(SKOG, "arbetstid: 13 dagar", "arbetstid: 16 dagar")
    upgrade(older, "2026-01-04")
    (_, said), *rest = told(older)
    assert rest == steps
    assert "dagar 13 → 16" in said
    assert len(re.findall(r"→", said)) == 1


def test_file_renamed_in_the_upgrade_is_still_the_same(older: Förråd) -> None:
    upgrade(older, "2026-01-04")
    assert main(["--rot", str(older.rot), "rename", "2025/vatten", "2025/sjoar"]) == 0
    older.git("add", "--all")
    older.git("commit", "--quiet", "--amend", "--no-edit", date="2026-01-04T12:00:00+01:00")
    assert "ny adress: 2025/sjoar (tidigare 2025/vatten)" in told(older)[0][1]


def test_history_in_one_format_costs_no_reading(förråd: Förråd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dataformat, "UPGRADERS", ())
    monkeypatch.setattr(data_formats, "Innehåll", None)
    assert read_log(förråd.rot).commits[0].filer

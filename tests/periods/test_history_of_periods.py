"""What has changed in a plan of several years is told by its years, and how a year went first when its report is decided."""

from pathlib import Path

import pytest
from rusplan.changes.formats import FORMATS
from rusplan.changes.history import read_history
from rusplan.changes.span import Spann
from rusplan.checks import read_collection
from rusplan.site.sajt import Sajt
from rusplan.views.changes_page import address_of

from tests.changes.data_repository import Förråd
from tests.periods.rolling import BY_YEAR, broken_years, rolling_plans

REPORT, SKOG = "data/2025-2027/berattelser/2025.yml", "data/2025-2027/utfall/2025/skog.yml"


def repository(root: Path) -> Förråd:
    found = Förråd(root)
    found.git("init", "--quiet", "--initial-branch=main")
    return found


@pytest.fixture
def followed_up(tmp_path: Path) -> Förråd:
    """The report of 2025 is a draft on the 1st, the outcome of that year is changed on the 2nd, and the report is decided on the 3rd."""
    found = repository(rolling_plans(tmp_path))
    found.skriv(REPORT, BY_YEAR["berattelser/2025.yml"].replace("läge: beslutad", "läge: utkast"))
    found.commit("2026-01-01")
    found.byt(SKOG, "status: som_planerat", "status: delvis")
    found.commit("2026-01-02")
    found.skriv(REPORT, BY_YEAR["berattelser/2025.yml"])
    found.commit("2026-01-03")
    return found


def test_how_a_year_went_is_told_with_the_decision_on_its_report(followed_up: Förråd) -> None:
    decided, *before = read_history(followed_up.rot).steg
    told = FORMATS["text"](Spann("", "", decided.ändringar))
    assert "Uppföljning 2025, planen 2025–2027" in told
    assert "2025: status satt till delvis" in told
    assert [step.tid[:10] for step in before] == ["2026-01-01"], "while the report is a draft nothing is told of it"


def test_what_is_told_of_a_years_report_leads_to_its_page(followed_up: Förråd) -> None:
    sajt = Sajt(samling=read_collection(followed_up.rot))
    things = [change.sak for change in read_history(followed_up.rot).steg[0].ändringar.saker]
    assert [address_of(sajt, thing) for thing in things] == [
        "aktiviteter/2025-2027/skog/",
        "uppfoljning/2025-2027/2025/",
    ]


def test_broken_year_is_called_so_in_what_has_changed(tmp_path: Path) -> None:
    found = repository(broken_years(tmp_path))
    found.commit("2026-01-01")
    found.byt("data/2024-2025/aktiviteter/museum.yml", "dagar: 10", "dagar: 11")
    found.commit("2026-01-02")
    assert [change.sak.titel for change in read_history(tmp_path).steg[0].ändringar.saker] == ["Museet 2024/25"]

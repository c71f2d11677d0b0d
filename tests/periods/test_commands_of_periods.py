"""Plans of several years and of a broken year are begun, decided and closed by the same commands as those of one year."""

import re
from pathlib import Path

import pytest
from rusplan.changes.span import between
from rusplan.checks import read_collection
from rusplan.data.periods import Planperiod
from rusplan.editing.changed_together import Avslag
from rusplan.editing.close import close
from rusplan.editing.new_year import new_year
from rusplan.editing.rename import rename

from tests.periods.rolling import BY_YEAR, broken_years, change, rolling_plans

SIGNED = ("2026-02-10", "Styrgruppen", None)
OF_2025 = "data/2025-2027/berattelser/2025.yml"


@pytest.fixture
def rolling(tmp_path: Path) -> Path:
    return rolling_plans(tmp_path)


def test_next_rolling_plan_is_made_after_the_newest_one(rolling: Path) -> None:
    new_year(rolling, Planperiod("2026-2028"))
    plan = (rolling / "data/2026-2028/plan.yml").read_text(encoding="utf-8")
    assert plan.startswith("dokument:\n  id: plan-2026-2028\n  titel: Verksamhetsplan 2026–2028\n")
    assert "period" not in plan
    activity = (rolling / "data/2026-2028/aktiviteter/skog.yml").read_text(encoding="utf-8")
    assert "aktivitet: 2025-2027/skog" in activity
    assert read_collection(rolling).årgångar["2026-2028"].utkast


def test_next_broken_year_begins_and_ends_on_the_same_days(tmp_path: Path) -> None:
    new_year(broken_years(tmp_path), Planperiod("2025-2026"))
    plan = (tmp_path / "data/2025-2026/plan.yml").read_text(encoding="utf-8")
    assert "  titel: Verksamhetsplan 2025/26\n" in plan
    assert "period:\n  från: 2025-07-01\n  till: 2026-06-30\n" in plan
    assert read_collection(tmp_path).årgångar["2025-2026"].visad == "2025/26"


def test_report_of_one_year_is_decided_by_itself(rolling: Path) -> None:
    change(rolling, OF_2025, "läge: beslutad", "läge: utkast")
    close(rolling, "2025-2027/2025", *SIGNED)
    assert "  läge: beslutad\n  tillgänglig: ja\n  beslut:\n    - av: Styrgruppen\n      datum: 2026-02-10\n" in (
        rolling / OF_2025
    ).read_text(encoding="utf-8")


def test_report_of_a_year_that_is_written_here_tells_of_every_activity(rolling: Path) -> None:
    report = BY_YEAR["berattelser/2025.yml"].replace("ursprung: inläst", "ursprung: skrivet_här")
    (rolling / OF_2025).write_text(report.replace("läge: beslutad", "läge: utkast"), encoding="utf-8")
    with pytest.raises(Avslag, match=r"«Vattnet»; skapa data/2025-2027/utfall/2025/vatten\.yml"):
        close(rolling, "2025-2027/2025", *SIGNED)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("2025-2027/2026", "Det finns ingen berättelse för 2026. Skapa data/2025-2027/berattelser/2026.yml med"),
        ("2025-2027/2028", "«2028» är inget år som planen 2025-2027 följs upp för"),
        ("2025-2027", "Det finns ingen berättelse för 2025–2027. Skapa data/2025-2027/berattelse.yml med"),
    ],
)
def test_report_that_is_not_there_is_told_with_its_file(name: str, said: str, rolling: Path) -> None:
    with pytest.raises(Avslag, match=re.escape(said)):
        close(rolling, name, *SIGNED)


def test_new_name_of_an_activity_goes_with_its_outcomes_of_all_years(rolling: Path) -> None:
    rename(rolling, "2025-2027/skog", "2025-2027/stigar")
    outcomes = sorted(path.parent.name for path in rolling.glob("data/2025-2027/utfall/*/stigar.yml"))
    assert outcomes == ["2025", "2026"]
    assert not list(rolling.glob("data/2025-2027/utfall/*/skog.yml"))


def test_two_rolling_plans_are_compared_by_their_names(rolling: Path) -> None:
    found = between(rolling, "2024-2026..2025-2027")
    assert (found.från, found.till) == ("2024–2026", "2025–2027")
    assert [change.sak.titel for change in found.ändringar.saker][:1] == ["Läslovet 2025–2027"]

"""Why a sum differs from its parts: what has changed since the version before, and where else the sum stands."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from rusplan.checks import check
from rusplan.checks.sum_causes import also_stated, changed_amounts, changed_days
from rusplan.data.collection import Samling
from rusplan.data.model import Budget
from rusplan.git.version_before import VersionBefore
from rusplan.swedish.formatting import tal

from tests.views.lillby import FILER, Changed, Fil, plain


def before(**changed: dict[str, Any] | str) -> VersionBefore:
    """The version before, in which activities of 2025 (by their names), or the budget, said something else."""
    found = VersionBefore(Path())
    files = {name: f"2025/{name}.yml" if name == "budget" else f"2025/aktiviteter/{name}.yml" for name in changed}
    vars(found)["files"] = {
        f"data/{file}": (said if isinstance(said, str) else yaml.safe_dump(dict(FILER[file]) | said)).encode()
        for name, file in files.items()
        if (said := changed[name]) is not None
    }
    return found


@pytest.fixture
def samling(changed: Changed) -> Samling:
    return changed(lambda files: None).samling


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, ""),
        ({"skog": {"titel": "Skogarna"}, "park": "titel: [\n"}, ""),
        ({"skog": {"dagar": "10"}}, " (Skogen har 12,5 dagar men hade 10 i den förra versionen)"),
        (
            {"skog": {"dagar": "10"}, "barnbok": {"dagar": "1"}, "park": {"dagar": ""}},
            " (Skogen har 12,5 dagar men hade 10, Parken har 2 dagar men hade inga, Barnboken har inga dagar men hade 1 i den förra versionen)",
        ),
        (
            {name: {"dagar": "90"} for name in ("sjoar", "skog", "park", "museibutik", "museum", "musik")},
            f" ({', '.join(f'{name} dagar men hade 90' for name in ('Sjöarna har 5', 'Skogen har 12,5', 'Parken har 2', 'Museibutiken har 1,5', 'Museet har 6'))}"
            " i den förra versionen)",
        ),
    ],
)  # fmt: skip
def test_days_that_have_changed_are_told(said: dict[str, Any], told: str, samling: Samling) -> None:
    activities = samling.årgångar["2025"].aktiviteter.values()
    assert changed_days(before(**said), activities) == told
    first = next((name for name in ("sjoar", "skog") if name in said), "")
    command = f"; är ändringen beslutad, kör först rusplan revise 2025/{first} --revision … --edited" if told else ""
    assert changed_days(before(**said), activities, by_decision=True) == told + command


def test_amounts_that_have_changed_come_or_gone_are_told(samling: Samling) -> None:
    file = samling.årgångar["2025"].budget
    assert file
    lines: list[Fil] = [*FILER["2025/budget.yml"]["rader"]]
    lines[0] = lines[0] | {"budget": 100000}
    lines[1] = {key: value for key, value in lines[1].items() if key != "budget"}
    lines[2] = lines[2] | {"titel": "Hyror"}

    def amounts(budget: Budget) -> dict[str, Decimal | None]:
        return {line.titel: line.budget for line in budget.rader}

    assert changed_amounts(before(budget={"rader": lines}), file, amounts, tal).replace("\xa0", " ") == (
        " (Löner och arvoden är 110 000 men var 100 000, Konsulter är 40 000 men var utan belopp, Hyror är utan belopp men var 30 000,"
        " Lokaler är 30 000 men var utan belopp i den förra versionen)"
    )
    assert changed_amounts(before(), file, amounts, tal) == ""


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("I år har vi 19,5 dagar.", True),
        ("19,5\n  dagar", True),
        ("Vi har (19,5 dagar), mer blir det inte.", True),
        ("119,5 dagar", False),
        ("2,19,5 dagar", False),
        ("19,5 dagarna", True),
        ("19,55 dagar", False),
        ("19,5 timmar", False),
    ],
)
def test_text_that_tells_the_sum_is_named_by_its_row(text: str, is_told: bool, changed: Changed) -> None:
    year = changed(lambda files: files["2025/berattelse.yml"].update(sammanfattning=text)).samling.årgångar["2025"]
    told = also_stated(year, Decimal("19.5"), "19,5\xa0dagar")
    assert told.startswith("; talet står också i data/2025/berattelse.yml:") is is_told
    assert bool(told) is is_told


def test_values_that_are_the_sum_are_named_but_its_own_and_no_more_than_five(changed: Changed) -> None:
    def change(files: dict[str, Fil]) -> None:
        files["2025/plan.yml"]["om_planen"] = [{"text": f"Stycke {number}: 19,5 dagar."} for number in range(5)]

    year = changed(change).samling.årgångar["2025"]
    here = (year.plan.namn, ("områden", 0, "dagar"))
    told = also_stated(year, Decimal("19.5"), "19,5 dagar", lambda loc, _: loc[-1] == "dagar", here)
    places = told.removeprefix("; talet står också i ").removesuffix(" …").split(", ")
    assert told.endswith(" …")
    assert [place.partition(":")[0] for place in places] == [year.plan.namn] * 5
    only = also_stated(year, Decimal("19.5"), "x", lambda loc, _: loc[-1] == "dagar", here)
    assert only.startswith("; talet står också i data/2025/berattelse.yml:")
    assert "," not in only


def test_sum_of_an_area_stands_also_in_the_report_of_that_area_and_in_no_other(changed: Changed) -> None:
    def change(files: dict[str, Fil]) -> None:
        plan, report = files["2025/plan.yml"]["områden"], files["2025/berattelse.yml"]["områden"]
        plan[0]["dagar"] = report[0]["dagar"] = 20
        note = [{"gäller": "dagar", "citat": "20", "text": "Så står det i planen."}]
        plan[1] |= {"dagar": 20, "anmärkningar": note}

    told = {problem.fil: plain(problem.text) for problem in check(changed(change).samling)}
    said = "«dagar» är 20, men aktiviteternas dagar i Natur blir 19,5; rätta det som är fel, eller lägg till en anmärkning med «gäller: dagar» om källan säger så"
    assert told == {
        "data/2025/plan.yml": f"{said}; talet står också i data/2025/berattelse.yml:14",
        "data/2025/berattelse.yml": f"{said}; talet står också i data/2025/plan.yml:24",
    }

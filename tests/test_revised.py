"""A plan that has been revised: what holds, what it was, and which sums the check asks for."""

from pathlib import Path

import pytest
from rusplan.checks import read_collection
from rusplan.data.collection import Samling
from rusplan.data.problems import DataFel
from rusplan.data.reading import read_data
from rusplan.data.revised import changes_of, days_decided, decided

from tests.test_golden import lay_out

PLAN, SKOG, VATTEN, BUDGET = (
    f"data/2025/{name}.yml" for name in ("plan", "aktiviteter/skog", "aktiviteter/vatten", "budget")
)
REVISIONS = """revideringar:
  - id: var
    beslut: {av: Styrgruppen, datum: 2025-05-18, diarienummer: 101-2025}
    skäl: Stigarna tar längre tid.
  - id: host
    beslut: {av: Styrgruppen, datum: 2025-09-01}
    skäl: Bron blir dyrare.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small data set, whose plan has been revised twice."""
    root = lay_out("", tmp_path)
    add(root, PLAN, REVISIONS)
    return root


def add(root: Path, name: str, text: str) -> None:
    with (root / name).open("a", encoding="utf-8") as file:
        file.write(text)


def put(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new), encoding="utf-8")


def told(root: Path) -> str:
    with pytest.raises(DataFel) as error:
        read_collection(root)
    return str(error.value)


def skog_twice_revised(root: Path) -> Samling:
    put(root, SKOG, "dagar: 12", "dagar: 15")
    add(
        root,
        SKOG,
        "ändringar:\n  - revidering: var\n    före: {dagar: 12}\n  - revidering: host\n    före: {dagar: 14}\n",
    )
    return read_collection(root)


def test_what_was_decided_is_what_stood_before_the_first_revision(root: Path) -> None:
    plan = skog_twice_revised(root).aktiviteter["2025/skog"].plan.innehåll
    assert plan.dagar == 15
    assert decided(plan, "dagar") == 12
    assert [(step.före, step.efter) for step in changes_of(plan, plan.ändringar)] == [(12, 14), (14, 15)]


def test_a_stated_sum_that_is_not_revised_is_that_of_the_plan_as_it_was_decided(root: Path) -> None:
    year = skog_twice_revised(root).årgångar["2025"]
    assert sum(days or 0 for days in days_decided(year, "natur")) == 17.5


def test_a_stated_sum_that_is_revised_is_that_of_the_plan_as_it_is(root: Path) -> None:
    put(
        root,
        PLAN,
        "    dagar: 18\n",
        "    dagar: 18\n    ändringar:\n      - revidering: var\n        före: {dagar: 17.5}\n",
    )
    put(
        root,
        PLAN,
        "    anmärkningar:\n      - gäller: dagar\n        text: Planen anger 18 dagar, men aktiviteterna har 17,5 tillsammans.\n",
        "",
    )
    put(root, SKOG, "dagar: 12", "dagar: 15")
    add(root, SKOG, "ändringar:\n  - revidering: var\n    före: {dagar: 12}\n")
    assert "«dagar» är 18, men aktiviteternas dagar i Natur blir 20,5" in told(root)
    put(root, PLAN, "dagar: 18\n", "dagar: 20.5\n")
    read_collection(root)


def test_a_stated_sum_that_was_revised_into_what_had_been_decided_is_told(root: Path) -> None:
    put(
        root,
        PLAN,
        "    dagar: 18\n",
        "    dagar: 17.5\n    ändringar:\n      - revidering: var\n        före: {dagar: 18}\n",
    )
    put(
        root,
        PLAN,
        "    anmärkningar:\n      - gäller: dagar\n        text: Planen anger 18 dagar, men aktiviteterna har 17,5 tillsammans.\n",
        "",
    )
    put(root, SKOG, "dagar: 12", "dagar: 15")
    add(root, SKOG, "ändringar:\n  - revidering: var\n    före: {dagar: 12}\n")
    assert "«dagar» är 17,5, men aktiviteternas dagar i Natur blir 20,5" in told(root)


def test_days_of_an_activity_that_is_taken_out_count_in_what_was_decided_alone(root: Path) -> None:
    put(
        root,
        PLAN,
        "    dagar: 18\n",
        "    dagar: 5.5\n    ändringar:\n      - revidering: var\n        före: {dagar: 17.5}\n",
    )
    put(
        root,
        PLAN,
        "    anmärkningar:\n      - gäller: dagar\n        text: Planen anger 18 dagar, men aktiviteterna har 17,5 tillsammans.\n",
        "",
    )
    add(root, SKOG, "utgår: {revidering: var, skäl: Skogen är såld.}\n")
    read_collection(root)


def test_days_of_an_activity_that_came_by_a_revision_count_in_what_holds_alone(root: Path) -> None:
    add(root, SKOG, "tillkom: var\n")
    year = read_data(root).årgångar["2025"]
    assert list(days_decided(year, "natur")) == [year.aktiviteter["vatten"].plan.innehåll.dagar]


def test_the_stated_sum_of_a_budget_may_be_that_which_was_decided_or_that_which_holds(root: Path) -> None:
    put(
        root,
        BUDGET,
        "    budget: 10000\n",
        "    budget: 12000\n    ändringar:\n      - revidering: var\n        före: {budget: 10000}\n",
    )
    read_collection(root)
    put(root, BUDGET, "  budget: 100000\n  utfall", "  budget: 101000\n  utfall")
    assert "«budget» är 101 000 kr, men raderna blir 102 000 kr" in told(root).replace("\xa0", " ")


def test_partners_of_before_take_part_no_more(root: Path) -> None:
    add(root, SKOG, "ändringar:\n  - revidering: var\n    före: {samverkan: [kommunen, museet, landsbygd]}\n")
    assert read_collection(root).aktiviteter["2025/skog"].samverkan == {"kommunen", "museet"}

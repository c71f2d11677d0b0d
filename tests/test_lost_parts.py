"""What a file has lost or changed since the version before is told as such, in real git repositories."""

from pathlib import Path

import pytest
from rusplan.checks import read_collection
from rusplan.data.problems import DataFel

from tests.changes.conftest import förråd as förråd
from tests.changes.data_repository import SKOG, UTFALL, Förråd

PLAN, SAMVERKAN, LASLOV = "data/2025/plan.yml", "data/samverkan.yml", "data/2025/aktiviteter/laslov.yml"


@pytest.fixture
def repository(förråd: Förråd) -> Förråd:
    """The small collection, in git. The days of an area are stated, in the plan and in a text of it."""
    förråd.byt(PLAN, "titel: Kultur\n", "titel: Kultur\n    dagar: 12.5\n")
    förråd.byt(PLAN, "samlar sin verksamhet.", "samlar sin verksamhet. Kulturen får 12,5 dagar.")
    förråd.commit("2026-01-10")
    return förråd


def told(root: Path) -> list[str]:
    try:
        read_collection(root)
    except DataFel as error:
        return [str(problem) for problem in error.problems]
    return []


def cut(repository: Förråd, name: str, first: int | None, last: int | None) -> str:
    """Keep only some of the rows of a file; the text that it had."""
    text = (repository.rot / name).read_text(encoding="utf-8")
    repository.skriv(name, "\n".join(text.split("\n")[first:last]))
    return text


@pytest.mark.parametrize(
    ("name", "first", "last", "row", "rows", "where"),
    [
        (UTFALL, None, 5, 5, 8, "slutet är borta"),
        (SKOG, 6, None, 1, 6, "början är borta"),
        (PLAN, None, 20, 20, 20, "slutet är borta"),
        # Nothing else is wrong in this file: others name what is gone.
        (SAMVERKAN, None, 4, 4, 12, "slutet är borta"),
    ],
)
def test_rows_that_are_gone_are_told_instead_of_what_comes_of_it(
    repository: Förråd, name: str, first: int | None, last: int | None, row: int, rows: int, where: str
) -> None:
    text = cut(repository, name, first, last)
    words = f"filen har tappat {rows}\u00a0rader sedan den förra versionen: {where}; lägg tillbaka raderna"
    assert told(repository.rot) == [f"{name}:{row}:1: {words}"]
    repository.skriv(name, text)  # as it is told
    assert told(repository.rot) == []


def test_rows_that_are_gone_in_the_last_commit_are_told(repository: Förråd) -> None:
    cut(repository, UTFALL, None, 5)
    repository.commit("2026-01-11")
    (problem,) = told(repository.rot)
    assert "slutet är borta" in problem


def test_a_field_taken_away_beside_other_changes_is_told_as_missing(repository: Förråd) -> None:
    repository.byt(UTFALL, "status: som_planerat\n", "")
    repository.byt(UTFALL, "Stigarna är märkta.", "Alla stigar är märkta.")
    (problem,) = told(repository.rot)
    assert "fältet «status» saknas" in problem


def test_a_sum_that_differs_names_what_has_changed_and_where_else_it_stands(repository: Förråd) -> None:
    repository.byt(LASLOV, "dagar: 2.5", "dagar: 3")
    of_budget, of_plan = told(repository.rot)
    changed = "(Läslovet har 3 dagar men hade 2,5 i den förra versionen); rätta det som är fel"
    assert f"«dagar» är 12,5, men aktiviteternas dagar i Kultur blir 13 {changed}" in of_plan
    assert of_plan.endswith("; talet står också i data/2025/plan.yml:9")
    assert f"«dagar» är 30, men alla aktiviteters dagar blir 30,5 {changed}" in of_budget


def test_a_sum_of_money_that_differs_names_the_part_that_has_changed(repository: Förråd) -> None:
    repository.byt(
        "data/2025/budget.yml",
        "      - titel: Tåg\n        utfall: 5000.50",
        "      - titel: Tåg\n        utfall: 4000.50",
    )
    (problem,) = told(repository.rot)
    assert (
        "delposterna i Resor blir 4\u00a0000,50\u00a0kr (Tåg är 4\u00a0000,50\u00a0kr men var 5\u00a0000,50\u00a0kr"
        in problem
    )


def test_a_sum_of_the_budget_names_the_line_that_has_changed_and_the_texts_that_tell_it(repository: Förråd) -> None:
    repository.byt("data/2025/plan.yml", "sammanfattning: ", "sammanfattning: Budgeten är 100 000 kr. ")
    repository.byt("data/2025/berattelse.yml", "sammanfattning: ", "sammanfattning: Tåget kostade 5 000,50 kr. ")
    repository.commit("2026-01-11")
    repository.byt("data/2025/budget.yml", "budget: 90000", "budget: 95000")
    repository.byt("data/2025/budget.yml", "        utfall: 5000.50", "        utfall: 6000.50")
    of_parts, of_lines = (problem.replace("\u00a0", " ") for problem in sorted(told(repository.rot)))
    assert "raderna blir 105 000 kr (Löner är 95 000 kr men var 90 000 kr i den förra versionen)" in of_lines
    assert of_lines.endswith("; talet står också i data/2025/plan.yml:9")
    assert "i Resor blir 6 000,50 kr (Tåg är 6 000,50 kr men var 5 000,50 kr i den förra versionen)" in of_parts
    assert of_parts.endswith("; talet står också i data/2025/berattelse.yml:8")


def test_without_git_the_rest_is_told(repository: Förråd, tmp_path: Path) -> None:
    (repository.rot / ".git").rename(tmp_path / "undan")
    cut(repository, UTFALL, None, 5)
    (problem,) = told(repository.rot)
    assert problem.endswith("har en del av filen försvunnit: lägg i stället tillbaka den förra versionen")

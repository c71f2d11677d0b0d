"""Goals in levels, goals of the whole plan, and the activities that serve them."""

from typing import Any

import pytest
from rusplan.checks import check
from rusplan.outputs.activity_index import index_columns, index_form
from rusplan.site.sajt import Sajt
from rusplan.views.activity_page import activity_page
from rusplan.views.goals_page import Målvy, goals_page
from rusplan.views.ratings_of_goals import ratings_table

from tests.views.lillby import Changed, Fil, mål


def in_levels(files: dict[str, Fil]) -> None:
    """One goal of the whole plan, with one under it in each of two areas and one below that; three activities serve goals."""
    goals: Any = files["2025/mal.yml"]["mål"]
    whole = mål("trivsel", "") | {"titel": "Alla trivs"}
    del whole["område"]
    below = {"id": "broar", "under": "stigar", "titel": "Broar", "text": "Broarna är hela."}
    goals[0]["under"] = goals[2]["under"] = "trivsel"
    goals[:] = [goals[0], whole, *goals[1:], below]
    for name, served in (("skog", ["broar"]), ("park", ["broar", "fiskar"]), ("musik", ["musik"])):
        files[f"2025/aktiviteter/{name}.yml"]["mål"] = served


@pytest.fixture
def sajt(changed: Changed) -> Sajt:
    return changed(in_levels)


def goals_by_area(sajt: Sajt) -> dict[str, tuple[Målvy, ...]]:
    page = goals_page(sajt, sajt.samling.årgångar["2025"])
    assert page
    return {area.titel: area.mål for area in page.områden}


def test_goals_stand_under_the_goal_that_they_are_part_of(sajt: Sajt) -> None:
    """One that says no area belongs to that of the goal above it, and one of another area says so."""
    assert check(sajt.samling) == []
    found = goals_by_area(sajt)
    told = {
        title: [(goal.titel, goal.nivå, goal.under and goal.under.text) for goal in goals]
        for title, goals in found.items()
    }
    assert told == {
        "Mål för hela planen": [
            ("Alla trivs", 3, None), ("Stigar", 4, "Alla trivs"), ("Broar", 5, "Stigar"), ("Bocker", 4, "Alla trivs"),
        ],
        "Natur": [("Fiskar", 3, None)], "Kultur och musik": [("Musik", 3, None)], "Skola": [("Lov", 3, None)],
    }  # fmt: skip
    areas = [goal.område and goal.område.text for goal in found["Mål för hela planen"]]
    assert areas == [None, "Natur", None, "Kultur och musik"]


def test_a_goal_lists_the_activities_that_serve_it(sajt: Sajt) -> None:
    """That no activity does is said of a goal alone whose parts none serves either."""
    goals = {goal.titel: goal for area in goals_by_area(sajt).values() for goal in area}
    assert [link.text for link in goals["Broar"].aktiviteter] == ["Skogen", "Parken"]
    silent = {title for title, goal in goals.items() if goal.utan_aktiviteter}
    assert silent == {"Bocker", "Lov"}
    assert goals["Lov"].utan_aktiviteter == "Ingen aktivitet 2025 bidrar till målet."


def test_an_activity_shows_the_goals_that_it_serves_and_is_found_by_them(sajt: Sajt) -> None:
    page = activity_page(sajt, sajt.samling.aktiviteter["2025/park"])
    assert [(link.text, link.adress) for link in page.mål] == [
        ("Fiskar", "mal/2025/#fiskar"),
        ("Broar", "mal/2025/#broar"),
    ]
    (facet,) = (facet for facet in index_form(sajt).facetter if facet.namn == "mal")
    assert [(choice.värde, choice.text) for choice in facet.val] == [
        ("fiskar", "Fiskar"), ("musik", "Musik"), ("broar", "Broar"),
    ]  # fmt: skip
    assert sum(map(len, index_columns(sajt)["mal"]["rad"])) == 4


def test_a_site_whose_activities_name_no_goals_says_nothing_of_it(lillby: Sajt) -> None:
    assert not any(goal.utan_aktiviteter for goals in goals_by_area(lillby).values() for goal in goals)
    assert "mal" not in index_columns(lillby)
    assert [facet.namn for facet in index_form(lillby).facetter if facet.namn == "mal"] == []


def test_goals_without_any_area_need_no_heading_of_one(changed: Changed) -> None:
    def without_areas(files: dict[str, Fil]) -> None:
        for goal in files["2025/mal.yml"]["mål"]:
            del goal["område"]

    sajt = changed(without_areas)
    table = ratings_table(sajt)
    assert list(goals_by_area(sajt)) == ["Målen"]
    assert table
    assert not table.områden

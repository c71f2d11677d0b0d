"""Goals: their ratings over the periods, and whether they go better or worse. 1 is best. The figures stand in lillby.py."""

import pytest
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.views import pictures
from rusplan.views.goals_page import goals_page
from rusplan.views.ratings_of_goals import ratings_table

from tests.views.lillby import Changed


def test_each_goal_tells_whether_it_goes_better_or_worse(lillby: Sajt) -> None:
    """Only against the period before: a rating two periods ago says nothing."""
    table = ratings_table(lillby)
    assert table
    assert table.perioder == ("2019–2021", "2022–2024", "2025")
    assert [(row.mål.text, row.område and row.område.text, row.värderingar, row.förändring) for row in table.rader] == [
        ("Stigar", "Natur", ("–", "3", "1"), "bättre"),
        ("Fiskar", "Natur", ("1", "2", "3"), "sämre"),
        ("Bocker", "Kultur och musik", ("–", "2", "2"), "oförändrad"),
        ("Musik", "Kultur och musik", ("2", "–", "1"), "kan inte jämföras"),
        ("Lov", "Skola", ("–", "–", "–"), "kan inte jämföras"),
    ]
    assert table.skala == (("1", "Helt nått"), ("2", "Nästan nått"), ("3", "Inte nått"))


def test_goals_stand_below_their_areas_with_what_each_rating_means(lillby: Sajt) -> None:
    page = goals_page(lillby, lillby.samling.årgångar["2025"])
    assert page
    assert [(area.titel, [goal.titel for goal in area.mål]) for area in page.områden] == [
        ("Natur", ["Stigar", "Fiskar"]),
        ("Kultur och musik", ["Bocker", "Musik"]),
        ("Skola", ["Lov"]),
    ]
    told = {
        goal.titel: [(r.period, r.siffra, r.text) for r in goal.värderingar] for a in page.områden for goal in a.mål
    }
    assert told["Fiskar"] == [
        ("2019–2021", "1", "Helt nått."), ("2022–2024", "2", "Nästan nått."), ("2025", "3", "Inte nått."),
    ]  # fmt: skip
    assert told["Musik"] == [
        ("2019–2021", "2", "Nästan nått."), ("2022–2024", "–", "Målet fanns inte."), ("2025", "1", "Helt nått."),
    ]  # fmt: skip
    assert told["Lov"] == []


@pytest.mark.parametrize(
    ("year", "links"),
    [
        (2025, ["Motsvarande mål 2022–2024", None, "Motsvarande mål 2022–2024", None, None]),
        (2024, [None, None]),
    ],
)
def test_a_goal_leads_to_the_one_it_corresponds_to(lillby: Sajt, year: int, links: list[str | None]) -> None:
    page = goals_page(lillby, lillby.samling.årgångar[str(year)])
    assert page
    assert [goal.motsvarar.text if goal.motsvarar else None for area in page.områden for goal in area.mål] == links


def test_a_goal_that_is_rated_later_has_its_ratings_and_where_they_stand(lillby: Sajt) -> None:
    page = goals_page(lillby, lillby.samling.årgångar["2024"])
    assert page
    goals = [goal for area in page.områden for goal in area.mål]
    assert [(r.period, r.siffra, r.text) for r in goals[0].värderingar] == [("2022–2024", "3", "Inte nått.")]
    assert goals[0].värderat_i == Länk("Mål 2025", "mal/2025/#stigar")
    again = goals_page(lillby, lillby.samling.årgångar["2025"])
    assert again
    assert {goal.värderat_i for area in again.områden for goal in area.mål} == {None}


@pytest.mark.parametrize(
    ("meaning", "words"),
    [("Målet är nått.", "1 betyder att målet är nått, 2"), ("Helt nått.", "1 betyder helt nått, 2")],
)
def test_the_picture_of_the_goals_says_what_a_rating_means(changed: Changed, meaning: str, words: str) -> None:
    sajt = changed(lambda files: files["2025/mal.yml"]["skala"][0].update(betydelse=meaning))
    picture = pictures.goals(sajt, sajt.samling.årgångar["2025"])
    assert picture
    assert picture.förklaring.startswith(words)


def test_a_year_that_is_not_followed_up_has_no_table(lillby: Sajt) -> None:
    assert ratings_table(lillby, "2024") is None
    assert ratings_table(lillby, "2025") == ratings_table(lillby)

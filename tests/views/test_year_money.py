"""The money of a year at a glance: what was given, added and spent, what is left, and the sentence and the title that say so."""

import pytest
from rusplan.checks import check
from rusplan.site.sajt import Sajt
from rusplan.views import pictures
from rusplan.views.budget_page import budget_page
from rusplan.views.year_money import year_money

from tests.views.lillby import Changed, Fil, plain
from tests.views.test_money import in_thousands


def outcome(files: dict[str, Fil], value: float) -> None:
    """A budget whose outcome is known in all, with no surplus stated."""
    budget = files["2025/budget.yml"]
    budget["rader"][1]["utfall"], budget["summa"]["utfall"] = value - 134500.5, value
    budget.pop("överskott", None)


def test_what_is_left_is_as_the_document_says_with_what_was_added(lillby: Sajt) -> None:
    told = year_money(lillby, lillby.samling.årgångar["2025"])
    assert told
    assert [(post.titel, plain(post.ord)) for post in told.poster][1:2] == [("Tillskott", "5 000 kr")]
    assert (told.poster[-1].titel, plain(told.poster[-1].ord)) == ("Kvar", "20 000 kr")
    assert plain(told.rubrik) == "20 000 kr blev över 2025"


@pytest.mark.parametrize(
    ("value", "title", "sentence"),
    [
        (
            170000.5,
            "15 000 kr blev över 2025",
            "Budgeten var 180 000 kr, 5 000 kr kom till, 170 001 kr användes och 15 000 kr blev över.",
        ),
        (185000, "Inget blev över av pengarna 2025", "Budgeten var 180 000 kr, 5 000 kr kom till och 185 000 kr användes."),
        (
            190000,
            "5 000 kr fattades 2025",
            "Budgeten var 180 000 kr, 5 000 kr kom till, 190 000 kr användes och 5 000 kr fattades.",
        ),
    ],
)  # fmt: skip
def test_what_is_left_is_counted_where_no_document_says_it(
    value: float, title: str, sentence: str, changed: Changed
) -> None:
    sajt = changed(lambda files: outcome(files, value))
    year = sajt.samling.årgångar["2025"]
    told, page, picture = year_money(sajt, year), budget_page(sajt, year), pictures.money(sajt, year)
    assert told
    assert page
    assert picture
    assert plain(told.rubrik) == plain(picture.titel) == title
    assert [*map(plain, page.i_korthet)] == [sentence]
    assert bool(picture.förklaring) == bool(value % 1), "that amounts are rounded is said where they are"


def test_an_outcome_that_is_not_known_is_said_and_leaves_nothing_to_be_counted(changed: Changed) -> None:
    def unknown(files: dict[str, Fil]) -> None:
        outcome(files, 0)
        for row in (*files["2025/budget.yml"]["rader"], files["2025/budget.yml"]["summa"]):
            row.pop("utfall", None)

    sajt = changed(unknown)
    told = year_money(sajt, sajt.samling.årgångar["2025"])
    assert told
    assert [post.titel for post in told.poster] == ["Budget", "Tillskott", "Utfall"]
    assert told.poster[-1].värde is None
    assert plain(told.rubrik) == "Budgeten för 2025 är 180 000 kr"
    assert plain(told.mening) == "Budgeten var 180 000 kr och 5 000 kr kom till. Utfall: uppgift saknas i källan."


def test_what_was_carried_over_is_not_guessed_to_be_in_the_budget_or_beside_it(changed: Changed) -> None:
    def carried(files: dict[str, Fil]) -> None:
        outcome(files, 170000)
        files["2025/budget.yml"]["rader"][0]["överfört"] = 1000

    sajt = changed(carried)
    told = year_money(sajt, sajt.samling.årgångar["2025"])
    assert told
    assert "Kvar" not in [post.titel for post in told.poster]
    assert plain(told.rubrik) == "Utfallet blev 10 000 kr lägre än budgeten 2025"


def test_costs_and_income_are_told_each_for_itself(changed: Changed) -> None:
    sajt = changed(in_thousands)
    assert check(sajt.samling) == []
    year = sajt.samling.årgångar["2025"]
    page, picture = budget_page(sajt, year), pictures.money(sajt, year)
    assert page
    assert picture
    assert year_money(sajt, year) is None
    assert [text.split(":")[0] for text in page.i_korthet] == ["Kostnader", "Intäkter"]
    assert plain(picture.titel).startswith("Kostnaderna ")
    assert [row[0] for row in picture.tabell.rader] == ["Kostnader", "Intäkter"]

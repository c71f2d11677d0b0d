"""What readers ask stands within the first screen of the page where they land, on a desk and on a telephone."""

import pytest
from playwright.sync_api import Page
from rusplan.data.collection import Samling

from tests.readers import long_titles
from tests.readers.screen import ON_EACH_SCREEN, SCREENS, answers, missing_on
from tests.typefaces import in_both_typefaces
from tests.views.lillby import read


@pytest.fixture(scope="session")
def lillby_in_long(tmp_path_factory: pytest.TempPathFactory) -> Samling:
    """What the site with long titles is made of."""
    return read(tmp_path_factory.mktemp("long"), long_titles.files())


@in_both_typefaces
def test_activity_with_a_title_of_ninety_characters_and_missing_values_tells_it_too(
    page: Page, invented: str, lillby_in_long: Samling
) -> None:
    missing = {
        name: missing_on(page, f"{invented}aktiviteter/2025/{name}/", SCREENS, tuple(answers(lillby_in_long, activity)))
        for name, activity in lillby_in_long.årgångar["2025"].aktiviteter.items()
    }
    assert {name: lost for name, lost in missing.items() if lost} == {}


def test_start_page_tells_what_it_is_how_it_went_and_where_to_search(page: Page, invented: str) -> None:
    told = (
        "Lillby är påhittat.",
        "Sök bland aktiviteter",
        "Så gick det 2025",
        "2 ● Genomförd som planerat",
        "Uppföljning 2025",
    )
    assert missing_on(page, invented, SCREENS, told) == []


@ON_EACH_SCREEN
def test_report_with_long_titles_tells_how_many_and_which_were_not(
    page: Page, invented: str, screen: tuple[int, int]
) -> None:
    told = (
        "2 av 10 aktiviteter genomfördes som planerat, 1 delvis och 1 inte alls. För 6 saknas uppgift om hur det gick.",
        long_titles.longer("Museet"),
        long_titles.longer("Sjöarna"),
        long_titles.REASON,
    )
    assert missing_on(page, f"{invented}uppfoljning/2025/", (screen,), told) == []


def test_budget_of_invented_money_tells_it_too(page: Page, invented: str) -> None:
    told = ("180 000 kr", "5 000 kr", "165 000 kr", "20 000 kr")
    assert missing_on(page, f"{invented}budget/2025/", SCREENS, told) == []


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("aktiviteter/?status=delvis", ("1 delvis genomförd aktivitet", long_titles.longer("Sjöarna"))),
        ("sok/?q=skog", ("sidor hittades", long_titles.longer("Skogen"))),
    ],
)
def test_lists_of_long_titles_tell_it_too(page: Page, invented: str, address: str, told: tuple[str, ...]) -> None:
    assert missing_on(page, f"{invented}{address}", SCREENS, told) == []


def test_comparison_of_long_titles_tells_it_too(page: Page, invented: str) -> None:
    told = (f"{long_titles.longer('Simskolan')} +3 dagar", "2024: 160 000 kr. 2025: 180 000 kr (+20 000 kr)")
    assert missing_on(page, f"{invented}jamfor/2024-2025/", SCREENS, told) == []

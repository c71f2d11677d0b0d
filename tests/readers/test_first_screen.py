"""What readers ask stands within the first screen of the page where they land, on a desk and on a telephone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from rusplan.data.collection import Samling
from rusplan.data.model import Ställning
from rusplan.data.year import Årsaktivitet
from rusplan.swedish import labels

from tests.readers import long_titles
from tests.readers.screen import SCREENS, opening, seen
from tests.typefaces import in_both_typefaces
from tests.views.lillby import read

ON_EACH_SCREEN = pytest.mark.parametrize("screen", SCREENS, ids=("desk", "telephone"))


@pytest.fixture(scope="session")
def lillby_in_long(tmp_path_factory: pytest.TempPathFactory) -> Samling:
    """What the site with long titles is made of."""
    return read(tmp_path_factory.mktemp("long"), long_titles.files())


def answers(samling: Samling, activity: Årsaktivitet) -> Iterator[str]:
    """What the first screen of an activity's page must tell: how it went, what came out, what did not and why, what is different."""
    standing = samling.ställning(activity)
    yield labels.STÄLLNING[standing].text
    outcome = activity.utfall.innehåll if activity.utfall else None
    if outcome and outcome.sammanfattning:
        yield from (opening(outcome.sammanfattning, 8), "Mer om utfallet")
    if outcome and standing in (Ställning.DELVIS, Ställning.EJ):
        why = outcome.skäl or outcome.avvikelser[0].text
        yield from ("Gick inte som planerat", opening(why))
    if activity.plan.innehåll.bygger_på:
        yield f"Jämfört med {activity.plan.innehåll.bygger_på[0].aktivitet.partition('/')[0]}"


def missing_on(page: Page, address: str, screens: tuple[tuple[int, int], ...], told: tuple[str, ...]) -> list[str]:
    """What of this is not seen on the first screen of the page."""
    page.goto(address)
    expect(page.get_by_role("main")).to_contain_text(told[0])
    return [
        f"{screen}: {words}"
        for screen in screens
        for shown in [seen(page, screen)]
        for words in told
        if words not in shown
    ]


@pytest.mark.rus
def test_activity_tells_how_it_went_what_came_out_why_not_and_what_is_different(
    page: Page, real: str, samling: Samling
) -> None:
    newest = samling.årgångar["2025"].aktiviteter
    longest = sorted(newest, key=lambda name: len(newest[name].plan.innehåll.titel))[-4:]
    deviate = [name for name, activity in newest.items() if activity.utfall and activity.utfall.innehåll.avvikelser]
    missing = {
        name: missing_on(page, f"{real}aktiviteter/2025/{name}/", SCREENS, tuple(answers(samling, newest[name])))
        for name in {*longest, *deviate}
    }
    assert {name: lost for name, lost in missing.items() if lost} == {}


@in_both_typefaces
def test_activity_with_a_title_of_ninety_characters_and_missing_values_tells_it_too(
    page: Page, invented: str, lillby_in_long: Samling
) -> None:
    missing = {
        name: missing_on(page, f"{invented}aktiviteter/2025/{name}/", SCREENS, tuple(answers(lillby_in_long, activity)))
        for name, activity in lillby_in_long.årgångar["2025"].aktiviteter.items()
    }
    assert {name: lost for name, lost in missing.items() if lost} == {}


@pytest.mark.rus
@ON_EACH_SCREEN
def test_report_tells_how_many_and_which_were_not_each_with_its_reason(
    page: Page, real: str, samling: Samling, screen: tuple[int, int]
) -> None:
    partly = [a for a in samling.årgångar["2025"].aktiviteter.values() if samling.ställning(a) is Ställning.DELVIS]
    told = ["23 av 27 aktiviteter genomfördes som planerat och 4 delvis."]
    for activity in partly:
        assert activity.utfall
        told += [activity.plan.innehåll.titel, opening(activity.utfall.innehåll.skäl or "")]
    assert len(partly) == 4
    assert missing_on(page, f"{real}uppfoljning/2025/", (screen,), tuple(told)) == []


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


@pytest.mark.rus
def test_budget_tells_what_was_given_added_spent_and_left(page: Page, real: str) -> None:
    told = ("4 500 000 kr", "300 000 kr", "4 372 100", "427 900 kr")
    assert missing_on(page, f"{real}budget/2025/", SCREENS, told) == []


def test_budget_of_invented_money_tells_it_too(page: Page, invented: str) -> None:
    told = ("180 000 kr", "5 000 kr", "165 000 kr", "20 000 kr")
    assert missing_on(page, f"{invented}budget/2025/", SCREENS, told) == []


@pytest.mark.rus
@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("aktiviteter/?status=delvis", ("4 delvis genomförda aktiviteter", "Indikatorutveckling", "Delvis genomförd")),
        ("sok/?q=skog", ("sidor hittades", "Grön infrastruktur, ekosystemtjänster och skog")),
        ("handelser/?ar=2025&manad=10", ("13 av 111 händelser", "Illegal avfallshantering i en cirkulär ekonomi")),
    ],
)
def test_list_that_is_filtered_and_search_tell_how_many_and_the_first(
    page: Page, real: str, address: str, told: tuple[str, ...]
) -> None:
    assert missing_on(page, f"{real}{address}", SCREENS, told) == []


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("aktiviteter/?status=delvis", ("1 delvis genomförd aktivitet", long_titles.longer("Sjöarna"))),
        ("sok/?q=skog", ("sidor hittades", long_titles.longer("Skogen"))),
    ],
)
def test_lists_of_long_titles_tell_it_too(page: Page, invented: str, address: str, told: tuple[str, ...]) -> None:
    assert missing_on(page, f"{invented}{address}", SCREENS, told) == []


@pytest.mark.rus
def test_comparison_tells_which_differ_most_in_days_and_whether_the_money_does(page: Page, real: str) -> None:
    told = (
        "Fortsatt översyn och utveckling av regional miljömålsuppföljning −19 dagar",
        "4 500 000 kr både 2024 och 2025",
    )
    assert missing_on(page, f"{real}jamfor/2024-2025/", SCREENS, told) == []


def test_comparison_of_long_titles_tells_it_too(page: Page, invented: str) -> None:
    told = (f"{long_titles.longer('Simskolan')} +3 dagar", "2024: 160 000 kr. 2025: 180 000 kr (+20 000 kr)")
    assert missing_on(page, f"{invented}jamfor/2024-2025/", SCREENS, told) == []

"""What RUS's readers ask stands within the first screen of the page where they land, on a desk and on a telephone."""

import pytest
from playwright.sync_api import Page
from rusplan.data.collection import Samling
from rusplan.data.model import Ställning

from tests.readers.screen import ON_EACH_SCREEN, SCREENS, answers, missing_on, opening


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


def test_start_page_tells_how_many_went_as_planned_and_how_many_partly(page: Page, real: str) -> None:
    told = ("Så gick det 2025", "23 ● Genomförd som planerat", "4 ◐ Delvis genomförd")
    assert missing_on(page, real, SCREENS, told) == []


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


def test_budget_tells_what_was_given_added_spent_and_left(page: Page, real: str) -> None:
    told = ("4 500 000 kr", "300 000 kr", "4 372 100", "427 900 kr")
    assert missing_on(page, f"{real}budget/2025/", SCREENS, told) == []


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


def test_comparison_tells_which_differ_most_in_days_and_whether_the_money_does(page: Page, real: str) -> None:
    told = (
        "Fortsatt översyn och utveckling av regional miljömålsuppföljning −19 dagar",
        "4 500 000 kr både 2024 och 2025",
    )
    assert missing_on(page, f"{real}jamfor/2024-2025/", SCREENS, told) == []

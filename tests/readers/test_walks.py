"""Tasks of readers, walked as they would from the start page of an invented body, with a bound on clicks and scrolls: on a desk and on a telephone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.readers.screen import DESK, PHONE
from tests.readers.walk import Walk


def what_came_out_and_what_changed(walk: Walk) -> None:
    walk.search("hyttan")
    walk.follow("Kulturstigar 2025")
    walk.leads_to("aktiviteter/2025/kulturstigar/", "Kulturstigar 2025")
    walk.reads("Stigen vid hyttan öppnade den 6 juni.", "25 dagar, oförändrat; fortfarande prioriterad")


def which_were_partly_done_and_why(walk: Walk) -> None:
    walk.follow("3", exact=True)
    walk.leads_to("uppfoljning/2025/", "Uppföljning 2025")
    walk.reads("Fors kommun fick bygglovet för sent", "Den som skulle hålla i träffarna hade annat arbete")


def where_the_30_000_kr_came_from(walk: Walk) -> None:
    walk.follow("Budget 2025")
    walk.reads("30 000 kr")
    walk.jump("Tillskott, överskott och tilldelning")
    walk.reads("Bidrag från Kulturverket")


def what_became_of_an_activity(walk: Walk) -> None:
    walk.search("broschyrer")
    walk.follow("Broschyrer 2024")
    walk.reads("Den går tillsammans med andra upp i")
    walk.follow("Skyltar och blad (2025)")
    walk.leads_to("aktiviteter/2025/skyltar-och-blad/", "Skyltar och blad 2025")


def what_differs_in_money(walk: Walk) -> None:
    walk.follow("Jämför 2024 och 2025")
    walk.reads("2024: 800 000 kr. 2025: 850 000 kr (+50 000 kr)")


# The task, and at most how many clicks and scrolls it takes on a desk and on a telephone.
TASKS: list[tuple[Callable[[Walk], None], int, int, int]] = [
    (what_came_out_and_what_changed, 3, 0, 1),
    (which_were_partly_done_and_why, 1, 2, 4),
    (where_the_30_000_kr_came_from, 3, 2, 2),
    (what_became_of_an_activity, 4, 1, 2),
    (what_differs_in_money, 1, 2, 2),
]


@pytest.mark.parametrize(
    ("task", "clicks", "at_desk", "on_phone"), TASKS, ids=lambda each: getattr(each, "__name__", None)
)
def test_task_is_done_within_so_many_clicks_and_scrolls(
    page: Page, body: str, task: Callable[[Walk], None], clicks: int, at_desk: int, on_phone: int
) -> None:
    for screen, scrolls in ((DESK, at_desk), (PHONE, on_phone)):
        walk = Walk(page, body, screen)
        task(walk)
        assert walk.clicks <= clicks, screen
        assert walk.scrolls <= scrolls, screen

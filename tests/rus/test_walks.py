"""Ten tasks of RUS's readers, walked as they would from the start page, with a bound on clicks and scrolls: on a desk and on a telephone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.built import SITE_URL
from tests.readers.screen import DESK, PHONE
from tests.readers.walk import Walk


def what_came_out_and_what_changed(walk: Walk) -> None:
    walk.search("cirkulär ekonomi")
    walk.follow("Cirkulär ekonomi och hållbar konsumtion")
    walk.reads(
        "Genomförd som planerat", "RUS ordnade 12 frukostwebbinarier", "21 dagar, oförändrat; fortfarande prioriterad"
    )


def which_were_partly_done_and_why(walk: Walk) -> None:
    walk.follow("4", exact=True)
    walk.leads_to("uppfoljning/2025/", "Uppföljning 2025")
    walk.reads(
        "Utveckling av indikatorer är generellt inte prioriterad", "RUS höll ett nätverksmöte i stället för de två"
    )
    walk.reads("Det återstår arbete med att ta reda på", "Källan säger inte varför aktiviteten bara delvis genomfördes")


def where_the_300_000_kr_came_from(walk: Walk) -> None:
    walk.follow("Budget 2025")
    walk.reads("300 000 kr")
    walk.jump("Tillskott, överskott och tilldelning")
    walk.reads("Omfördelade dispositionsrättsmedel för energi och klimat")


def what_happened_in_autumn(walk: Walk) -> None:
    walk.follow("Alla händelser")
    walk.press("Fler val")
    walk.choose("År", "2025")
    walk.choose("Månad", "Oktober")
    walk.reads("13 av 111 händelser", "Illegal avfallshantering i en cirkulär ekonomi")


def who_works_with_a_partner(walk: Walk) -> None:
    walk.search("Skogsstyrelsen")
    walk.follow("Skogsstyrelsen")
    walk.leads_to("samverkan/skogsstyrelsen/", "Skogsstyrelsen")
    walk.reads("10 aktiviteter", "Fortsatt översyn och utveckling av regional miljömålsuppföljning")


def what_became_of_an_activity(walk: Walk) -> None:
    walk.search("målkonflikter")
    walk.follow("Målkonflikter och synergier 2024")
    walk.reads("Den går tillsammans med andra upp i")
    walk.follow("Stöd till miljömålssamordningen och andra berörda (2025)")
    walk.leads_to(
        "aktiviteter/2025/stod-miljomalssamordning/", "Stöd till miljömålssamordningen och andra berörda 2025"
    )


def send_a_filtered_list(walk: Walk) -> None:
    home = walk.page.url
    walk.page.goto(f"{home}aktiviteter/")
    walk.press("Fler val")
    walk.tick("Delvis genomförd")
    walk.reads("4 delvis genomförda aktiviteter")
    walk.press("Kopiera länk")
    expect(walk.page.get_by_role("main")).to_contain_text("Länken är kopierad")
    sent = walk.page.evaluate("navigator.clipboard.readText()")
    walk.page.goto("about:blank")
    walk.page.goto(sent.replace(SITE_URL, home))
    walk.reads("4 delvis genomförda aktiviteter", "Indikatorutveckling")


def what_differs_in_money(walk: Walk) -> None:
    walk.follow("Jämför 2024 och 2025")
    walk.reads("4 500 000 kr både 2024 och 2025")


def what_a_county_takes_part_in(walk: Walk) -> None:
    walk.search("Länsstyrelsen Kalmar")
    walk.follow("Länsstyrelsen Kalmar")
    walk.reads("aktiviteter")


def how_far_the_goals_were_reached(walk: Walk) -> None:
    walk.follow("Uppföljning 2025")
    walk.reads("Alla 15 mål bedöms vara uppnådda i hög eller tillräcklig grad")


# The task, and at most how many clicks and scrolls it takes on a desk and on a telephone.
TASKS: list[tuple[Callable[[Walk], None], int, int, int]] = [
    (what_came_out_and_what_changed, 3, 0, 1),
    (which_were_partly_done_and_why, 1, 0, 1),
    (where_the_300_000_kr_came_from, 3, 1, 1),
    (what_happened_in_autumn, 4, 3, 5),
    (who_works_with_a_partner, 3, 0, 1),
    (what_became_of_an_activity, 4, 0, 1),
    (send_a_filtered_list, 3, 1, 2),
    (what_differs_in_money, 1, 1, 1),
    (what_a_county_takes_part_in, 3, 0, 1),
    (how_far_the_goals_were_reached, 1, 1, 1),
]


@pytest.mark.parametrize(
    ("task", "clicks", "at_desk", "on_phone"), TASKS, ids=lambda each: getattr(each, "__name__", None)
)
def test_task_is_done_within_so_many_clicks_and_scrolls(
    page: Page, real: str, task: Callable[[Walk], None], clicks: int, at_desk: int, on_phone: int
) -> None:
    for screen, scrolls in ((DESK, at_desk), (PHONE, on_phone)):
        walk = Walk(page, real, screen)
        task(walk)
        print(task.__name__, screen, walk.clicks, walk.scrolls)
        assert walk.clicks <= clicks, screen
        assert walk.scrolls <= scrolls, screen

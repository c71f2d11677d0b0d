"""Indicators of goals and activities: where they should go and how they have gone, in words, as a picture and as a table."""

from copy import deepcopy
from typing import Any

import pytest
from rusplan.data.model import Indikator
from rusplan.views.activity_page import activity_page
from rusplan.views.goals_page import goals_page
from rusplan.views.indicators import Indikatorvy, indicators
from rusplan.views.ratings_of_goals import ratings_table

from tests.views.lillby import Changed, Fil, plain
from tests.views.pages_of import pages_of

AIR: Fil = {
    "id": "kvavedioxid", "titel": "Kvävedioxid i luften", "enhet": "µg/m³", "riktning": "minska", "mål": "10", "målår": "2025",
    "utgångsvärde": {"period": "2019", "värde": "12.5"},
    "värden": [{"period": "2024", "värde": "11", "kommentar": "En mätare var trasig"}, {"period": "2021-2022", "värde": "12"}],
}  # fmt: skip


def shown(**more: Any) -> Indikatorvy:
    """An indicator as it is shown; what is None is left out."""
    (view,) = indicators([Indikator.model_validate({n: v for n, v in (AIR | more).items() if v is not None})])
    return view


def test_an_indicator_tells_where_it_should_go_and_how_it_stands() -> None:
    view = shown()
    assert [(name, plain(told)) for name, told in view.uppgifter] == [
        ("Riktning", "Ska minska"), ("Mål", "10 µg/m³ senast 2025"), ("Utgångsvärde", "12,5 µg/m³ (2019)"),
        ("Senaste värde", "11 µg/m³ (2024)"), ("Läge", "Målet är inte nått än"),
    ]  # fmt: skip
    assert [(row.period, row.värde, row.kommentar) for row in view.rader] == [
        ("2019", "12,5", "Utgångsvärde"), ("2021–2022", "12", ""), ("2024", "11", "En mätare var trasig"),
    ]  # fmt: skip
    assert view.bild
    assert plain(view.bild.beskrivning) == "2019: 12,5; 2021–2022: 12; 2024: 11. Mål: 10 µg/m³ senast 2025"
    assert view.bild.tabell.rubriker == ("Period", "Värde (µg/m³)", "Kommentar")
    assert view.bild.tabell.rader == tuple((row.period, row.värde, row.kommentar) for row in view.rader)


def test_the_picture_of_an_indicator_has_its_figures_open_below_it_once_and_both_can_be_kept(changed: Changed) -> None:
    page = pages_of(changed(lambda files: files["2025/aktiviteter/skog.yml"].update(indikatorer=[AIR])))[
        "aktiviteter/2025/skog/"
    ]
    figure = page[page.index("<figure") : page.index("</figure>")]
    assert '<td data-rubrik="Värde (µg/m³)">12,5</td>' in figure
    assert ('data-spara="csv"' in figure, 'data-spara="svg"' in figure) == (True, True)
    assert "<details" not in figure
    assert page.count("<caption>Kvävedioxid") + page.count("<caption>Värden för") == 1


@pytest.mark.parametrize(
    ("direction", "newest", "year", "told"),
    [
        ("minska", "10", "2024", "Målet är nått"),
        ("minska", "9.5", "2024", "Målet är nått"),
        ("minska", "10.5", "2024", "Målet är inte nått än"),
        ("minska", "10.5", "2025", "Målet nåddes inte"),
        ("öka", "10", "2024", "Målet är nått"),
        ("öka", "11", "2026", "Målet är nått"),
        ("öka", "9", "2024", "Målet är inte nått än"),
        ("behålla", "10", "2024", None),
    ],
)
def test_whether_the_goal_is_reached_is_told_by_the_newest_value(
    direction: str, newest: str, year: str, told: str | None
) -> None:
    values = [{"period": year, "värde": newest}, {"period": "2020", "värde": "10"}]
    assert dict(shown(riktning=direction, värden=values).uppgifter).get("Läge") == told


def test_an_indicator_without_values_says_so_and_has_no_picture() -> None:
    view = shown(värden=None, mål=None, målår=None)
    assert [(name, plain(told)) for name, told in view.uppgifter] == [
        ("Riktning", "Ska minska"), ("Utgångsvärde", "12,5 µg/m³ (2019)"), ("Senaste värde", "Inget uppmätt värde än"),
    ]  # fmt: skip
    assert view.bild is None


def test_all_indicators_of_the_goals_stand_in_a_table(changed: Changed) -> None:
    """On the page of the goals, and on the one of all periods, also where no goal is rated."""

    def measured(files: dict[str, Fil]) -> None:
        for goal in files["2025/mal.yml"]["mål"]:
            goal.pop("uppföljning", None)
        noise = deepcopy(AIR) | {"id": "buller", "titel": "Buller"}
        del noise["mål"], noise["målår"]
        files["2025/mal.yml"]["mål"][0]["indikatorer"] = [AIR, noise]

    sajt = changed(measured)
    page, over_all = goals_page(sajt, sajt.samling.årgångar["2025"]), ratings_table(sajt)
    assert page
    assert over_all
    assert page.indikatorer
    assert over_all.indikatorer == page.indikatorer
    assert [(r.indikator.adress, r.mål.text, *map(plain, (r.start, r.senast, r.ska_nå, r.läge))) for r in page.indikatorer.rader] == [
        ("mal/2025/#indikator-stigar-kvavedioxid", "Stigar", "12,5 µg/m³ (2019)", "11 µg/m³ (2024)", "10 µg/m³ senast 2025", "Målet är inte nått än"),
        ("mal/2025/#indikator-stigar-buller", "Stigar", "12,5 µg/m³ (2019)", "11 µg/m³ (2024)", "Ska minska", "–"),
    ]  # fmt: skip


def test_goals_and_activities_show_their_indicators(changed: Changed) -> None:
    def measured(files: dict[str, Fil]) -> None:
        files["2025/mal.yml"]["mål"][0]["indikatorer"] = [AIR]
        files["2025/aktiviteter/skog.yml"]["indikatorer"] = [AIR]

    sajt = changed(measured)
    year = sajt.samling.årgångar["2025"]
    goals, activity = goals_page(sajt, year), activity_page(sajt, year.aktiviteter["skog"])
    assert goals
    assert [i.ankare for i in goals.områden[0].mål[0].indikatorer] == ["indikator-stigar-kvavedioxid"]
    assert [i.ankare for i in activity.indikatorer] == ["indikator-kvavedioxid"]
    assert ("indikatorer", "Indikatorer") in activity.avsnitt

"""Plans of several years, rolling ones and those of a broken year: read, shown, followed up year by year and begun anew."""

from datetime import date
from pathlib import Path

import pytest
from rusplan.checks import check, read_collection
from rusplan.checks.left_to_do import title_of_file
from rusplan.data.model import Ställning
from rusplan.data.periods import Planperiod, is_period, pair, paired
from rusplan.data.problems import DataFel
from rusplan.data.year import Årgång
from rusplan.macros import Makron
from rusplan.outputs.activity_index import index_form
from rusplan.outputs.feeds import feeds
from rusplan.render.renderer import Renderer
from rusplan.search.page_facets import Facets
from rusplan.site.links import planlänk, uppföljningslänk
from rusplan.site.routes import Sidslag, draft_routes
from rusplan.site.sajt import Sajt
from rusplan.views import report_page, start_page
from rusplan.views.activity_card import card
from rusplan.views.activity_page import activity_page

from tests.periods.rolling import broken_years, change, rolling_plans
from tests.views.lillby import plain

JULY_TO_JUNE = {"första_dagen": date(2024, 7, 1), "sista_dagen": date(2025, 6, 30)}


@pytest.fixture(scope="module")
def sajt(tmp_path_factory: pytest.TempPathFactory) -> Sajt:
    return Sajt(samling=read_collection(rolling_plans(tmp_path_factory.mktemp("rullande"))))


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Sajt:
    return Sajt(samling=read_collection(broken_years(tmp_path_factory.mktemp("brutna"))))


def html(sajt: Sajt, macro: str, *values: object) -> str:
    return plain(getattr(Makron(sajt, Renderer(sajt.samling), ""), macro)(*values))


@pytest.mark.parametrize(
    ("period", "shown", "years"),
    [
        (Planperiod("2025"), "2025", [2025]),
        (Planperiod("2024-2026"), "2024–2026", [2024, 2025, 2026]),
        (Planperiod("2024-2025"), "2024–2025", [2024, 2025]),
        (Planperiod("2024-2025", **JULY_TO_JUNE), "2024/25", [2024, 2025]),
        (
            Planperiod("1999-2000", första_dagen=date(1999, 9, 1), sista_dagen=date(2000, 8, 31)),
            "1999/00",
            [1999, 2000],
        ),
        (Planperiod("2024-2025", första_dagen=date(2024, 3, 1)), "2024–2025", [2024, 2025]),
    ],
)
def test_period_is_shown_as_its_length_asks_for(period: Planperiod, shown: str, years: list[int]) -> None:
    assert (period.visad, list(period.åren)) == (shown, years)


@pytest.mark.parametrize("name", ["2026-2024", "2024-2024", "2024-26", "2024–2026", "24-26", "2024-2026-2028", "år"])
def test_nothing_else_is_a_period(name: str) -> None:
    assert not is_period(name)
    with pytest.raises(ValueError, match=name):
        Planperiod(name)


def test_periods_come_in_the_order_of_their_first_and_then_their_last_year() -> None:
    names = ["2025-2027", "2026", "2024-2026", "2025", "2024"]
    assert sorted(map(Planperiod, names)) == ["2024", "2024-2026", "2025", "2025-2027", "2026"]


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("2024", "2025", "2024-2025"),
        ("2024-2026", "2025-2027", "2024-2026_2025-2027"),
        ("2024", "2025-2027", "2024_2025-2027"),
    ],
)
def test_address_of_two_periods_tells_them_apart(first: str, second: str, name: str) -> None:
    assert (pair(first, second), paired(name)) == (name, (first, second))


def test_each_page_of_a_longer_period_has_its_address(sajt: Sajt) -> None:
    assert {
        "planer/2024-2026/", "uppfoljning/2025-2027/", "uppfoljning/2025-2027/2025/", "uppfoljning/2025-2027/2026/",
        "aktiviteter/2025-2027/museum/", "mal/2024-2026/", "budget/2025-2027/", "jamfor/2024-2026_2025-2027/",
        "planer/2025-2027/utskrift/",
    } <= sajt.rutter.keys()  # fmt: skip
    assert "uppfoljning/2024-2026/2024/" not in sajt.rutter, "nobody has told of it by itself"


def test_activities_go_on_from_one_rolling_plan_to_the_next(sajt: Sajt) -> None:
    page = activity_page(sajt, sajt.samling.aktiviteter["2025-2027/museum"])
    assert [step.aktivitet.text for step in page.bygger_på] == ["Utställningen (2024–2026)", "Skolbesöken (2024–2026)"]
    assert page.nämns_i[0].sida.text == "Skogen (2025–2027)"


def test_outcomes_of_the_years_stand_on_the_page_of_the_activity_and_the_newest_says_how_it_stands(sajt: Sajt) -> None:
    activity = sajt.samling.aktiviteter["2025-2027/skog"]
    page, row = activity_page(sajt, activity), card(sajt, activity)
    assert [(part.rubrik, part.status.text, part.utfall.sammanfattning) for part in page.delutfall] == [
        ("Utfall 2025", "Genomförd som planerat", "Stigarna är märkta."), ("Utfall 2026", "Pågår", "Bron börjar bli klar."),
    ]  # fmt: skip
    assert [h.titel for h in page.delutfall[1].utfall.händelser] == ["Stigdagen"]
    assert (page.status.text, page.avstämd, row.status.text, row.avstämd) == ("Pågår", "2026", "Pågår", "2026")
    assert row.sammanfattning == "Bron börjar bli klar."
    assert page.utfall_saknas == "Aktiviteten följs upp år för år. Utfallet för hela 2025–2027 är inte klart än."


def test_report_of_a_year_counts_what_that_year_tells_alone(sajt: Sajt) -> None:
    whole = sajt.samling.årgångar["2025-2027"]
    counts = [report_page.status_counts(whole.delårgång(number)) for number in whole.delåren]
    assert counts == [
        {Ställning.SOM_PLANERAT: 1, Ställning.OKÄNT: 3},
        {Ställning.PÅGÅR: 1, Ställning.DELVIS: 1, Ställning.INTE_UPPFÖLJD: 2},
    ]
    page = report_page.report_page(sajt, whole.delårgång(2025))
    assert page
    assert page.länk == uppföljningslänk(whole.år, 2025)
    assert [row.status.text for group in page.status.grupper for row in group.aktiviteter] == [
        "Genomförd som planerat", *["Uppgift saknas i källan"] * 3,
    ]  # fmt: skip


def test_pages_of_reports_lead_to_those_of_the_years(sajt: Sajt) -> None:
    of_all, of_whole = html(sajt, "uppfoljningar"), html(sajt, "uppfoljning", "2025-2027")
    assert 'href="uppfoljning/2025-2027/2025/">Läs uppföljning 2025, planen 2025–2027</a>' in of_all
    assert 'href="uppfoljning/2025-2027/2026/">Uppföljning 2026, planen 2025–2027</a>' in of_whole
    assert (
        "Verksamhetsberättelsen för 2025–2027 är inte klar. Så här står det till med aktiviteterna hittills."
        in of_whole
    )
    assert "aktiviteter 2026 " in html(sajt, "uppfoljning", "2025-2027", 2026).replace("\xa0", " ")


def test_start_page_tells_of_the_newest_year_that_is_followed_up(sajt: Sajt) -> None:
    page = start_page.start_page(sajt)
    assert (page.plan.text, page.uppföljning) == (
        "Verksamhetsplan 2025–2027",
        uppföljningslänk(Planperiod("2025-2027"), 2026),
    )


def test_lists_speak_of_the_plan_before_where_plans_are_of_several_years(sajt: Sajt, broken: Sajt) -> None:
    titles = [index_form(each).facetter[-1].rubrik for each in (sajt, broken)]
    assert titles == ["Sedan förra planen", "Sedan året före"]
    assert '<th scope="col" data-sortera="forandring">Sedan förra planen</th>' in html(sajt, "aktivitetslista")
    (years,) = [facet for facet in index_form(sajt).facetter if facet.namn == "ar"]
    assert [(choice.värde, choice.text) for choice in years.val] == [
        ("2025-2027", "2025–2027"),
        ("2024-2026", "2024–2026"),
    ]


def test_machines_read_a_longer_period_as_two_days() -> None:
    assert [Planperiod(name).iso for name in ("2025", "2024-2026")] == ["2025", "2024-01-01/2026-12-31"]


def test_feed_without_entries_is_as_old_as_the_newest_plan(sajt: Sajt) -> None:
    told = dict(feeds(sajt, Renderer(sajt.samling), []))
    assert "<updated>2025-01-01T00:00:00Z</updated>" in told["andringar/atom.xml"]


def test_search_finds_a_longer_plan_under_each_of_its_years(sajt: Sajt) -> None:
    found = {address: facet.år for address in sajt.rutter if (facet := Facets(sajt).of(address))}
    assert found["planer/2024-2026/"] == (2024, 2025, 2026)
    assert found["jamfor/2024-2026_2025-2027/"] == (2024, 2025, 2026, 2027)
    assert found["uppfoljning/2025-2027/2026/"] == (2026,)


def test_draft_of_a_years_report_hides_itself_and_how_that_year_went(tmp_path: Path) -> None:
    change(rolling_plans(tmp_path), "data/2025-2027/berattelser/2025.yml", "läge: beslutad", "läge: utkast")
    samling = read_collection(tmp_path)
    shown: Årgång = samling.publikt.årgångar["2025-2027"]
    assert (shown.delberättelser, shown.aktiviteter["skog"].delutfall[2025].innehåll.status) == ({}, None)
    assert shown.aktiviteter["skog"].delutfall[2026].innehåll.status, "of 2026 no report is begun: what is told is told"
    drafts = [(route.slag, route.nyckel) for route in draft_routes(samling)]
    assert drafts == [(Sidslag.DELUPPFÖLJNING, "2025-2027/2025")]
    assert title_of_file(samling, "data/2025-2027/berattelser/2025.yml") == "Uppföljning 2025, planen 2025–2027"


def test_broken_year_is_called_so_on_every_page(broken: Sajt) -> None:
    year = broken.samling.årgångar["2024-2025"]
    assert planlänk(broken.samling, year.år).text == "Verksamhetsplan 2024/25"
    assert "Planen gäller 1 juli 2024 – 30 juni 2025." in html(broken, "verksamhetsplan", "2024-2025")
    assert broken.aktivitetslänk(year.aktiviteter["museum"], med_år=True).text == "Museet (2024/25)"
    assert "Jämför 2023/24 och 2024/25" in html(broken, "jamforelser")


def test_broken_year_is_followed_up_as_a_whole(tmp_path: Path) -> None:
    folder = broken_years(tmp_path) / "data/2024-2025/utfall"
    (folder / "2025").mkdir()
    (folder / "skog.yml").rename(folder / "2025/skog.yml")
    with pytest.raises(DataFel) as error:
        read_collection(tmp_path)
    (problem,) = error.value.problems
    assert (
        problem.text
        == "planen gäller ett enda år, 2024/25, så det följs upp i ett stycke; flytta filen till data/2024-2025/utfall/skog.yml"
    )


def test_title_of_the_plan_before_is_named_with_the_words_to_write(tmp_path: Path) -> None:
    change(
        rolling_plans(tmp_path),
        "data/2025-2027/plan.yml",
        "titel: Verksamhetsplan 2025–2027\n",
        "titel: Plan 2024–2026\n",
    )
    with pytest.raises(DataFel) as error:
        read_collection(tmp_path)
    (problem,) = error.value.problems
    assert problem.text == "«titel» är «Plan 2024–2026», men filen gäller 2025-2027; skriv «titel: Plan 2025–2027»"


def test_right_data_of_longer_periods_has_no_mistakes(sajt: Sajt, broken: Sajt) -> None:
    assert (check(sajt.samling), check(broken.samling)) == ([], [])

"""What RUS's own documents tell, on the pages where its readers look: days, money, goals of three periods, and what the sources are silent about."""

import itertools
from dataclasses import replace
from decimal import Decimal

import pytest
from rusplan.data.collection import Samling
from rusplan.data.model import Budgetrad, Budgetsumma, Relation, Status, Ställning, Utvecklingsinsats
from rusplan.data.references import Graf
from rusplan.data.revised import in_force
from rusplan.data.year import Årsaktivitet
from rusplan.macros import Makron
from rusplan.render.renderer import Renderer
from rusplan.site import addresses
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import belopp, dagar, tal
from rusplan.swedish.labels import SAKNAS
from selectolax.lexbor import LexborHTMLParser

from tests.built import Page, Site, flat
from tests.site.facts import facts_of, files_of
from tests.site.test_reading import KINDS, OF_OTHERS, WRITTEN_HERE, activities, page_of


def goal_rows(page: Page) -> list[list[str]]:
    """The table of ratings, without its heads."""
    return page.table("Mål", "Område")[1:]


def test_model_fields_are_all_used_by_some_activity(samling: Samling) -> None:
    told = {
        fact.field
        for activity in activities(samling)
        for file in files_of(activity)
        for fact in facts_of(samling, file, activity.år)
    }
    assert set(KINDS) - told - WRITTEN_HERE - OF_OTHERS == set(), "a field that no activity uses is not tested above"


def test_activity_tells_its_facts_at_a_glance(site: Site, samling: Samling) -> None:
    for activity in activities(samling):
        page, plan = page_of(site, activity), activity.plan.innehåll
        assert page.h1.startswith(plan.titel), page
        facts = page.main.css_first("dl.rp-faktaruta")
        assert facts is not None, page
        rows = {flat(dt.text()): flat(dd.text()) for dt, dd in zip(facts.css("dt"), facts.css("dd"), strict=True)}
        first, missing = page.main.css_first(".rp-svar__status"), page.main.css_first(".rp-saknas p")
        rows["Status"] = flat(first.text()) if first else ""
        unknown = flat(missing.text()).casefold() if missing else ""
        report = samling.årgångar[activity.år].berättelse
        is_here = report is not None and report.innehåll.dokument.tillgänglig == "ja"
        why = Ställning.OKÄNT if is_here else Ställning.INTE_HÄR if report else Ställning.INTE_UPPFÖLJD
        at_last = activity.utfall.innehåll.status if activity.utfall else None
        status = labels.STÄLLNING[Ställning(at_last) if at_last else why]
        told = {
            "Status": labels.STÄLLNING[Ställning.UTGÅR].text if plan.utgår else status.text,
            "Prioritet": labels.mark(labels.PRIORITERAD, plan.prioriterad).text,
            "Slag av insats": labels.mark(labels.UTVECKLINGSINSATS, plan.utvecklingsinsats).text,
            "Planerad arbetstid": flat(dagar(plan.dagar)) if plan.dagar is not None else SAKNAS,
            "Behov av pengar": labels.BEHOV[plan.behov],
        }
        wrong = {
            name: rows.get(name)
            for name, text in told.items()
            if text.casefold() not in rows.get(name, "saknas rad").casefold()
            and not (text == SAKNAS and name not in rows and name.casefold() in unknown)
        }
        assert not wrong, page


def test_plan_shows_stated_and_computed_days_for_each_area(site: Site, samling: Samling) -> None:
    for year in samling.årgångar.values():
        rows = {row[0]: row for row in site[addresses.plan(year.år)].table("Arbetstid", "Enligt dokumentet")}
        for area in year.plan.innehåll.områden:
            computed = sum((a.plan.innehåll.dagar or Decimal() for a in in_force(year.in_area(area.id))), Decimal())
            row = next(row for title, row in rows.items() if samling_title(samling, area.id) == title)
            assert {flat(dagar(computed)), flat(dagar(area.dagar))} <= set(row), (year.år, area.id)
        whole = sum((a.plan.innehåll.dagar or Decimal() for a in in_force(tuple(year.aktiviteter.values()))), Decimal())
        assert any(flat(dagar(whole)) in row for row in rows.values()), year.år


def samling_title(samling: Samling, area: str) -> str:
    """The newest title of an area."""
    return next(a.titel for year in samling.nyast_först for a in year.plan.innehåll.områden if a.id == area)


def test_report_shows_stated_and_computed_days_for_each_area(site: Site, samling: Samling) -> None:
    for year in samling.årgångar.values():
        for area in year.berättelse.innehåll.områden if year.berättelse else ():
            computed = sum((a.plan.innehåll.dagar or Decimal() for a in in_force(year.in_area(area.id))), Decimal())
            section = next(
                s for s in site[addresses.uppföljning(year.år)].sections if s.title == area.titel and s.level > 2
            )
            assert flat(dagar(computed)) in section.text, (year.år, area.id)
            assert area.dagar is None or flat(dagar(area.dagar)) in section.text, (year.år, area.id)


def test_report_counts_each_status(site: Site, samling: Samling) -> None:
    for year in samling.årgångar.values():
        if not any(a.utfall for a in year.aktiviteter.values()):
            continue
        head, *rows = site[addresses.uppföljning(year.år)].table("Område", "Alla")
        for column, title in list(enumerate(head))[1:-1]:
            counted = sum(labels.STÄLLNING[year.ställning(a)].text in title for a in year.aktiviteter.values())
            assert rows[-1][column] == str(counted), (year.år, title)


def test_start_page_leads_to_newest_plan_report_areas_and_shows_status_and_budget(site: Site, samling: Samling) -> None:
    page, newest = site[""], list(samling.årgångar.values())[-1]
    wanted = {addresses.plan(newest.år), addresses.uppföljning(newest.år)} | {
        addresses.område(a.id) for a in newest.plan.innehåll.områden
    }
    assert not wanted - page.links
    assert not [
        s
        for s in {newest.ställning(a) for a in newest.aktiviteter.values()}
        if labels.STÄLLNING[s].text not in page.text
    ]
    assert newest.budget
    assert newest.budget.innehåll.summa.budget is not None
    assert flat(belopp(newest.budget.innehåll.summa.budget)) in page.text


@pytest.mark.parametrize("amount", ["4 372 100,42 kr", "4 370 100,37 kr", "2 000,05 kr"])
def test_budget_of_2025_shows_both_sums_and_their_difference(amount: str, site: Site) -> None:
    assert amount.replace(" ", "\u00a0") in site["budget/2025/"].main.text()


def test_amounts_never_break_at_the_end_of_a_line(site: Site, samling: Samling) -> None:
    for year in samling.årgångar.values():
        for line in year.budget.innehåll.rader if year.budget else ():
            for value in (line.budget, line.utfall):
                assert value is None or belopp(value) in site[addresses.budget(year.år)].main.text()


def test_every_stated_sum_stands_beside_the_sum_of_its_rows(site: Site, samling: Samling) -> None:
    for year in samling.årgångar.values():
        for field in ("budget", "utfall") if year.budget else ():
            assert year.budget
            stated, parts = (
                getattr(year.budget.innehåll.summa, field),
                [getattr(row, field) for row in year.budget.innehåll.rader],
            )
            if stated is not None and None not in parts:
                amounts = {flat(belopp(value)) for value in (stated, sum(parts), abs(stated - sum(parts)))}
                rows = [
                    row
                    for row in site[addresses.budget(year.år)].table("Dokumentet anger", "Raderna blir")
                    if amounts <= set(row)
                ]
                assert rows, (year.år, field)


def test_budget_table_has_each_line_with_budget_and_outcome(site: Site, samling: Samling) -> None:
    for year in samling.årgångar.values():
        if not year.budget:
            continue
        rows = {row[0]: row for row in site[addresses.budget(year.år)].table("Budget", "Utfall")}
        for line in year.budget.innehåll.rader:
            shown = [SAKNAS if value is None else flat(belopp(value)) for value in (line.budget, line.utfall)]
            assert rows[line.titel][1:3] == shown, (year.år, line.id)


def test_budgets_stand_side_by_side_over_the_years(site: Site, samling: Samling) -> None:
    page = site[addresses.BUDGET]
    for year in samling.årgångar.values():
        if year.budget:
            assert addresses.budget(year.år) in page.links
            lines: list[Budgetrad | Budgetsumma] = [*year.budget.innehåll.rader, year.budget.innehåll.summa]
            for line in lines:
                rows = page.table(str(year.år))
                row = next((row for row in rows if row[0] == line.titel), rows[-1])
                shown = [flat(belopp(round(value, 0))) for value in (line.budget, line.utfall) if value is not None]
                assert not [amount for amount in shown if amount not in row], (year.år, line.titel)


def test_goals_show_their_rating_in_each_of_three_periods(site: Site, samling: Samling) -> None:
    rated = [
        (year, goal)
        for year in samling.årgångar.values()
        if year.mål
        for goal in year.mål.innehåll.mål
        if goal.uppföljning
    ]
    assert rated
    page = site[addresses.MÅL]
    for year, goal in rated:
        assert year.mål
        assert goal.uppföljning
        ratings = {t.period: t.värdering for t in goal.uppföljning.tidigare} | {
            year.mål.innehåll.period: goal.uppföljning.värdering
        }
        assert len(ratings) >= 3, goal.id
        heads = page.table("Mål", "Område")[0]
        row = next(row for row in goal_rows(page) if row[0] == goal.titel)
        for period, rating in ratings.items():
            assert row[heads.index(period.replace("-", "–"))] == (str(rating) if rating else "–"), (goal.id, period)


def test_comparison_shows_days_and_their_change(site: Site, samling: Samling, graf: Graf) -> None:
    years = list(samling.årgångar.values())
    for first, second in itertools.pairwise(years):
        rows = site[addresses.jämförelse(first.år, second.år)].table(f"Dagar {first.år}", f"Dagar {second.år}")
        for activity in second.aktiviteter.values():
            for step in graf.bygger_på(activity.ref):
                before, after = step.från.plan.innehåll.dagar, activity.plan.innehåll.dagar
                if step.typ is Relation.FORTSÄTTER and before is not None and after is not None:
                    change = after - before
                    sign = "+" if change > 0 else "±" if change == 0 else ""
                    cells = next(row for row in rows if row[0].startswith(activity.titel))
                    assert not {flat(dagar(before)), flat(dagar(after)), sign + tal(change)} - set(cells), activity.ref


def test_abbreviation_is_explained_where_it_first_stands(site: Site, samling: Samling) -> None:
    meaning = samling.webbplats.innehåll.långt_namn.casefold()
    unexplained, seen = [], 0
    for page in site.generated:
        # A name that is a link is explained where the link leads.
        texts = [flat(p.text()) for p in page.main.css("p") if p.css_first("a") is None]
        if any("RUS" in text.split() for text in texts):
            seen += 1
            if not any(meaning in (abbr.attributes.get("title") or "").casefold() for abbr in page.main.css("abbr")):
                unexplained.append(page)
    assert seen
    assert not unexplained


def test_unknown_is_told_and_never_counted_as_no(site: Site, samling: Samling) -> None:
    for year in samling.årgångar.values():
        page = site[addresses.plan(year.år)]
        rows = {row[0]: row for row in page.table("Prioriterade", "Arbetstid")}
        head = page.table("Prioriterade", "Arbetstid")[0]
        column = next((i for i, title in enumerate(head) if "insatser" in title.replace("\u00ad", "")), None)
        if column is None:
            assert "Källan säger inget om det här: utvecklingsinsatser" in page.text
            continue
        for area in year.plan.innehåll.områden:
            kinds = [a.plan.innehåll.utvecklingsinsats for a in year.in_area(area.id)]
            cell = rows[samling_title(samling, area.id)][column]
            assert ("saknas" in cell.casefold()) == (Utvecklingsinsats.OKÄNT in kinds), (year.år, area.id, cell)


def test_year_without_report_is_unknown_and_not_failed(site: Site, samling: Samling) -> None:
    silent = [year for year in samling.årgångar.values() if not any(a.utfall for a in year.aktiviteter.values())]
    assert silent
    for year in silent:
        page = site[addresses.uppföljning(year.år)]
        assert "finns inte här" in page.text or "inte uppföljd" in page.text
        assert labels.STATUS[Status.EJ].text not in page.text, page
        for activity in in_force(tuple(year.aktiviteter.values())):
            assert labels.STATUS[Status.EJ].text not in page_of(site, activity).section("Utfall").text, activity.ref
            why = labels.STÄLLNING[Ställning.INTE_HÄR if year.berättelse else Ställning.INTE_UPPFÖLJD]
            assert why.text in page_of(site, activity).section("Utfall").text, activity.ref


def test_amount_that_the_source_does_not_tell_is_not_shown_as_zero(site: Site, samling: Samling) -> None:
    for year in samling.årgångar.values():
        rows = {row[0]: row for row in site[addresses.budget(year.år)].table("Budget", "Utfall")}
        for line in year.budget.innehåll.rader if year.budget else ():
            for column, value in enumerate((line.budget, line.utfall), 1):
                assert (rows[line.titel][column] == SAKNAS) == (value is None), (year.år, line.id)


def without_days(samling: Samling, activity: Årsaktivitet) -> Samling:
    """The collection as it would be if the source were silent about the working days of one activity."""
    silent = replace(activity.plan, innehåll=activity.plan.innehåll.model_copy(update={"dagar": None}))
    year = samling.årgångar[activity.år]
    changed = replace(year, aktiviteter={**year.aktiviteter, activity.id: replace(activity, plan=silent)})
    return replace(samling, årgångar={**samling.årgångar, year.år: changed})


def test_sum_of_days_says_so_when_the_days_of_an_activity_are_unknown(samling: Samling) -> None:
    activity = next(activities(samling))
    changed = without_days(samling, activity)
    html = Makron(Sajt(samling=changed), Renderer(changed), addresses.plan(activity.år)).verksamhetsplan(activity.år)
    rows = [
        [flat(cell.text()) for cell in row.css("th, td")] for row in LexborHTMLParser(html).css("table")[0].css("tr")
    ]
    column = rows[0].index("Arbetstid")
    area = next(row for row in rows if row[0] == samling_title(samling, activity.plan.innehåll.område))
    assert "saknas" in area[column], "the days of the others stand as if they were all"
    assert "saknas" in rows[-1][column], "the days of the others stand as if they were all"


def test_addresses_that_newsletters_have_led_to_are_registered(samling: Samling) -> None:
    assert {"/aktiviteter/2025/kulturmiljo/", "/planer/2024/"} <= set(samling.permalänkar.innehåll.adresser)

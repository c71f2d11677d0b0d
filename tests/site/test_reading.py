"""What a reader asks of the site, answered from data/: each fact on its page, and a way from each page to its neighbours."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from rusplan.data.collection import Samling, Årgång, Årsaktivitet
from rusplan.data.model import Aktivitet, Budgetrad, Budgetsumma, Relation, Status, Ställning, Utfall, Utvecklingsinsats
from rusplan.data.reader import Fil
from rusplan.data.references import Graf, all_mentions
from rusplan.data.revised import in_force
from rusplan.data.walk import parts_of
from rusplan.macros import Makron
from rusplan.render.renderer import Renderer
from rusplan.site import addresses
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import belopp, dagar, tal
from rusplan.swedish.labels import SAKNAS
from selectolax.lexbor import LexborHTMLParser

from tests.built import Page, Site, flat
from tests.site.facts import Fact, facts_of, files_of, items_of

KINDS = tuple(dict.fromkeys((*Aktivitet.model_fields, *Utfall.model_fields)))
# Fields of a year that is written here, which other tests hold until data has one.
WRITTEN_HERE = {"avstämningar", "samma_som_förra_året", "tillkom", "ändringar", "utgår", "rättelser"}
YEAR_FILES: dict[str, Callable[[int], str]] = {
    "plan": addresses.plan, "berättelse": addresses.uppföljning, "mål": addresses.mål, "budget": addresses.budget,
}  # fmt: skip


def activities(samling: Samling) -> Iterator[Årsaktivitet]:
    """Every activity of every year."""
    yield from samling.aktiviteter.values()


def page_of(site: Site, activity: Årsaktivitet) -> Page:
    """The page of an activity in a year."""
    return site[addresses.aktivitet(activity)]


def partners_of(activity: Årsaktivitet) -> set[str]:
    """Every organisation that the activity's files name."""
    return {
        name for file in files_of(activity) for loc, part in parts_of(file.innehåll) for name in getattr(part, "samverkan", ())
        if "före" not in loc
    }  # fmt: skip


def missing_facts(page: Page, facts: list[Fact]) -> list[tuple[Page, Fact]]:
    """The facts that do not stand in the page's article."""
    return [(page, fact) for fact in facts if not fact.is_in(page.text, page.links)]


def goal_rows(page: Page) -> list[list[str]]:
    """The table of ratings, without its heads."""
    return page.table("Mål", "Område")[1:]


# ---------------------------------------------------------------- activities


def test_every_activity_is_two_clicks_from_the_start_page(site: Site, samling: Samling) -> None:
    first = site[""].all_links
    second = {link for address in first if address in site for link in site[address].all_links}
    assert not {addresses.aktivitet(a) for a in activities(samling)} - first - second


def test_every_activity_is_linked_from_its_plan_and_its_area_and_the_index(site: Site, samling: Samling) -> None:
    for activity in activities(samling):
        ways = addresses.plan(activity.år), addresses.område(activity.plan.innehåll.område), addresses.AKTIVITETER
        assert not [way for way in ways if addresses.aktivitet(activity) not in site[way].links], activity.ref


def test_plan_has_its_activities_in_the_order_of_the_document(site: Site, samling: Samling) -> None:
    for year in samling.årgångar.values():
        page = site[addresses.plan(year.år)]
        hrefs = [page.address_of(a) for a in page.main.css("th a")]
        own = {addresses.aktivitet(a) for a in year.aktiviteter.values()}
        assert [href for href in hrefs if href in own] == [addresses.aktivitet(a) for a in year.aktiviteter.values()]


@pytest.mark.parametrize("kind", KINDS)
def test_each_fact_of_an_activity_stands_on_its_page(kind: str, site: Site, samling: Samling) -> None:
    missing = []
    for activity in activities(samling):
        facts = [
            fact for file in files_of(activity) for fact in facts_of(samling, file, activity.år) if fact.field == kind
        ]
        missing += missing_facts(page_of(site, activity), facts)
    assert not missing


def test_model_fields_are_all_used_by_some_activity(samling: Samling) -> None:
    told = {
        fact.field
        for activity in activities(samling)
        for file in files_of(activity)
        for fact in facts_of(samling, file, activity.år)
    }
    assert set(KINDS) - told - WRITTEN_HERE == set(), "a field that no activity uses is not tested above"


def test_facts_of_one_event_publication_deviation_note_or_point_stand_together(site: Site, samling: Samling) -> None:
    apart = []
    for activity in activities(samling):
        blocks = page_of(site, activity).blocks
        for file in files_of(activity):
            for place, facts in items_of(list(facts_of(samling, file, activity.år))).items():
                if not any(all(fact.is_in(block.text, block.links) for fact in facts) for block in blocks):
                    apart.append((file.namn, place))
    assert not apart


def test_activity_tells_its_facts_at_a_glance(site: Site, samling: Samling) -> None:
    for activity in activities(samling):
        page, plan = page_of(site, activity), activity.plan.innehåll
        assert page.h1.startswith(plan.titel), page
        first = page.main.css_first("dl")
        assert first is not None, page
        rows = {flat(dt.text()): flat(dd.text()) for dt, dd in zip(first.css("dt"), first.css("dd"), strict=True)}
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
        }
        assert not wrong, page


def test_deviations_have_a_heading_of_their_own(site: Site, samling: Samling) -> None:
    for activity in activities(samling):
        if activity.utfall and activity.utfall.innehåll.avvikelser:
            section = page_of(site, activity).section("Avvikelser")
            facts = [fact for fact in facts_of(samling, activity.utfall, activity.år) if fact.field == "avvikelser"]
            assert not [fact for fact in facts if not fact.is_in(section.text, section.links)], activity.ref


def plan_title(samling: Samling, activity: Årsaktivitet) -> str:
    """What is planned is called so only where the plan itself is at hand."""
    at_hand = samling.årgångar[activity.år].plan.innehåll.dokument.tillgänglig == "ja"
    return "Planerat" if at_hand else "Vad aktiviteten gäller"


def test_planned_and_done_stand_under_their_own_headings(site: Site, samling: Samling) -> None:
    for activity in activities(samling):
        page = page_of(site, activity)
        for file, title, fields in (
            (
                activity.plan,
                plan_title(samling, activity),
                {"sammanfattning", "insatser", "händelser", "publikationer"},
            ),
            (
                activity.utfall,
                "Utfall",
                {"sammanfattning", "skäl", "arbetstid", "resultat", "händelser", "publikationer"},
            ),
        ):
            if file:
                section = page.section(title)
                facts = [fact for fact in facts_of(samling, file, activity.år) if fact.field in fields]
                assert not [fact for fact in facts if not fact.is_in(section.text, section.links)], (page, title)


# ---------------------------------------------------------------- years


@pytest.mark.parametrize("kind", YEAR_FILES)
def test_each_fact_of_a_document_stands_on_its_page(kind: str, site: Site, samling: Samling) -> None:
    missing = []
    for year in samling.årgångar.values():
        file = getattr(year, kind)
        if file:
            missing += missing_facts(site[YEAR_FILES[kind](year.år)], list(facts_of(samling, file, year.år)))
    assert not missing


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


def test_report_lists_every_activity_under_its_status(site: Site, samling: Samling) -> None:
    for year in samling.årgångar.values():
        page = site[addresses.uppföljning(year.år)]
        for activity in in_force(tuple(year.aktiviteter.values())) if year.berättelse else ():
            status = labels.STÄLLNING[year.ställning(activity)]
            assert addresses.aktivitet(activity) in page.section(status.text).links, activity.ref


def test_report_counts_each_status(site: Site, samling: Samling) -> None:
    for year in samling.årgångar.values():
        if not any(a.utfall for a in year.aktiviteter.values()):
            continue
        head, *rows = site[addresses.uppföljning(year.år)].table("Område", "Alla")
        for column, title in list(enumerate(head))[1:-1]:
            counted = sum(labels.STÄLLNING[year.ställning(a)].text in title for a in year.aktiviteter.values())
            assert rows[-1][column] == str(counted), (year.år, title)


def test_every_deviation_stands_on_the_report(site: Site, samling: Samling) -> None:
    for year in samling.årgångar.values():
        blocks = site[addresses.uppföljning(year.år)].blocks
        for activity in year.aktiviteter.values():
            for deviation in activity.utfall.innehåll.avvikelser if activity.utfall else ():
                text, link = flat(deviation.text), addresses.aktivitet(activity)
                assert any(text in block.text and link in block.links for block in blocks), (activity.ref, text)


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


# ---------------------------------------------------------------- money and goals


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
                shown = [flat(belopp(value)) for value in (line.budget, line.utfall) if value is not None]
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


def test_every_goal_has_a_section_with_its_ratings_on_the_page_of_its_year(site: Site, samling: Samling) -> None:
    for year in samling.årgångar.values():
        for goal in year.mål.innehåll.mål if year.mål else ():
            section = site[addresses.mål(year.år)].section(goal.titel)
            assert flat(goal.text) in section.text, (year.år, goal.id)
            for earlier in goal.uppföljning.tidigare if goal.uppföljning else ():
                assert earlier.period.replace("-", "–") in section.text, (year.år, goal.id)


# ---------------------------------------------------------------- references between years


def test_every_step_between_years_shows_at_both_ends(site: Site, samling: Samling, graf: Graf) -> None:
    for activity in activities(samling):
        for step in graf.bygger_på(activity.ref):
            older, newer = page_of(site, step.från), page_of(site, step.till)
            for here, there, title in ((newer, older, "Bygger på"), (older, newer, "Fortsätter i")):
                section = here.section(title)
                assert there.address in section.links, (here, there)
                told = labels.RELATION[step.typ], labels.ground(step.grund), flat(step.text or "")
                assert not [text for text in told if text.casefold() not in section.text.casefold()], (here, there)


def test_older_page_carries_a_banner_to_its_successor(site: Site, samling: Samling, graf: Graf) -> None:
    for activity in activities(samling):
        opening, onward = page_of(site, activity).opening, graf.fortsätter_i(activity.ref)
        assert {link for link in opening.links if link.startswith("aktiviteter/2")} == {
            addresses.aktivitet(s.till) for s in onward
        }, activity.ref
        if end := activity.plan.innehåll.upphör:
            assert flat(end.text) in opening.text, activity.ref


def test_new_and_ended_activities_tell_why(site: Site, samling: Samling) -> None:
    told = [(a, a.plan.innehåll.ny, "Bygger på") for a in activities(samling)] + [
        (a, a.plan.innehåll.upphör, "Fortsätter i") for a in activities(samling)
    ]
    for activity, why, title in told:
        if why:
            text = page_of(site, activity).section(title).text
            assert flat(why.text) in text, activity.ref
            assert labels.ground(why.grund).casefold() in text.casefold(), (activity.ref, "the ground is not told")


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (Relation.NAMNBYTE, "Nytt namn"), (Relation.SAMMANSLAGNING, "Sammanslagna"), (Relation.UPPDELNING, "Uppdelade"),
        (Relation.ÖVERTAGANDE, "Övertagna"), (Relation.AVKNOPPNING, "Nya aktiviteter"), (None, "Nya aktiviteter"), (None, "Avslutade aktiviteter"),
    ],
)  # fmt: skip
def test_comparison_lists_each_change_under_its_heading(
    kind: Relation | None, title: str, site: Site, samling: Samling, graf: Graf
) -> None:
    years = list(samling.årgångar.values())
    for first, second in itertools.pairwise(years):
        section = site[addresses.jämförelse(first.år, second.år)].section(title)
        assert section.title == title
        steps = [s for a in second.aktiviteter.values() for s in graf.bygger_på(a.ref)]
        wanted = {addresses.aktivitet(end) for s in steps if s.typ is kind for end in (s.från, s.till)}
        if title == "Nya aktiviteter":
            wanted |= {addresses.aktivitet(a) for a in second.aktiviteter.values() if a.plan.innehåll.ny}
            wanted |= {
                addresses.aktivitet(end) for s in steps if s.typ is Relation.AVKNOPPNING for end in (s.från, s.till)
            }
        if title == "Avslutade aktiviteter":
            wanted = {addresses.aktivitet(a) for a in first.aktiviteter.values() if a.plan.innehåll.upphör}
        assert {link for link in section.links if link.startswith("aktiviteter/")} == wanted


def test_comparison_has_every_activity_of_both_years(site: Site, samling: Samling) -> None:
    years = list(samling.årgångar.values())
    for first, second in itertools.pairwise(years):
        page = site[addresses.jämförelse(first.år, second.år)]
        assert not {addresses.aktivitet(a) for year in (first, second) for a in year.aktiviteter.values()} - page.links


def test_comparison_shows_days_and_their_change(site: Site, samling: Samling, graf: Graf) -> None:
    years = list(samling.årgångar.values())
    for first, second in itertools.pairwise(years):
        rows = site[addresses.jämförelse(first.år, second.år)].table(f"Arbetstid {first.år}", f"Arbetstid {second.år}")
        for activity in second.aktiviteter.values():
            for step in graf.bygger_på(activity.ref):
                before, after = step.från.plan.innehåll.dagar, activity.plan.innehåll.dagar
                if step.typ is Relation.FORTSÄTTER and before is not None and after is not None:
                    change = after - before
                    sign = "+" if change > 0 else "±" if change == 0 else ""
                    cells = next(row for row in rows if row[0] == step.från.titel and activity.titel in row[1])
                    assert not {flat(dagar(before)), flat(dagar(after)), sign + tal(change)} - set(cells), activity.ref


def test_reference_in_a_text_is_a_link_to_what_it_points_at_and_back(site: Site, samling: Samling) -> None:
    lost = []
    for mention in all_mentions(samling):
        year, _, name = mention.källa.namn.removeprefix("data/").partition("/")
        if mention.aktivitet:
            here = addresses.aktivitet(mention.aktivitet)
        else:
            here = {
                "plan": addresses.plan,
                "berattelse": addresses.uppföljning,
                "mal": addresses.mål,
                "budget": addresses.budget,
            }[name.removesuffix(".yml")](int(year))
        there, text = addresses.target(samling, mention.hänvisning.till), flat(mention.hänvisning.text)
        if there is None:
            found = any(text in block.text and mention.hänvisning.till in block.text for block in site[here].blocks)
        else:
            back = site[there].section("Nämns i")
            found = (
                here in back.links
                and text in back.text
                and any(text in block.text and there in block.links for block in site[here].blocks)
            )
        if not found:
            lost.append((here, mention.hänvisning.till, text))
    assert not lost


def test_lifeline_has_a_named_picture_and_the_same_as_a_list(site: Site, samling: Samling, graf: Graf) -> None:
    for name in {a.id for a in activities(samling)}:
        page = site[addresses.spår(name)]
        newest = max((a for a in activities(samling) if a.id == name), key=lambda a: a.år)
        line = graf.livslinje(newest.ref)
        picture = page.main.css_first("svg[role=img]")
        assert picture is not None, page
        title, description = picture.css_first("title"), picture.css_first("desc")
        assert title is not None, page
        assert description is not None, page
        assert flat(title.text()), page
        listed = {page.address_of(a) for a in page.main.css("ol li a")}
        drawn = "".join(flat(text.text()) for text in picture.css("text")).replace(" ", "")
        for activity in line:
            assert addresses.aktivitet(activity) in listed, (page, activity.ref)
            assert activity.titel.replace(" ", "")[:60] in drawn, (page, activity.ref)
        for step in graf.steg(line):
            assert not [t for t in (step.från.titel, step.till.titel) if flat(t) not in flat(description.text())], page
            assert labels.ground(step.grund) in page.section("Livslinjen som lista").text, page


def test_lifeline_always_leads_to_the_newest_year(site: Site, samling: Samling, graf: Graf) -> None:
    for name in {a.id for a in activities(samling)}:
        page = site[addresses.spår(name)]
        newest = max((a for a in activities(samling) if a.id == name), key=lambda a: a.år)
        last = max(graf.livslinje(newest.ref), key=lambda a: a.år).år
        assert {link.split("/")[1] for link in page.opening.links if link.startswith("aktiviteter/2")} == {str(last)}, (
            page
        )


# ---------------------------------------------------------------- organisations, events, publications, sources


def test_organisation_lists_every_activity_it_takes_part_in(site: Site, samling: Samling) -> None:
    for name in samling.organisationer:
        wanted = {addresses.aktivitet(a) for a in activities(samling) if name in partners_of(a)}
        assert not wanted - site[addresses.organisation(name)].links, name
        assert {
            link for link in site[addresses.organisation(name)].links if link.startswith("aktiviteter/2")
        } == wanted, name


def test_each_fact_of_an_organisation_stands_on_its_page(site: Site, samling: Samling) -> None:
    missing = []
    for index, organisation in enumerate(samling.samverkan.innehåll.organisationer):
        facts = [f for f in facts_of(samling, samling.samverkan) if f.loc[:2] == ("organisationer", index)]
        missing += missing_facts(site[addresses.organisation(organisation.id)], facts)
    assert not missing


def test_overview_of_organisations_lists_them_all(site: Site, samling: Samling) -> None:
    assert not {addresses.organisation(name) for name in samling.organisationer} - site[addresses.SAMVERKAN].links


def test_glossary_explains_every_term(site: Site, samling: Samling) -> None:
    assert not missing_facts(site[addresses.ORDLISTA], list(facts_of(samling, samling.ordlista)))


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


@pytest.mark.parametrize(
    ("field", "address"), [("händelser", addresses.HÄNDELSER), ("publikationer", addresses.PUBLIKATIONER)]
)
def test_overview_has_every_event_and_publication_with_its_activity(
    field: str, address: str, site: Site, samling: Samling
) -> None:
    missing = []
    for activity in activities(samling):
        shown = files_of(activity)[-1:] if field == "händelser" else files_of(activity)
        for file in shown:
            facts = [fact for fact in facts_of(samling, file, activity.år) if fact.field == field]
            for place, item in items_of(facts).items():
                link = addresses.aktivitet(activity)
                if len(place) == 2 and not any(
                    link in b.links and all(f.is_in(b.text, b.links) for f in item) for b in site[address].blocks
                ):
                    missing.append((file.namn, place))
    assert not missing


def test_every_editorial_note_is_gathered_on_the_page_of_sources(site: Site, samling: Samling) -> None:
    page, missing, count = site[addresses.KÄLLOR], [], 0
    for file, here in all_files(samling):
        for loc, part in parts_of(file.innehåll):
            for note in getattr(part, "anmärkningar", ()):
                count += 1
                told = [flat(note.citat or ""), *map(flat, note.text.split("\n\n"))]
                address = here or addresses.organisation(part.id)  # type: ignore[attr-defined]
                if not any(
                    address in block.links and all(text in block.text for text in told) for block in page.blocks
                ):
                    missing.append((file.namn, loc))
    assert not missing
    assert flat(tal(count)) in page.section("Redaktionella anmärkningar").text.split()


def all_files(samling: Samling) -> Iterator[tuple[Fil[Any], str]]:
    """Every data file that can hold notes, with the address of its page; organisations have one each."""
    for year in samling.årgångar.values():
        for kind, address in YEAR_FILES.items():
            if file := getattr(year, kind):
                yield file, address(year.år)
        for activity in year.aktiviteter.values():
            for part in files_of(activity):
                yield part, addresses.aktivitet(activity)
    yield samling.samverkan, ""


def test_every_source_document_is_described_with_its_gaps(site: Site, samling: Samling) -> None:
    page = site[addresses.KÄLLOR]
    for name, (file, document) in samling.dokument.items():
        assert name in page.ids
        section = page.section(document.titel)
        year = int(file.namn.split("/")[1])
        facts = [fact for fact in facts_of(samling, file, year) if fact.field == "dokument" and "typ" not in fact.loc]
        assert not [fact for fact in facts if not fact.is_in(section.text, section.links)], name


# ---------------------------------------------------------------- what is unknown


def test_unknown_is_told_and_never_counted_as_no(site: Site, samling: Samling) -> None:
    for year in samling.årgångar.values():
        page = site[addresses.plan(year.år)]
        rows = {row[0]: row for row in page.table("Prioriterade", "Arbetstid")}
        head = page.table("Prioriterade", "Arbetstid")[0]
        column = next(i for i, title in enumerate(head) if "insatser" in title.replace("\u00ad", ""))
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


# ---------------------------------------------------------------- no dead ends


def neighbours(samling: Samling, graf: Graf, activity: Årsaktivitet) -> set[str]:
    """Where a reader of an activity wants to go next."""
    plan, year = activity.plan.innehåll, samling.årgångar[activity.år]
    ordered = list(year.aktiviteter.values())
    here = ordered.index(activity)
    beside = [*ordered[max(here - 1, 0) : here], *ordered[here + 1 : here + 2]]
    steps = [s.från for s in graf.bygger_på(activity.ref)] + [s.till for s in graf.fortsätter_i(activity.ref)]
    return (
        {
            addresses.plan(activity.år),
            addresses.uppföljning(activity.år),
            addresses.område(plan.område),
            addresses.spår(activity.id),
        }
        | {addresses.organisation(name) for name in partners_of(activity)}
        | {addresses.aktivitet(other) for other in (*beside, *steps)}
        | {addresses.dokument(file.innehåll.källa.dokument) for file in files_of(activity)}
    )


def test_activity_leads_to_its_year_area_organisations_and_neighbours(site: Site, samling: Samling, graf: Graf) -> None:
    lost = {a.ref: gone for a in activities(samling) if (gone := neighbours(samling, graf, a) - page_of(site, a).links)}
    assert not lost


def test_area_leads_to_each_of_its_years(site: Site, samling: Samling) -> None:
    for year in samling.årgångar.values():
        for area in year.plan.innehåll.områden:
            wanted = {addresses.plan(year.år), addresses.uppföljning(year.år)} | {
                addresses.aktivitet(a) for a in year.in_area(area.id)
            }
            assert not wanted - site[addresses.område(area.id)].links, area.id


def test_pages_of_a_year_lead_to_each_other(site: Site, samling: Samling) -> None:
    for year in samling.årgångar.values():
        pages = {addresses.plan(year.år), addresses.uppföljning(year.år)} | comparisons(samling, year)
        pages |= {addresses.mål(year.år)} if year.mål else set()
        pages |= {addresses.budget(year.år)} if year.budget else set()
        for here in pages - comparisons(samling, year):
            assert not pages - {here} - site[here].links, here
        for here in comparisons(samling, year):
            assert not {addresses.plan(year.år), addresses.uppföljning(year.år)} - site[here].links, here


def comparisons(samling: Samling, year: Årgång) -> set[str]:
    """The comparisons of a year with the ones beside it."""
    years = list(samling.årgångar)
    return {addresses.jämförelse(*pair) for pair in itertools.pairwise(years) if year.år in pair}


def test_no_generated_page_is_a_dead_end(site: Site) -> None:
    assert not [page for page in site.generated if not {link.partition("#")[0] for link in page.links} - {page.address}]


def test_generated_page_leads_up_to_its_overview(site: Site) -> None:
    lost = []
    for page in site.generated:
        overview = page.address.split("/")[0] + "/"
        body = page.tree.css_first("nav[aria-label='Du är här']")
        found = {page.address_of(a) for a in body.css("a")} if body else set()
        if not {"", overview} <= found:
            lost.append((page, found))
    assert not lost

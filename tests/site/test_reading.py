"""What a reader asks of the site, answered from data/: each fact on its page, and a way from each page to its neighbours."""

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from rusplan.data.collection import Samling
from rusplan.data.model import Aktivitet, Relation, Utfall
from rusplan.data.reader import Fil
from rusplan.data.references import Graf, all_mentions
from rusplan.data.revised import in_force
from rusplan.data.walk import parts_of
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.site import addresses
from rusplan.swedish import labels
from rusplan.swedish.formatting import tal
from selectolax.lexbor import LexborNode

from tests.built import Page, Site, flat
from tests.site.facts import Fact, facts_of, files_of, items_of, shown_files_of

KINDS = tuple(dict.fromkeys((*Aktivitet.model_fields, *Utfall.model_fields)))
# Fields of a year that is written here, which other tests hold until data has one.
WRITTEN_HERE = {"avstämningar", "samma_som_förra_året", "tillkom", "ändringar", "utgår", "rättelser"}
# What the two documents that were read in do not tell.
OF_OTHERS = {"ansvar", "kontakt", "indikatorer", "löpande", "mål", "slut", "start"}
YEAR_FILES: dict[str, Callable[[str], str]] = {
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
    return {task.organisation for task in activity.plan.innehåll.ansvar} | {
        name for file in files_of(activity) for loc, part in parts_of(file.innehåll) for name in getattr(part, "samverkan", ())
        if "före" not in loc
    }  # fmt: skip


def missing_facts(page: Page, facts: list[Fact]) -> list[tuple[Page, Fact]]:
    """The facts that do not stand in the page's article."""
    return [(page, fact) for fact in facts if not fact.is_in(page.text, page.links)]


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
            fact
            for file in shown_files_of(activity)
            for fact in facts_of(samling, file, activity.år)
            if fact.field == kind
        ]
        missing += missing_facts(page_of(site, activity), facts)
    assert not missing


def test_facts_of_one_event_publication_deviation_note_or_point_stand_together(site: Site, samling: Samling) -> None:
    apart = []
    for activity in activities(samling):
        blocks = page_of(site, activity).blocks
        for file in shown_files_of(activity):
            for place, facts in items_of(list(facts_of(samling, file, activity.år))).items():
                if not any(all(fact.is_in(block.text, block.links) for fact in facts) for block in blocks):
                    apart.append((file.namn, place))
    assert not apart


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
    both = {"händelser", "publikationer"}
    for activity in activities(samling):
        page = page_of(site, activity)
        planned, done = page.section(plan_title(samling, activity)), page.section("Utfall")
        # What the outcome tells of once more stands there alone.
        for file, section, fields in (
            (activity.plan, planned, {"sammanfattning", "insatser"}),
            (activity.utfall, done, {"sammanfattning", "skäl", "arbetstid", "resultat"} | both),
        ):
            facts = [fact for fact in facts_of(samling, file, activity.år) if fact.field in fields] if file else []
            assert not [fact for fact in facts if not fact.is_in(section.text, section.links)], (page, section.title)
        plan = shown_files_of(activity)[0]
        once = [fact for fact in facts_of(samling, plan, activity.år) if fact.field in both]
        assert not [f for f in once if not any(f.is_in(part.text, part.links) for part in (planned, done))], page


# ---------------------------------------------------------------- years


@pytest.mark.parametrize("kind", YEAR_FILES)
def test_each_fact_of_a_document_stands_on_its_page(kind: str, site: Site, samling: Samling) -> None:
    missing = []
    for year in samling.årgångar.values():
        file = getattr(year, kind)
        if file:
            # What a document is called says what kind it is, in the organisation's own words.
            facts = [fact for fact in facts_of(samling, file, year.år) if fact.loc != ("dokument", "typ")]
            missing += missing_facts(site[YEAR_FILES[kind](year.år)], facts)
    assert not missing


def test_each_fact_of_the_report_of_one_year_of_a_longer_period_stands_on_its_page(
    site: Site, samling: Samling
) -> None:
    missing = []
    for year in samling.årgångar.values():
        for number, file in year.delberättelser.items():
            facts = [fact for fact in facts_of(samling, file, year.år) if fact.loc != ("dokument", "typ")]
            missing += missing_facts(site[addresses.uppföljning(year.år, number)], facts)
    assert not missing


def test_report_lists_every_activity_under_its_status(site: Site, samling: Samling) -> None:
    for year in samling.årgångar.values():
        page = site[addresses.uppföljning(year.år)]
        for activity in in_force(tuple(year.aktiviteter.values())) if year.berättelse else ():
            status = labels.STÄLLNING[year.ställning(activity)]
            assert addresses.aktivitet(activity) in page.section(status.text).links, activity.ref


def test_every_deviation_stands_on_the_report(site: Site, samling: Samling) -> None:
    for year in samling.årgångar.values():
        blocks = site[addresses.uppföljning(year.år)].blocks
        for activity in year.aktiviteter.values():
            for deviation in activity.utfall.innehåll.avvikelser if activity.utfall else ():
                text, link = flat(deviation.text), addresses.aktivitet(activity)
                assert any(text in block.text and link in block.links for block in blocks), (activity.ref, text)


# ---------------------------------------------------------------- money and goals


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
        elsewhere = {link for link in opening.links if not link.startswith(addresses.aktivitet(activity))}
        assert {link for link in elsewhere if link.startswith("aktiviteter/2")} == {
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
            }[name.removesuffix(".yml")](year)
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


def test_lifeline_is_a_list_and_where_it_parts_or_meets_a_named_picture_too(
    site: Site, samling: Samling, graf: Graf
) -> None:
    for name in {a.id for a in activities(samling)}:
        page = site[addresses.spår(name)]
        newest = max((a for a in activities(samling) if a.id == name), key=lambda a: a.år)
        line = graf.livslinje(newest.ref)
        straight = len({activity.år for activity in line}) == len(line)
        picture = page.main.css_first("svg[role=img]")
        assert (picture is None) is straight, page
        assert page.main.css_first("#bild") is not None, page
        listed = {page.address_of(a) for a in page.main.css("ol li a")}
        told = page.section("Livslinjen" if straight else "Livslinjen som lista").text
        for activity in line:
            assert addresses.aktivitet(activity) in listed, (page, activity.ref)
        for step in graf.steg(line):
            assert labels.ground(step.grund) in told, page
        if picture is not None:
            check_picture(page, picture, line, graf)


def check_picture(page: Page, picture: LexborNode, line: tuple[Årsaktivitet, ...], graf: Graf) -> None:
    """It has a title, tells of each step, and shows each activity."""
    title, description = picture.css_first("title"), picture.css_first("desc")
    assert title is not None, page
    assert description is not None, page
    assert flat(title.text()), page
    drawn = "".join(flat(text.text()) for text in picture.css("text")).replace(" ", "")
    for activity in line:
        assert activity.titel.replace(" ", "")[:60] in drawn, (page, activity.ref)
    for step in graf.steg(line):
        assert not [t for t in (step.från.titel, step.till.titel) if flat(t) not in flat(description.text())], page


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


@pytest.mark.parametrize(
    ("field", "address"), [("händelser", addresses.HÄNDELSER), ("publikationer", addresses.PUBLIKATIONER)]
)
def test_overview_has_every_event_and_publication_with_its_activity(
    field: str, address: str, site: Site, samling: Samling
) -> None:
    missing = []
    for activity in activities(samling):
        shown = files_of(activity)[-1:] if field == "händelser" else shown_files_of(activity)
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
    assert not count or flat(tal(count)) in page.section("Redaktionella anmärkningar").text.split()


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
        year = file.namn.split("/")[1]
        facts = [fact for fact in facts_of(samling, file, year) if fact.field == "dokument" and "typ" not in fact.loc]
        assert not [fact for fact in facts if not fact.is_in(section.text, section.links)], name


# ---------------------------------------------------------------- what is unknown


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
        | {addresses.dokument(file.innehåll.källa.dokument) for file in files_of(activity) if file.innehåll.källa}
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

"""What the pages of a plan, a report and an area reckon: days, flags and status. The figures stand in lillby.py."""

import re
from collections import Counter

import pytest
from rusplan.build.pages import generated_pages
from rusplan.data.model import Ställning
from rusplan.macros import Makron
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt
from rusplan.views import activity_page, area_page, plan_page, printout_page, report_page, sources_page, start_page
from rusplan.views.figures import figures
from rusplan.views.report_in_brief import how_many_as_planned
from rusplan.views.report_page import unknown_of
from rusplan.views.report_summary import report_summary
from selectolax.lexbor import LexborHTMLParser

from tests.built import flat
from tests.views.lillby import Changed, Fil, plain

# What holds a sentence or a cell, and what shows that a value is missing in the middle of one.
SENTENCES = "p, li, td, dd, caption, figcaption, desc, title, text"
BROKEN = re.compile(
    r"\b(?:och|har|på|om|till|är|av|i|med|från|blev) uppgift saknas|uppgift saknas (?!för|i källan|om)\w|\bNone\b|(?:^|\s)[.,;:](?:\s|$)|[,;]\.|\.\.(?!\.)|\(\s*\)",
    re.I,
)


@pytest.mark.parametrize(
    ("year", "count", "prioritised", "efforts", "days"),
    [
        (
            2024,
            "9 aktiviteter",
            "2 (uppgift saknas för 1 aktivitet)",
            "2 (och 1 delvis, uppgift saknas för 1 aktivitet)",
            "44 dagar (uppgift saknas för 1 aktivitet)",
        ),
        (
            2025,
            "10 aktiviteter",
            "2 (uppgift saknas för 1 aktivitet)",
            "3 (och 2 delvis, uppgift saknas för 2 aktiviteter)",
            "45 dagar (uppgift saknas för 1 aktivitet)",
        ),
    ],
)
def test_a_plan_counts_its_activities(
    lillby: Sajt, year: int, count: str, prioritised: str, efforts: str, days: str
) -> None:
    page = plan_page.plan_page(lillby, lillby.samling.årgångar[str(year)])
    assert tuple(map(plain, (page.antal, page.prioriterade, page.insatser, page.dagar_summa))) == (
        count, prioritised, efforts, days,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("year", "areas"),
    [
        (2024, [
            ("natur", "4 aktiviteter", "1 (uppgift saknas för 1 aktivitet)", "0 (och 1 delvis, uppgift saknas för 1 aktivitet)", "16 dagar (uppgift saknas för 1 aktivitet)", "16 dagar"),
            ("kultur", "5 aktiviteter", "1", "2", "28 dagar", "uppgift saknas"),
        ]),
        (2025, [
            ("natur", "3 aktiviteter", "1", "1 (uppgift saknas för 1 aktivitet)", "19,5 dagar", "19,5 dagar"),
            ("kultur", "5 aktiviteter", "1", "2 (och 2 delvis)", "19,5 dagar (uppgift saknas för 1 aktivitet)", "uppgift saknas"),
            ("skola", "2 aktiviteter", "0 (uppgift saknas för 1 aktivitet)", "0 (uppgift saknas för 1 aktivitet)", "6 dagar", "uppgift saknas"),
        ]),
    ],
)  # fmt: skip
def test_each_area_of_a_plan_counts_its_own(lillby: Sajt, year: int, areas: list[tuple[str, ...]]) -> None:
    page = plan_page.plan_page(lillby, lillby.samling.årgångar[str(year)])
    told = [(a.id, a.antal, a.prioriterade, a.insatser, a.dagar_summa, a.dagar_angivet) for a in page.områden]
    assert [tuple(map(plain, row)) for row in told] == areas
    assert all(area.dagar_stämmer for area in page.områden)


def test_where_no_activity_tells_there_is_no_count(changed: Changed) -> None:
    def nothing_is_known(files: dict[str, Fil]) -> None:
        for name in ("simskola", "lov"):
            del files[f"2025/aktiviteter/{name}.yml"]["dagar"]
            files[f"2025/aktiviteter/{name}.yml"] |= {"utvecklingsinsats": "okänt", "prioriterad": "okänt"}

    sajt = changed(nothing_is_known)
    area = plan_page.plan_page(sajt, sajt.samling.årgångar["2025"]).områden[2]
    assert {area.prioriterade, area.insatser, area.dagar_summa} == {"uppgift saknas"}
    assert plain(area.omfattning) == "2 aktiviteter. Uppgift om planerad arbetstid saknas."


@pytest.mark.parametrize(
    ("stated", "known", "told"),
    [
        (19.5, True, "Planerad arbetstid: 19,5 dagar enligt aktiviteterna, 19,5 dagar enligt dokumentet."),
        (None, True, "Planerad arbetstid: 19,5 dagar enligt aktiviteterna. Dokumentet anger ingen summa."),
        (19.5, False, "Planerad arbetstid: 19,5 dagar enligt dokumentet. Uppgift om aktiviteternas arbetstid saknas."),
        (None, False, "Uppgift om planerad arbetstid saknas."),
    ],
)
def test_a_report_tells_in_a_sentence_of_its_own_which_working_time_is_unknown(
    changed: Changed, stated: float | None, known: bool, told: str
) -> None:
    def leave_out(files: dict[str, Fil]) -> None:
        if stated is None:
            del files["2025/berattelse.yml"]["områden"][0]["dagar"]
        for name in () if known else ("sjoar", "skog", "park"):
            del files[f"2025/aktiviteter/{name}.yml"]["dagar"]

    sajt = changed(leave_out)
    page = report_page.report_page(sajt, sajt.samling.årgångar["2025"])
    assert page
    assert plain(page.områden[0].arbetstid) == told


def test_what_a_plan_that_is_not_at_hand_may_have_said_is_not_called_planned(changed: Changed) -> None:
    sajt = changed(lambda files: files["2025/plan.yml"]["dokument"].update(tillgänglig="nej"))
    for ref, title in (("2024/skog", "Planerat"), ("2025/skog", "Vad aktiviteten gäller")):
        page = activity_page.activity_page(sajt, sajt.samling.aktiviteter[ref])
        assert page.avsnitt[0] == ("planerat", title)
        html = Renderer(sajt.samling).render("sidor/aktivitet.html", f"aktiviteter/{ref}/", vy=page)
        assert f'<h2 id="planerat">{title}<' in html


def test_a_report_that_is_not_here_says_so_once(changed: Changed) -> None:
    def no_report(files: dict[str, Fil]) -> None:
        for name in [name for name in files if name.startswith("2025/utfall/")]:
            del files[name]
        files["2025/berattelse.yml"]["dokument"]["tillgänglig"] = "nej"

    sajt = changed(no_report)
    year, renderer = sajt.samling.årgångar["2025"], Renderer(sajt.samling)
    page = activity_page.activity_page(sajt, year.aktiviteter["skog"])
    assert page.utfall_saknas == "Verksamhetsberättelsen för 2025 finns inte här ännu. Därför vet vi inte hur det gick."
    address = "uppfoljning/2025/"
    whole = renderer.render("sidor/utskrift.html", f"{address}utskrift/", vy=printout_page.printed_report(sajt, year))
    for html in (Makron(sajt, renderer, address).uppfoljning(2025), whole):
        assert html.count("finns inte här ännu") == 1


def test_a_report_that_is_not_here_has_no_summary(changed: Changed) -> None:
    def no_report(files: dict[str, Fil]) -> None:
        files["2025/berattelse.yml"]["dokument"]["tillgänglig"] = "nej"

    for sajt, has in ((changed(lambda _: None), True), (changed(no_report), False)):
        assert ("uppfoljning/2025/sammanfattning/" in sajt.rutter) is has
        assert ("uppfoljning/2025/sammanfattning/" in Makron(sajt, Renderer(sajt.samling), "").uppfoljning(2025)) is has


def test_summary_tells_each_reason_in_a_line_and_leaves_out_what_the_report_has_not(changed: Changed) -> None:
    def told(files: dict[str, Fil]) -> None:
        del files["2025/budget.yml"]
        files["2025/utfall/skog.yml"] |= {"status": "ej", "skäl": "Pengarna tog slut. Sedan kom vintern."}

    sajt = changed(told)
    page = report_summary(sajt, sajt.samling.årgångar["2025"])
    assert page
    html = plain(
        Renderer(sajt.samling).render("sidor/sammanfattning.html", "uppfoljning/2025/sammanfattning/", vy=page)
    )
    assert "Skogen</a>: Pengarna tog slut.</li>" in html
    assert "vintern" not in html
    assert 'id="pengar"' not in html
    assert "pengar" not in dict(page.avsnitt)


def test_a_stated_sum_that_is_not_the_sum_is_told(changed: Changed) -> None:
    sajt = changed(lambda files: files["2025/plan.yml"]["områden"][0].update(dagar=19))
    page = plan_page.plan_page(sajt, sajt.samling.årgångar["2025"])
    assert [area.dagar_stämmer for area in page.områden] == [False, True, True]


def test_a_plan_keeps_the_documents_order(lillby: Sajt) -> None:
    page = plan_page.plan_page(lillby, lillby.samling.årgångar["2025"])
    told = [(a.id, h.titel, [card.titel.text for card in h.aktiviteter]) for a in page.områden for h in a.rubriker]
    assert told == [
        ("natur", None, ["Sjöarna", "Skogen", "Parken"]),
        ("kultur", "För alla", ["Museibutiken", "Museet", "Musiken"]),
        ("kultur", "I tryck", ["Ljudboken", "Barnboken"]),
        ("skola", None, ["Simskolan", "Lovet"]),
    ]
    assert page.dagar_angivet == "45\xa0dagar"
    assert [(s.organisation.text, s.roll, s.antal) for s in page.grupper[0].ledamöter] == [
        ("Åkeriet", "ordförande", "2"), ("Åkeriet", "ledamot", ""),
    ]  # fmt: skip


def test_a_report_counts_each_status_of_each_area(lillby: Sajt) -> None:
    """Som planerat: skog and musik; delvis: sjoar; ej: museum; unknown: lov, and the five without an outcome."""
    page = report_page.status_overview(lillby, lillby.samling.årgångar["2025"])
    assert [mark.text for mark in page.kolumner] == [
        "Genomförd som planerat", "Delvis genomförd", "Inte genomförd", "Uppgift saknas i källan",
    ]  # fmt: skip
    assert [(row.område.text, row.antal, row.summa) for row in page.rader] == [
        ("Natur", ("1", "1", "0", "1"), "3"),
        ("Kultur och musik", ("1", "0", "1", "3"), "5"),
        ("Skola", ("0", "0", "0", "2"), "2"),
    ]
    assert (page.summa, page.totalt) == (("2", "1", "1", "6"), "10")


def test_a_report_groups_the_activities_by_status(lillby: Sajt) -> None:
    page = report_page.status_overview(lillby, lillby.samling.årgångar["2025"])
    assert {group.ankare: [card.titel.text for card in group.aktiviteter] for group in page.grupper} == {
        "status-klar": ["Skogen", "Musiken"],
        "status-delvis": ["Sjöarna"],
        "status-ej": ["Museet"],
        "status-okant": ["Parken", "Museibutiken", "Ljudboken", "Barnboken", "Simskolan", "Lovet"],
    }
    assert report_page.status_overview(lillby, lillby.samling.årgångar["2025"], kort=False).grupper == ()


def test_a_report_gathers_what_did_not_turn_out_as_planned(lillby: Sajt) -> None:
    page = report_page.report_page(lillby, lillby.samling.årgångar["2025"])
    assert page
    assert [
        (group.aktivitet.text, one.typ, one.text, one.flyttad_till)
        for group in page.avvikelser
        for one in group.avvikelser
    ] == [
        ("Sjöarna", "Inte slutfört", "En sjö är kvar.", "Flyttat till 2026"),
        ("Museet", "Inte genomfört", "Taket läckte.", None),
        ("Museet", "Pausat", "Kartorna vilar.", None),
    ]
    assert [(a.titel, plain(a.dagar_angivet), plain(a.dagar_summa)) for a in page.områden] == [
        ("Natur", "19,5 dagar", "19,5 dagar")
    ]
    assert report_page.report_page(lillby, lillby.samling.årgångar["2024"]) is None


def test_status_counts_are_those_of_the_words(lillby: Sajt) -> None:
    year = lillby.samling.årgångar["2025"]
    assert report_page.status_counts(year, "natur") == {
        Ställning.SOM_PLANERAT: 1, Ställning.DELVIS: 1, Ställning.OKÄNT: 1,
    }  # fmt: skip
    assert report_page.status_counts(lillby.samling.årgångar["2024"]) == {Ställning.INTE_UPPFÖLJD: 9}


def test_an_area_is_told_over_the_years(lillby: Sajt) -> None:
    page = area_page.area_page(lillby, "kultur")
    assert page.titel == "Kultur och musik"
    assert [(y.år, y.titel, plain(y.omfattning)) for y in page.år] == [
        (
            "2025",
            "Kultur och musik",
            "5 aktiviteter och 19,5 dagar planerad arbetstid. Uppgift saknas för 1 aktivitet.",
        ),
        ("2024", "Kultur", "5 aktiviteter och 28 dagar planerad arbetstid."),
    ]
    assert [[card.titel.text for card in y.aktiviteter] for y in page.år] == [
        ["Museibutiken", "Museet", "Musiken", "Ljudboken", "Barnboken"],
        ["Museet", "Körerna", "Orkestern", "Tidningen", "Boken"],
    ]
    assert [link.text for link in page.mål] == ["Mål 2025", "Mål 2022–2024"]
    assert [y.år for y in area_page.area_page(lillby, "skola").år] == ["2025"]


def test_a_report_begins_with_what_was_not_done_and_why_the_worst_first(changed: Changed) -> None:
    site = changed(lambda files: files["2025/utfall/museum.yml"].update(skäl="Taket läckte. Det regnade länge."))
    page = report_page.report_page(site, site.samling.årgångar["2025"])
    assert page
    assert [
        (group.ankare, [(row.aktivitet.text, row.orsak) for row in group.rader]) for group in page.inte_som_planerat
    ] == [
        ("status-ej", [("Museet", "Taket läckte.")]),
        ("status-delvis", [("Sjöarna", "En sjö är kvar.")]),
    ]


def test_a_report_tells_the_money_and_the_goals_in_brief(lillby: Sajt) -> None:
    page = report_page.report_page(lillby, lillby.samling.årgångar["2025"])
    assert page
    assert [(name, plain(amount)) for name, amount in page.pengar][:2] == [
        ("Budget", "180 000 kr"),
        ("Utfall", "165 000 kr"),
    ]
    assert page.mål == (("2", "Helt nått."), ("1", "Nästan nått."), ("1", "Inte nått."))


def test_the_start_page_tells_of_the_newest_plan_report_and_budget(lillby: Sajt) -> None:
    page = start_page.start_page(lillby)
    assert [(mark.slag, number, why and why.adress) for mark, number, why in page.läge] == [
        ("klar", "2", None), ("delvis", "1", "uppfoljning/2025/#status-delvis"), ("ej", "1", "uppfoljning/2025/#status-ej"), ("okant", "6", None),
    ]  # fmt: skip
    assert [(box.länk.text, plain(box.text)) for box in page.områden] == [
        ("Natur", "Planen 2025 har 3 aktiviteter och 19,5 dagar planerad arbetstid."),
        (
            "Kultur och musik",
            "Planen 2025 har 5 aktiviteter och 19,5 dagar planerad arbetstid. Uppgift saknas för 1 aktivitet.",
        ),
        ("Skola", "Planen 2025 har 2 aktiviteter och 6 dagar planerad arbetstid."),
    ]
    assert plain(page.läge_text) == ("2 av 10 aktiviteter genomfördes som planerat. Uppgift saknas för 6 aktiviteter.")
    assert [(name, plain(sum_)) for name, sum_ in page.budget_rader] == [
        ("Budget", "180 000 kr"),
        ("Utfall", "165 000 kr"),
    ]
    assert page.plan.text == "Verksamhetsplan 2025"
    assert page.jämför
    assert page.jämför.text == "Jämför 2024 och 2025"
    assert [(plain(row.när), row.länk.text) for row in page.händelser.rader if not row.väntar] == [
        ("2 november 2025", "Öppet hus"), ("15 juni 2025", "Lovstart"), ("11 maj 2025", "Skogens dag"), ("9 maj 2025", "Invigning"),
        ("1 december 2024", "Vernissage"),
    ]  # fmt: skip


def test_sources_count_the_notes_of_all_files(changed: Changed) -> None:
    def three_notes(files: dict[str, Fil]) -> None:
        for name in ("2024/plan.yml", "2025/aktiviteter/lov.yml", "2025/utfall/lov.yml"):
            files[name]["anmärkningar"] = [{"text": f"Om {name}."}]

    page = sources_page.source_page(changed(three_notes))
    assert plain(page.antal_anmärkningar) == "3 anmärkningar"
    assert [(g.titel, [(s.sida.text, plain(s.antal), [n.text for n in s.anmärkningar]) for s in g.sidor]) for g in page.anmärkningar] == [
        ("Anmärkningar 2025", [
            ("Lovet", "2 anmärkningar", ["Om 2025/aktiviteter/lov.yml.", "Om 2025/utfall/lov.yml."]),
        ]),
        ("Anmärkningar 2024", [("Verksamhetsplan 2024", "1 anmärkning", ["Om 2024/plan.yml."])]),
    ]  # fmt: skip
    assert [document.titel for document in page.dokument] == ["Planen 2025", "Berättelsen 2025", "Planen 2024"]


def test_a_figure_can_be_named(lillby: Sajt) -> None:
    told = figures(lillby.samling)
    found = {name: plain(text) for name, text in told.items() if text and name.startswith("2025")}
    assert found == {
        "2025.aktiviteter": "10",
        "2025.dagar": "45 dagar (uppgift saknas för 1 aktivitet)",
        "2025.prioriterade": "2 (uppgift saknas för 1 aktivitet)",
        "2025.natur.dagar": "19,5 dagar", "2025.natur.aktiviteter": "3",
        "2025.kultur.dagar": "19,5 dagar (uppgift saknas för 1 aktivitet)", "2025.kultur.aktiviteter": "5",
        "2025.skola.dagar": "6 dagar", "2025.skola.aktiviteter": "2",
        "2025.status.som_planerat": "2 (uppgift saknas för 6 aktiviteter)",
        "2025.status.delvis": "1 (uppgift saknas för 6 aktiviteter)",
        "2025.status.ej": "1 (uppgift saknas för 6 aktiviteter)", "2025.status.okänt": "6",
        "2025.budget.budget": "180 000 kr", "2025.budget.utfall": "165 000 kr",
        "2025.budget.loner.budget": "110 000 kr", "2025.budget.loner.utfall": "104 500,50 kr",
        "2025.budget.konsult.budget": "40 000 kr",
        "2025.budget.lokaler.budget": "30 000 kr", "2025.budget.lokaler.utfall": "30 000 kr",
    }  # fmt: skip
    assert [name for name, text in told.items() if text is None] == [
        "2024.status.som_planerat", "2024.status.delvis", "2024.status.ej", "2025.budget.konsult.utfall",
    ], "what is unknown is no figure: no sentence goes on after «uppgift saknas»"  # fmt: skip


def all_unknown(files: dict[str, Fil]) -> None:
    """No activity of 2025 tells of its priority, its days or how it went, no goal is rated on a scale, and one area has none."""
    for name, file in files.items():
        if name.startswith("2025/aktiviteter"):
            file.update(prioriterad="okänt", utvecklingsinsats="okänt")
            file.pop("dagar", None)
        if name.startswith("2025/utfall"):
            file["status"] = "okänt"
    files["2025/mal.yml"]["skala"] = []
    files["2025/mal.yml"]["mål"] = [goal for goal in files["2025/mal.yml"]["mål"] if goal["område"] != "skola"]


def test_what_is_unknown_of_all_is_never_counted_as_none(changed: Changed) -> None:
    sajt = changed(all_unknown)
    year = sajt.samling.årgångar["2025"]
    page = plan_page.plan_page(sajt, year)
    assert (page.prioriterade, page.insatser, page.dagar_summa) == ("uppgift saknas",) * 3
    assert start_page.start_page(sajt).läge_text == "Uppgift om hur aktiviteterna gick saknas."
    found = {name for name, text in figures(sajt.samling).items() if text is None}
    assert found >= {
        f"2025.{name}" for name in ("dagar", "natur.dagar", "prioriterade", "status.som_planerat", "status.ej")
    }


def test_no_sentence_breaks_where_a_value_is_missing(changed: Changed) -> None:
    """Whatever is unknown, it is told in a sentence or a cell of its own."""
    sajt = changed(all_unknown)
    renderer = Renderer(sajt.samling)
    makron = Makron(sajt, renderer, "")
    told = [
        makron.start(), makron.planer(), makron.verksamhetsplan(2025), makron.uppfoljning(2025), makron.mal(2025), makron.budget(2025),
        makron.jamforelse(2024, 2025), makron.malvardering(), makron.kallor(), makron.omraden(), makron.aktivitet("2025/skog"),
        *(renderer.render(page.mall, page.adress, vy=page.vy) for page in generated_pages(sajt)),
    ]  # fmt: skip
    parts = [node.text() for html in told for node in LexborHTMLParser(html).css(SENTENCES)]
    assert not [part for part in map(flat, parts) if BROKEN.search(part)]
    assert "Målen hör till området Skola" not in flat(LexborHTMLParser(told[4]).text())
    assert "Uppgift om status saknas · ? Uppgift om prioritet saknas" in flat(LexborHTMLParser(told[10]).text())


def test_plan_and_report_are_called_what_the_organisation_calls_them(changed: Changed) -> None:
    def named(files: dict[str, Fil]) -> None:
        files["organisation.yml"]["dokumentnamn"] = {"plan": "Handlingsplan", "berättelse": "Årsredovisning"}
        files["2025/berattelse.yml"]["dokument"]["tillgänglig"] = "nej"

    site = changed(named)
    renderer = Renderer(site.samling)
    listed = Makron(site, renderer, "planer/").planer()
    assert "## Handlingsplan 2025 {#plan-2025}" in listed
    assert 'href="../planer/2025/">Läs handlingsplan 2025</a>' in listed
    told = report_page.report_page(site, next(iter(site.samling.nyast_först)))
    assert told
    assert "Årsredovisning 2025 finns inte här ännu." in (told.inte_här or "")
    assert "Verksamhetsplan" not in Makron(site, renderer, "x/").start()


def test_without_a_name_of_its_own_a_plan_is_a_verksamhetsplan(lillby: Sajt) -> None:
    assert "## Verksamhetsplan 2025 {#plan-2025}" in Makron(lillby, Renderer(lillby.samling), "planer/").planer()


PLANERAT, DELVIS, EJ, PÅGÅR, OKÄNT = (Ställning[s] for s in ("SOM_PLANERAT", "DELVIS", "EJ", "PÅGÅR", "OKÄNT"))


@pytest.mark.parametrize(
    ("standings", "told"),
    [
        ({PLANERAT: 23, DELVIS: 4}, "23 av 27 aktiviteter genomfördes som planerat och 4 delvis."),
        (
            {PLANERAT: 5, DELVIS: 2, EJ: 1, OKÄNT: 3},
            "5 av 11 aktiviteter genomfördes som planerat, 2 delvis och 1 inte alls. För 3 saknas uppgift om hur det gick.",
        ),
        ({PLANERAT: 9}, "Alla 9 aktiviteter genomfördes som planerat."),
        ({PLANERAT: 2, PÅGÅR: 1}, "2 av 3 aktiviteter genomfördes som planerat. 1 pågår."),
        ({PLANERAT: 1}, "1 av 1 aktivitet genomfördes som planerat."),
        ({OKÄNT: 27}, ""),
    ],
)
def test_a_report_begins_with_how_many_were_carried_out_as_planned(standings: dict[Ställning, int], told: str) -> None:
    counts = Counter(standings)
    assert plain(how_many_as_planned(counts, unknown_of(counts))) == told

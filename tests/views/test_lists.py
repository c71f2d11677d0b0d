"""Lists: which activities each choice lets through, who takes part in what, and events by month. The facts stand in lillby.py."""

import re

import pytest
from rusplan.data.model import JaNej, Ställning, Utvecklingsinsats
from rusplan.macros import Makron
from rusplan.render.renderer import Renderer
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.views.activity_list import Urval, activity_list
from rusplan.views.events_page import event_list
from rusplan.views.filter_form import facets, organisations
from rusplan.views.organisation_page import organisation_list, organisation_page
from rusplan.views.organisations_of_kind import organisations_of_kind

from tests.views.lillby import Changed, Fil, plain

# What a macro is given, the same as the view takes it, and the activities that are left.
CHOICES: list[tuple[dict[str, str | int], Urval, list[str]]] = [
    ({"ar": 2024, "omrade": "natur"}, Urval(år="2024", område="natur"), ["2024/skog", "2024/sjo", "2024/park", "2024/bad"]),
    ({"omrade": "skola"}, Urval(område="skola"), ["2025/simskola", "2025/lov"]),
    ({"status": "som_planerat"}, Urval(status=Ställning.SOM_PLANERAT), ["2025/skog", "2025/musik"]),
    ({"status": "ej"}, Urval(status=Ställning.EJ), ["2025/museum"]),
    ({"ar": 2025, "status": "okänt"}, Urval(år="2025", status=Ställning.OKÄNT),
     ["2025/park", "2025/museibutik", "2025/ljudbok", "2025/barnbok", "2025/simskola", "2025/lov"]),
    ({"prioriterad": "ja"}, Urval(prioriterad=JaNej.JA), ["2025/park", "2025/museum", "2024/skog", "2024/museum"]),
    ({"prioriterad": "okänt"}, Urval(prioriterad=JaNej.OKÄNT), ["2025/lov", "2024/park"]),
    ({"utvecklingsinsats": "delvis"}, Urval(utvecklingsinsats=Utvecklingsinsats.DELVIS), ["2025/ljudbok", "2025/barnbok", "2024/sjo"]),
    ({"organisation": "kommunen"}, Urval(organisation="kommunen"), ["2025/skog", "2025/musik", "2024/skog"]),
    ({"organisation": "vattenradet"}, Urval(organisation="vattenradet"), ["2025/sjoar"]),
    ({"ar": 2025, "organisation": "museiforeningen"}, Urval(år="2025", organisation="museiforeningen"), ["2025/museibutik", "2025/museum"]),
    ({"organisation": "akeriet"}, Urval(organisation="akeriet"), []),
]  # fmt: skip


@pytest.mark.parametrize(("given", "chosen", "refs"), CHOICES)
def test_a_list_holds_what_its_choice_lets_through(
    lillby: Sajt, given: dict[str, str | int], chosen: Urval, refs: list[str]
) -> None:
    rows = activity_list(lillby, chosen)
    assert [card.titel.adress for card in rows.rader] == [f"aktiviteter/{ref}/" for ref in refs]
    assert plain(rows.antal) == ("1 aktivitet" if len(refs) == 1 else f"{len(refs)} aktiviteter")


@pytest.mark.parametrize(("given", "chosen", "refs"), CHOICES)
def test_the_macro_heeds_each_choice(lillby: Sajt, given: dict[str, str | int], chosen: Urval, refs: list[str]) -> None:
    html = Makron(lillby, Renderer(lillby.samling), "").aktivitetslista(**given)  # type: ignore[arg-type]
    assert list(dict.fromkeys(re.findall(r'href="aktiviteter/(\d{4}/[a-z]+)/"', html))) == refs


def test_without_a_choice_all_are_there_newest_year_first(lillby: Sajt) -> None:
    rows = activity_list(lillby, Urval())
    assert [card.år for card in rows.rader] == ["2025"] * 10 + ["2024"] * 9
    assert (rows.rader[0].titel.text, rows.rader[10].titel.text) == ("Sjöarna", "Skogen")


def test_the_form_offers_what_some_activity_has(lillby: Sajt) -> None:
    rows = list(lillby.samling.årgångar["2025"].aktiviteter.values())
    assert {facet.namn: [choice.värde for choice in facet.val] for facet in facets(lillby, rows)} == {
        "ar": ["2025"],
        "omrade": ["natur", "kultur", "skola"],
        "status": ["som_planerat", "delvis", "ej", "okant"],
        "prioritet": ["ja", "nej", "okant"],
        "insats": ["ja", "delvis", "nej", "okant"],
        "medel": ["nej"],
        "forandring": ["ny", "andrad", "lika"],
    }
    assert [c.text for c in organisations(lillby, rows).val] == [
        "Lillby kommun",
        "MF",
        "Älvens vattenråd",
        "Övre Lillby kommun",
    ]


# ---------------------------------------------------------------- who takes part


@pytest.mark.parametrize(
    ("name", "told", "years"),
    [
        ("kommunen", "Lillby kommun deltar i 3 aktiviteter.", {"2025": ["Skogen", "Musiken"], "2024": ["Skogen"]}),
        (
            "museiforeningen",
            "Lillby museiförening deltar i 3 aktiviteter.",
            {"2025": ["Museibutiken", "Museet"], "2024": ["Museet"]},
        ),
        ("ov", "Övre Lillby kommun deltar i 1 aktivitet.", {"2025": ["Skogen"]}),
        ("vattenradet", "Älvens vattenråd deltar i 1 aktivitet.", {"2025": ["Sjöarna"]}),
        ("akeriet", "Åkeriet har plats i Styrgruppen.", {}),
    ],
)
def test_an_organisation_tells_in_a_sentence_what_names_it(
    lillby: Sajt, name: str, told: str, years: dict[str, list[str]]
) -> None:
    page = organisation_page(lillby, name)
    assert plain(page.i_korthet) == told
    assert {year.år: [task.aktivitet.text for task in year.uppdrag] for year in page.år} == years
    assert list(years) == [year.år for year in page.år]


def test_an_organisation_tells_in_what_part_and_in_which_group(lillby: Sajt) -> None:
    assert organisation_page(lillby, "vattenradet").år[0].uppdrag[0].delar == ("Fisken är räknad.",)
    assert organisation_page(lillby, "kommunen").år[0].uppdrag[0].delar == ("Skogens dag",)


def test_the_seats_in_a_group_stand_together_each_with_its_year_and_role(lillby: Sajt) -> None:
    (group,) = organisation_page(lillby, "akeriet").grupper
    assert group.titel == "Styrgruppen"
    assert [(seat.grupp.text, seat.roll) for seat in group.platser] == [("2025", "ordförande"), ("2025", "ledamot")]


def test_an_activity_tells_on_an_organisations_page_what_it_is_about_and_how_it_stands_if_that_is_known(
    lillby: Sajt, changed: Changed
) -> None:
    def told(site: Sajt) -> list[tuple[str, str | None]]:
        return [
            (task.om, task.status.text if task.status else None) for task in organisation_page(site, "ov").år[0].uppdrag
        ]

    assert told(lillby) == [("Så gick det.", "Genomförd som planerat")]
    assert told(changed(lambda files: files.pop("2025/utfall/skog.yml"))) == [("Planen för Skogen.", None)]


def test_an_organisation_that_no_document_names_leads_on_to_all_organisations(changed: Changed) -> None:
    site = changed(
        lambda files: files["samverkan.yml"]["organisationer"].append({"id": "ny", "namn": "Ny", "typ": "myndighet"})
    )
    html = Renderer(site.samling).render("sidor/organisation.html", "samverkan/ny/", vy=organisation_page(site, "ny"))
    assert "Ingen plan eller berättelse nämner organisationen som deltagare." in html
    assert 'href="../../samverkan/"' in html


def test_a_point_that_ends_in_a_list_is_told_as_a_whole_sentence(changed: Changed) -> None:
    point = {"text": "Ha dialog, främst genom:", "delar": ["möten", "brev"], "samverkan": ["ov"]}
    site = changed(lambda files: files["2025/aktiviteter/skog.yml"].update(insatser=[point]))
    assert organisation_page(site, "ov").år[0].uppdrag[0].delar == ("Ha dialog, främst genom möten och brev.",)


def test_organisations_stand_in_swedish_order_with_their_counts(lillby: Sajt) -> None:
    groups = organisation_list(lillby)
    assert [(g.titel, [(r.länk.text, r.kortnamn, [plain(link.text) for link in r.deltar]) for r in g.rader]) for g in groups] == [
        ("Kommuner", [
            ("Lillby kommun", "", ["3 aktiviteter"]), ("Åkeriet", "", ["Styrgruppen 2025"]), ("Övre Lillby kommun", "", ["1 aktivitet"]),
        ]),
        ("Nätverk", [("Lillby museiförening", "MF", ["3 aktiviteter"]), ("Älvens vattenråd", "", ["1 aktivitet"])]),
    ]  # fmt: skip
    assert organisation_list(lillby, "samverkansforum") == groups[1:]


def test_organisations_without_a_kind_stand_last_and_under_one_heading_where_none_has_any(changed: Changed) -> None:
    def without(files: dict[str, Fil], *names: str) -> None:
        for row in files["samverkan.yml"]["organisationer"]:
            row.update({"typ": None} if row["id"] in names else {})

    some = organisation_list(changed(lambda files: without(files, "ov", "vattenradet")))
    assert [(g.titel, len(g.rader)) for g in some] == [("Kommuner", 2), ("Nätverk", 1), ("Övriga", 2)]
    none = changed(lambda files: without(files, *(row["id"] for row in files["samverkan.yml"]["organisationer"])))
    assert [(g.titel, len(g.rader)) for g in organisation_list(none)] == [("Organisationer och nätverk", 5)]
    assert "Typ" not in Renderer(none.samling).render("sidor/organisation.html", "x/", vy=organisation_page(none, "ov"))


def _choosable(files: dict[str, Fil]) -> None:
    files["organisation.yml"]["organisationstyper"][0]["egen_sida"] = "Min kommun"
    files["samverkan.yml"]["organisationer"][0]["står_för_alla"] = "ja"


def test_page_of_a_kind_has_seats_events_and_activities_of_each_and_last_what_is_for_all(changed: Changed) -> None:
    page = organisations_of_kind(changed(_choosable), "kommun_och_region")
    assert [part.namn for part in page.delar] == ["Lillby kommun", "Åkeriet"]
    assert [part.namn for part in page.gemensamt] == ["Övre Lillby kommun"]
    kommun, akeri = page.delar
    assert [(meeting.länk.text, plain(meeting.när)) for meeting in kommun.möten] == [("Skogens dag", "11–12 maj 2025")]
    assert [each.aktivitet.text for each in kommun.aktiviteter] == ["Skogen (2025)", "Musiken (2025)", "Skogen (2024)"]
    assert [seat.roll for seat in akeri.platser] == ["ordförande", "ledamot"]


def test_only_a_kind_that_is_marked_has_a_page_and_links_to_it(lillby: Sajt, changed: Changed) -> None:
    site = changed(_choosable)
    assert "samverkan/typ/kommun-och-region/" in site.rutter
    assert not any(address.startswith("samverkan/typ/") for address in lillby.rutter)
    assert organisation_page(site, "kommunen").mer == Länk("Min kommun", "samverkan/typ/kommun-och-region/#kommunen")
    assert [organisation_page(site, name).mer for name in ("ov", "vattenradet")] == [None, None]
    assert [group.egen_sida is not None for group in organisation_list(site)] == [True, False]


# ---------------------------------------------------------------- events


def test_events_stand_by_year_and_month_and_the_unknown_last(lillby: Sajt) -> None:
    """The wood's day is told as the outcome tells it, moved; Lovstart is planned, and the outcome hides nothing by its silence."""
    page = event_list(lillby)
    told = [
        (y.år, m.titel, [(row.vy.titel, plain(row.vy.datum)) for row in m.händelser])
        for y in page.år
        for m in y.månader
    ]
    assert told == [
        ("2025", "November 2025", [("Öppet hus", "2 november 2025")]),
        ("2025", "Juni 2025", [("Lovstart", "15 juni 2025")]),
        (
            "2025",
            "Maj 2025",
            [("Skogens dag", "11–12 maj 2025"), ("Invigning", "9 maj 2025"), ("Räknedag", "maj 2025")],
        ),
        ("2025", "2025, månaden är inte känd", [("Läsår", "2025")]),
        ("2024", "December 2024", [("Vernissage", "1 december 2024")]),
    ]
    assert [m.ankare for y in page.år for m in y.månader] == [
        "manad-2025-11", "manad-2025-06", "manad-2025-05", "manad-2025-okand", "manad-2024-12",
    ]  # fmt: skip


def test_an_event_with_a_whole_date_has_a_calendar_and_its_last_day(lillby: Sajt) -> None:
    rows = {row.vy.titel: row for year in event_list(lillby).år for month in year.månader for row in month.händelser}
    assert {title: (row.slut, row.typ, row.målgrupp, row.kalender is not None) for title, row in rows.items()} == {
        "Invigning": ("2025-05-09", "annat", "alla", True),
        "Skogens dag": ("2025-05-12", "mote", "", True),
        "Räknedag": ("2025-05", "workshop", "Skolor", False),
        "Lovstart": ("2025-06-15", "mote", "", True),
        "Öppet hus": ("2025-11-02", "mote", "", True),
        "Läsår": ("2025", "kurs", "", False),
        "Vernissage": ("2024-12-01", "mote", "Alla", True),
    }


def test_events_can_be_filtered_by_what_some_event_is(lillby: Sajt) -> None:
    form = event_list(lillby).filter
    assert form
    assert [kind.värde for kind in form.typer] == ["mote", "workshop", "kurs", "annat"]
    assert form.målgrupper == ("alla", "Skolor")
    assert form.kalender
    older = event_list(lillby, "2024")
    assert [year.år for year in older.år] == ["2024"]
    assert older.filter is None

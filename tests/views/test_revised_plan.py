"""A plan that has been revised: pages show what holds, what it was, and why."""

import pytest
from rusplan.data import model
from rusplan.data.schema import innermost, is_list
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt
from rusplan.swedish.field_names import HEADINGS
from rusplan.views import (
    activity_card,
    activity_page,
    budget_page,
    comparison_page,
    lifeline_page,
    plan_page,
    printout_page,
    report_page,
)
from rusplan.views.what_it_was import Förevy

from tests.views.lillby import Changed, Fil, plain

WHY_SPRING, WHY_AUTUMN = "Stigarna tar tid", "Museet stänger."


def revise(files: dict[str, Fil]) -> None:
    """The plan for 2025 revised in May and September: Skogen has got more days, Museet is out, Lovet came in, and money was moved."""
    files["2025/plan.yml"]["revideringar"] = [
        {"id": "maj", "beslut": {"av": "Styrgruppen", "datum": "2025-05-18", "diarienummer": "7-2025"}, "skäl": WHY_SPRING},
        {"id": "host", "beslut": {"av": "Styrgruppen", "datum": "2025-09-01"}, "skäl": WHY_AUTUMN},
    ]  # fmt: skip
    files["2025/aktiviteter/skog.yml"] |= {
        "dagar": 15,
        "ändringar": [
            {"revidering": "maj", "före": {"dagar": 12.5, "samverkan": ["kommunen", "ov"]}, "saknades": ["insatser"]},
            {"revidering": "host", "före": {"dagar": 14}},
        ],
        "rättelser": [{"datum": "2025-03-01", "skäl": "Fel avskrivet.", "före": {"prioriterad": "ja"}}],
    }
    files["2025/aktiviteter/museum.yml"]["utgår"] = {"revidering": "host", "skäl": "Taket läcker"}
    files["2025/aktiviteter/lov.yml"]["tillkom"] = "maj"
    line = files["2025/budget.yml"]["rader"][0]
    line |= {"budget": 120000, "ändringar": [{"revidering": "maj", "före": {"budget": 110000}}]}


@pytest.fixture
def revised(changed: Changed) -> Sajt:
    return changed(revise)


def said(rows: tuple[Förevy, ...]) -> list[tuple[str, ...]]:
    return [tuple(map(plain, (r.fält, *r.nu, r.före_rubrik.text, *r.före, r.skäl))) for r in rows]


def test_each_changed_field_tells_what_holds_what_it_was_and_why_the_latest_change_first(revised: Sajt) -> None:
    page = activity_page.activity_page(revised, revised.samling.aktiviteter["2025/skog"])
    spring, autumn = "Före revideringen 18 maj 2025", "Före revideringen 1 september 2025"
    assert said(page.ändrat) == [
        ("Planerad arbetstid", "15 dagar", autumn, "14 dagar", WHY_AUTUMN),
        ("Planerad arbetstid", "14 dagar", spring, "12,5 dagar", f"{WHY_SPRING}."),
        ("Samverkan", "Lillby kommun", spring, "Lillby kommun och Övre Lillby kommun", f"{WHY_SPRING}."),
        ("Insatser", "Märka stigar.", spring, "Inget har tagits bort", f"{WHY_SPRING}."),
        ("Prioritet", "Inte prioriterad", "Före rättelsen 1 mars 2025", "Prioriterad", "Fel avskrivet."),
    ]
    assert page.ändrat[0].före_rubrik.adress == "planer/2025/#revidering-host"
    assert page.avsnitt[0] == ("andrat", "Ändrat sedan planen beslutades")


def test_page_of_an_activity_that_is_taken_out_says_when_and_why(revised: Sajt) -> None:
    activity = revised.samling.aktiviteter["2025/museum"]
    page = activity_page.activity_page(revised, activity)
    html = plain(Renderer(revised.samling).render("sidor/aktivitet.html", "aktiviteter/2025/museum/", vy=page))
    assert (
        'utgår ur planen genom <a href="../../../planer/2025/#revidering-host">revideringen 1 september 2025</a>. Taket läcker.'
        in html
    )
    assert activity_card.card(revised, activity).status.text == "Utgår ur planen"


def test_activity_that_came_by_a_revision_says_so(revised: Sajt) -> None:
    page = activity_page.activity_page(revised, revised.samling.aktiviteter["2025/lov"])
    assert page.tillkom
    assert plain(page.tillkom.text) == "revideringen 18 maj 2025"


def test_plan_counts_days_as_they_are_and_as_they_were_decided(revised: Sajt) -> None:
    page = plan_page.plan_page(revised, revised.samling.årgångar["2025"])
    days = {area.titel: (plain(area.dagar_summa), plain(area.dagar_beslutat or "")) for area in page.områden}
    missing = " (uppgift saknas för 1 aktivitet)"
    assert days == {
        "Natur": ("22 dagar", "19,5 dagar"),
        "Kultur och musik": (f"13,5 dagar{missing}", f"19,5 dagar{missing}"),
        "Skola": ("6 dagar", "4 dagar"),
    }
    assert plain(page.områden[1].antal) == "4 aktiviteter (1 utgår)"
    assert plain(page.områden[1].omfattning).endswith(
        " planerad arbetstid. Uppgift saknas för 1 aktivitet. 1 aktivitet utgår."
    )
    assert all(area.dagar_stämmer for area in page.områden)


def test_plan_lists_its_revisions_with_who_decided_why_and_what_they_changed(revised: Sajt) -> None:
    page = plan_page.plan_page(revised, revised.samling.årgångar["2025"])
    assert plain(page.reviderad or "") == "Planen för 2025 är reviderad 2 gånger, senast 1 september 2025."
    autumn, spring = page.revideringar
    assert plain(spring.beslut) == "Styrgruppen, 18 maj 2025, diarienummer 7-2025"
    assert (autumn.skäl, autumn.ankare) == (WHY_AUTUMN, "revidering-host")
    assert [(row.sak.text, row.text) for row in autumn.ändrat] == [
        ("Skogen", "planerad arbetstid"),
        ("Museet", "utgår ur planen"),
    ]
    assert [(row.sak.text, row.text) for row in spring.ändrat] == [
        ("Skogen", "planerad arbetstid, samverkan och insatser"),
        ("Budget 2025, Löner och arvoden", "budget"),
        ("Lovet", "ny aktivitet i planen"),
    ]


def test_printed_plan_tells_of_its_revisions_and_of_what_was_decided(revised: Sajt) -> None:
    page = printout_page.printed_plan(revised, revised.samling.årgångar["2025"])
    html = plain(Renderer(revised.samling).render("sidor/utskrift.html", "planer/2025/utskrift/", vy=page))
    assert html.count("<dt>Arbetstid som beslutat</dt>") == 4
    assert '<h3 id="revidering-host">' in html
    assert WHY_AUTUMN in html
    assert '<h4 id="aktivitet-skog-andrat">' in html


def test_budget_sums_its_lines_as_they_are_and_as_they_were_decided(revised: Sajt) -> None:
    page = budget_page.budget_page(revised, revised.samling.årgångar["2025"])
    assert page
    assert [plain(value) for _, value in page.reviderad] == ["180 000 kr", "190 000 kr"]
    assert said(page.rader[0].ändrat) == [
        ("Budget", "120 000 kr", "Före revideringen 18 maj 2025", "110 000 kr", f"{WHY_SPRING}.")
    ]


def test_comparison_compares_what_holds_and_says_that_the_plan_was_revised(revised: Sajt) -> None:
    years = revised.samling.årgångar
    page = comparison_page.comparison(revised, years["2024"], years["2025"])
    assert [plain(told) for told in page.reviderade] == [
        "Planen för 2025 är reviderad 2 gånger, senast 1 september 2025."
    ]
    (skog,) = (row for row in page.rader if row.nyare.text == "Skogen")
    assert (plain(skog.dagar[1]), skog.skillnad) == ("15 dagar", "+5")
    assert [plain(row.dagar[1]) for row in page.dagar if row.titel == "Natur"] == ["22 dagar"]


def test_lifeline_tells_what_was_decided_beside_what_holds(revised: Sajt) -> None:
    steps = {
        step.år: (plain(step.arbetstid), step.beslutat) for step in lifeline_page.lifeline_page(revised, "skog").steg
    }
    assert steps["2024"] == ("10 dagar", None)
    assert (steps["2025"][0], plain(steps["2025"][1] or "")) == ("15 dagar", "12,5 dagar")


def test_report_does_not_ask_how_an_activity_went_that_was_taken_out(changed: Changed) -> None:
    def revise_without_outcome(files: dict[str, Fil]) -> None:
        revise(files)
        del files["2025/utfall/museum.yml"]

    site = changed(revise_without_outcome)
    assert report_page.status_counts(site.samling.årgångar["2025"], "kultur").total() == 4


def test_every_field_that_can_be_revised_has_a_heading() -> None:
    kinds = (model.AktivitetFöre, model.OmrådeFöre, model.RadFöre)
    assert {field for kind in kinds for field in kind.model_fields} == set(HEADINGS)


@pytest.mark.parametrize(
    ("kind", "before"),
    [
        (model.Aktivitet, model.AktivitetFöre),
        (model.Område, model.OmrådeFöre),
        (model.Budgetrad, model.RadFöre),
    ],
)
def test_a_field_holds_before_what_it_holds_now(kind: type[model.Post], before: type[model.Post]) -> None:
    for name, field in before.model_fields.items():
        now = kind.model_fields[name].annotation
        assert (innermost(now), is_list(now)) == (innermost(field.annotation), is_list(field.annotation)), name

"""A year that is written here and followed up while it runs: the newest follow-up is told, and no source is said to lack anything."""

import pytest
from rusplan.macros import Makron
from rusplan.outputs.activity_index import index_columns
from rusplan.outputs.newsletter_items import newsletter_item
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.labels import SAKNAS
from rusplan.views import pictures, report_page, start_page
from rusplan.views.activity_card import card
from rusplan.views.activity_page import activity_page
from rusplan.views.figures import figures
from rusplan.views.filter_form import facets
from rusplan.views.newsletter_page import newsletter_page

from tests.views.lillby import Changed, Fil, plain

MUSIK = "2025/musik"
MAJ = {"datum": "2025-05-02", "status": "inte_påbörjad", "text": "Vi väntar på huset."}
JUNI = {"datum": "2025-06-12", "status": "pågår", "text": "Kören har börjat öva."}


def all_is_known(files: dict[str, Fil]) -> None:
    """The plan of 2025 leaves nothing unsaid."""
    for name in [name for name in files if name.startswith("2025/aktiviteter")]:
        files[name] |= {"prioriterad": "nej", "utvecklingsinsats": "nej", "dagar": 2}


def running(files: dict[str, Fil]) -> None:
    """2025 is written here and has no report; one activity has been followed up twice."""
    del files["2025/berattelse.yml"]
    files["2025/plan.yml"]["dokument"]["ursprung"] = "skrivet_här"
    all_is_known(files)
    for name in [name for name in files if name.startswith("2025/utfall")]:
        del files[name]
    files["2025/utfall/musik.yml"] = {"avstämningar": [MAJ, JUNI]}


@pytest.fixture
def sajt(changed: Changed) -> Sajt:
    return changed(running)


def html(sajt: Sajt, macro: str, *values: object) -> str:
    return plain(getattr(Makron(sajt, Renderer(sajt.samling), ""), macro)(*values))


def test_newest_follow_up_is_told_with_its_day_on_the_page_and_in_lists(sajt: Sajt) -> None:
    activity = sajt.samling.aktiviteter[MUSIK]
    page, row = activity_page(sajt, activity), card(sajt, activity)
    assert (page.status.text, plain(page.avstämd or "")) == ("Pågår", "12 juni 2025")
    assert (row.status.text, plain(row.avstämd or ""), row.sammanfattning) == (
        "Pågår", "12 juni 2025", "Kören har börjat öva.",
    )  # fmt: skip
    assert page.utfall
    assert [(plain(a.datum), a.status.text) for a in page.utfall.avstämningar] == [
        ("12 juni 2025", "Pågår"), ("2 maj 2025", "Inte påbörjad"),
    ]  # fmt: skip
    assert 'Pågår</span><br><span class="rp-med">12 juni 2025</span></td>' in html(sajt, "verksamhetsplan", 2025)


def test_of_two_follow_ups_of_one_day_the_last_one_holds(changed: Changed) -> None:
    def twice(files: dict[str, Fil]) -> None:
        running(files)
        files["2025/utfall/musik.yml"]["avstämningar"] = [
            MAJ,
            JUNI,
            JUNI | {"status": "som_planerat", "text": "Klart."},
        ]

    sajt = changed(twice)
    assert card(sajt, sajt.samling.aktiviteter[MUSIK]).status.text == "Genomförd som planerat"


def test_activity_without_outcome_is_not_followed_up_yet_whatever_list_it_stands_in(sajt: Sajt) -> None:
    activity = sajt.samling.aktiviteter["2025/skog"]
    assert card(sajt, activity).status.text == "Inte uppföljd än"
    assert newsletter_item(sajt, activity).status == "inte_uppföljd"
    assert index_columns(sajt)["status"]["ord"][:2] == ["inte_uppfoljd", "pagar"]
    (status,) = [f for f in facets(sajt, sajt.samling.årgångar["2025"].aktiviteter.values()) if f.namn == "status"]
    assert [choice.text for choice in status.val] == ["Pågår", "Inte uppföljd än"]
    assert ("inte_uppföljd", "Inte uppföljd än") in newsletter_page(sajt).statusar
    for text in (html(sajt, "uppfoljning", 2025), html(sajt, "status", 2025)):
        assert SAKNAS not in text
        assert "Inte uppföljd än" in text


def test_report_that_is_not_written_shows_how_the_year_stands(sajt: Sajt) -> None:
    counts = report_page.status_counts(sajt.samling.årgångar["2025"])
    assert counts == {"pågår": 1, "inte_uppföljd": 9}
    text = html(sajt, "uppfoljning", 2025)
    assert "Verksamhetsberättelsen för 2025 är inte klar. Så här står det till med aktiviteterna hittills." in text
    bild = pictures.status(sajt, sajt.samling.årgångar["2025"])
    assert bild
    assert plain(bild.titel) == "9 av 10 aktiviteter 2025 är inte uppföljda än"


def test_start_page_says_how_the_last_year_went_that_is_over(sajt: Sajt) -> None:
    page = start_page.start_page(sajt)
    assert page.status is None, "no year has been followed up to its end"
    assert page.uppföljning is None


def test_figures_of_a_running_year_say_how_many_are_not_followed_up(sajt: Sajt) -> None:
    assert plain(figures(sajt.samling)["2025.status.pågår"] or "") == "1 (9 aktiviteter inte uppföljda än)"


def test_those_who_wrote_a_report_and_do_not_know_lack_no_source(changed: Changed) -> None:
    def closed(files: dict[str, Fil]) -> None:
        all_is_known(files)
        files["2025/plan.yml"]["dokument"]["ursprung"] = "skrivet_här"
        files["2025/berattelse.yml"]["dokument"]["ursprung"] = "skrivet_här"

    sajt = changed(closed)
    assert card(sajt, sajt.samling.aktiviteter["2025/lov"]).status is labels.STÄLLNING["ovisst"]  # type: ignore[index]
    assert SAKNAS not in html(sajt, "status", 2025)


def test_final_status_is_told_without_the_day_of_a_follow_up(changed: Changed) -> None:
    def over(files: dict[str, Fil]) -> None:
        files["2025/utfall/musik.yml"]["avstämningar"] = [MAJ]

    sajt = changed(over)
    page = activity_page(sajt, sajt.samling.aktiviteter[MUSIK])
    assert (page.status.text, page.avstämd) == ("Genomförd som planerat", None)
    assert page.utfall
    assert len(page.utfall.avstämningar) == 1, "what was told during the year stays"


@pytest.mark.parametrize("report", [True, False])
def test_how_it_went_at_last_is_told_when_the_report_is_decided(changed: Changed, report: bool) -> None:
    """Before that readers see the newest follow-up, and what has been done."""

    def summed_up(files: dict[str, Fil]) -> None:
        draft = files["2025/berattelse.yml"]
        running(files)
        files["2025/utfall/musik.yml"] |= {
            "status": "ej",
            "sammanfattning": "Kören slutade.",
            "resultat": [{"text": "Kören har sjungit."}],
        }
        if report:
            draft["dokument"] |= {"ursprung": "skrivet_här", "läge": "utkast"}
            files["2025/berattelse.yml"] = draft

    whole = changed(summed_up).samling
    public = Sajt(samling=whole.publikt)
    row = card(public, public.samling.aktiviteter[MUSIK])
    assert (row.status.text, row.sammanfattning) == ("Pågår", "Kören har börjat öva.")
    page = activity_page(public, public.samling.aktiviteter[MUSIK])
    assert page.utfall
    assert [point.text for point in page.utfall.resultat] == ["Kören har sjungit."]
    assert Sajt(samling=whole).samling.ställning(whole.aktiviteter[MUSIK]) == "ej", "those who write see it"

"""Documents of any kind that belong to a year, and diary numbers."""

import pytest
from rusplan.changes.steps import Sak
from rusplan.checks import check
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt
from rusplan.views import activity_page, plan_page, sources_page
from rusplan.views.changes_page import address_of

from tests.views.lillby import Changed, Fil, plain


def with_documents(files: dict[str, Fil]) -> None:
    """A report of four months, which an outcome has as its source; the plan has a diary number and two decisions."""
    files["2025/dokument.yml"] = {"dokument": [
        {"id": "tertial-1", "titel": "Läget i april", "slag": "Tertialrapport", "datum": "2025-05-18", "diarienummer": "12-2025",
         "beslut": [{"av": "Styrgruppen", "datum": "2025-05-18"}], "text": "Hur det går.", "länk": "https://lillby.example/t1"},
        {"id": "bilaga", "titel": "Karta", "slag": "Bilaga"},
    ]}  # fmt: skip
    files["2025/utfall/skog.yml"]["källa"] = {"dokument": "tertial-1", "avsnitt": "Skogen"}
    files["2025/plan.yml"]["dokument"] |= {"diarienummer": "7-2025", "beslut": [
        {"av": "Styrgruppen", "datum": "2024-12-01"}, {"av": "Kommunen", "datum": "2024-12-20", "diarienummer": "8-2024"},
    ]}  # fmt: skip


@pytest.fixture
def site(changed: Changed) -> Sajt:
    return changed(with_documents)


def test_documents_stand_on_the_page_of_the_plan_in_the_words_of_the_organisation(site: Sajt) -> None:
    page = plan_page.plan_page(site, site.samling.årgångar["2025"])
    assert [(link.text, link.adress, plain(about)) for link, about in page.årets_dokument] == [
        ("Läget i april", "kallor/#tertial-1", "Tertialrapport, 18 maj 2025, diarienummer 12-2025"),
        ("Karta", "kallor/#bilaga", "Bilaga"),
    ]


def test_documents_are_described_among_the_sources_after_plan_and_report(site: Sajt) -> None:
    found = sources_page.source_page(site).dokument
    assert [document.ankare for document in found] == [
        "plan-2025",
        "berattelse-2025",
        "tertial-1",
        "bilaga",
        "plan-2024",
    ]
    april = found[2]
    assert [plain(told) for told in april.beslut] == ["Styrgruppen, 18 maj 2025"]
    assert (april.text, april.länk) == ("Hur det går.", "https://lillby.example/t1")


def test_source_may_be_one_of_them(site: Sajt) -> None:
    assert [problem for problem in check(site.samling) if "inget sådant dokument" in problem.text] == []
    outcome = activity_page.activity_page(site, site.samling.aktiviteter["2025/skog"]).utfall
    assert outcome
    assert outcome.källa
    assert (outcome.källa.dokument.text, outcome.källa.dokument.adress) == ("Läget i april", "kallor/#tertial-1")


def test_diary_numbers_and_all_decisions_are_shown(site: Sajt) -> None:
    page = plan_page.plan_page(site, site.samling.årgångar["2025"])
    html = plain(
        Renderer(site.samling)
        ._env.from_string('{% import "delar/delar.html" as d %}{{ d.dokument(vy) }}')
        .render(vy=page.dokument, rot="")
    )
    for words in (
        "Diarienummer 7-2025",
        "Styrgruppen, 1 december 2024",
        "Kommunen, 20 december 2024, diarienummer 8-2024",
    ):
        assert words in html


def test_change_of_the_list_leads_to_the_plan(site: Sajt) -> None:
    assert address_of(site, Sak(nyckel="2025/dokument", slag="dokument", titel="Årets dokument 2025")) == "planer/2025/"


def test_id_of_a_document_is_its_own_in_all_years(changed: Changed) -> None:
    def twice(files: dict[str, Fil]) -> None:
        files["2025/dokument.yml"] = {"dokument": [{"id": "plan-2024", "titel": "Karta", "slag": "Bilaga"}]}

    told = [problem.text for problem in check(changed(twice).samling)]
    assert "«id» är «plan-2024», men det dokumentet beskrivs redan i data/2024/plan.yml; ge det ett eget id" in told

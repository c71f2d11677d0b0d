"""Statuses and ratings of an organisation's own: shown by their names, counted and coloured as those that they answer to."""

import json

import pytest
from rusplan.charts import ratings
from rusplan.checks import check
from rusplan.data.model import Ställning
from rusplan.macros import Makron
from rusplan.outputs.activity_index import index_form, index_text
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt
from rusplan.views.activity_card import card
from rusplan.views.findings import of_ratings
from rusplan.views.ratings_of_goals import ratings_table
from rusplan.views.report_page import status_counts, status_overview

from tests.views.lillby import Changed, Fil
from tests.views.pages_of import pages_of


def own(files: dict[str, Fil]) -> None:
    """Lillby, with words of its own."""
    files["organisation.yml"]["statusar"] = [
        {"id": "försenad", "namn": "Försenad", "motsvarar": "delvis"},
        {"id": "klar", "namn": "Klar", "motsvarar": "som_planerat"},
    ]
    files["organisation.yml"]["skala"] = [
        {"id": "god", "namn": "God", "motsvarar": 1}, {"id": "otillräcklig", "namn": "Otillräcklig", "motsvarar": 3},
    ]  # fmt: skip
    files["2025/utfall/sjoar.yml"]["status"] = "försenad"
    goals = files["2025/mal.yml"]
    goals["skala"][0]["värdering"] = "god"
    goals["mål"][0]["uppföljning"] = {
        "värdering": "god",
        "tidigare": [{"period": "2022-2024", "värdering": "otillräcklig"}],
    }


@pytest.fixture
def site(changed: Changed) -> Sajt:
    """The site of Lillby with words of its own."""
    return changed(own)


def test_status_of_ones_own_has_its_name_and_the_look_and_the_count_of_what_it_answers_to(site: Sajt) -> None:
    assert not list(check(site.samling))
    mark, usual = (card(site, site.samling.aktiviteter[f"2025/{name}"]).status for name in ("sjoar", "skog"))
    assert (mark.text, mark.slag, mark.tecken) == ("Försenad", "delvis", "◐")
    assert usual.text == "Genomförd som planerat"
    year = site.samling.årgångar["2025"]
    assert status_counts(year)[Ställning.DELVIS] == 1
    assert status_overview(site, year).räknas == ("Försenad räknas som Delvis genomförd.",)


def test_reader_can_choose_a_status_by_both_names(site: Sajt) -> None:
    (choices,) = (facet.val for facet in index_form(site).facetter if facet.namn == "status")
    assert [choice.text for choice in choices][1:3] == ["Delvis genomförd", "Försenad"]
    column = json.loads(index_text(site))["status"]
    rows = [[column["ord"][n] for n in row] for row in column["rad"]]
    assert ["delvis", "forsenad"] in rows
    assert all(len(row) == 1 for row in rows if "forsenad" not in row)


def test_editor_can_list_activities_by_both_names(site: Sajt) -> None:
    macros = Makron(site, Renderer(site.samling), "")
    assert [">Sjöarna</a>" in macros.aktivitetslista(status=word) for word in ("försenad", "delvis", "klar")] == [
        True, True, False,
    ]  # fmt: skip


def test_rating_of_ones_own_is_compared_by_its_digit_and_explained_by_its_name(site: Sajt) -> None:
    table = ratings_table(site)
    assert table
    assert (table.rader[0].värderingar, table.rader[0].förändring) == (("–", "Otillräcklig", "God"), "bättre")
    assert table.skala[0] == ("God", "Helt nått")
    assert (
        '<th scope="row">2025</th><td data-rubrik="Värdering" class="rp-tal">God</td><td data-rubrik="Betydelse">Helt nått.</td>'
        in pages_of(site)["planer/2025/utskrift/"]
    )


def five_is_best(files: dict[str, Fil]) -> None:
    """Lillby, with a scale of its own in which more is better."""
    files["organisation.yml"]["skala"] = [
        {"id": str(digit), "namn": f"{digit} av 5", "motsvarar": counts} for digit, counts in ((5, 1), (3, 2), (1, 3))
    ]
    goals = files["2025/mal.yml"]
    goals["skala"] = [{"värdering": 5, "betydelse": "Helt nått."}, {"värdering": 1, "betydelse": "Inte nått."}]
    for goal, before, now in zip(goals["mål"], (1, 5, 3, 3), (5, 1, 5, 3), strict=False):
        goal["uppföljning"] = {"värdering": now, "tidigare": [{"period": "2022-2024", "värdering": before}]}


def test_scale_of_ones_own_may_have_its_highest_digit_as_the_best(changed: Changed) -> None:
    site = changed(five_is_best)
    assert not list(check(site.samling))
    table = ratings_table(site)
    assert table
    assert [row.förändring for row in table.rader][:4] == ["bättre", "sämre", "bättre", "oförändrad"]
    assert table.rader[0].värderingar == ("1 av 5", "5 av 5")
    assert (
        of_ratings(table)
        == "2 av 5 mål har värderingen 5 av 5; 2 mål värderas bättre än 2022–2024 och 1 mål värderas sämre än 2022–2024"
    )
    counted = {name: str(number) for name, number in table.räknas_som.items()}
    picture = ratings("m", "Mål", ("2024", "2025"), [("Stigar", table.rader[0].värderingar)], "", counted)
    assert [point.mönster for point in picture.punkter] == ["tom", "hel"]


def test_picture_has_the_word_where_it_fits_and_else_its_digit_explained() -> None:
    counted = {"God": "1", "Otillräcklig": "3"}
    bild = ratings("m", "Mål", ("2024", "2025"), [("Stigar", ("Otillräcklig", "God"))], "Så läser du.", counted)
    assert [point.mönster for point in bild.punkter] == ["tom", "hel"]
    assert [text.text for text in bild.texter][-2:] == ["Otillräcklig", "God"]
    narrow = ratings(
        "m", "Mål", ("2022", "2023", "2024", "2025"), [("S", ("–", "God", "Otillräcklig", "God"))], "", counted
    )
    assert [text.text for text in narrow.texter][-3:] == ["God", "3", "God"]
    assert narrow.förklaring == "Siffrorna står för ord: 3 för Otillräcklig."

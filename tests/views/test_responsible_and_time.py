"""Who is responsible for an activity, and when it and its items go on: in facts, lists, comparison and on the pages of organisations."""

import json
import re

import pytest
from rusplan.checks import check
from rusplan.data.values import Datum
from rusplan.outputs.activity_index import index_form, index_text
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import tidsram
from rusplan.views.comparison_page import comparison
from rusplan.views.year_change import förändring

from tests.views.lillby import Changed, Fil, plain
from tests.views.pages_of import pages_of


def told(files: dict[str, Fil]) -> None:
    """Lillby, where the wood and the lakes say who is responsible and when."""
    files["2024/aktiviteter/skog.yml"] |= {"ansvar": [{"organisation": "kommunen"}], "start": 2024}
    files["2025/aktiviteter/skog.yml"] |= {
        "ansvar": [
            {"organisation": "kommunen", "roll": "medansvarig"},
            {"organisation": "ov", "funktion": "skogvaktare", "kontakt": "skog@lillby.example"},
            {"organisation": "akeriet", "roll": "medansvarig", "kontakt": "https://akeriet.example/kontakt"},
        ],
        "start": 2024, "slut": "2026-06",
    }  # fmt: skip
    files["2025/aktiviteter/skog.yml"]["insatser"][0] |= {"start": "2025-03-01", "löpande": "ja"}
    files["2025/aktiviteter/sjoar.yml"] |= {"löpande": "ja"}


@pytest.fixture
def site(changed: Changed) -> Sajt:
    """The site of Lillby where some activities say so."""
    return changed(told)


def test_page_of_an_activity_has_the_responsible_by_role_with_function_and_contact_and_its_time(site: Sajt) -> None:
    assert not list(check(site.samling))
    page = pages_of(site)["aktiviteter/2025/skog/"]
    assert (
        '<dt>Ansvarig</dt><dd><a href="../../../samverkan/ov/">Övre Lillby kommun</a>, skogvaktare, '
        '<a href="mailto:skog@lillby.example">skog@lillby.example</a></dd>'
    ) in page
    assert (
        '<dt>Medansvarig</dt><dd><a href="../../../samverkan/kommunen/">Lillby kommun</a><br>'
        '<a href="../../../samverkan/akeriet/">Åkeriet</a>, <a href="https://akeriet.example/kontakt">Kontakta Åkeriet</a></dd>'
    ) in page
    assert "<dt>Tid</dt><dd>2024 till juni 2026</dd>" in page
    assert "Tid: Löpande från 1 mars 2025" in page


def test_activity_that_does_not_say_who_is_responsible_tells_that_its_source_does_not(site: Sajt) -> None:
    page = pages_of(site)["aktiviteter/2025/museum/"]
    (missing,) = re.findall("<p>Källan säger inget om det här: (.*)</p>", page)
    assert "ansvarig" in missing
    assert "<dt>Tid</dt>" not in page


def test_index_has_columns_choices_and_an_order_by_time(site: Sajt) -> None:
    table = pages_of(site)["aktiviteter/"]
    assert (
        '>Övre Lillby kommun</a>, <a href="samverkan/kommunen/">Lillby kommun</a> (medansvarig), '
        '<a href="samverkan/akeriet/">Åkeriet</a> (medansvarig)</td>'
    ) in table
    assert '<td data-rubrik="Tid">2024 till juni 2026</td>' in table
    choices = {facet.namn: [(choice.värde, choice.text) for choice in facet.val] for facet in index_form(site).facetter}
    assert [name for name, _ in choices["ansvar"]] == ["kommunen", "akeriet", "ov"]
    assert choices["tid"] == [
        ("lopande", "Löpande"),
        ("tidsatt", "Har start eller slut"),
        ("ingen", "Ingen tid angiven"),
    ]
    index = json.loads(index_text(site))
    assert [index["ansvar"]["ord"][n] for n in index["ansvar"]["rad"][1]] == ["ov", "kommunen", "akeriet"]
    assert index["start"][:3] == [None, 20240000, None]


def test_comparison_shows_who_was_responsible_before(site: Sajt) -> None:
    page = comparison(site, *site.samling.årgångar.values())
    (row,) = (row for row in page.rader if row.nyare.text == "Skogen")
    assert row.ansvar == ("Lillby kommun", "Övre Lillby kommun, Lillby kommun (medansvarig), Åkeriet (medansvarig)")
    assert tuple(map(plain, row.tid)) == ("Från 2024", "2024 till juni 2026")
    assert förändring(site, site.samling.aktiviteter["2025/skog"]).endswith("och ansvar")


def test_page_of_an_organisation_tells_what_it_is_responsible_for(site: Sajt) -> None:
    pages = pages_of(site)
    assert '>Skogen</a> <span class="rp-med">(ansvarig)</span>' in pages["samverkan/ov/"]
    assert '>Skogen</a> <span class="rp-med">(medansvarig)</span>' in pages["samverkan/akeriet/"]
    assert "<p>Åkeriet ansvarar för 1 aktivitet och" in pages["samverkan/akeriet/"]
    assert "<p>Lillby kommun ansvarar för 2 aktiviteter och deltar i 1 aktivitet.</p>" in pages["samverkan/kommunen/"]


@pytest.mark.parametrize(
    ("start", "end", "running", "words"),
    [
        (Datum(2025, 3), Datum(2026, 6, 30), False, "mars 2025 till 30 juni 2026"),
        (Datum(2025), Datum(2025), False, "2025"),
        (Datum(2025, 3), None, False, "Från mars 2025"),
        (None, Datum(2026), False, "Till och med 2026"),
        (Datum(2025), None, True, "Löpande från 2025"),
        (None, None, True, "Löpande"),
        (None, None, False, ""),
    ],
)  # fmt: skip
def test_time_is_told_as_far_as_it_is_known(start: Datum | None, end: Datum | None, running: bool, words: str) -> None:
    assert plain(tidsram(start, end, running=running)) == words

"""What RUS's readers search for, and the page that must be among the first three: asked of the built site in Chromium."""

import pytest
from playwright.sync_api import Page

from tests.search.asking import ASK

A25, A24, SPÅR, SAM = "aktiviteter/2025/", "aktiviteter/2024/", "aktiviteter/spar/", "samverkan/"
QUERIES = [
    # the beginning and the end of compounds
    ("uppföljning", f"{A25}lopande-uppfoljning/"),
    ("miljömålsuppföljning", f"{A25}lopande-uppfoljning/"),
    ("program", f"{A25}nobelmotet/"),
    ("åtgärdsprogram", f"{A24}atgardswebb/"),
    ("nätverk", f"{SAM}miljonatverket/"),
    ("kommunnätverk", f"{SAM}kommunnatverket/"),
    ("kommunnätverken", f"{SAM}kommunnatverket/"),
    ("plan", "planer/2025/"),
    ("konsekvensanalys", f"{A25}halsa/"),
    ("konsekv", f"{A25}halsa/"),
    ("transport", f"{A25}lanstransportplanering/"),
    ("indikatorer", f"{A25}indikatorutveckling/"),
    ("anpassning", f"{SAM}klimatanpassningsnatverket/"),
    # abbreviations and long forms
    ("LEKS", f"{SAM}leks/"),
    ("Länsstyrelsernas energi- och klimatsamordning", f"{SAM}leks/"),
    ("energi- och klimatsamordning", f"{SAM}leks/"),
    ("RÅU", f"{A25}lopande-uppfoljning/"),
    ("regional årlig uppföljning", f"{A25}lopande-uppfoljning/"),
    ("FU27", f"{A25}fu27/"),
    ("fördjupad utvärdering", f"{A25}fu27/"),
    ("SKR", f"{SAM}skr/"),
    ("sveriges kommuner och regioner", f"{SAM}skr/"),
    ("Sveriges kommuner och landsting", f"{SAM}skr/"),
    ("HaV", f"{SAM}havs-och-vattenmyndigheten/"),
    ("havs- och vattenmyndigheten", f"{SAM}havs-och-vattenmyndigheten/"),
    # things by name
    ("cirkulär ekonomi", f"{A25}cirkular-ekonomi/"),
    ("allt om cirkulär ekonomi", f"{A25}cirkular-ekonomi/"),
    ("kulturmiljö", f"{A25}kulturmiljo/"),
    ("hälsa", f"{A25}halsa/"),
    ("folkhälsa", f"{SAM}folkhalsouppdraget/"),
    ("agenda 2030", f"{A25}agenda-2030/"),
    ("åtgärdswebben", f"{A25}atgardswebb/"),
    ("nobelmötet", f"{A25}nobelmotet/"),
    ("miljömålsdagarna", f"{A25}miljomalsdagarna/"),
    ("miljömålsrådet", f"{A25}miljomalsradet/"),
    ("landsbygd", f"{A25}landsbygd/"),
    ("skog", f"{A25}gron-infrastruktur/"),
    ("grön infrastruktur", f"{A25}gron-infrastruktur/"),
    ("räkna q", f"{A25}kulturmiljo/"),
    ("styrgruppen", f"{A25}styr-och-arbetsgrupp/"),
    ("näringslivet", f"{A25}naringsliv/"),
    ("kommuner", f"{A25}kommunstod/"),
    ("beredskap", f"{A25}robusthet/"),
    ("strategisk samhällsplanering", f"{A25}strategisk-samhallsplanering/"),
    ("översyn", f"{A25}oversyn-rus-stod/"),
    ("miljöövervakning", f"{SPÅR}miljoovervakning/"),
    ("Boverket", f"{SAM}boverket/"),
    ("riksantikvarieämbetet", f"{SAM}riksantikvarieambetet/"),
    ("naturvårdsverkets", f"{SAM}naturvardsverket/"),
    ("kolada", f"{SAM}rka/"),
    # as it is misspelt, or spelt elsewhere
    ("webinarium", f"{A25}cirkular-ekonomi/"),
    ("frukostwebinar", f"{A25}cirkular-ekonomi/"),
    ("konsekvnsanalys", f"{A25}halsa/"),
    # numbers
    ("4500000", "budget/2025/"),
    ("4 500 000", "budget/2025/"),
    ("anslag 1:2", "uppfoljning/2025/"),
    # other kinds of page
    ("kommunikation 2024", f"{A24}kommunikationsarbete/"),
    ("budget 2025", "budget/2025/"),
    ("löner", "budget/2025/"),
    ("mål 2025", "mal/2025/"),
    ("jämför 2024 2025", "jamfor/2024-2025/"),
    ("kommunikation", "omraden/kommunikation/"),
    ("tillgänglighet", "tillganglighet/"),
    ("felmeddelande", "redaktor/felmeddelanden/"),
    ("förkortningar", "ordlista/"),
]


@pytest.mark.parametrize(("query", "wanted"), QUERIES, ids=[query for query, _ in QUERIES])
def test_the_page_is_among_the_first_three(reader: Page, query: str, wanted: str) -> None:
    found = reader.evaluate(ASK, query)
    assert wanted in found["first"]
    assert not found["partly"]


@pytest.mark.parametrize(
    ("short", "long"),
    [("LEKS", "Länsstyrelsernas energi- och klimatsamordning"), ("RÅU", "regional årlig uppföljning"), ("RKA", "Rådet för främjande av kommunala analyser")],
)  # fmt: skip
def test_short_and_long_form_find_the_same_pages(reader: Page, short: str, long: str) -> None:
    assert reader.evaluate(ASK, short)["all"] == reader.evaluate(ASK, long)["all"] > 1


def test_a_number_with_parts_is_found_as_it_stands(reader: Page) -> None:
    assert reader.evaluate(ASK, "1:2")["all"] < 10


@pytest.mark.parametrize("query", ["anslag 1:2", "kommunikation 2024", "webbinarium"])
def test_the_guide_and_the_lists_of_changes_never_come_first(reader: Page, query: str) -> None:
    assert not [
        page for page in reader.evaluate(ASK, query)["first"][:2] if page.startswith(("redaktor/", "andringar/"))
    ]


def test_both_spellings_find_the_same_pages(reader: Page) -> None:
    assert reader.evaluate(ASK, "webinarium")["all"] == reader.evaluate(ASK, "webbinarium")["all"] > 10


def test_pages_with_some_of_the_words_come_when_none_has_all(reader: Page) -> None:
    found = reader.evaluate(ASK, "kulturmiljö rymdraket")
    assert found["partly"]
    assert f"{A25}kulturmiljo/" in found["first"]

"""The whole documents on paper, as Chromium prints them: everything in its order, and nothing that only a screen can use."""

import re
import unicodedata
from io import BytesIO

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader
from rusplan.data.collection import Samling
from rusplan.data.model import Ställning

from tests.built import Site, flat
from tests.served import served
from tests.typefaces import in_both_typefaces

LYING = ("aktiviteter/",)  # its table has more columns than a standing page has room for
WHOLE = ("planer/2024/utskrift/", "uppfoljning/2025/utskrift/")
SUMMARY = "uppfoljning/2025/sammanfattning/"
LISTS = (*LYING, "jamfor/2024-2025/", "andringar/")


@pytest.fixture(scope="module")
def printed(site: Site, browser: Browser) -> dict[str, list[str]]:
    """The text of each page of paper, by address; printed by a reader who uses dark mode."""
    context = browser.new_context(color_scheme="dark")
    tab, found = context.new_page(), {}
    with served(site.folder) as origin:
        for address in (*WHOLE, SUMMARY, "aktiviteter/2025/kulturstigar/", *LISTS):
            tab.goto(origin + address, wait_until="load")
            pdf = PdfReader(BytesIO(tab.pdf(prefer_css_page_size=True, print_background=True)))
            found[address] = [" ".join(page.extract_text().split()) for page in pdf.pages]
            box = pdf.pages[0].mediabox
            assert sorted((round(box.width), round(box.height))) == [595, 842], "A4"
            assert (box.width > box.height) == (address in LYING), address
    context.close()
    return found


def squeezed(text: str) -> str:
    """Without what setting a text on paper may add or take: spaces, hyphens, and letters drawn as one."""
    return re.sub(r"[\s\u00ad\u2010-]", "", unicodedata.normalize("NFKC", text))


def in_one(pages: list[str]) -> str:
    """The text of all pages of paper, squeezed, without the number that would stand in a text that goes on overleaf."""
    return "".join(squeezed(page.replace(f"{number} ({len(pages)})", "")) for number, page in enumerate(pages, 1))


def test_text_is_known_again_though_it_is_hyphenated_and_has_ligatures() -> None:
    assert squeezed("officiell besöksräkning") == squeezed("o\ufb03ciell besöks\u2010\nräk\u00adning")


@in_both_typefaces
@pytest.mark.parametrize(("address", "year"), [("planer/2024/utskrift/", 2024), ("uppfoljning/2025/utskrift/", 2025)])
def test_every_activity_stands_in_the_document_in_its_order(
    address: str, year: int, printed: dict[str, list[str]], samling: Samling
) -> None:
    paper = in_one(printed[address])
    at = paper.index("Status")  # past the list of contents, which has the titles too
    for activity in samling.årgångar[str(year)].aktiviteter.values():
        told = activity.plan if address.startswith("planer") else activity.utfall
        assert told
        assert told.innehåll.sammanfattning
        at = paper.find(squeezed(told.innehåll.sammanfattning.split("\n\n")[0]), at)
        assert at >= 0, activity.ref


@in_both_typefaces
@pytest.mark.parametrize("address", ["planer/2024/utskrift/", "uppfoljning/2025/utskrift/"])
def test_every_text_of_the_page_is_on_paper(address: str, printed: dict[str, list[str]], site: Site) -> None:
    paper = in_one(printed[address])
    for node in site[address].tree.css(".rp-utskrift :is(li > p, section > p, .rp-anmarkning p, dd)"):
        if node.css_first("a, button") is None and node.text():
            assert squeezed(node.text()) in paper, node.text()


@in_both_typefaces
def test_paper_has_no_menu_no_buttons_and_numbered_pages(printed: dict[str, list[str]]) -> None:
    for address, pages in printed.items():
        whole = " ".join(pages)
        for screen in (
            "Gå till innehållet",
            "Mörkt läge",
            "Kopiera länk",
            "Om webbplatsen",
            "Redigera uppgifterna",
            "Visa som tabell",
        ):
            # What has changed may tell of these by name.
            assert screen not in whole or address == "andringar/", (address, screen)
        assert all(f"{number} ({len(pages)})" in page for number, page in enumerate(pages, 1)), address


def test_contents_come_first_and_lead_to_each_part(site: Site) -> None:
    page = site["planer/2024/utskrift/"]
    links = [a.attributes["href"] or "" for a in page.tree.css(".rp-utskrift__innehall a")]
    assert len(links) > 12
    assert all(link[1:] in page.ids for link in links)


def test_plan_and_report_lead_to_the_whole_document(site: Site) -> None:
    assert "planer/2024/utskrift/" in site["planer/2024/"].links
    assert "uppfoljning/2025/utskrift/" in site["uppfoljning/2025/"].links


@in_both_typefaces
def test_summary_of_a_report_is_at_most_four_pages_with_all_that_was_not_done_the_money_and_the_goals(
    printed: dict[str, list[str]], site: Site, samling: Samling
) -> None:
    assert len(printed[SUMMARY]) <= 4
    paper, year = in_one(printed[SUMMARY]), samling.årgångar["2025"]
    told = [a.titel for a in year.aktiviteter.values() if year.ställning(a) in (Ställning.DELVIS, Ställning.EJ)]
    told += [a.titel for a in year.aktiviteter.values() if a.utfall and a.utfall.innehåll.avvikelser]
    assert len(told) > 5
    assert year.mål
    assert year.budget
    told += [goal.titel for goal in year.mål.innehåll.mål] + [line.titel for line in year.budget.innehåll.rader]
    for text in (*told, "6 av 10 aktiviteter", "828 550,50 kr", "51 449,50 kr"):
        assert squeezed(text) in paper, text
    assert SUMMARY in site["uppfoljning/2025/"].links


def test_no_row_or_box_of_facts_is_cut_in_two(site: Site, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 680, "height": 900})
    page.emulate_media(media="print")
    page.goto((site.folder / "uppfoljning/2025/utskrift/index.html").as_uri())
    kept = page.evaluate(
        "[...document.querySelectorAll('tr, .rp-faktaruta, .rp-anmarkning')].map(e => getComputedStyle(e).breakInside)"
    )
    page.close()
    assert len(kept) > 20
    assert set(kept) == {"avoid"}


@in_both_typefaces
def test_folded_parts_are_printed_open(printed: dict[str, list[str]], site: Site) -> None:
    paper = in_one(printed["andringar/"])
    folded = site["andringar/"].tree.css("details.rp-vik")
    assert folded
    for node in folded:
        for row in node.css("li, summary"):
            assert squeezed(row.text())[:40] in paper, row.text()


@in_both_typefaces
def test_each_page_of_the_activities_has_the_headings_and_every_column(
    printed: dict[str, list[str]], site: Site
) -> None:
    pages = printed["aktiviteter/"]
    heads = [flat(th.text()) for th in site["aktiviteter/"].tree.css(".rp-aktiviteter thead th")]
    assert len(heads) == 9
    for number, page in enumerate(pages):
        assert all(head in page for head in heads) or "2024" not in page, number
    paper = in_one(pages)
    for row in site["aktiviteter/"].tree.css(".rp-aktiviteter tbody tr"):
        assert squeezed(row.css("td")[-1].text()) in paper


@in_both_typefaces
def test_title_of_a_picture_is_not_left_alone_at_the_end_of_a_page(printed: dict[str, list[str]], site: Site) -> None:
    titles = [flat(node.text()) for node in site["jamfor/2024-2025/"].tree.css(".rp-figur__titel")]
    assert len(titles) > 2
    for page in printed["jamfor/2024-2025/"]:
        assert not page.endswith(tuple(titles)), page[-80:]


@pytest.mark.parametrize("high", [True, False])
def test_picture_that_is_higher_than_a_page_is_printed_as_its_table(high: bool, site: Site, browser: Browser) -> None:
    page = site["jamfor/2024-2025/"]
    figure = page.tree.css("figure.rp-figur")[-1]
    table = squeezed("".join(node.text() for node in figure.css("thead")))
    tab = browser.new_page()
    tab.goto((page.path).as_uri())
    tab.evaluate(
        "high => [...document.querySelectorAll('figure.rp-figur')].at(-1).classList.toggle('rp-figur--hog', high)", high
    )
    pdf = PdfReader(BytesIO(tab.pdf(prefer_css_page_size=True)))
    tab.close()
    paper = in_one([" ".join(sheet.extract_text().split()) for sheet in pdf.pages])
    assert (table in paper) is high

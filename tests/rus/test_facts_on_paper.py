"""Two hundred facts of the sources, read by hand, stand where a reader looks for them: on the page, in the PDF and in Word."""

import re
import unicodedata
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader
from rusplan.data.collection import Samling
from rusplan.paper.handlingar import plan_document, report_document, workshop
from rusplan.paper.pdf_file import pdf
from rusplan.paper.word_file import word
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt
from selectolax.lexbor import LexborHTMLParser

from tests.built import Site

pytestmark = pytest.mark.rus
ROWS = (Path(__file__).parent / "fakta.txt").read_text(encoding="utf-8").splitlines()
FACTS = [tuple(row.split(" | ")) for row in ROWS if not row.startswith("#")]
PAGES = {"plan-2024": "planer/2024/utskrift/", "uppfoljning-2025": "uppfoljning/2025/utskrift/"}
Texts = Mapping[str, str]


def squeezed(text: str) -> str:
    """Letters and figures alone: how they are set differs between the forms."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text))


def section(text: str, year: str, name: str, ids: list[str]) -> str:
    """What stands under the address of an activity, up to that of the next one."""
    if name == "-":
        return squeezed(text)
    squeezed_text = squeezed(text)
    starts = [squeezed_text.find(squeezed(f"plan.rus.se/aktiviteter/{year}/{each}/")) for each in ids]
    here = starts[ids.index(name)]
    assert here >= 0, name
    return squeezed_text[here : min((start for start in starts if start > here), default=None)]


@pytest.fixture(scope="module")
def papers(samling: Samling) -> Mapping[str, tuple[str, str]]:
    """The text of each document as PDF and as Word."""
    made_from = workshop(Sajt(samling=samling, bas="https://plan.rus.se/"), Renderer(samling))
    found = {}
    for name, make in (("plan-2024", plan_document), ("uppfoljning-2025", report_document)):
        document = make(made_from, samling.årgångar[name[-4:]])
        assert document
        pages = PdfReader(BytesIO(pdf(document))).pages
        body = docx.Document(BytesIO(word(document))).element.body
        found[name] = (
            "".join(page.extract_text() for page in pages),
            "".join(node.text or "" for node in body.iter(qn("w:t"))),
        )
    return found


def test_two_hundred_facts_are_listed_each_once() -> None:
    assert len(FACTS) == len(set(FACTS)) >= 200


@pytest.mark.parametrize("form", [0, 1], ids=["pdf", "word"])
def test_each_fact_stands_under_its_activity_on_paper(
    form: int, papers: Mapping[str, tuple[str, str]], samling: Samling
) -> None:
    missing = []
    for name, about, fact in FACTS:
        ids = list(samling.årgångar[name[-4:]].aktiviteter)
        if squeezed(fact) not in section(papers[name][form], name[-4:], about, ids):
            missing.append((name, about, fact))
    assert not missing


def test_each_fact_stands_under_its_activity_on_the_page(site: Site) -> None:
    missing = []
    for name, about, fact in FACTS:
        html = site[PAGES[name]].html
        if about != "-":
            (found,) = LexborHTMLParser(html).css(f"section[aria-labelledby='aktivitet-{about}']")
            html = found.html or ""
        told = squeezed(LexborHTMLParser(html).text(separator=" "))
        if squeezed(fact) not in told:
            missing.append((name, about, fact))
    assert not missing

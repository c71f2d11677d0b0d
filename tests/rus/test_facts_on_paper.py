"""Two hundred facts of the sources, read by hand, stand where a reader looks for them: on the page, in the PDF and in Word."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
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


def squeezed(text: str) -> str:
    """Letters and figures alone: how they are set differs between the forms."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text))


def sections(text: str, year: str, ids: Iterable[str]) -> Mapping[str, str]:
    """What stands under the address of each activity, up to that of the next one; and all of it."""
    starts = {name: text.find(squeezed(f"plan.rus.se/aktiviteter/{year}/{name}/")) for name in ids}
    assert min(starts.values()) >= 0, starts
    ends = [*sorted(starts.values())[1:], len(text)]
    in_order = sorted(starts, key=starts.__getitem__)
    return {"-": text} | {name: text[starts[name] : end] for name, end in zip(in_order, ends, strict=True)}


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
    told = {
        name: sections(squeezed(texts[form]), name[-4:], samling.årgångar[name[-4:]].aktiviteter)
        for name, texts in papers.items()
    }
    missing = [(name, about, fact) for name, about, fact in FACTS if squeezed(fact) not in told[name][about]]
    assert not missing


def test_each_fact_stands_under_its_activity_on_the_page(site: Site) -> None:
    told = {}
    for name, address in PAGES.items():
        tree = LexborHTMLParser(site[address].html)
        told[name, "-"] = squeezed(tree.text(separator=" "))
        for part in tree.css("section[aria-labelledby^='aktivitet-']"):
            about = (part.attributes["aria-labelledby"] or "").removeprefix("aktivitet-")
            told[name, about] = squeezed(part.text(separator=" "))
    missing = [(name, about, fact) for name, about, fact in FACTS if squeezed(fact) not in told[name, about]]
    assert not missing

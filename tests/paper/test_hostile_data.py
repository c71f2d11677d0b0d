"""Texts that would be alive if a document took them for markup, fields or formulas come out of every document as the texts they are."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import docx
import pdfua
import pikepdf
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader
from rusplan.checks import read_collection
from rusplan.paper.handling import Handling
from rusplan.paper.handlingar import handlingar, workshop
from rusplan.paper.pdf_file import pdf
from rusplan.paper.word_file import word
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt

from tests.build.hostile import Hostile
from tests.invented import lay_out
from tests.paper.conftest import HOST
from tests.paper.test_pdf import squeezed

NUMBER = re.compile(r"T(\d+)T")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Hostile, Mapping[str, Handling]]:
    """The documents of an invented body, each text of which is hostile."""
    root = lay_out(tmp_path_factory.mktemp("hostile") / "projekt")
    texts = Hostile()
    texts.write(root)
    samling = read_collection(root)
    made_from = workshop(Sajt(samling=samling, bas=HOST), Renderer(samling))
    return texts, {document.namn: document for document in handlingar(made_from)}


def told(text: str) -> str:
    """As it is set: quotation marks of the house, and spaces as they fall."""
    return re.sub(r"[\"”'’]", "", squeezed(text))


def test_every_text_stands_in_word_as_it_is(hostile: tuple[Hostile, Mapping[str, Handling]]) -> None:
    texts, documents = hostile
    whole = ""
    for document in documents.values():
        file = docx.Document(BytesIO(word(document)))
        whole += "".join(node.text or "" for node in file.element.body.iter(qn("w:t")))
        assert {node.text.split()[0] for node in file.element.body.iter(qn("w:instrText"))} <= {"TOC"}
        targets = [relation.target_ref for relation in file.part.rels.values() if relation.is_external]
        assert all(target.startswith(("https://", "http://", "mailto:")) for target in targets)
    numbers, shown = set(map(int, NUMBER.findall(whole))), told(whole)
    assert len(numbers) > 100
    # A summary shows the first sentence of what the report tells whole.
    assert not [texts.places[n] for n in numbers if told(texts.texts[n].split(" # rubrik - punkt")[0]) not in shown]


def test_a_pdf_of_such_texts_is_as_accessible_as_any_and_leads_nowhere_else(
    hostile: tuple[Hostile, Mapping[str, Handling]], tmp_path: Path
) -> None:
    texts, documents = hostile
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf(documents["plan-2025"]))
    assert not pdfua.validate(str(path)).findings
    paper = told("".join(page.extract_text() for page in PdfReader(path).pages))
    numbers = set(map(int, NUMBER.findall(paper)))
    assert (
        sum(told(texts.texts[number].split(" # rubrik - punkt")[0]) in paper for number in numbers) > len(numbers) * 0.9
    )
    with pikepdf.open(path) as file:
        targets = [
            str(note.A.URI) for page in file.pages for note in page.get("/Annots", []) if "/URI" in note.get("/A", {})
        ]
        assert targets
        assert all(target.startswith(("https://", "http://", "mailto:")) for target in targets)
        assert "/JavaScript" not in str(file.Root.get("/Names", {}))

"""The documents as Word: everything in its order, with styles, headers and alternatives that programs and screen readers use."""

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import pairwise

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from rusplan.paper.document_blocks import Blockrubrik, Figur
from rusplan.paper.handling import Handling
from rusplan.paper.word_file import word

from tests.paper.made_up import document_of
from tests.paper.texts import notes_of, texts_of

FIELDS = (
    '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" } { INCLUDETEXT x } <w:t>&amp;</w:t> ]]> {{ 7*7 }} =1+1'
)


@pytest.fixture(scope="module")
def files(documents: Mapping[str, Handling]) -> Mapping[str, Document]:
    """Each document as python-docx opens it."""
    return {name: docx.Document(BytesIO(word(document))) for name, document in documents.items()}


def texts(part: BaseOxmlElement) -> Iterator[str]:
    """The text of each paragraph, those of tables in their place."""
    for paragraph in part.iter(qn("w:p")):
        yield "".join(
            node.text or "" if node.tag == qn("w:t") else "\n" for node in paragraph.iter(qn("w:t"), qn("w:br"))
        )


def notes_in(file: Document) -> str:
    (part,) = (part for part in file.part.package.iter_parts() if part.partname == "/word/footnotes.xml")
    blob: bytes = part.blob
    return blob.decode()


def test_every_text_of_a_document_stands_in_its_file_in_the_same_order(
    files: Mapping[str, Document], documents: Mapping[str, Handling]
) -> None:
    for name, file in files.items():
        whole = "\n".join(texts(file.element.body))
        at = whole.rindex(documents[name].titel) if not documents[name].framsida else 0
        for text in texts_of(documents[name].block):
            at = whole.find(text, at)
            assert at >= 0, (name, text)


def test_every_note_is_a_footnote(files: Mapping[str, Document], documents: Mapping[str, Handling]) -> None:
    marks = 0
    for name, file in files.items():
        told = notes_in(file)
        notes = list(notes_of(documents[name].block))
        assert len(file.element.body.xpath(".//w:footnoteReference")) == len(notes)
        assert told.count("<w:footnoteRef/>") == len(notes)
        marks += len(notes)
    assert marks


def test_headings_have_levels_that_follow_each_other(
    files: Mapping[str, Document], documents: Mapping[str, Handling]
) -> None:
    for name, file in files.items():
        found = [(int(p.style.name[-1]), p.text) for p in file.paragraphs if p.style and p.style.name[:8] == "Heading "]
        expected = [block for block in documents[name].block if isinstance(block, Blockrubrik)]
        assert [text for _, text in found] == ["".join(piece.text for piece in block.text) for block in expected]
        assert all(after - before <= 1 for (before, _), (after, _) in pairwise(found)), found


def test_each_table_has_a_header_row_that_repeats_and_each_picture_says_what_it_shows(
    files: Mapping[str, Document], documents: Mapping[str, Handling]
) -> None:
    tables = pictures = 0
    for name, file in files.items():
        for table in file.tables:
            assert table._tbl.xpath("w:tr[1]/w:trPr/w:tblHeader")
        alternatives = [str(told.get("descr")) for told in file.element.body.iter(qn("wp:docPr"))]
        assert alternatives == [block.i_ord for block in documents[name].block if isinstance(block, Figur)]
        tables, pictures = tables + len(file.tables), pictures + len(alternatives)
    assert tables
    assert pictures


def test_a_long_document_begins_with_its_contents_as_a_field_whose_entries_lead_to_their_headings(
    files: Mapping[str, Document], documents: Mapping[str, Handling]
) -> None:
    for name in (name for name, document in documents.items() if document.framsida):
        body = files[name].element.body
        assert body.xpath(".//w:instrText")[0].text.split()[0] == "TOC"
        anchors = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None}
        assert anchors
        assert anchors <= {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}


def test_the_file_says_its_title_and_is_in_swedish(
    files: Mapping[str, Document], documents: Mapping[str, Handling]
) -> None:
    for name, file in files.items():
        told = file.core_properties
        assert (told.title, told.language, told.author) == (documents[name].titel, "sv-SE", documents[name].av)
        assert file.styles.element.xpath("w:docDefaults//w:lang/@w:val") == ["sv-SE"]


def test_the_same_document_is_the_same_bytes_whenever_it_is_made(documents: Mapping[str, Handling]) -> None:
    for document in (documents["budget-2025"], documents["plan-2024"]):
        made = word(document)
        assert made == word(document)
        with zipfile.ZipFile(BytesIO(made)) as file:
            assert {info.date_time[0] for info in file.infolist()} == {1980}


def test_codes_of_fields_and_markup_in_a_text_are_text() -> None:
    file = docx.Document(BytesIO(word(document_of(FIELDS))))
    assert "\n".join(texts(file.element.body)).count(FIELDS) >= 8
    fields = [node.text for node in file.element.body.iter(qn("w:instrText"))]
    assert [field.split()[0] for field in fields] == ["TOC"]
    assert "DDEAUTO" in notes_in(file)
    assert "instrText" not in notes_in(file)

"""Footnotes of a Word file, which python-docx does not write: a part of its own, and marks in the text."""

from html import escape

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from rusplan.paper.document_blocks import Textbit, Textrad, Textstil

# Word asks for the two lines that part notes from text before any note.
LINES = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{line}/></w:r></w:p></w:footnote>'
    for number, kind, line in ((-1, "separator", "separator"), (0, "continuationSeparator", "continuationSeparator"))
)
NOTE = (
    '<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    "<w:footnoteRef/></w:r>{runs}</w:p></w:footnote>"
)
MARK = '<w:r {ns}><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


class Fotnoter:
    """The notes of one file, in the order of their marks."""

    def __init__(self) -> None:
        self._notes: list[str] = []

    def mark(self, text: Textrad) -> BaseOxmlElement:
        """The mark of a new note."""
        number = len(self._notes) + 1
        self._notes.append(NOTE.format(number=number, runs="".join(map(_run, (Textbit(" "), *text)))))
        return parse_xml(MARK.format(ns=nsdecls("w"), number=number))

    def add_to(self, document: Document) -> None:
        """Put the notes into the file."""
        xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>{LINES}{"".join(self._notes)}</w:footnotes>'
        package = document.part.package
        assert package
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _run(piece: Textbit) -> str:
    bold = "<w:rPr><w:b/></w:rPr>" if piece.stil is Textstil.FET else ""
    return f'<w:r>{bold}<w:t xml:space="preserve">{escape(piece.text)}</w:t></w:r>'

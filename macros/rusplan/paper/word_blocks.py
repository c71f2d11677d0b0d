"""The blocks of a document as elements of a Word file."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt

from rusplan.paper.document_blocks import (
    Block,
    Blocklista,
    Blockrubrik,
    Blocktabell,
    Faktalista,
    Figur,
    Stycke,
    Styckeslag,
    Textbit,
    Textrad,
    Textstil,
    Ändringsruta,
)
from rusplan.paper.raster import png
from rusplan.paper.word_contents import bookmarked
from rusplan.paper.word_tables import table
from rusplan.paper.word_text import Textskrivare

STYLES = {
    Styckeslag.INGRESS: "Ingress",
    Styckeslag.NOTIS: "Notis",
    Styckeslag.KÄLLA: "Kalla",
    Styckeslag.DÄMPAT: "Kalla",
    Styckeslag.RUBRIK: "Mellanrubrik",
    Styckeslag.ADRESS: "Adress",
}
# The styles of a point in a list, and of what follows in it, by how deep the list lies.
POINTS, FOLLOWING = ("ListBullet", "ListBullet2", "ListBullet3"), ("ListContinue", "ListContinue2", "ListContinue3")
DEEPEST_HEADING = 5


class Blockskrivare:
    """Writes the blocks of one file."""

    def __init__(self, file: Document, text: Textskrivare) -> None:
        self._file, self._text, self._headings = file, text, 0

    def elements(self, blocks: Iterable[Block], style: str = "Normal", depth: int = 0) -> Iterator[BaseOxmlElement]:
        """Blocks in their order; `style` is that of plain paragraphs, and `depth` that of a list in them."""
        for block in blocks:
            yield from self._element(block, style, depth)

    def _element(self, block: Block, style: str, depth: int) -> Iterable[BaseOxmlElement]:
        match block:
            case Blockrubrik():
                return [self._heading(block)]
            case Stycke():
                return [self._text.paragraph(block.text, style if depth else STYLES.get(block.slag, style))]
            case Blocklista():
                return self._list(block, depth)
            case Faktalista():
                return self._facts(block)
            case Blocktabell():
                return table(block, self._text)
            case Figur():
                return self._picture(block)
            case Ändringsruta():
                return self._changed(block)

    def _heading(self, block: Blockrubrik) -> BaseOxmlElement:
        self._headings += 1
        paragraph = self._text.paragraph(block.text, f"Heading{min(block.nivå, DEEPEST_HEADING)}")
        return bookmarked(paragraph, self._headings)

    def _list(self, block: Blocklista, depth: int) -> Iterator[BaseOxmlElement]:
        level = min(depth, len(POINTS) - 1)
        for point in block.punkter:
            first, *rest = point
            yield from self._element(first, POINTS[level], depth + 1)
            yield from self.elements(rest, FOLLOWING[level], depth + 1)

    def _facts(self, block: Faktalista) -> Iterator[BaseOxmlElement]:
        for name, value in block.rader:
            match value:
                case (Stycke(text), *rest):
                    yield self._text.paragraph((*_bold(name), *text), "Fakta")
                case rest:
                    yield self._text.paragraph(_bold(name), "Fakta")
            yield from self.elements(rest, "Fakta")

    def _picture(self, block: Figur) -> Iterator[BaseOxmlElement]:
        note = f" {block.förklaring}" if block.förklaring else ""
        yield self._text.paragraph((Textbit(block.titel), Textbit(note, Textstil.DÄMPAD)), "Caption")
        paragraph = self._file.add_paragraph()
        shape = paragraph.add_run().add_picture(BytesIO(png(block)), width=Pt(block.på_papper))
        told = shape._inline.docPr
        told.set("name", f"Bild {told.get('id')}")
        told.set("descr", block.i_ord)
        yield paragraph._p

    def _changed(self, block: Ändringsruta) -> Iterator[BaseOxmlElement]:
        return self.elements(block.block, "Andrat", 0)


def _bold(name: Textrad) -> Textrad:
    return (*(replace(piece, stil=Textstil.FET) for piece in name), Textbit(": ", Textstil.FET))

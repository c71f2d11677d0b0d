"""Lines of text as paragraphs of a Word file, with links that work and marks of notes."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from rusplan.paper.document_blocks import Textbit, Textrad, Textstil
from rusplan.paper.word_notes import Fotnoter

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def element(name: str, /, *inner: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    """An element with what stands in it."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    made.extend(inner)
    return made


def run(text: str, *look: BaseOxmlElement) -> BaseOxmlElement:
    """A run of text; «\\n» begins a new line."""
    made = element("r", element("rPr", *look)) if look else element("r")
    for number, row in enumerate(text.split("\n")):
        if number:
            made.append(element("br"))
        words = element("t")
        words.text = row
        words.set(SPACE, "preserve")
        made.append(words)
    return made


class Textskrivare:
    """Writes the text of one file."""

    def __init__(self, part: Part, notes: Fotnoter) -> None:
        self._part, self._notes = part, notes

    def paragraph(self, line: Textrad, style: str) -> BaseOxmlElement:
        """A paragraph in a style, told by its id."""
        return element("p", element("pPr", element("pStyle", val=style)), *self.runs(line))

    def runs(self, line: Textrad) -> list[BaseOxmlElement]:
        """What stands in a line."""
        return [made for piece in line for made in self._piece(piece)]

    def _piece(self, piece: Textbit) -> list[BaseOxmlElement]:
        made = [self._text(piece)] if piece.text else []
        return [*made, self._notes.mark(piece.not_)] if piece.not_ else made

    def _text(self, piece: Textbit) -> BaseOxmlElement:
        if piece.länk:
            target = self._part.relate_to(piece.länk, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link = element("hyperlink", run(piece.text, element("rStyle", val="Hyperlink")))
            link.set(qn("r:id"), target)
            return link
        if piece.stil is Textstil.FET:
            return run(piece.text, element("b"))
        if piece.stil is Textstil.DÄMPAD:
            return run(piece.text, element("rStyle", val="Dampad"))
        return run(piece.text)

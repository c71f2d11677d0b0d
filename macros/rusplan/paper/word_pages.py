"""The pages of a Word file: A4, with its title and whom it is from above each, and the page's number below."""

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Cm

from rusplan.paper.handling import Handling
from rusplan.paper.word_text import element, run

# Where what stands to the right ends: the width of the text, in twentieths of a point.
RIGHT = "8950"


def set_pages(file: Document, told: Handling) -> None:
    """Set the only section of a new file; its first page has the title itself."""
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.6)
    section.top_margin = section.bottom_margin = Cm(2.6)
    section.different_first_page_header_footer = True
    _head(section, told)
    _foot(section, told)


def _head(section: Section, told: Handling) -> None:
    paragraph = section.header.paragraphs[0]._p
    _to_the_right(paragraph)
    paragraph.extend([run(told.titel), element("r", element("tab")), run(told.av)])


def _foot(section: Section, told: Handling) -> None:
    paragraph = section.footer.paragraphs[0]._p
    _to_the_right(paragraph)
    paragraph.extend([run(told.webbsida.partition("://")[2]), element("r", element("tab")), run("Sida ")])
    paragraph.extend([_field("PAGE"), run(" av "), _field("NUMPAGES")])


def _to_the_right(paragraph: BaseOxmlElement) -> None:
    """One tab stop, at the right edge, in place of those that the style has."""
    gone = (element("tab", val="clear", pos=place) for place in ("4680", "9360"))
    paragraph.get_or_add_pPr().append(element("tabs", *gone, element("tab", val="right", pos=RIGHT)))


def _field(name: str) -> BaseOxmlElement:
    return element("fldSimple", run("1"), instr=name)

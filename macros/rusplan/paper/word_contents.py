"""The list of contents of a Word file: a field that Word and LibreOffice fill with page numbers, with the headings in it from the start."""

from collections.abc import Iterable, Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from rusplan.paper.document_blocks import Block, Blockrubrik
from rusplan.paper.word_text import element, run

DEPTH = 2
FIELD = f' TOC \\o "1-{DEPTH}" \\h \\z \\u '
TITLE = "Innehåll"


def contents(blocks: Iterable[Block]) -> Iterator[BaseOxmlElement]:
    """The heading of the list and the field; every entry leads to its heading."""
    yield element("p", _style("TOCHeading"), run(TITLE))
    listed = list(_numbered(blocks))
    for place, (name, level, text) in enumerate(listed):
        link = element("hyperlink", run(text), anchor=name, history="1")
        begin = [*_begin()] if place == 0 else []
        end = [element("r", element("fldChar", fldCharType="end"))] if place == len(listed) - 1 else []
        yield element("p", _style(f"TOC{level}"), *begin, link, *end)


def _style(name: str) -> BaseOxmlElement:
    return element("pPr", element("pStyle", val=name))


def _begin() -> Iterator[BaseOxmlElement]:
    instruction = element("instrText")
    instruction.text = FIELD
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    yield element("r", element("fldChar", fldCharType="begin", dirty="true"))
    yield element("r", instruction)
    yield element("r", element("fldChar", fldCharType="separate"))


def _numbered(blocks: Iterable[Block]) -> Iterator[tuple[str, int, str]]:
    """The name, level and text of each heading that is listed, with the number that its style gives it."""
    counts = [0] * DEPTH
    for number, block in enumerate(headings(blocks), 1):
        if block.nivå <= DEPTH:
            counts[block.nivå - 1] += 1
            counts[block.nivå :] = [0] * (DEPTH - block.nivå)
            told = ".".join(map(str, counts[: block.nivå]))
            yield heading_name(number), block.nivå, f"{told} {''.join(piece.text for piece in block.text)}"


def headings(blocks: Iterable[Block]) -> Iterator[Blockrubrik]:
    """The headings of a document, in their order."""
    return (block for block in blocks if isinstance(block, Blockrubrik))


def heading_name(number: int) -> str:
    """What the list calls a heading, by its number among all."""
    return f"_Toc{number:06}"


def bookmarked(paragraph: BaseOxmlElement, number: int) -> BaseOxmlElement:
    """The paragraph of a heading, marked so that the list finds it."""
    paragraph.insert(1, element("bookmarkStart", id=str(number), name=heading_name(number)))
    paragraph.append(element("bookmarkEnd", id=str(number)))
    return paragraph

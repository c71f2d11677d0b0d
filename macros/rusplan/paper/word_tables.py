"""Tables of a Word file: rows that are not parted, a header row that repeats on each page, and thin lines."""

from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from rusplan.paper.columns import length, widths
from rusplan.paper.document_blocks import Blocktabell, Tabellcell
from rusplan.paper.word_text import Textskrivare, element

WIDTH = 8950  # of the text on a page, in twentieths of a point
LETTER, AIR = 125, 240  # of a letter in a column of numbers, and beside it
LINES = (("top", "8"), ("bottom", "8"), ("insideH", "4"))


def table(block: Blocktabell, text: Textskrivare) -> list[BaseOxmlElement]:
    """The title, the table, and a line of air after it."""
    title = [text.paragraph(block.titel, "Caption")] if block.titel else []
    columns = _columns(block)
    grid = element("tblGrid", *(element("gridCol", w=str(width)) for width in columns))
    rows = [_row(block.huvud, columns, text, head=True)]
    rows += [_row(cells, columns, text) for cells in block.rader]
    rows += [_row(cells, columns, text, bold=True) for cells in block.fot]
    return [*title, element("tbl", _properties(), grid, *rows), text.paragraph((), "Tabelltext")]


def _properties() -> BaseOxmlElement:
    lines = (element(side, val="single", sz=size, space="0", color="8A8F94") for side, size in LINES)
    return element(
        "tblPr",
        element("tblW", w=str(WIDTH), type="dxa"),
        element("tblBorders", *lines),
        element("tblLayout", type="fixed"),
        element("tblLook", firstRow="1", firstColumn="1", lastRow="0", lastColumn="0", noHBand="1", noVBand="1"),
    )


def _columns(block: Blocktabell) -> list[int]:
    """How wide each column is: the numbers first, and the texts share what is left."""
    shares = widths(block)
    numbers = {n: AIR + LETTER * _longest(block, n) for n, share in enumerate(shares) if not share}
    needed, texts = sum(numbers.values()), sum(shares)
    room = min(needed, WIDTH * 2 // 3) if texts else WIDTH
    return [(WIDTH - room) * share // texts if share else numbers[n] * room // needed for n, share in enumerate(shares)]


def _longest(block: Blocktabell, column: int) -> int:
    """The longest of the numbers of a column and of the words of its heading."""
    words = "".join(piece.text for piece in block.huvud[column].text).split(" ")
    cells = [row[column] for row in (*block.rader, *block.fot) if column < len(row)]
    return max((*map(len, words), *map(length, cells)))


def _row(
    cells: Sequence[Tabellcell], columns: Sequence[int], text: Textskrivare, *, head: bool = False, bold: bool = False
) -> BaseOxmlElement:
    marks = [element("cantSplit"), *([element("tblHeader")] if head else [])]
    made = [_cell(cell, width, text, head=head, bold=bold) for cell, width in zip(cells, columns, strict=False)]
    return element("tr", element("trPr", *marks), *made)


def _cell(cell: Tabellcell, width: int, text: Textskrivare, *, head: bool, bold: bool) -> BaseOxmlElement:
    paragraph = text.paragraph(cell.text, "Tabellhuvud" if head else "Tabelltext")
    if cell.tal:
        paragraph[0].append(element("jc", val="right"))
    if bold:
        for run in paragraph.xpath("w:r"):
            run.insert(0, element("rPr", element("b")))
    return element("tc", element("tcPr", element("tcW", w=str(width), type="dxa")), paragraph)

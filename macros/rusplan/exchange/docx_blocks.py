"""A Word file -> its headings, paragraphs, points and tables in order, with every word that a reader of it would see."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from rusplan.editing.changed_together import Avslag
from rusplan.exchange.extra import needed, refuse_too_large
from rusplan.tools.record import record

HEADING = re.compile(r"(?:heading|rubrik) ?(\d)", re.I)
TITLE = re.compile(r"(?:title|titel|rubrik|underrubrik|subtitle)", re.I)
CONTENTS = re.compile(r"(?:toc|innehåll|table of contents)", re.I)
POINT = re.compile(r"(?:list|lista|punkt)", re.I)
LEVEL = re.compile(r"(\d)\s*$")
# A point that somebody has typed the sign of; a number that somebody has typed before a heading.
TYPED = re.compile(r"^\s*(?:[•●▪■◦‣·*]|[-–—](?=\s))\s*")
NUMBERED = re.compile(r"^\s*(\d+(?:\.\d+)*)[.)]?\s+(?=\S)")
# A bold line that is longer is no heading.
LONGEST = 140
UNREADABLE = "Filen går inte att läsa som ett Word-dokument. Spara den som .docx och läs in den igen."


@record
class Textstycke:
    """A heading, a point or a paragraph. `nivå` is that of a heading or a point (0 is the highest), None for a paragraph; `storlek` is the size
    of its letters in points, where it tells."""

    text: str
    slag: str = "text"
    nivå: int | None = None
    är_fet: bool = False
    storlek: float = 0
    nummer: str = ""


@record
class Texttabell:
    """A table: its rows, each with the paragraphs of its cells."""

    rader: tuple[tuple[tuple[Textstycke, ...], ...], ...]


Block = Textstycke | Texttabell


@record
class Worddokument:
    """What a Word file says: its blocks in order, and what stands beside them (footnotes, page heads and feet, comments)."""

    block: tuple[Block, ...]
    bredvid: tuple[str, ...]


def read_document(raw: bytes) -> Worddokument:
    """The blocks of a Word file. Raises `Avslag` for what is none."""
    docx = needed("docx")
    refuse_too_large(raw, "Ett dokument")
    try:
        document = docx.Document(BytesIO(raw))
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, docx.opc.exceptions.PackageNotFoundError):
        raise Avslag(UNREADABLE) from None
    found = [block for item in document.iter_inner_content() for block in _blocks(item)]
    return Worddokument(block=tuple(found), bredvid=tuple(dict.fromkeys(_beside(document))))


def _blocks(item: Any) -> Iterator[Block]:
    if hasattr(item, "rows"):
        yield Texttabell(rader=tuple(tuple(_cells(row)) for row in item.rows))
    elif (block := _paragraph(item)) is not None:
        yield block


def _cells(row: Any) -> Iterator[tuple[Textstycke, ...]]:
    """The cells of a row, one that is merged over several columns once."""
    seen: list[Any] = []
    for cell in row.cells:
        if not any(cell._tc is other for other in seen):
            seen.append(cell._tc)
            yield tuple(found for part in cell.iter_inner_content() for found in _in_cell(part))


def _in_cell(part: Any) -> Iterator[Textstycke]:
    """The paragraphs of a cell, those of a table within it too."""
    if hasattr(part, "rows"):
        yield from (found for row in part.rows for cell in _cells(row) for found in cell)
    elif (found := _paragraph(part)) is not None:
        yield found


def _paragraph(part: Any) -> Textstycke | None:
    """A paragraph as what it is; None for an empty one, and for a row in a list of contents."""
    text = visible_text(part._p)
    style = part.style.name or "" if part.style is not None else ""
    if not text or CONTENTS.match(style):
        return None
    number = NUMBERED.match(text)
    level = _heading_level(part, style)
    depth = _point_level(part, style)
    kind, own = ("rubrik", level) if level is not None else ("text", None)
    if kind == "text" and (depth is not None or TYPED.match(text)):
        kind, own, text = "punkt", depth or 0, TYPED.sub("", text)
    bold, size = _is_bold(part), _size(part)
    return Textstycke(text=text, slag=kind, nivå=own, är_fet=bold, storlek=size, nummer=number[1] if number else "")


def visible_text(element: Any) -> str:
    """All that is read in an element: what has been added in a proposal too, not what has been taken away or is there twice."""
    words = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    found = []
    for part in element.iter(f"{words}t", f"{words}tab", f"{words}br", f"{words}noBreakHyphen"):
        if any(above.tag.rpartition("}")[2] in ("Fallback", "moveFrom", "del") for above in part.iterancestors()):
            continue
        found.append({"t": part.text or "", "noBreakHyphen": "-"}.get(part.tag.rpartition("}")[2], " "))
    return " ".join("".join(found).split())


def _heading_level(part: Any, name: str) -> int | None:
    """The level of a heading, by its style, a style that this one is made from, or what the paragraph says itself."""
    style = part.style
    while style is not None:
        if found := HEADING.match(style.name or ""):
            return int(found[1])
        style = style.base_style
    if TITLE.fullmatch(name):
        return 0
    outline = part._p.xpath("./w:pPr/w:outlineLvl/@w:val")
    return int(outline[0]) + 1 if outline and int(outline[0]) < 9 else None


def _point_level(part: Any, style: str) -> int | None:
    """How deep in a list a paragraph stands; None for one that stands in none."""
    depth = part._p.xpath("./w:pPr/w:numPr/w:ilvl/@w:val")
    if depth:
        return int(depth[0])
    if POINT.match(style):
        number = LEVEL.search(style)
        return int(number[1]) - 1 if number else 0
    return 0 if part._p.xpath("./w:pPr/w:numPr") else None


def _is_bold(part: Any) -> bool:
    """True if every word of it is bold."""
    runs = [run for run in part.runs if run.text.strip()]
    of_style = bool(part.style is not None and part.style.font.bold)
    return bool(runs) and all(run.bold or (run.bold is None and of_style) for run in runs)


def _size(part: Any) -> float:
    sizes = [run.font.size.pt for run in part.runs if run.text.strip() and run.font.size]
    return float(max(sizes, default=0))


def _beside(document: Any) -> Iterator[str]:
    """The paragraphs of footnotes and endnotes, comments, and heads and feet of pages."""
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind in ("footnotes", "endnotes", "comments", "header", "footer") and not relation.is_external:
            yield from filter(None, map(visible_text, _paragraphs_of(relation.target_part)))


def _paragraphs_of(part: Any) -> Sequence[Any]:
    element = getattr(part, "element", None)
    if element is None:
        element = needed("docx.oxml").parse_xml(part.blob)
    found: Sequence[Any] = list(element.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"))
    return found

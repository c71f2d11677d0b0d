"""What our templates draw of a document -> its blocks. So a document has every sentence of its page, in the same order."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from rusplan.paper.document_blocks import (
    Block,
    Blocklista,
    Blockrubrik,
    Blocktabell,
    Faktalista,
    Stycke,
    Styckeslag,
    Tabellcell,
    Textbit,
    Textrad,
    Textstil,
    Ändringsruta,
)
from rusplan.paper.html_tree import Element, tree
from rusplan.paper.pieces import Absolute, is_unseen, pieces
from rusplan.paper.svg_pictures import picture
from rusplan.swedish.sentences import closed

HEADINGS = {f"h{n}": n - 1 for n in range(2, 7)}
KINDS = {
    "rp-ingress": Styckeslag.INGRESS,
    "rp-notis": Styckeslag.NOTIS,
    "rp-kalla": Styckeslag.KÄLLA,
    "rp-med": Styckeslag.DÄMPAT,
    "rp-liten-rubrik": Styckeslag.RUBRIK,
    "rp-publikation__titel": Styckeslag.RUBRIK,
}
IN_LINE = frozenset({"a", "abbr", "span", "strong", "b", "em", "q", "br", "code"})
NOTE = "rp-anmarkning"
BETWEEN_MARKS = "\u202f"
T = TypeVar("T", bound=Block)


def blocks(html: str, absolute: Absolute) -> tuple[Block, ...]:
    """The blocks of a page's own content; `absolute` makes the address of a link whole, or empty where it leads nowhere."""
    return _Htmlreader(absolute).blocks(tree(html))


class _Htmlreader:
    """Reads one document."""

    def __init__(self, absolute: Absolute) -> None:
        self._absolute = absolute

    def blocks(self, element: Element) -> tuple[Block, ...]:
        """What stands in an element, with each note in what it is about."""
        found: list[Block] = []
        line: list[Element | str] = []
        for child in element.innehåll:
            if isinstance(child, str) or child.namn in IN_LINE:
                line.append(child)
            elif not is_unseen(child):
                found += self._paragraph(line, Styckeslag.VANLIGT)
                line = []
                if NOTE in child.klasser:
                    self._note(found, child)
                else:
                    found += self._block(child)
        return (*found, *self._paragraph(line, Styckeslag.VANLIGT))

    def _line(self, content: list[Element | str]) -> Textrad:
        return pieces(content, self._absolute)

    def _paragraph(self, line: list[Element | str], kind: Styckeslag) -> list[Block]:
        text = self._line(line)
        return [Stycke(text, kind)] if text else []

    def _block(self, element: Element) -> Iterator[Block] | tuple[Block, ...] | list[Block]:
        if element.namn in HEADINGS:
            anchor = element.attribut.get("id") or ""
            return [Blockrubrik(HEADINGS[element.namn], self._line(element.innehåll), anchor)]
        if "rp-fore" in element.klasser:
            return [Ändringsruta(_all(self._children(element)))]
        maker = self._makers.get(element.namn)
        return maker(self, element) if maker else self.blocks(element)

    def _children(self, element: Element) -> Iterator[tuple[Block, ...]]:
        yield self.blocks(element)

    def _p(self, element: Element) -> list[Block]:
        kind = next((kind for name, kind in KINDS.items() if name in element.klasser), Styckeslag.VANLIGT)
        return self._paragraph(element.innehåll, kind)

    def _list(self, element: Element) -> list[Block]:
        points = tuple(filter(None, (self.blocks(point) for point in element.find("li"))))
        return [Blocklista(points)] if points else []

    def _facts(self, element: Element) -> list[Block]:
        names, values = element.find("dt"), element.find("dd")
        rows = ((self._line(name.innehåll), self.blocks(value)) for name, value in zip(names, values, strict=True))
        found = tuple((name, value) for name, value in rows if value)
        return [Faktalista(found)] if found else []

    def _table(self, element: Element) -> list[Block]:
        title, head, body, foot = (
            next(element.find(name), Element(name)) for name in ("caption", "thead", "tbody", "tfoot")
        )
        heads = self._rows(head)
        return [
            Blocktabell(titel=self._line(title.innehåll), huvud=heads[0], rader=self._rows(body), fot=self._rows(foot))
        ]

    def _rows(self, part: Element) -> tuple[tuple[Tabellcell, ...], ...]:
        return tuple(tuple(self._cell(cell) for cell in row.find("th", "td")) for row in part.find("tr"))

    def _cell(self, cell: Element) -> Tabellcell:
        return Tabellcell(self._line(cell.innehåll), tal="rp-tal" in cell.klasser)

    def _figure(self, element: Element) -> list[Block]:
        """The picture, whose words hold all its figures; one that is higher than a page as its table."""
        if "rp-figur--hog" not in element.klasser:
            return [picture(element)]
        return [block for table in element.find("table") for block in self._table(table)]

    def _folded(self, element: Element) -> tuple[Block, ...]:
        (summary,) = element.find("summary")
        rest = replace_content(element, [child for child in element.innehåll if child is not summary])
        return (*self._paragraph(summary.innehåll, Styckeslag.RUBRIK), *self.blocks(rest))

    def _note(self, found: list[Block], element: Element) -> None:
        """A note in the last of what is `found`, or by itself where there is nothing to mark."""
        title, *rest = (self._line(p.innehåll) for p in element.find("p"))
        text = (replace(title[0], text=f"{title[0].text}: ", stil=Textstil.FET), *title[1:], *_joined(rest))
        marked = with_note(found[-1], Textbit("", not_=text)) if found else None
        if marked:
            found[-1] = marked
        else:
            found.append(Stycke(text, Styckeslag.NOTIS))

    _makers: Mapping[str, Callable[["_Htmlreader", Element], list[Block] | tuple[Block, ...]]] = {
        "p": _p,
        "ul": _list,
        "ol": _list,
        "dl": _facts,
        "table": _table,
        "figure": _figure,
        "details": _folded,
    }


def replace_content(element: Element, content: list[Element | str]) -> Element:
    """The same element with other things in it."""
    return Element(element.namn, element.attribut, content)


def _all(parts: Iterator[tuple[Block, ...]]) -> tuple[Block, ...]:
    return tuple(block for part in parts for block in part)


def _joined(rows: list[Textrad]) -> Iterator[Textbit]:
    """Paragraphs as one, each with a full stop at its end."""
    for row in rows:
        text = "".join(piece.text for piece in row)
        yield from row
        yield Textbit(f"{closed(text).removeprefix(text)} ")


def with_note(block: Block, mark: Textbit) -> Block | None:
    """The block with the mark of a note where its text ends; None where it has no text for it."""
    match block:
        case Stycke():
            return replace(block, text=_marked(block.text, mark))
        case Blocktabell():
            return replace(block, titel=_marked(block.titel, mark))
        case Blocklista() if marked := with_note(block.punkter[-1][-1], mark):
            return Blocklista((*block.punkter[:-1], (*block.punkter[-1][:-1], marked)))
        case Faktalista() if marked := with_note(block.rader[-1][1][-1], mark):
            name, value = block.rader[-1]
            return Faktalista((*block.rader[:-1], (name, (*value[:-1], marked))))
        case _:
            return None


def _marked(line: Textrad, mark: Textbit) -> Textrad:
    """The line with the mark last; marks that follow on each other are kept apart."""
    return (*line, *((Textbit(BETWEEN_MARKS),) if line and line[-1].not_ else ()), mark)

"""A built page -> a document: its title, description, headings and text, without the frame and what no reader looks for."""

from dataclasses import dataclass
from html.parser import HTMLParser

from macros.search.facets import Facet

ARTICLE, DESCRIPTION = "<article", '<meta name="description"'
# Elements without text of their own: charts (their table stands beside), scripts, controls and the links beside headings.
SKIPPED = frozenset({"svg", "script", "style", "template", "nav", "form", "button", "noscript"})
SKIPPED_CLASSES = frozenset({"headerlink", "md-content__button", "rp-tecken"})
VOID = frozenset({"br", "img", "hr", "input", "wbr", "meta", "link", "source", "col"})
BLOCKS = frozenset(
    "p li dt dd h1 h2 h3 h4 h5 h6 tr td th caption pre blockquote figcaption summary section div ul ol dl table".split()
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4"})


@dataclass(frozen=True)
class Document:
    """A page to find. `text` has one line for each block of it."""

    adress: str
    titel: str
    beskrivning: str
    rubriker: tuple[str, ...]
    text: str
    fasett: Facet


def read_page(html: str, address: str, facet: Facet) -> Document:
    """The document of the page at `address`."""
    start = html.index(ARTICLE)
    reader = _Reader()
    reader.feed(html[start : html.index("</article>", start)])
    reader.close()
    title, *headings = [text for text in reader.headings if text] or [address]
    return Document(address, title, _description(html), tuple(headings), reader.text(), facet)


def _description(html: str) -> str:
    """What the page says of itself to other sites."""
    start = html.find(DESCRIPTION)
    if start < 0:
        return ""
    reader = _Meta()
    reader.feed(html[start : html.index(">", start) + 1])
    return reader.content


class _Meta(HTMLParser):
    content = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.content = dict(attrs).get("content") or ""


class _Reader(HTMLParser):
    """Collects the text of an article block by block, and its headings."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[list[str]] = [[]]
        self._skipped = 0
        self._heading: list[str] | None = None
        self.headings: list[str] = []

    def text(self) -> str:
        """The text, the page's title left out, one line a block."""
        lines = (_flat(block) for block in self._blocks)
        return "\n".join(line for line in lines if line and line not in self.headings[:1])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self._add(" ")
        elif self._skipped or tag in SKIPPED or _is_skipped(attrs):
            self._skipped += 1
        elif tag in BLOCKS:
            self._blocks.append([])
            if tag in HEADINGS:
                self._heading = []

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self._skipped:
            self._skipped -= 1
        elif tag in BLOCKS:
            self._blocks.append([])
            if tag in HEADINGS and self._heading is not None:
                self.headings.append(_flat(self._heading))
                self._heading = None

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._add(data)

    def _add(self, data: str) -> None:
        self._blocks[-1].append(data)
        if self._heading is not None:
            self._heading.append(data)


def _flat(parts: list[str]) -> str:
    return " ".join("".join(parts).split())


def _is_skipped(attrs: list[tuple[str, str | None]]) -> bool:
    found = dict(attrs)
    return "data-sok-nej" in found or not SKIPPED_CLASSES.isdisjoint((found.get("class") or "").split())

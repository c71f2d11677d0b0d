"""A built page -> a document: its title, description, headings and text, without the frame and what no reader looks for."""

import re
from dataclasses import dataclass
from html import unescape

from macros.search.facets import Facet

ARTICLE = "<article"
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')
# A tag, its attributes with them; comments, scripts and styles whole. What MkDocs and our templates write is well-formed.
TAG = re.compile(
    r"""<(?:!--.*?--|(?:script|style)\b.*?</(?:script|style)|(?P<end>/?)(?P<name>[a-z][a-z0-9-]*)(?P<rest>[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*))>""",
    re.S,
)
# Elements without text of their own: charts (their table stands beside), controls, and the links beside headings.
SKIPPED = frozenset({"svg", "template", "nav", "form", "button", "noscript"})
NOT_FOUND = re.compile(r'\bdata-sok-nej\b|class="[^"]*\b(?:headerlink|md-content__button|rp-tecken)\b')
VOID = frozenset({"br", "img", "hr", "input", "wbr", "meta", "link", "source", "col"})
BLOCK_NAMES = "p li dt dd h1 h2 h3 h4 tr td th caption pre blockquote figcaption summary section div ul ol dl table"
BLOCKS = frozenset(BLOCK_NAMES.split())
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


def document(html: str, address: str, facet: Facet) -> Document:
    """The document of the page at `address`."""
    start = html.index(ARTICLE)
    blocks, headings = _read(html[start : html.index("</article>", start)])
    title, *others = headings or [address]
    text = "\n".join(block for block in blocks if block != title)
    found = DESCRIPTION.search(html, 0, start)
    return Document(address, title, unescape(found[1]) if found else "", tuple(others), text, facet)


def _read(html: str) -> tuple[list[str], list[str]]:
    """The text of well-formed HTML as blocks, and those of them that are headings."""
    blocks: list[str] = []
    headings: list[str] = []
    parts: list[str] = []
    skipped, at = 0, 0
    for tag in TAG.finditer(html):
        if not skipped:
            parts.append(html[at : tag.start()])
        at, name = tag.end(), tag["name"]
        if name in VOID or (name and tag["rest"].endswith("/")):
            parts.append(" ")
        elif name and (skipped or name in SKIPPED or NOT_FOUND.search(tag["rest"])):
            skipped += -1 if tag["end"] else 1
        elif name in BLOCKS:
            text = " ".join(unescape("".join(parts)).split())
            parts = []
            if text:
                blocks.append(text)
                if tag["end"] and name in HEADINGS:
                    headings.append(text)
    return blocks, headings

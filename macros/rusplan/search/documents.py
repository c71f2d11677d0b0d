"""A built page -> a document: its title, description, headings and text, without the frame and what no reader looks for."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape

from rusplan.search.page_facets import Facet
from rusplan.search.stems import UNSEEN
from rusplan.tools.record import record

ARTICLE = "<article"
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')
# What MkDocs and our templates write is well-formed.
ATTRIBUTES = r"""[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*"""
# Elements without text of their own: charts (their table stands beside), controls; and what is marked as not to be found, like the links
# beside headings. The marks are few, and are looked for one by one, not in each tag.
HIDDEN = re.compile(r"<(?:(?:svg|template|nav|form|button|noscript|script|style)\b|!--)")
ATTRIBUTE, CLASSES = "data-sok-nej", ("headerlink", "md-content__button", "rp-tecken")
MARKED = re.compile(rf'\b{ATTRIBUTE}\b|class="[^"]*\b(?:{"|".join(CLASSES)})\b')
NAME = re.compile(r"<([a-z][a-z0-9-]*)")
VOID = re.compile(rf"<(?:br|img|hr|input|meta|link|source|col)\b{ATTRIBUTES}>")
BLOCK_NAMES = "p li dt dd h1 h2 h3 h4 tr td th caption pre blockquote figcaption summary section div ul ol dl table"
BLOCK = re.compile(rf"<(/?)({'|'.join(BLOCK_NAMES.split())})(?![\w-]){ATTRIBUTES}>")
TAG = re.compile(rf"</?[a-z]{ATTRIBUTES}>")
HEADINGS = frozenset({"h1", "h2", "h3", "h4"})


@record
class Document:
    """A page to find. `text` has one line for each block of it; it is held as `utf8`, since one dash doubles the size of a text in memory."""

    adress: str
    titel: str
    beskrivning: str
    rubriker: tuple[str, ...]
    utf8: bytes
    fasett: Facet

    @property
    def text(self) -> str:
        """What is read on the page."""
        return self.utf8.decode()


def document(html: str, address: str, facet: Facet) -> Document:
    """The document of the page at `address`."""
    start = html.index(ARTICLE)
    blocks, headings = _read(_without_hidden(html, start, html.index("</article>", start)))
    title, *others = headings or [address]
    text = "\n".join(block for block in blocks if block != title)
    found = DESCRIPTION.search(html, 0, start)
    return Document(
        adress=address,
        titel=title,
        beskrivning=_seen(unescape(found[1])) if found else "",
        rubriker=tuple(others),
        utf8=text.encode(),
        fasett=facet,
    )


def _read(html: str) -> tuple[list[str], list[str]]:
    """The text of well-formed HTML as blocks, and those of them that are headings. It is cut by patterns and not tag by tag: 0.7 ms for
    a page instead of 1.5."""
    blocks: list[str] = []
    headings: list[str] = []
    parts = BLOCK.split(html)
    # Text, and then again and again: the end of a block or its beginning, its name, text.
    for text, end, name in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
        shown = _seen(unescape(TAG.sub("", VOID.sub(" ", text)) if "<" in text else text))
        if shown:
            blocks.append(shown)
            if end and name in HEADINGS:
                headings.append(shown)
    return blocks, headings


def _seen(text: str) -> str:
    """A text as one line, with ordinary spaces and without what is not seen."""
    return " ".join(UNSEEN.sub("", text).split())


def _without_hidden(html: str, at: int, end: int) -> str:
    """The part of a page from `at` to `end`, without what is hidden in it."""
    kept: list[str] = []
    for start in sorted({*(found.start() for found in HIDDEN.finditer(html, at, end)), *_marked(html, at, end)}):
        if start >= at:
            kept.append(html[at:start])
            at = html.index("-->", start) + 3 if html.startswith("<!--", start) else _end(html, start)
    return "".join((*kept, html[at:end]))


def _marked(html: str, start: int, end: int) -> Iterator[int]:
    """Where the elements begin that are marked; the same words in a text or in an address are no marks."""
    for mark in (ATTRIBUTE, *CLASSES):
        at = html.find(mark, start, end)
        while at >= 0:
            tag = TAG.match(html, html.rfind("<", start, at))
            if tag and at < tag.end() and MARKED.search(tag[0]):
                yield tag.start()
            at = html.find(mark, at + 1, end)


def _end(html: str, start: int) -> int:
    """Where the element ends that begins at `start`."""
    name = NAME.match(html, start)
    assert name
    depth = 0
    for tag in _tags(name[1]).finditer(html, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return len(html)


@cache
def _tags(name: str) -> re.Pattern[str]:
    """Where elements of that name begin and end."""
    return re.compile(rf"<(/?){name}(?![\w-]){ATTRIBUTES}>")

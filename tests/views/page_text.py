"""A page's HTML as rows of text that a reviewer can read: what is said, where links lead, and what those are told who see no picture."""

from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

# What begins a row of its own, and how the row begins.
ROWS = {f"h{n}": "#" * n for n in range(1, 7)} | dict.fromkeys(("p", "div", "section", "table", "caption", "figure", "ul", "ol", "dl", "form", "fieldset", "summary", "svg", "details", "nav"), "") | {"li": "-", "tr": "|", "dt": ":", "dd": "::", "text": "~", "button": "[]", "option": "o", "label": "label", "title": "title"}  # fmt: skip
CELLS = ("td", "th")
TOLD = ("href", "id", "datetime", "alt", "aria-label", "value", "data-sort", "data-status", "scope", "open", "colspan")


def rows_of(html: str) -> str:
    """The rows, none of them empty."""
    body = LexborHTMLParser(f"<body>{html}").body
    assert body
    text = "".join(_said(body)).replace("\xa0", "·")
    rows = (" ".join(row.split()) for row in text.split("\n"))
    return "".join(f"{row}\n" for row in rows if row)


def _said(node: LexborNode) -> Iterator[str]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield child.text(deep=False)
        elif child.tag in ("script", "style"):
            yield f"\n{child.text(deep=False)}\n"
        else:
            yield from _element(child)


def _element(node: LexborNode) -> Iterator[str]:
    tag = node.tag or ""
    if tag in ROWS:
        yield f"\n{ROWS[tag]} "
    yield from _attributes(node.attributes)
    yield from _said(node)
    if tag in ROWS:
        yield "\n"
    if tag in CELLS:
        yield " | "


def _attributes(attributes: dict[str, Any]) -> Iterator[str]:
    told = [f"{name}={value}" for name in TOLD if (value := attributes.get(name)) is not None]
    if told:
        yield f"{{{' '.join(told)}}} "

"""The text of an element as pieces, each in one look, with the spaces that a browser would show."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from rusplan.paper.document_blocks import Textbit, Textrad, Textstil
from rusplan.paper.html_tree import Element

# What only a screen can use, or what stands there for the eye alone.
UNSEEN_NAMES = frozenset({"nav", "script", "style", "button", "svg", "template"})
UNSEEN_CLASSES = frozenset({"rp-skarm", "headerlink", "rp-tecken", "rp-kopiera", "rp-spara"})
BOLD = frozenset({"strong", "b", "summary"})
SPACES = re.compile(r"[ \t\n\r\f]+")  # a space that does not break is a letter
NEW_LINE = "\n"
Absolute = Callable[[str], str]


def is_unseen(element: Element) -> bool:
    """True for what no document shows."""
    return element.namn in UNSEEN_NAMES or bool(element.klasser & UNSEEN_CLASSES) or "hidden" in element.attribut


def pieces(content: list[Element | str], absolute: Absolute) -> Textrad:
    """The pieces of what stands in a line; `absolute` makes the address of a link whole, or empty where it leads nowhere."""
    return trimmed(_pieces(content, Textbit(""), absolute))


def _pieces(content: list[Element | str], look: Textbit, absolute: Absolute) -> Iterator[Textbit]:
    for child in content:
        if isinstance(child, str):
            yield replace(look, text=SPACES.sub(" ", child))
        elif child.namn == "br":
            yield replace(look, text=NEW_LINE)
        elif not is_unseen(child):
            yield from _of_element(child, look, absolute)


def _of_element(element: Element, look: Textbit, absolute: Absolute) -> Iterator[Textbit]:
    if element.namn in BOLD:
        look = replace(look, stil=Textstil.FET)
    elif "rp-med" in element.klasser:
        look = replace(look, stil=Textstil.DÄMPAD)
    elif element.namn == "a" and (target := element.attribut.get("href")):
        look = replace(look, länk=absolute(target))
    quoted = element.namn == "q" and "rp-citat" not in element.klasser  # which has quotes of its own
    if quoted:
        yield replace(look, text="”")
    yield from _pieces(element.innehåll, look, absolute)
    if quoted:
        yield replace(look, text="”")


def trimmed(found: Iterator[Textbit]) -> Textrad:
    """Pieces of the same look as one, without spaces where a line begins or ends, or two in a row."""
    kept: list[Textbit] = []
    for piece in found:
        text = piece.text
        if text.startswith(" ") and (not kept or kept[-1].text.endswith((" ", NEW_LINE))):
            text = text[1:]
        if text == NEW_LINE and kept:
            kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" "))
        if not text:
            continue
        if kept and replace(kept[-1], text="") == replace(piece, text=""):
            kept[-1] = replace(piece, text=kept[-1].text + text)
        else:
            kept.append(replace(piece, text=text))
    while kept and not kept[-1].text.strip(" \n"):
        kept.pop()
    return (*kept[:-1], replace(kept[-1], text=kept[-1].text.rstrip(" \n"))) if kept else ()

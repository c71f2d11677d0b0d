"""HTML that our templates write -> a tree of elements. It is well-formed, so nothing is guessed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "img", "hr", "input", "meta", "link", "source", "col"})


@dataclass
class Element:
    """An element, while what is in it is read."""

    namn: str
    attribut: dict[str, str | None] = field(default_factory=dict)
    innehåll: "list[Element | str]" = field(default_factory=list)

    @property
    def klasser(self) -> frozenset[str]:
        """Its classes."""
        return frozenset((self.attribut.get("class") or "").split())

    def find(self, *names: str) -> "Iterator[Element]":
        """The elements of these names in it, in order, however deep; what lies in one of them is not looked for."""
        for child in self.innehåll:
            if isinstance(child, Element):
                if child.namn in names:
                    yield child
                else:
                    yield from child.find(*names)

    @property
    def text(self) -> str:
        """All text in it, as one line."""
        return " ".join("".join(self._texts()).split(" ")).strip()

    def _texts(self) -> Iterator[str]:
        for child in self.innehåll:
            if isinstance(child, Element):
                yield from child._texts()
            else:
                yield child


class _Reader(HTMLParser):
    """Puts each element into the one that is open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("root")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self._open[-1].innehåll.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].innehåll.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].innehåll.append(data)


def tree(html: str) -> Element:
    """All of it, in an element of its own."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root

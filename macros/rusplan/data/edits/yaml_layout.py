"""Where the parts of a YAML text stand: each entry of a group or a list from its first sign to its last, counted in characters."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Any

import yaml

from rusplan.data.yaml_text import Loc, Untyped, fields_of
from rusplan.tools.record import record

BREAK = re.compile(r"\r\n|\r|\n")
BLANK = " \t\r\n"


@record
class Entry:
    """A field of a group or an item of a list: its value, and where its name or dash begins (`start`) and its colon or dash ends (`sign`)."""

    node: yaml.Node
    start: int
    sign: int
    name: str | None = None
    key: yaml.Node | None = None


class Layout:
    """A text with the nodes of its parts."""

    def __init__(self, text: str) -> None:
        self.text = text
        root = yaml.compose(text, Loader=Untyped)
        assert root, "a text that says nothing is not edited"
        self.root = root
        self._entries: dict[int, list[Entry]] = {}

    @cached_property
    def _signs(self) -> tuple[list[int], list[int]]:
        """Where every dash of a list and every colon of a field ends."""
        tokens = list(yaml.scan(self.text, Loader=yaml.CSafeLoader))
        dashes = [_end(token) for token in tokens if isinstance(token, yaml.BlockEntryToken)]
        return dashes, [_end(token) for token in tokens if isinstance(token, yaml.ValueToken)]

    def node(self, loc: Loc) -> yaml.Node:
        """The node of what stands at `loc`."""
        return self.entry(loc).node if loc else self.root

    def entry(self, loc: Loc) -> Entry:
        """The entry at `loc`, which is not the whole file."""
        found = self.found(loc)
        assert found, "an edit of what is not there has been refused"
        return found

    def found(self, loc: Loc) -> Entry | None:
        """As `entry`; None where nothing stands there."""
        above = self.found(loc[:-1]) if len(loc) > 1 else None
        here = self.entries(above.node if above else self.root) if above or len(loc) == 1 else []
        return next((each for number, each in enumerate(here) if loc[-1] in (number, each.name)), None)

    def entries(self, node: yaml.Node) -> list[Entry]:
        """The entries of a group or a list, in order."""
        known = self._entries.get(id(node))
        if known is None:
            known = self._entries[id(node)] = self._found(node)
        return known

    def _found(self, node: yaml.Node) -> list[Entry]:
        dashes, colons = self._signs
        if isinstance(node, yaml.MappingNode):
            found = []
            for name, key, value in fields_of(node):
                sign = colons[bisect_left(colons, _end(key) + 1)]
                found.append(Entry(node=value, start=_start(key), sign=sign, name=name, key=key))
            return found
        if not isinstance(node, yaml.SequenceNode):
            return []
        if is_flow(node):
            return [Entry(node=child, start=_start(child), sign=_start(child)) for child in node.value]
        signs = [dashes[bisect_right(dashes, _start(child)) - 1] for child in node.value]
        return [Entry(node=child, start=sign - 1, sign=sign) for child, sign in zip(node.value, signs, strict=True)]

    def end(self, entry: Entry) -> int:
        """Where the entry ends, without the line breaks and comments that follow its value."""
        node = entry.node
        if is_empty(node):
            return entry.sign
        if isinstance(node, yaml.ScalarNode) or is_flow(node):
            return _start(node) + len(self.text[_start(node) : _end(node)].rstrip(BLANK))
        return self.end(self.entries(node)[-1])

    def line_start(self, index: int) -> int:
        """Where the line that `index` is in begins."""
        return max(self.text.rfind("\n", 0, index), self.text.rfind("\r", 0, index)) + 1

    def line_end(self, index: int) -> int:
        """Where the line that `index` is in ends, before its break."""
        found = BREAK.search(self.text, index)
        return found.start() if found else len(self.text)

    def next_line(self, index: int) -> int:
        """Where the next line begins, or the text ends."""
        found = BREAK.search(self.text, index)
        return found.end() if found else len(self.text)

    def line_above(self, start: int) -> int:
        """Where the line begins that stands above the one that begins at `start`."""
        return self.line_start(start - (2 if self.text.endswith("\r\n", 0, start) else 1))

    def is_blank(self, start: int) -> bool:
        """True if the line that begins at `start` is empty; after the text no line is."""
        return start < len(self.text) and not self.text[start : self.line_end(start)].strip(BLANK)

    def column(self, index: int) -> int:
        """How far into its line `index` is."""
        return index - self.line_start(index)

    def begins_line(self, index: int) -> bool:
        """True if only spaces stand before `index` on its line."""
        return not self.text[self.line_start(index) : index].strip(BLANK)

    def is_commented(self, index: int) -> bool:
        """True if a comment ends the line, after `index`."""
        return self.text[index : self.line_end(index)].lstrip(" \t").startswith("#")

    def comments_above(self, start: int) -> int:
        """Where the comments begin that stand just above the line of `start`, with the same indent; the line's own beginning if none do."""
        here, column = self.line_start(start), self.column(start)
        while here:
            above = self.line_above(here)
            line = self.text[above:here]
            if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) != column:
                break
            here = above
        return here

    @cached_property
    def line_break(self) -> str:
        """How lines end in the file: as its first one does."""
        found = BREAK.search(self.text)
        return found[0] if found else "\n"


def is_empty(node: yaml.Node) -> bool:
    """True where nothing at all is written."""
    return isinstance(node, yaml.ScalarNode) and _start(node) == _end(node)


def is_flow(node: yaml.Node) -> bool:
    """True for a group or a list within brackets."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _start(part: Any) -> int:
    index: int = part.start_mark.index
    return index


def _end(part: Any) -> int:
    index: int = part.end_mark.index
    return index

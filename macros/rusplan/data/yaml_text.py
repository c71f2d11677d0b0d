"""YAML text -> plain values with the place of each, or problems. Every scalar stays the text that stands in the file.

Only the part of YAML that an editor needs is let through: mappings, lists and scalars. Anchors, aliases, tags and
doubled keys are refused, since they hide what a file says.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

import yaml

from rusplan.data.bounds import may_nest
from rusplan.data.decoding import decoded
from rusplan.data.problems import IN_FILE, Problem, shown
from rusplan.data.yaml_causes import HARD_SPACE, Slip, place_of
from rusplan.data.yaml_causes import Place as Place
from rusplan.data.yaml_mistakes import told

Loc = tuple[str | int, ...]
Plain = str | list["Plain"] | dict[str, "Plain"]

# What YAML takes for nothing where it stands without quotation marks.
NOTHING = frozenset({"~", "null", "Null", "NULL"})
MAX_BYTES = 1_000_000  # a megabyte
MAX_DEPTH = 30
# Anchors, aliases and tags begin a value, so no word ends just before them.
REFUSED_SIGN = re.compile(r"[&*!](?<!\w.)")


@dataclass
class Parsed:
    """The plain content of one file, with the place of each value and of each field's name; `node` is None if it is no YAML.

    Places are wanted only to tell of a problem, and noting them takes longer than all else that is done with the nodes: they are
    looked for when they are asked for.
    """

    value: Plain = ""
    problems: list[Problem] = field(default_factory=list)
    node: yaml.Node | None = None
    text: str = ""
    has_empty: bool = False
    is_blank: bool = False

    @cached_property
    def places(self) -> dict[Loc, Place]:
        """Where each value stands."""
        return dict(_places(self.node, ())) if self.node else {}

    @cached_property
    def keys(self) -> dict[Loc, Place]:
        """Where each field's name stands."""
        return dict(_keys(self.node, ())) if self.node else {}

    @property
    def empty(self) -> Iterator[Loc]:
        """Each field that stands there and holds nothing: it is no part of `value`."""
        return (loc for loc in self.keys if not _holds(self.value, loc)) if self.has_empty else iter(())

    @cached_property
    def groups(self) -> set[Loc]:
        """Where there are fields, directly or further in."""
        return {loc[:length] for loc in self.keys for length in range(len(loc))}

    def place(self, loc: Loc) -> Place:
        """Where the value stands, or the nearest part around it: what an older format calls otherwise stands nowhere."""
        return next(self.places[loc[:end]] for end in range(len(loc), -1, -1) if loc[:end] in self.places)

    def key_place(self, loc: Loc) -> Place:
        """Where the field's name stands, or the nearest part around it."""
        return self.keys.get(loc) or self.place(loc)


def parse(raw: bytes, name: str, megabytes: int = 1) -> Parsed:
    """`raw`, the bytes of the file `name`, as plain values; what cannot be read is in `problems`.

    CRLF, a byte order mark and letters written as base and accent (NFD) are read as the same text.
    """
    parsed = Parsed()
    if len(raw) > megabytes * MAX_BYTES:
        size = "en megabyte" if megabytes == 1 else f"{megabytes} megabyte"
        parsed.problems.append(Problem(name, 1, 1, f"filen är större än {size}; dela upp den"))
        return parsed
    text = decoded(raw)
    if isinstance(text, str) and (deep := _too_deep(text)):
        words = f"för många nivåer inuti varandra (högst {MAX_DEPTH}); kontrollera indrag och parenteser"
        text = Slip(deep, 1, words)
    if isinstance(text, Slip):
        parsed.problems.append(Problem(name, *text))
        return parsed
    try:
        node = yaml.compose(text, Loader=Untyped)
    except yaml.YAMLError as error:
        parsed.problems.append(Problem(name, *told(error, text)))
        return parsed
    if node is None or (isinstance(node, yaml.ScalarNode) and not _text_of(node)):
        parsed.is_blank = True
        parsed.problems.append(
            Problem(name, 1, 1, "filen är tom eller har bara kommentarer; fyll i fälten eller ta bort filen")
        )
        return parsed
    # The composer resolves anchors and tags without a trace: look for them only where their signs can stand for them.
    if any(sign in text for sign in "&*!") and REFUSED_SIGN.search(text):
        parsed.problems.extend(islice(_refused(text, name), IN_FILE + 1))
    if not parsed.problems:
        converter = _Converter(name, text, parsed.problems)
        parsed.node, parsed.text, parsed.value = node, text, converter.convert(node)
        parsed.has_empty = converter.has_empty
    return parsed


def _text_of(node: yaml.ScalarNode) -> str:
    """The text of a scalar: none where it is blank, or a word for nothing without quotation marks."""
    value: str = node.value
    return "" if value.isspace() or (not node.style and value in NOTHING) else value


def _holds(value: Plain, loc: Loc) -> bool:
    """True if `value` has something at `loc`."""
    for part in loc:
        if isinstance(value, str) or (isinstance(value, dict) and part not in value):
            return False
        value = value[part]  # type: ignore[index]
    return True


def _too_deep(text: str) -> int | None:
    """The row where the nesting passes `MAX_DEPTH`: the C composer recurses on its own stack and would crash.

    The exact count is slow, so it is made only for text that may nest that deep at all.
    """
    if not may_nest(text, MAX_DEPTH):
        return None
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                return place_of(event)[0]
    except yaml.YAMLError:
        pass  # the composer meets the same mistake, and says what it is
    return None


def _refused(text: str, name: str) -> Iterator[Problem]:
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        place = place_of(event)
        if isinstance(event, yaml.AliasEvent):
            yield Problem(
                name, *place, "texten börjar med *, som YAML läser som en hänvisning; sätt citattecken runt den"
            )
            continue
        if getattr(event, "anchor", None):
            yield Problem(name, *place, "texten börjar med &, som YAML läser som ett ankare; sätt citattecken runt den")
        if getattr(event, "tag", None):
            yield Problem(name, *place, "texten börjar med !, som YAML läser som en typ; sätt citattecken runt den")


class Untyped(yaml.CBaseLoader):
    """Guesses no type of a value: each field knows its own."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> None:
        """Called by the parser for each node."""


class _Converter:
    """Makes plain values of nodes; what an editor must hear of goes to `problems`.

    A field that holds nothing is left out, whether YAML, quotation marks or brackets say so; in a list it is an empty text.
    """

    def __init__(self, name: str, text: str, problems: list[Problem]) -> None:
        self._name, self._problems, self.has_empty = name, problems, False
        # Only a text with this sign can lose its end to a comment.
        self._lines = text.split("\n") if "#" in text else None

    def convert(self, node: yaml.Node) -> Plain:
        if isinstance(node, yaml.ScalarNode):
            if self._lines and not node.style:
                self._refuse_lost_text(node, self._lines)
            return _text_of(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.convert(child) or "" for child in node.value]
        assert isinstance(node, yaml.MappingNode)
        return self._mapping(node)

    def _mapping(self, node: yaml.MappingNode) -> dict[str, Plain]:
        found, seen = dict[str, Plain](), set[str]()
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(key_node, "ett fältnamn ska vara ett enkelt ord följt av kolon")
                continue
            key = _name_of(key_node)
            if key != key_node.value:
                self._refuse(key_node, HARD_SPACE)
            if key in seen and len(self._problems) > IN_FILE:
                continue
            if key in seen:
                first = next(
                    place_of(k)[0] for k, _ in node.value if isinstance(k, yaml.ScalarNode) and _name_of(k) == key
                )
                self._refuse(
                    key_node,
                    f"fältet «{shown(key)}» står två gånger, första gången på rad {first}; slå ihop dem eller ta bort det ena",
                )
                continue
            seen.add(key)
            if value := self.convert(value_node):
                found[key] = value
            else:
                self.has_empty = True
        return found

    def _refuse_lost_text(self, node: yaml.ScalarNode, lines: list[str]) -> None:
        """«titel: Plan # 1» would lose its end without a word."""
        end = node.end_mark
        rest = "".join(lines[end.line : end.line + 1])[end.column :] if end else ""
        if rest.lstrip().startswith("#"):
            self._refuse(
                node,
                "texten efter # på raden läses inte; sätt citattecken runt hela värdet om den hör dit, ta annars bort den",
            )

    def _refuse(self, node: yaml.Node, text: str) -> None:
        self._problems.append(Problem(self._name, *place_of(node), text))


def _name_of(key: yaml.ScalarNode) -> str:
    """A field's name; a hard space beside it is told of, and is no part of it."""
    name: str = key.value
    return name.replace("\u00a0", " ").strip() if "\u00a0" in name else name


def _places(node: yaml.Node, loc: Loc) -> Iterator[tuple[Loc, Place]]:
    yield loc, place_of(node)
    if isinstance(node, yaml.MappingNode):
        for key, _, value in fields_of(node):
            yield from _places(value, (*loc, key))
    elif isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            yield from _places(child, (*loc, index))


def _keys(node: yaml.Node, loc: Loc) -> Iterator[tuple[Loc, Place]]:
    if isinstance(node, yaml.MappingNode):
        for key, key_node, value in fields_of(node):
            yield (*loc, key), place_of(key_node)
            yield from _keys(value, (*loc, key))
    elif isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            yield from _keys(child, (*loc, index))


def fields_of(node: yaml.MappingNode) -> Iterator[tuple[str, yaml.ScalarNode, yaml.Node]]:
    """Each field of a mapping: its name, and the nodes of name and value. Of a field that stands twice, the first."""
    seen = set[str]()
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode) and (name := _name_of(key)) not in seen:
            seen.add(name)
            yield name, key, value

"""YAML text -> plain values with the place of each, or problems. Every scalar stays the text that stands in the file.

Only the part of YAML that an editor needs is let through: mappings, lists and scalars. Anchors, aliases, tags and
doubled keys are refused, since they hide what a file says.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from macros.problems import Problem

Loc = tuple[str | int, ...]
Place = tuple[int, int]
Plain = str | list["Plain"] | dict[str, "Plain"]

MAX_BYTES = 1_000_000
MAX_DEPTH = 30
CONFLICT = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.M)

# What PyYAML says -> what an editor needs to hear. First match wins.
YAML_MESSAGES = (
    (r"found a tab character", "raden har ett tabbtecken; använd mellanslag för att dra in text"),
    (r"mapping values are not allowed", "ett kolon för mycket, eller fel indrag på raden; sätt citattecken \"…\" runt text som innehåller kolon"),
    (r"could not find expected ':'", "raden saknar kolon efter fältets namn, eller så är texten inte indragen under sitt fält"),
    (r"did not find expected key", "raden hör inte till fältet ovanför; kontrollera indraget, och sätt citattecken runt text som innehåller tecken som : # \" eller '"),
    (r"did not find expected '-' indicator", "raden står i en lista men börjar inte med bindestreck; kontrollera indraget"),
    (r"did not find expected ',' or '\]'", "en lista som börjar med [ saknar komma eller avslutande ]"),
    (r"did not find expected ',' or '}'", "en grupp som börjar med { saknar komma eller avslutande }"),
    (r"found unexpected end of stream", "ett citattecken saknar sin avslutning"),
    (r"found unknown escape character", "ett omvänt snedstreck \\ i text inom \"…\"; skriv texten inom '…' i stället"),
    (r"found character that cannot start any token", "raden börjar med ett tecken som kräver citattecken runt texten"),
    (r"block sequence entries are not allowed", "ett bindestreck på fel plats; listans rader ska stå på egna rader under fältet"),
    (r"but found another document", "filen innehåller en rad med bara ---, som delar den i två; ta bort raden"),
    (r"did not find expected <document start>", "filen ska börja med fältens namn; något står före dem"),
    (r"control characters are not allowed|special characters are not allowed", "filen innehåller ett osynligt styrtecken; ta bort det"),
    (r"did not find expected node content", "här saknas ett värde"),
    (r"undefined alias|anchor|alias", "tecknen & och * i början av ett värde kan inte användas; sätt citattecken runt texten"),
    (r"tag", "utropstecken i början av ett värde kan inte användas; sätt citattecken runt texten"),
    (r"simple key|expected ':'", "raden saknar kolon efter fältets namn, eller så är texten inte indragen under sitt fält"),
    (r"block scalar", "tecknen | och > ska stå sist på raden, och texten indragen på raderna under"),
)


@dataclass
class Parsed:
    """The plain content of one file, with the place of each value and of each field's name."""

    value: Plain = ""
    places: dict[Loc, Place] = field(default_factory=dict)
    keys: dict[Loc, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def parse(raw: bytes, name: str) -> Parsed:
    """`raw`, the bytes of the file `name`, as plain values; what cannot be read is in `problems`.

    CRLF, a byte order mark and letters written as base and accent (NFD) are read as the same text.
    """
    parsed = Parsed()
    text = _decode(raw, name, parsed)
    if text is None:
        return parsed
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        parsed.problems.append(_yaml_problem(error, name, text))
        return parsed
    if node is None:
        parsed.problems.append(Problem(name, 1, 1, "filen är tom; fyll i fälten eller ta bort filen"))
        return parsed
    # The composer resolves anchors and tags without a trace: look for them only where their signs occur at all.
    if any(sign in text for sign in "&*!"):
        parsed.problems.extend(_refused(text, name))
    if not parsed.problems:
        parsed.value = _Converter(name, parsed).convert(node, ())
    return parsed


def _decode(raw: bytes, name: str, parsed: Parsed) -> str | None:
    def refuse(row: int, text: str) -> None:
        parsed.problems.append(Problem(name, row, 1, text))

    if len(raw) > MAX_BYTES:
        refuse(1, "filen är större än en megabyte; dela upp den")
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        refuse(raw.count(b"\n", 0, error.start) + 1, "filen är inte sparad som UTF-8; spara om den med teckenkodningen UTF-8")
        return None
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if conflict := CONFLICT.search(text):
        refuse(_row(text, conflict.start()), "raden är kvar från en konflikt mellan två ändringar; välj vilken text som gäller och ta bort markeringarna")
        return None
    if deep := _too_deep(text):
        refuse(deep, f"för många nivåer inuti varandra (högst {MAX_DEPTH})")
        return None
    return text


def _row(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1


def _too_deep(text: str) -> int | None:
    """The row where brackets or dashes nest deeper than any real file: the C composer recurses on its own stack."""
    for row, line in enumerate(text.split("\n"), 1):
        if max(line.count("["), line.count("{"), line.count("- "), (len(line) - len(line.lstrip(" "))) // 2) > MAX_DEPTH * 2:
            return row
    return None


def _yaml_problem(error: yaml.YAMLError, name: str, text: str) -> Problem:
    said = str(error)
    mark = getattr(error, "problem_mark", None)
    if mark is not None:
        row, column = mark.line + 1, mark.column + 1
    else:
        row, column = _row(text, getattr(error, "position", 0) or 0), 1
    problem = getattr(error, "problem", None) or said
    lines = text.split("\n")
    if row <= len(lines) and "\t" in lines[row - 1][:column]:
        problem = "found a tab character"
    for pattern, swedish in YAML_MESSAGES:
        if re.search(pattern, problem):
            break
    else:
        swedish = "raden går inte att läsa; jämför med en fil som fungerar: fältets namn, kolon, mellanslag, värde"
    if "unexpected end of stream" in problem and (start := getattr(error, "context_mark", None)):
        row, column = start.line + 1, start.column + 1
    return Problem(name, min(row, text.rstrip("\n").count("\n") + 1), column, swedish)


def _refused(text: str, name: str) -> Iterator[Problem]:
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        place = (event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.AliasEvent):
            yield Problem(name, *place, "texten börjar med *, som YAML läser som en hänvisning; sätt citattecken runt den")
            continue
        if getattr(event, "anchor", None):
            yield Problem(name, *place, "texten börjar med &, som YAML läser som ett ankare; sätt citattecken runt den")
        if getattr(event, "tag", None):
            yield Problem(name, *place, "texten börjar med !, som YAML läser som en typ; sätt citattecken runt den")


@dataclass
class _Converter:
    name: str
    into: Parsed

    def convert(self, node: yaml.Node, loc: Loc) -> Plain:
        self.into.places[loc] = _place(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loc)
        if isinstance(node, yaml.SequenceNode):
            return [self.convert(child, (*loc, index)) for index, child in enumerate(node.value)]
        return str(node.value)

    def _mapping(self, node: yaml.MappingNode, loc: Loc) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(key_node, "ett fältnamn ska vara ett enkelt ord följt av kolon")
                continue
            key = str(key_node.value)
            if key in found:
                first = self.into.keys[(*loc, key)][0]
                self._refuse(key_node, f"fältet «{key}» står två gånger, första gången på rad {first}; slå ihop dem eller ta bort det ena")
                continue
            self.into.keys[(*loc, key)] = _place(key_node)
            found[key] = self.convert(value_node, (*loc, key))
        return found

    def _refuse(self, node: yaml.Node, text: str) -> None:
        self.into.problems.append(Problem(self.name, *_place(node), text))


def _place(node: yaml.Node) -> Place:
    return node.start_mark.line + 1, node.start_mark.column + 1

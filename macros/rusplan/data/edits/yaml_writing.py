"""Plain values -> YAML text as an editor would write it: quotes only where they are needed, long text folded."""

import re
from collections.abc import Iterator, Sequence

from rusplan.data.values import ID
from rusplan.data.yaml_text import NOTHING, Plain

WIDTH, STEP = 120, 2
# What a text without quotes cannot begin with, hold or end with.
FIRST = re.compile(r"[,\[\]{}#&*!|>'\"%@`?:\s]|-(?:\s|-|$)|\.\.\.|=$")
WITHIN = re.compile(r":\s|\s#|:$|[\n\t]")
FLOW_SIGNS = re.compile(r"[,\[\]{}]")
# Signs that double quotes would have to escape.
ESCAPED = re.compile(r'["\\\n]')


def whole_text(content: Plain, header: str = "") -> str:
    """A file of its own: `header` (comments), then a field a line."""
    if not isinstance(content, dict) or not content:
        return f"{header}{in_line(content)}\n"
    return header + "\n".join(_fields(content, 0)) + "\n"


def after_sign(value: Plain, indent: int, column: int, *, dash: bool = False) -> str:
    """What follows `name:` or `-`, from its space on. `indent` is where the entry begins, `column` where its sign ends."""
    if isinstance(value, str) and fits(value, column + 1):
        return f" {in_line(value)}"
    if isinstance(value, str):
        return " >-\n" + "\n".join(folded_lines(value, indent + STEP))
    if not value or _is_short_list(value, column + 1):
        return f" {in_line(value)}"
    inner = indent + STEP
    lines = list(_fields(value, inner) if isinstance(value, dict) else _items(value, inner))
    return (
        f" {lines[0].lstrip()}" + "".join(f"\n{line}" for line in lines[1:])
        if dash and isinstance(value, dict)
        else "".join(f"\n{line}" for line in lines)
    )


def _fields(value: dict[str, Plain], indent: int) -> Iterator[str]:
    for name, part in value.items():
        yield " " * indent + field(name, part, indent)


def _items(value: Sequence[Plain], indent: int) -> Iterator[str]:
    for part in value:
        yield " " * indent + item(part, indent)


def field(name: str, value: Plain, indent: int) -> str:
    """`name: value`; lines after the first are indented, the first is not."""
    key = in_line(name)
    return f"{key}:" + after_sign(value, indent, indent + len(key) + 1)


def item(value: Plain, indent: int) -> str:
    """`- value`, as `field`."""
    return "-" + after_sign(value, indent, indent + 1, dash=True)


def fits(text: str, column: int, width: int = WIDTH) -> bool:
    """True if the text can stand on the line that it begins in `column` of."""
    return "\n" not in text and (column + len(in_line(text)) <= width or " " not in text)


def _is_short_list(value: Plain, column: int) -> bool:
    """True for a list of ids that has room on its line."""
    return (
        isinstance(value, list)
        and all(isinstance(part, str) and ID.fullmatch(part) for part in value)
        and column + len(in_line(value)) <= WIDTH
    )


def in_line(value: Plain, *, flow: bool = False, quote: str = "") -> str:
    """The value on one line. `flow` is true within brackets; `quote` is the sign to quote a text with, where it can be chosen."""
    if isinstance(value, dict):
        parts = (f"{in_line(name, flow=True)}: {in_line(part, flow=True)}" for name, part in value.items())
        return "{" + ", ".join(parts) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(in_line(part, flow=True) for part in value) + "]"
    if not quote and not _needs_quotes(value, flow):
        return value
    if "\n" in value or (not ESCAPED.search(value) and quote != "'"):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    return "'" + value.replace("'", "''") + "'"


def _needs_quotes(text: str, flow: bool) -> bool:
    return (
        not text
        or text in NOTHING
        or bool(FIRST.match(text) or WITHIN.search(text) or (flow and FLOW_SIGNS.search(text)))
    )


def folded_lines(text: str, indent: int, like: Sequence[str] = ()) -> list[str]:
    """The lines below `>-`. Those of `like`, as they stand without indent, are kept from both ends as far as they say the same."""
    paragraphs = text.split("\n\n")
    # Folding takes one of the empty lines away. Where a paragraph begins as if it went on with the one before, another has to be left.
    between = [""] * (2 if any(part[0].islower() for part in paragraphs[1:]) else 1)
    words = [word for part in paragraphs for word in (*between, *part.split(" "))][len(between) :]
    lines = [line.split(" ") for line in like]
    first = _alike(lines, words)
    kept = sum(map(len, lines[:first]))
    last = _alike([line[::-1] for line in lines[first:][::-1]], words[kept:][::-1])
    tail = lines[len(lines) - last :]
    middle = _wrapped(words[kept : len(words) - sum(map(len, tail))], WIDTH - indent)
    return [f"{' ' * indent}{' '.join(line)}".rstrip() for line in (*lines[:first], *middle, *tail)]


def _alike(lines: Sequence[Sequence[str]], words: Sequence[str]) -> int:
    """How many of the lines, from the first on, the words begin with."""
    at = 0
    for number, line in enumerate(lines):
        if list(words[at : at + len(line)]) != list(line):
            return number
        at += len(line)
    return len(lines)


def _wrapped(words: Sequence[str], width: int) -> list[list[str]]:
    """The words in lines; an empty one, which parts two paragraphs, has a line of its own."""
    lines: list[list[str]] = []
    for word in words:
        here = lines[-1] if lines else [""]
        if not word or here == [""] or len(" ".join((*here, word))) > width:
            lines.append([word])
        else:
            here.append(word)
    return lines

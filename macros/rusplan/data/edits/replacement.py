"""Another value in the place of the one that stands there."""

import re

import yaml

from rusplan.data.edits.splice import Splice
from rusplan.data.edits.yaml_layout import BREAK, Entry, Layout, is_empty, is_flow
from rusplan.data.edits.yaml_writing import STEP, WIDTH, after_sign, fits, folded_lines, in_line
from rusplan.data.yaml_text import Loc, Plain

# The sign of folded text with its comment, if any; what it says of indent or of the last line break is not kept.
FOLDED = re.compile(r">-?(?=[ \t]*(#[^\r\n]*)?$)")


def replacement(layout: Layout, at: Loc, value: Plain) -> Splice:
    """The splice that puts `value` in the place of the one at `at`."""
    entry, in_flow = layout.entry(at), is_flow(layout.node(at[:-1]))
    if in_flow or layout.is_commented(layout.end(entry)):
        return _on_its_line(layout, entry, value, in_flow)
    if isinstance(value, str) and (found := _refolded(layout, entry, value) or _in_its_place(layout, entry, value)):
        return found
    indent, column = layout.column(entry.start), layout.column(entry.sign)
    return Splice(entry.sign, layout.end(entry), after_sign(value, indent, column, dash=entry.name is None))


def _on_its_line(layout: Layout, entry: Entry, value: Plain, in_flow: bool) -> Splice:
    """On one line, whatever its length: it stands within brackets, or a comment follows, and a text before one needs quotes."""
    text = in_line(value, flow=in_flow, quote=_quote(entry.node) or ("" if in_flow else '"'))
    if _is_in_line(entry.node):
        return Splice(entry.node.start_mark.index, layout.end(entry), text)
    return Splice(entry.sign, layout.end(entry), f" {text}")


def _in_its_place(layout: Layout, entry: Entry, value: str) -> Splice | None:
    """A text where one stands on its line, if there is room: as much as the old one took, at least."""
    start, end = entry.node.start_mark.index, layout.end(entry)
    long = 0 if BREAK.search(layout.text[start:end]) else layout.column(end)
    if not _is_in_line(entry.node) or not fits(value, layout.column(start), max(WIDTH, long)):
        return None
    return Splice(start, end, in_line(value, quote=_quote(entry.node)))


def _refolded(layout: Layout, entry: Entry, value: str) -> Splice | None:
    """Folded text with other words, on the lines that it has as far as they hold."""
    head, *lines = BREAK.split(layout.text[entry.node.start_mark.index : layout.end(entry)])
    sign = FOLDED.match(head) if _style(entry.node) == ">" else None
    if not sign or fits(value, layout.column(entry.sign) + 1):
        return None
    own = layout.column(entry.start) + STEP
    indent = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=own)
    new = folded_lines(value, indent, [line[indent:] for line in lines])
    return Splice(entry.node.start_mark.index, layout.end(entry), "\n".join((f">-{head[sign.end() :]}", *new)))


def _style(node: yaml.Node) -> str:
    """The sign of quotes or of a block that a text is written with."""
    return (node.style or "") if isinstance(node, yaml.ScalarNode) else ""


def _quote(node: yaml.Node) -> str:
    return _style(node) if _style(node) in ("'", '"') else ""


def _is_in_line(node: yaml.Node) -> bool:
    """True for what begins on the line of its sign, and is not empty."""
    is_text = isinstance(node, yaml.ScalarNode) and _style(node) not in ("|", ">")
    return not is_empty(node) and (is_flow(node) or is_text)

"""An entry that goes away, and no more with it than it should take."""

from rusplan.data.edits.replacement import replacement
from rusplan.data.edits.splice import Splice
from rusplan.data.edits.yaml_layout import BREAK, Entry, Layout, is_flow
from rusplan.data.edits.yaml_writing import in_line
from rusplan.data.yaml_text import Loc, Plain


def removal(layout: Layout, at: Loc, *, with_comments: bool = False) -> list[Splice]:
    """The splices that take away what stands at `at`; `with_comments` takes those on the lines just above along, if they are its own:
    those above the first entry may be about all."""
    holder = layout.node(at[:-1])
    entries, entry = layout.entries(holder), layout.entry(at)
    number = entries.index(entry)
    if len(entries) == 1:
        return _emptied(layout, at[:-1], entry)
    if is_flow(holder):
        return [_from_brackets(layout, entries, number)]
    if not layout.begins_line(entry.start):
        return [_from_beside_a_dash(layout, entry, entries[1])]
    first = layout.comments_above(entry.start) if with_comments and number else layout.line_start(entry.start)
    return [_without_lines(layout, first, layout.end(entry))]


def _emptied(layout: Layout, at: Loc, entry: Entry) -> list[Splice]:
    """The only entry goes: the empty group or list is written out."""
    empty: Plain = [] if entry.name is None else {}
    if not at:
        return [Splice(0, len(layout.text), f"{in_line(empty)}\n")]
    if is_flow(layout.node(at)) or not layout.begins_line(entry.start):
        return [replacement(layout, at, empty)]
    sign = layout.entry(at).sign
    return [
        Splice(sign, sign, f" {in_line(empty)}"),
        _without_lines(layout, layout.line_start(entry.start), layout.end(entry)),
    ]


def _from_brackets(layout: Layout, entries: list[Entry], number: int) -> Splice:
    """The item with the comma before it; the first one, with the one after."""
    if number:
        return Splice(layout.end(entries[number - 1]), layout.end(entries[number]), "")
    return Splice(entries[0].start, entries[1].start, "")


def _from_beside_a_dash(layout: Layout, entry: Entry, following: Entry) -> Splice:
    """The first field of an item: the next one comes up beside the dash, unless comments stand between."""
    is_commented = "#" in layout.text[layout.end(entry) : following.start]
    return Splice(entry.start, layout.line_end(layout.end(entry)) if is_commented else following.start, "")


def _without_lines(layout: Layout, start: int, last: int) -> Splice:
    """The lines from `start` to that of `last` go; of two empty lines that would meet, one does."""
    end = layout.next_line(last)
    if end == len(layout.text) and not BREAK.search(layout.text, last):
        return Splice(layout.line_end(layout.line_above(start)) if start else 0, end, "")
    if start and layout.is_blank(layout.line_above(start)) and (end == len(layout.text) or layout.is_blank(end)):
        return Splice(layout.line_above(start), end, "")
    return Splice(start, end, "")

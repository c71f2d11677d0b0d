"""A new entry among those of a group or a list, or one that comes from elsewhere as it is written."""

from rusplan.data.edits.replacement import replacement
from rusplan.data.edits.splice import Splice
from rusplan.data.edits.yaml_layout import BREAK, Entry, Layout, is_flow
from rusplan.data.edits.yaml_writing import STEP, field, in_line, item
from rusplan.data.yaml_text import Loc, Plain
from rusplan.tools.record import small


@small
class Piece:
    """An item as it is written, the column that it begins in, and whether empty lines part the items of its list."""

    text: str
    column: int
    parted: bool

    def at(self, column: int) -> str:
        """The lines as they stand in that column, the first of them without indent."""
        by = column - self.column
        lines = (" " * by + line if by >= 0 else line[-by:] for line in BREAK.split(self.text))
        return "\n".join(line if line.strip() else "" for line in lines).lstrip(" ")


def insertion(layout: Layout, above: Loc, index: int, value: Plain, name: str | None = None) -> Splice:
    """A new entry, as entry number `index` of the group or list at `above`: a field if it has a name."""
    holder = layout.node(above)
    entries = layout.entries(holder)
    if not entries:
        whole: Plain = [value] if name is None else {name: value}
        return replacement(layout, above, whole) if above else Splice(0, len(layout.text), f"{in_line(whole)}\n")
    if is_flow(holder):
        return _within_brackets(
            layout, entries, index, in_line(value, flow=True) if name is None else _flow_field(name, value)
        )
    column = layout.column(entries[0].start)
    text = item(value, column) if name is None else field(name, value, column)
    return _placed(layout, entries, index, text, is_parted(layout, entries))


def landing(layout: Layout, to: Loc, piece: Piece) -> Splice | None:
    """The item at its new place; None where there is no list, or one within brackets."""
    if layout.found(to[:-1]) is None:
        return None
    holder = layout.node(to[:-1])
    if entries := layout.entries(holder):
        text = piece.at(layout.column(entries[0].start))
        parted = is_parted(layout, entries) or (len(entries) == 1 and piece.parted)
        return None if is_flow(holder) else _placed(layout, entries, int(to[-1]), text, parted)
    entry = layout.entry(to[:-1])
    if is_flow(layout.node(to[:-2])) or layout.is_commented(layout.end(entry)):
        return None
    column = layout.column(entry.start) + STEP
    return Splice(entry.sign, layout.end(entry), f"\n{' ' * column}{piece.at(column)}")


def is_parted(layout: Layout, entries: list[Entry]) -> bool:
    """True if empty lines stand between the entries, as far as the first two tell."""
    return len(entries) > 1 and layout.is_blank(layout.next_line(layout.end(entries[0])))


def _flow_field(name: str, value: Plain) -> str:
    return f"{in_line(name, flow=True)}: {in_line(value, flow=True)}"


def _within_brackets(layout: Layout, entries: list[Entry], index: int, text: str) -> Splice:
    if index < len(entries):
        return Splice(entries[index].start, entries[index].start, f"{text}, ")
    return Splice(layout.end(entries[-1]), layout.end(entries[-1]), f", {text}")


def _placed(layout: Layout, entries: list[Entry], index: int, text: str, parted: bool) -> Splice:
    """The lines of an entry in a block, the first of them without indent, after the entry before it."""
    indent = " " * layout.column(entries[0].start)
    if index == 0 and not layout.begins_line(entries[0].start):
        return Splice(entries[0].start, entries[0].start, f"{text}\n{indent}")
    if index == 0:
        start = layout.line_start(entries[0].start)
        return Splice(start, start, f"{indent}{text}\n" + "\n" * parted)
    before = layout.end(entries[index - 1])
    start = layout.next_line(before)
    lines = "\n" * parted + f"{indent}{text}"
    if start == len(layout.text) and not BREAK.search(layout.text, before):
        return Splice(start, start, f"\n{lines}")
    return Splice(start, start, f"{lines}\n")

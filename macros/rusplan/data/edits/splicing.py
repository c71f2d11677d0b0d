"""An edit -> the pieces of text that it exchanges. All else in the file stays as it is."""

import yaml

from rusplan.data.edits.edit_kinds import Edit, Insert, Move, Put, Remove, Rename, place_of_new
from rusplan.data.edits.insertion import Piece, insertion, is_parted, landing
from rusplan.data.edits.removal import removal
from rusplan.data.edits.replacement import replacement
from rusplan.data.edits.splice import Splice, spliced
from rusplan.data.edits.yaml_layout import Layout, is_flow
from rusplan.data.edits.yaml_writing import in_line


def splices(layout: Layout, edit: Edit) -> list[Splice]:
    """The splices that make the edit in the text of `layout`."""
    match edit:
        case Put(at=(*above, str(name))):
            names = [entry.name or "" for entry in layout.entries(layout.node(tuple(above)))]
            if name in names:
                return [replacement(layout, edit.at, edit.value)]
            return [insertion(layout, tuple(above), place_of_new(names, name, edit.order), edit.value, name)]
        case Put():
            return [replacement(layout, edit.at, edit.value)]
        case Insert(at=(*above, str(), int())) if layout.found(edit.at[:-1]) is None:
            return splices(layout, Put(at=edit.at[:-1], value=[edit.value]))
        case Insert(at=(*above, int(index))):
            return [insertion(layout, tuple(above), index, edit.value)]
        case Remove():
            return removal(layout, edit.at)
        case _:
            assert isinstance(edit, Rename), "all else has been refused"
            return [_renaming(layout, edit)]


def _renaming(layout: Layout, edit: Rename) -> Splice:
    key = layout.entry(edit.at).key
    assert isinstance(key, yaml.ScalarNode)
    name = in_line(edit.name, flow=is_flow(layout.node(edit.at[:-1])), quote=key.style or "")
    return Splice(key.start_mark.index, key.end_mark.index, name)


def moved(text: str, edit: Move) -> str | None:
    """The text with an item moved as it is written, its comments with it; None where one of the lists is within brackets."""
    before = Layout(text)
    entry, holder = before.entry(edit.at), before.node(edit.at[:-1])
    if is_flow(holder) or not before.begins_line(entry.start):
        return None
    first = before.comments_above(entry.start) if edit.at[-1] else before.line_start(entry.start)
    piece = Piece(
        text[first : before.line_end(before.end(entry))],
        before.column(entry.start),
        is_parted(before, before.entries(holder)),
    )
    rest = spliced(text, removal(before, edit.at, with_comments=True), before.line_break)
    if rest is None:
        return None
    after = Layout(rest)
    landed = landing(after, edit.to, piece)
    return spliced(rest, [landed], before.line_break) if landed else None

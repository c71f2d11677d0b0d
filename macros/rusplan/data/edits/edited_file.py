"""Edits in a file as it stands. The result is read again: it says what was meant, else the part that would not is written anew."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rusplan.data.edits.edit_kinds import (
    Edit,
    EjRedigerbar,
    Insert,
    Move,
    Put,
    Remove,
    applied,
    found_at,
    tidy,
    value_at,
)
from rusplan.data.edits.plain_content import plain
from rusplan.data.edits.smallest_edits import changes_in_place, moves
from rusplan.data.edits.splice import spliced
from rusplan.data.edits.splicing import moved, splices
from rusplan.data.edits.yaml_layout import Layout
from rusplan.data.edits.yaml_writing import whole_text
from rusplan.data.model import Post
from rusplan.data.yaml_text import Loc, Plain, parse
from rusplan.tools.record import record

BOM = b"\xef\xbb\xbf"
# The largest file of any kind; what a kind may hold is for its reader to judge.
MEGABYTES = 10
UNREADABLE = "filen går inte att läsa som den är"
UNWRITABLE = "texten har tecken som ingen fil kan innehålla"


@record
class Edited:
    """The file as it is now. `anew` are the parts, () for the whole file, that could not be changed as they stood and were written anew:
    they say what they should, but comments and line breaks in them are lost."""

    raw: bytes
    anew: tuple[Loc, ...] = ()


@record
class Draft:
    """A text on its way: what it says, tidied, and the parts that have been written anew."""

    text: str
    content: Plain
    anew: tuple[Loc, ...] = ()


def edited(raw: bytes, edits: Iterable[Edit]) -> Edited:
    """The file `raw` with the edits made, one after another: each counts places as those before it have left them.

    Indents, quotes, comments, order, empty lines and line ends stay as they are. Raises `EjRedigerbar` where an edit cannot be made.
    """
    content = _said(raw)
    if content is None:
        raise EjRedigerbar((), UNREADABLE)
    here = Draft(text=raw.decode("utf-8-sig"), content=content)
    for edit in edits:
        here = _after(here, replace(edit, value=tidy(edit.value)) if isinstance(edit, Put | Insert) else edit)
    return Edited(raw=(BOM if raw.startswith(BOM) else b"") + here.text.encode(), anew=here.anew)


def edited_to(raw: bytes, post: Post) -> Edited:
    """The file `raw`, edited to say what the model says: for whoever has the whole of it, as an import, and not what differs."""
    return edited_to_say(raw, plain(post, _said(raw) or ""))


def edited_to_say(raw: bytes, content: Plain) -> Edited:
    """As `edited_to`, for whoever has what the file should say, as a form. A file that says nothing keeps its comments."""
    if parse(raw, "", MEGABYTES).is_blank:
        return Edited(raw=written(content, _comments(raw)))
    return edited(raw, [Put(at=(), value=content)])


def _comments(raw: bytes) -> str:
    """What a file without content has: lines with the sign of a comment."""
    lines = raw.decode("utf-8-sig").splitlines()
    return "".join(f"{line}\n" for line in lines if line.startswith("#"))


def written(content: Plain, header: str = "") -> bytes:
    """A new file that says `content`; `header` is the comment that it begins with, each line with its sign and line break."""
    raw = whole_text(tidy(content), header).encode()
    if _said(raw) != tidy(content):
        raise EjRedigerbar((), UNWRITABLE)
    return raw


def _said(raw: bytes) -> Plain | None:
    """What the file says, tidied; None if it cannot be read."""
    parsed = parse(raw, "", MEGABYTES)
    return None if parsed.problems else tidy(parsed.value)


def _after(here: Draft, edit: Edit) -> Draft:
    """The text once the edit is done. A group or a list that stands there already is changed only where it differs."""
    if not isinstance(edit, Put) or not _is_there(here.content, edit):
        return _one(here, edit)
    for move in list(moves(value_at(here.content, edit.at), edit.value, edit.at)):
        here = _one(here, move)
    changes = list(changes_in_place(value_at(here.content, edit.at), edit.value, edit.at))
    return _at_once(here, changes, tidy(applied(here.content, edit))) or _in_turn(here, changes)


def _is_there(content: Plain, edit: Put) -> bool:
    """True if what stands there and what should stand there are both groups, or both lists, and neither is empty."""
    here = found_at(content, edit.at)
    return not isinstance(here, str) and type(here) is type(edit.value) and bool(here) and bool(edit.value)


def _at_once(here: Draft, changes: list[Edit], meant: Plain) -> Draft | None:
    """All changes in one reading of the file; None if they stand in each other's way."""
    # At one place the last one stands first: it was made for what the others had left.
    return _if_right(here, _spliced(here.text, changes[::-1]), meant)


def _spliced(text: str, changes: Iterable[Edit]) -> str | None:
    layout = Layout(text)
    return spliced(text, [splice for change in changes for splice in splices(layout, change)], layout.line_break)


def _in_turn(here: Draft, changes: list[Edit]) -> Draft:
    for change in changes:
        here = _one(here, change)
    return here


def _one(here: Draft, edit: Edit) -> Draft:
    """One edit, by the first way that comes out right."""
    meant = tidy(applied(here.content, edit))
    if meant == here.content:
        return here
    if isinstance(edit, Move):
        apart = (Remove(at=edit.at), Insert(at=edit.to, value=value_at(here.content, edit.at)))
        return _if_right(here, moved(here.text, edit), meant) or _in_turn(here, list(apart))
    text = _spliced(here.text, [edit]) if edit.at else None
    return _if_right(here, text, meant) or _anew(here, edit.at, meant)


def _if_right(here: Draft, text: str | None, meant: Plain) -> Draft | None:
    """The text as a draft, if it says what was meant."""
    if text is None or _said(text.encode()) != meant:
        return None
    return Draft(text=text, content=meant, anew=here.anew)


def _anew(here: Draft, at: Loc, meant: Plain) -> Draft:
    """The smallest part around `at` that can be written anew so that the file says what was meant; at last the file itself."""
    for loc in _around(at):
        text = _spliced(here.text, [Put(at=loc, value=value_at(meant, loc))])
        if right := _if_right(here, text, meant):
            return replace(right, anew=(*here.anew, loc))
    return Draft(text=written(meant).decode(), content=meant, anew=(*here.anew, ()))


def _around(at: Loc) -> Iterator[Loc]:
    return (at[:end] for end in range(len(at) - 1, 0, -1))

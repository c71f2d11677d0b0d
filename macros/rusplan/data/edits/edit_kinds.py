"""What can be done to the content of a file, a record each; and what the content is once it has been done."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from rusplan.data.values import in_paragraphs
from rusplan.data.yaml_text import Loc, Plain
from rusplan.tools.record import record

BREAK = re.compile(r"\r\n|\r|\n")


class EjRedigerbar(Exception):
    """The edit cannot be made: nothing stands at its place, or no file can hold what it writes. `loc` is the place."""

    def __init__(self, loc: Loc, why: str) -> None:
        self.loc = loc
        super().__init__(f"{'.'.join(map(str, loc)) or 'filen'}: {why}")


@record
class Put:
    """`value` stands at `at`, whatever stood there. A group or a list that stands there already is changed only where it differs.

    A field that is new in its group comes after those that precede it in `order` (the model's fields, say), else last.
    """

    at: Loc
    value: Plain
    order: tuple[str, ...] = ()


@record
class Remove:
    """What stands at `at` goes away: a field, or an item of a list. A list whose last item goes stays, and is empty."""

    at: Loc


@record
class Insert:
    """`value` is a new item of a list and stands at `at`; those from there on move down. One past the last index adds it last; a list
    that is not there yet begins with it."""

    at: Loc
    value: Plain


@record
class Move:
    """The item at `at` stands at `to` instead, in the same list or another; `to` counts once the item has been taken away."""

    at: Loc
    to: Loc


@record
class Rename:
    """The field at `at` is called `name`; its value stays as it is written."""

    at: Loc
    name: str


Edit = Put | Remove | Insert | Move | Rename


def tidy(value: Plain) -> Plain:
    """As every field reads it: single spaces, an empty line between paragraphs, no empty fields. What is tidied alike says the same."""
    if isinstance(value, str):
        return in_paragraphs(BREAK.sub("\n", unicodedata.normalize("NFC", value)).strip())
    if isinstance(value, list):
        return [tidy(part) or "" for part in value]
    parts = ((unicodedata.normalize("NFC", name), tidy(part)) for name, part in value.items())
    return {name: part for name, part in parts if part}


def value_at(content: Plain, loc: Loc) -> Plain:
    """What stands at `loc`. Raises `EjRedigerbar` where nothing does."""
    found = found_at(content, loc)
    if found is None:
        raise EjRedigerbar(loc, "där står inget")
    return found


def found_at(content: Plain, loc: Loc) -> Plain | None:
    """What stands at `loc`, or None."""
    here: Any = content
    for part in loc:
        if not holds(here, part):
            return None
        here = here[part]
    found: Plain = here
    return found


def holds(content: Plain, part: str | int) -> bool:
    """True if the group or list has something of that name or number."""
    if isinstance(part, int):
        return isinstance(content, list) and 0 <= part < len(content)
    return isinstance(content, dict) and part in content


def applied(content: Plain, edit: Edit) -> Plain:
    """The content once the edit is done; `content` itself is not touched. Raises `EjRedigerbar`."""
    if isinstance(edit, Put) and not edit.at:
        return edit.value
    if not edit.at:
        raise EjRedigerbar((), "hela filen kan bara ersättas")
    *above, last = edit.at
    if isinstance(edit, Move):
        item = value_at(content, edit.at)
        return applied(applied(content, Remove(at=edit.at)), Insert(at=edit.to, value=item))
    if isinstance(edit, Insert) and begins_list(content, edit):
        return applied(content, Put(at=tuple(above), value=[edit.value]))
    return _with(content, tuple(above), lambda holder: _changed(holder, last, edit), edit.at)


def begins_list(content: Plain, edit: Insert) -> bool:
    """True where the field that is to hold the list is not there yet."""
    *above, field, index = edit.at if len(edit.at) > 1 else (*edit.at, 0, 0)
    holder = found_at(content, tuple(above))
    return index == 0 and isinstance(field, str) and isinstance(holder, dict) and field not in holder


def _with(content: Plain, path: Loc, change: Callable[[Any], Plain], whole: Loc) -> Plain:
    """A copy of the content with what stands at `path` changed; all that is not on the way there is shared."""
    if not path:
        return change(content)
    here, *rest = path
    if not holds(content, here):
        raise EjRedigerbar(whole, "där står inget")
    copy: Any = list(content) if isinstance(content, list) else dict(content)  # type: ignore[arg-type]
    copy[here] = _with(copy[here], tuple(rest), change, whole)
    found: Plain = copy
    return found


def _changed(holder: Any, last: Any, edit: Edit) -> Plain:
    """The group or list itself, with one of its parts changed."""
    is_new = isinstance(edit, Put) and isinstance(last, str) and isinstance(holder, dict)
    if isinstance(edit, Insert):
        if not isinstance(holder, list) or not isinstance(last, int) or not 0 <= last <= len(holder):
            raise EjRedigerbar(edit.at, "där finns ingen lista att sätta in i")
        return [*holder[:last], edit.value, *holder[last:]]
    if not holds(holder, last) and not is_new:
        raise EjRedigerbar(edit.at, "där står inget")
    if isinstance(edit, Rename):
        return _renamed(holder, last, edit)
    if isinstance(edit, Put):
        return _put(holder, last, edit)
    return (
        {k: v for k, v in holder.items() if k != last}
        if isinstance(holder, dict)
        else holder[:last] + holder[last + 1 :]
    )


def _renamed(holder: Any, last: Any, edit: Rename) -> Plain:
    if not isinstance(holder, dict) or (edit.name in holder and edit.name != last):
        raise EjRedigerbar(edit.at, f"fältet kan inte heta «{edit.name}»")
    return {edit.name if name == last else name: value for name, value in holder.items()}


def _put(holder: Any, last: Any, edit: Put) -> Plain:
    if isinstance(holder, list):
        return [*holder[:last], edit.value, *holder[last + 1 :]]
    if last in holder:
        return {**holder, last: edit.value}
    names = list(holder)
    names.insert(place_of_new(names, str(last), edit.order), last)
    return {name: edit.value if name == last else holder[name] for name in names}


def place_of_new(names: Sequence[str], new: str, order: Sequence[str]) -> int:
    """Where among `names` a new field stands: after the last of those that precede it in `order`; last if `order` does not know it."""
    if new not in order:
        return len(names)
    before = set(order[: order.index(new)])
    return max((i + 1 for i, name in enumerate(names) if name in before), default=0)

"""What a content is and what it should be -> the edits that make the one of the other, as small as they can be."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from rusplan.data.edits.edit_kinds import Edit, Insert, Move, Put, Remove, Rename, applied
from rusplan.data.yaml_text import Loc, Plain

# A list with more than this to move is written anew.
MOST_MOVES = 20


def moves(old: Plain, new: Plain, at: Loc = ()) -> Iterator[Move]:
    """Those that give every list the order that its items have in `new`; each counts once those before it are done."""
    if isinstance(old, dict) and isinstance(new, dict):
        for name in (name for name in old if name in new):
            yield from moves(old[name], new[name], (*at, name))
    elif isinstance(old, list) and isinstance(new, list) and old != new:
        own = list(_own_moves(old, new, at))
        yield from own
        here: Plain = old
        for move in own:
            here = applied(here, Move(at=move.at[len(at) :], to=move.to[len(at) :]))
        assert isinstance(here, list)
        for i, j in pairs(here, new):
            yield from moves(here[i], new[j], (*at, i))


def _own_moves(old: Sequence[Plain], new: Sequence[Plain], at: Loc) -> Iterator[Move]:
    """The items of one list that stand in another order."""
    in_order = {j: i for i, j in pairs(old, new)}
    staying = set(in_order.values())
    left = {name_of(item): i for i, item in enumerate(old) if i not in staying}
    out_of_order = {
        j: left.pop(name_of(item)) for j, item in enumerate(new) if j not in in_order and name_of(item) in left
    }
    if not out_of_order or len(out_of_order) > MOST_MOVES:
        return
    now, wanted = list(range(len(old))), in_order | out_of_order
    for j, i in sorted(out_of_order.items()):
        earlier = [wanted[k] for k in range(j) if k in wanted]
        origin = now.index(i)
        now.remove(i)
        target = now.index(earlier[-1]) + 1 if earlier else 0
        now.insert(target, i)
        yield Move(at=(*at, origin), to=(*at, target))


def changes_in_place(old: Plain, new: Plain, at: Loc = ()) -> Iterator[Edit]:
    """All but moves, the last in the file first: so each stands where it says both before and after those that come before it."""
    if isinstance(old, dict) and isinstance(new, dict) and old and new:
        yield from _of_fields(old, new, at)
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _of_items(old, new, at)
    elif old != new:
        yield Put(at=at, value=new)


def _of_fields(old: Mapping[str, Plain], new: Mapping[str, Plain], at: Loc) -> Iterator[Edit]:
    renamed = dict(_renamed(old, new))
    before = {now: name for name, now in renamed.items()}
    order = tuple(each for name in new for each in (name, before.get(name, name)))
    for name in reversed([name for name in new if name not in old and name not in renamed.values()]):
        yield Put(at=(*at, name), value=new[name], order=order)
    for name, value in reversed(list(old.items())):
        if name in new:
            yield from changes_in_place(value, new[name], (*at, name))
        elif name in renamed:
            yield Rename(at=(*at, name), name=renamed[name])
        else:
            yield Remove(at=(*at, name))


def _renamed(old: Mapping[str, Plain], new: Mapping[str, Plain]) -> Iterator[tuple[str, str]]:
    """Fields that only have another name: one that is gone and one that is new say the same, and no others do."""
    gone = [name for name in old if name not in new]
    come = [name for name in new if name not in old]
    for name in gone:
        alike = [other for other in come if new[other] == old[name]]
        if len(alike) == 1 and [old[other] for other in gone].count(old[name]) == 1:
            yield name, alike[0]


def _of_items(old: Sequence[Plain], new: Sequence[Plain], at: Loc) -> Iterator[Edit]:
    kept = pairs(old, new)
    if not kept:  # item by item it would be empty for a while, which is as not being there
        yield Put(at=at, value=list(new))
        return
    ends = [*kept, (len(old), len(new))]
    before = [(-1, -1), *ends]
    for (i, j), (end_i, end_j) in reversed(list(zip(before, ends, strict=False))):
        # Between two items that stay: what is gone, and then what is new in its place.
        yield from (Remove(at=(*at, k)) for k in reversed(range(i + 1, end_i)))
        yield from (Insert(at=(*at, i + 1), value=new[k]) for k in reversed(range(j + 1, end_j)))
        if i >= 0:
            yield from changes_in_place(old[i], new[j], (*at, i))


def pairs(old: Sequence[Plain], new: Sequence[Plain]) -> list[tuple[int, int]]:
    """The items that are the same thing before and after, in an order that both have: by what names them, else by standing in the same
    place between two that do."""
    found = list[tuple[int, int]]()
    match = SequenceMatcher(None, list(map(name_of, old)), list(map(name_of, new)), autojunk=False)
    for kind, i, end_i, j, end_j in match.get_opcodes():
        if kind == "equal" or (kind == "replace" and end_i - i == end_j - j):
            found += zip(range(i, end_i), range(j, end_j), strict=True)
    return found


def name_of(item: Plain) -> str:
    """What names an item: its first text, as id, title or the like come first in ours; a bare text names itself."""
    if isinstance(item, str):
        return item
    inner = list(item.values()) if isinstance(item, dict) else item
    return next((part for part in inner if isinstance(part, str)), str(item))

"""What is told of edits of a collection that uses every field, each row with its field, what stood there, and what a newsletter says.

First each field of each kind of part, at the first place that has it, is given another value, taken away, and, if it is a list, given one
item more and turned. Then two hundred edits follow that put, at some place, what stands in a field of the same name elsewhere, or take
away, add or move something. `--update-golden` writes the file anew: read what is different, each row of it is one that a reader would see.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import yaml
from rusplan.changes.not_saved import changes_to_make
from rusplan.changes.steps import Ändring, Ändringar

from tests.reviewed import AsReviewed
from tests.views.every_field import fill
from tests.views.lillby import FILER, Fil, lay_out
from tests.views.test_revised_plan import revise

REVIEWED = Path(__file__).with_name("told_of_any_edit.txt")
Place = tuple[str | int, ...]
# The file, its new content, None where it goes, and what was done.
Edit = tuple[str, Fil | None, str]


def test_what_is_told_of_any_edit_is_what_was_told_when_it_was_reviewed(
    tmp_path: Path, as_reviewed: AsReviewed
) -> None:
    files = deepcopy(dict(FILER))
    revise(files)
    fill(files)
    files = json.loads(json.dumps(files, default=str))
    root, known = lay_out(tmp_path, files), values_by_field(files)
    edits = (*every_field(root, files, known), *(any_edit(files, known, number) for number in range(200)))
    text = "".join(told(root, *edit) for edit in edits)
    as_reviewed(REVIEWED, text)


def told(root: Path, name: str, content: Fil | None, what: str) -> str:
    """The edit, and a row for each change."""
    found = changed(root, name, content)
    rows = [row for thing in found.saker for row in (*map(shown, thing.ändringar), *thing.anmärkningar)]
    return "\n  ".join((f"{name} {what}", *rows, *(each.text for each in found.sammandrag))) + "\n"


def changed(root: Path, name: str, content: Fil | None) -> Ändringar:
    """What the edit of a file amounts to."""
    raw = (
        None
        if content is None
        else yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False).encode()
    )
    return changes_to_make(root, {f"data/{name}": raw})


def shown(change: Ändring) -> str:
    """A change with all that it says."""
    field, kind = ".".join(change.fält), change.slag.name
    return f"{kind} {field}: {change.text} [{change.före} | {change.efter} | {change.område}] {change.nyhet!r}"


def places(part: Any, at: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every part with its place."""
    inner = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for name, value in inner:
        yield (*at, name), value
        yield from places(value, (*at, name))


def values_by_field(files: dict[str, Fil]) -> dict[str, list[Any]]:
    """All values of fields of the same name."""
    found = defaultdict[str, list[Any]](list)
    for content in files.values():
        for at, value in places(content):
            if isinstance(at[-1], str) and value not in found[at[-1]]:
                found[at[-1]].append(value)
    return found


def every_field(root: Path, files: dict[str, Fil], known: dict[str, list[Any]]) -> Iterator[Edit]:
    """The edits of each field of each kind of part that leave a file that can be read."""
    seen = set[tuple[str, ...]]()
    for name in sorted(files):
        for at, value in places(files[name]):
            field = (name.rpartition("/")[0][5:] or name, *(word for word in at if isinstance(word, str)))[-2:]
            if isinstance(at[-1], str) and field not in seen:
                seen.add(field)
                yield from edits_of_a_field(root, name, files[name], at, others(value, known[at[-1]]))


def edits_of_a_field(root: Path, name: str, content: Fil, at: Place, other: list[Any]) -> Iterator[Edit]:
    """The field with the first of the other values that can stand there, without any, and, of a list, with one more and turned."""
    value = part_of(content, at)
    tried: dict[str, list[Any]] = {"other": other, "without": [None]}
    if isinstance(value, list):
        tried |= {"one more in": [[*value, *each[:1]] for each in other], "turned": [value[::-1]] if value[1:] else []}
    for what, values in tried.items():
        edits = ((name, replaced(content, at, each), f"{what} {'.'.join(map(str, at))}") for each in values)
        can_be_read = (
            edit for edit in edits if not any(thing.anmärkningar for thing in changed(root, *edit[:2]).saker)
        )
        yield from islice(can_be_read, 1)


def others(value: Any, known: list[Any]) -> list[Any]:
    """A few values of the same kind that are another."""
    found = [each for each in known if each != value and isinstance(each, list) is isinstance(value, list)]
    return found[:5] if found or not isinstance(value, str) else [f"{value} till"]


def part_of(content: Any, at: Place) -> Any:
    """What stands at a place."""
    for part in at:
        content = content[part]
    return content


def replaced(content: Fil, at: Place, value: Any) -> Fil:
    """The content with another value at a place; None takes it away."""
    content = deepcopy(content)
    holder = part_of(content, at[:-1])
    holder[at[-1]] = value
    if value is None:
        del holder[at[-1]]
    return content


def any_edit(files: dict[str, Fil], known: dict[str, list[Any]], number: int) -> Edit:
    """The edit of that number."""
    chance = Random(number)  # noqa: S311 - the same each time
    name = chance.choice(sorted(files))
    content, what = edited(deepcopy(files[name]), known, chance)
    return name, content, f"{number} {what}"


def edited(content: Fil, known: dict[str, list[Any]], chance: Random) -> tuple[Fil | None, str]:
    """The content after an edit, None for a file that goes; and what was done."""
    found = list(places(content))
    at, value = chance.choice(found)
    *above, last = at
    holder = part_of(content, tuple(above))
    lists = [(place, part) for place, part in found if isinstance(part, list) and part and isinstance(place[-1], str)]
    match chance.randrange(10):
        case 0:
            del holder[last]
            what = "without"
        case 1 if lists:
            at, value = chance.choice(lists)
            others = [item for each in known[str(at[-1])] for item in each]
            value.insert(chance.randrange(len(value) + 1), deepcopy(chance.choice(others)))
            what = "one more in"
        case 2 if lists:
            at, value = chance.choice(lists)
            value.reverse()
            what = "turned"
        case 3 if chance.random() < 0.3:
            return None, "goes"
        case _ if isinstance(last, str):
            holder[last] = deepcopy(chance.choice(known[last]))
            what = "other"
        case _ if isinstance(value, dict):
            field = chance.choice(sorted(value))
            value[field] = deepcopy(chance.choice(known[field]))
            what = f"other {field} in"
        case _:
            holder[last] = f"{value} till"
            what = "more"
    return content, f"{what} {'.'.join(map(str, at))}"

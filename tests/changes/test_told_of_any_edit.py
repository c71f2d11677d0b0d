"""What is told of four hundred edits of a collection that uses every field, each row with its field, what stood there, and what a newsletter says.

Each edit puts, at some place, what stands in a field of the same name elsewhere, or takes away, adds or moves something.
`--update-golden` writes the file anew: read what is different, each row of it is one that a reader would see.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from rusplan.changes.not_saved import changes_to_make
from rusplan.changes.steps import Ändring

from tests.views.every_field import fill
from tests.views.lillby import FILER, Fil, lay_out
from tests.views.test_revised_plan import revise

REVIEWED = Path(__file__).with_name("told_of_any_edit.txt")
Place = tuple[str | int, ...]


def test_what_is_told_of_any_edit_is_what_was_told_when_it_was_reviewed(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    files = deepcopy(dict(FILER))
    revise(files)
    fill(files)
    files = json.loads(json.dumps(files, default=str))
    root, known = lay_out(tmp_path, files), values_by_field(files)
    text = "".join(told(root, files, known, number) for number in range(400))
    if request.config.getoption("--update-golden"):
        REVIEWED.write_text(text, encoding="utf-8")
    assert text == REVIEWED.read_text(encoding="utf-8")


def told(root: Path, files: dict[str, Fil], known: dict[str, list[Any]], number: int) -> str:
    """The edit of that number, and a row for each change."""
    chance = Random(number)  # noqa: S311 - the same each time
    name = chance.choice(sorted(files))
    content, what = edited(deepcopy(files[name]), known, chance)
    raw = None if content is None else yaml.safe_dump(content, allow_unicode=True, sort_keys=False).encode()
    found = changes_to_make(root, {f"data/{name}": raw})
    rows = [row for thing in found.saker for row in (*map(shown, thing.ändringar), *thing.anmärkningar)]
    return "\n  ".join((f"{number} {name} {what}", *rows, *(each.text for each in found.sammandrag))) + "\n"


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


def edited(content: Fil, known: dict[str, list[Any]], chance: Random) -> tuple[Fil | None, str]:
    """The content after an edit, None for a file that goes; and what was done."""
    found = list(places(content))
    at, value = chance.choice(found)
    *above, last = at
    holder: Any = content
    for part in above:
        holder = holder[part]
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

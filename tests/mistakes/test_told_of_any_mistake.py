"""What editors are told of a thousand mistakes by chance in the files of five made-up bodies; which are right without them.

`--update-golden` writes what is told anew: read what is different, each row of it is one that an editor would see.
"""

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from random import Random
from shutil import copytree

import pytest
from rusplan.checks import read_and_check
from rusplan.data.kept_files import KeptFiles
from rusplan.data.problems import DataFel

from tests.built import ROOT
from tests.changes.data_repository import Förråd
from tests.mistakes.right import set_right
from tests.mistakes.ways import WAYS
from tests.reviewed import AsReviewed
from tests.views.every_field import fill
from tests.views.lillby import FILER, lay_out
from tests.views.test_revised_plan import revise

TOLD = Path(__file__).with_name("told")
BODIES = ("golden/bas", "alvbygden", "organisationer/kommunen", "organisationer/natverket", "organisationer/regionen")
OF_EACH_WAY = 120


@dataclass(frozen=True)
class Body:
    """The files of a body as they were committed, and what reads them again, but those that are as they were."""

    root: Path
    kept: KeptFiles
    files: dict[str, bytes]

    def told(self, name: str, raw: bytes) -> str:
        """What is told with other bytes in a file."""
        (self.root / name).write_bytes(raw)
        _, problems = read_and_check(self.root, self.kept.read, unsaved={name: raw})
        (self.root / name).write_bytes(self.files[name])
        return str(DataFel(problems)) if problems else ""


def body(root: Path) -> Body:
    """The body whose data lie in `root`, where its history begins."""
    history = Förråd(root)
    history.git("init", "--quiet", "--initial-branch=main")
    history.commit("2026-01-01")
    paths = sorted((root / "data").rglob("*.yml"))
    return Body(root, KeptFiles(), {path.relative_to(root).as_posix(): path.read_bytes() for path in paths})


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> list[Body]:
    """Lillby with every field, and the others."""
    files = deepcopy(dict(FILER))
    for change in (revise, fill, set_right):
        change(files)
    roots = [tmp_path_factory.mktemp(Path(name).name) for name in ("lillby", *BODIES)]
    lay_out(roots[0], json.loads(json.dumps(files, default=str)))
    for name, root in zip(BODIES, roots[1:], strict=True):
        copytree(ROOT / "tests" / name, root, dirs_exist_ok=True)
    return list(map(body, roots))


def test_the_bodies_are_right_without_mistakes(bodies: list[Body]) -> None:
    for each in bodies:
        name, raw = next(iter(each.files.items()))
        assert each.told(name, raw) == ""


def test_file_that_cannot_be_read_is_told_of_alone(bodies: list[Body]) -> None:
    """What refers to it cannot be judged, and is not called wrong."""
    for each in bodies:
        told = {name: each.told(name, raw + b"<<<<<<< HEAD\n").split("\n") for name, raw in each.files.items()}
        assert {name: rows for name, rows in told.items() if len(rows) > 1 or not rows[0].startswith(f"{name}:")} == {}


@pytest.mark.parametrize("kind", WAYS)
def test_what_is_told_of_a_mistake_is_what_was_told_when_it_was_reviewed(
    kind: str, bodies: list[Body], as_reviewed: AsReviewed
) -> None:
    reviewed = TOLD / f"{kind}.txt"
    text = "".join(f"{mistake}\n" for mistake in mistakes(kind, bodies))
    as_reviewed(reviewed, text)


def mistakes(kind: str, bodies: list[Body]) -> Iterator[str]:
    """Each mistake as rows of a diff, and what is told of it."""
    seen = set[tuple[str, bytes]]()
    for number in range(OF_EACH_WAY):
        chance = Random(f"{kind} {number}")  # noqa: S311 - the same each time
        at = bodies[0] if number % 2 else chance.choice(bodies)
        name, way = chance.choice(list(at.files)), chance.choice(WAYS[kind])
        text = at.files[name].decode()
        made = way(text, chance)
        raw = made.encode() if isinstance(made, str) else made
        if raw is None or raw == at.files[name] or (name, raw) in seen:
            continue
        seen.add((name, raw))
        told = at.told(name, raw).split("\n")
        yield "\n".join((name, *_shown(text, made), *(f"  {_cut(row)}" for row in told)))


def _shown(before: str, after: str | bytes | None) -> Iterator[str]:
    """The rows that differ, the first of them if they are many."""
    if not isinstance(after, str):
        yield f"  {after!r:.60}"
        return
    rows = [
        row
        for row in unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")
        if row[:3] not in ("---", "+++")
    ]
    shown = [f"  {row}" if row.isprintable() else f"  {row!r}" for row in rows if not row.startswith("@@")]
    yield from map(_cut, shown[:6])


def _cut(row: str) -> str:
    """A row that is not longer than anybody reads here."""
    return row if len(row) < 250 else f"{row[:250]} …"

"""Breaks the real data files one at a time, and sees what the editor is told: `make fuzz CASES=300`.

Each case is made from its number alone, so that a failure can be looked at again. A case ends as valid data or as problems in the
file that was broken; anything else, or more than five seconds, is a failure.
"""

import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from rusplan.checks import read_collection
from rusplan.data import reading
from rusplan.data.problems import DataFel, Problem
from rusplan.data.reader import read_file

from tests.fuzz.mutations import HARMLESS, MUTATIONS

ROOT = Path(__file__).parents[2]
SECONDS, NEAR = 5, 2


@dataclass(frozen=True)
class Case:
    """What was broken, and what was told of it; no problems where the data was still valid."""

    number: int
    kind: str
    file: str
    row: int
    problems: tuple[Problem, ...]
    seconds: float

    @property
    def near(self) -> bool:
        """Whether some problem is within two rows of the break, in its file."""
        return any(p.fil == self.file and abs(p.rad - self.row) <= NEAR for p in self.problems)


@contextmanager
def quick_reading() -> Iterator[None]:
    """Files that have not changed are read once; only the broken one is read anew."""
    known: dict[tuple[str, bytes], Any] = {}

    def read(path: Path, name: str, model: Any) -> Any:
        try:
            key = (name, path.read_bytes())
        except OSError:
            return read_file(path, name, model)
        if key not in known:
            known[key] = read_file(path, name, model)
        return known[key]

    patched: Any = reading
    before = patched.read_file
    patched.read_file = read
    try:
        yield
    finally:
        patched.read_file = before


def run(root: Path, number: int) -> Case:
    """The case of that number; `root` holds a copy of data/, which is as it was afterwards."""
    chance = Random(number)  # noqa: S311 - the same each time
    files = sorted((root / "data").rglob("*.yml"))
    while True:
        path, mutation = chance.choice(files), MUTATIONS[number % len(MUTATIONS)]
        whole = path.read_bytes()
        broken = mutation(whole.decode(), chance)
        if broken:
            break
    name = path.relative_to(root).as_posix()
    path.write_bytes(broken.data)
    start = time.monotonic()
    try:
        signal.alarm(SECONDS)
        read_collection(root)
        problems: tuple[Problem, ...] = ()
    except DataFel as error:
        problems = tuple(error.problems)
    finally:
        signal.alarm(0)
        path.write_bytes(whole)
    return Case(number, mutation.__name__, name, broken.row, problems, time.monotonic() - start)


def cases(numbers: range) -> Iterator[Case]:
    """The cases of these numbers, over a copy of the real data."""
    with tempfile.TemporaryDirectory() as folder, quick_reading():
        shutil.copytree(ROOT / "data", Path(folder) / "data")
        shutil.copytree(ROOT / "docs", Path(folder) / "docs", ignore=shutil.ignore_patterns("assets"))
        for number in numbers:
            yield run(Path(folder), number)


def share_near(found: list[Case]) -> float:
    """Of the cases that ended in problems, those whose named row is near the break."""
    told = [case for case in found if case.problems]
    return sum(case.near for case in told) / len(told)


def main() -> int:
    """Print the table, and each case that was told of somewhere else."""
    found = list(cases(range(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)))
    print(f"{'kind':20} {'cases':>6} {'valid':>6} {'told':>6} {'near':>6} {'slowest s':>10}")
    for mutation in MUTATIONS:
        mine = [case for case in found if case.kind == mutation.__name__]
        told = [case for case in mine if case.problems]
        slowest = max((case.seconds for case in mine), default=0)
        print(
            f"{mutation.__name__:20} {len(mine):6} {len(mine) - len(told):6} {len(told):6} {sum(c.near for c in told):6} {slowest:10.2f}"
        )
    for case in found:
        if case.problems and not case.near:
            print(f"{case.number}: {case.kind} in {case.file}:{case.row}, told at {case.problems[0]}")
    print(f"{share_near(found):.1%} of the cases told of are told within {NEAR} rows of the break.")
    return 0


__all__ = ["HARMLESS", "cases", "share_near"]

if __name__ == "__main__":
    sys.exit(main())

"""Breaks the real data files one at a time, and sees what the editor is told: `make fuzz CASES=300`.

Each case is made from its number alone, so that a failure can be looked at again, and read in a process of its own. It ends as valid data
or as problems in the file that was broken; anything else, a process that dies, or more than five seconds of processor is a failure.
"""

import multiprocessing
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from rusplan.checks import read_collection
from rusplan.data import reading
from rusplan.data.problems import DataFel, Problem
from rusplan.data.reader import read_file

from tests.fuzz.mutations import HARMLESS, HEAVY, MUTATIONS, Broken, Mutation
from tests.invented import INVENTED

SECONDS, NEAR = 5, 2
PROCESSES = multiprocessing.get_context("fork")


@dataclass(frozen=True)
class Case:
    """What was broken, and what was told of it: no problems where the data was still valid. `died` says how, if no answer came."""

    number: int
    kind: str
    file: str
    row: int
    problems: tuple[Problem, ...]
    seconds: float
    died: str

    @property
    def near(self) -> bool:
        """Whether some problem is within two rows of the break, in its file."""
        return any(p.fil == self.file and abs(p.rad - self.row) <= NEAR for p in self.problems)


@contextmanager
def quick_reading() -> Iterator[None]:
    """Files that have not changed are read once; only the broken one is read anew."""
    known: dict[tuple[str, bytes], Any] = {}

    def read(path: Path, name: str, *how: Any) -> Any:
        try:
            key = (name, path.read_bytes())
        except OSError:
            return read_file(path, name, *how)
        if key not in known:
            known[key] = read_file(path, name, *how)
        return known[key]

    patched: Any = reading
    before = patched.read_file
    patched.read_file = read
    try:
        yield
    finally:
        patched.read_file = before


def broken_file(root: Path, number: int, kinds: Sequence[Mutation]) -> tuple[Path, Mutation, Broken]:
    """What the case of that number does to one of the files below `root`."""
    chance = Random(number)  # noqa: S311 - the same each time
    files, mutation = sorted((root / "data").rglob("*.yml")), kinds[number % len(kinds)]
    while True:
        path = chance.choice(files)
        if broken := mutation(path.read_bytes().decode(), chance):
            return path, mutation, broken


def run(root: Path, number: int, kinds: Sequence[Mutation]) -> Case:
    """The case of that number among those of `kinds`; `root` holds a copy of data/, which is as it was afterwards."""
    path, mutation, broken = broken_file(root, number, kinds)
    whole = path.read_bytes()
    path.write_bytes(broken.data)
    try:
        problems, seconds, died = in_a_process_of_its_own(root)
    finally:
        path.write_bytes(whole)
    return Case(
        number=number, kind=mutation.__name__, file=path.relative_to(root).as_posix(), row=broken.row, problems=problems, seconds=seconds, died=died
    )  # fmt: skip


def in_a_process_of_its_own(root: Path) -> tuple[tuple[Problem, ...], float, str]:
    """What is told of the data, the seconds of processor that it took, and how the process died if it gave no answer."""
    ours, theirs = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=answer, args=(root, theirs))
    process.start()
    theirs.close()
    try:
        problems, seconds = ours.recv()
    except EOFError:
        problems, seconds = (), float("nan")
    process.join()
    ours.close()
    return problems, seconds, f"exit code {process.exitcode}" if process.exitcode else ""


def answer(root: Path, pipe: Any) -> None:
    """Read the data and send what is told of it, within `SECONDS` of processor."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    start = time.process_time()
    problems: tuple[Problem, ...] = ()
    try:
        read_collection(root)
    except DataFel as error:
        problems = error.problems
    pipe.send((problems, time.process_time() - start))


def cases(numbers: Iterable[int], kinds: Sequence[Mutation] = MUTATIONS) -> Iterator[Case]:
    """The cases of these numbers, over a copy of the real data."""
    with tempfile.TemporaryDirectory() as folder, quick_reading():
        shutil.copytree(INVENTED / "data", Path(folder) / "data")
        shutil.copytree(INVENTED / "docs", Path(folder) / "docs")
        read_collection(Path(folder))  # what is not broken is known to every process
        for number in numbers:
            yield run(Path(folder), number, kinds)


def share_near(found: list[Case]) -> float:
    """Of the cases that ended in problems, those whose named row is near the break."""
    told = [case for case in found if case.problems]
    return sum(case.near for case in told) / len(told)


def row_of(mine: list[Case], kind: str) -> str:
    """A row of the table."""
    told, dead = [case for case in mine if case.problems], [case for case in mine if case.died]
    slowest = max((case.seconds for case in mine if not case.died), default=0)
    valid, near = len(mine) - len(told) - len(dead), sum(case.near for case in told)
    return f"{kind:20} {len(mine):6} {valid:6} {len(told):6} {near:6} {len(dead):6} {slowest:10.2f}"


def main() -> int:
    """Print the table, each case that was told of somewhere else, and each that got no answer: those make the run fail."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    found = [*cases(range(wanted)), *cases(range(wanted // 4), HEAVY)]
    print(f"{'kind':20} {'cases':>6} {'valid':>6} {'told':>6} {'near':>6} {'dead':>6} {'slowest s':>10}")
    for mutation in (*MUTATIONS, *HEAVY):
        print(row_of([case for case in found if case.kind == mutation.__name__], mutation.__name__))
    for case in found:
        if case.died:
            print(f"{case.number}: {case.kind} in {case.file}:{case.row} got no answer: {case.died}")
        elif case.problems and not case.near:
            print(f"{case.number}: {case.kind} in {case.file}:{case.row}, told at {case.problems[0]}")
    print(f"{len(found)} cases. {share_near(found):.1%} of those told of are told within {NEAR} rows of the break.")
    return int(any(case.died for case in found))


__all__ = ["HARMLESS", "HEAVY", "MUTATIONS", "cases", "share_near"]

if __name__ == "__main__":
    sys.exit(main())

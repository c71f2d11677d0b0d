"""Runs real programs whose processes are killed at chosen moments, and tells what is left of them.

As a program it does so for as long as you like: `python -m tests.killed.killing 600` kills at 600 moments.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.killed.killer.sitecustomize import PROGRAMS, processes

KILLER = Path(__file__).parent / "killer"
SIGNALS = ("KILL", "TERM", "HUP")
LONGEST = 120  # seconds that a run may take, and that what is left of it may live


@dataclass(frozen=True)
class Moment:
    """When one process is killed, and which: as `killer/sitecustomize.py` reads it."""

    program: str
    copies: bool
    number: int
    victim: int
    signal: str

    def __str__(self) -> str:
        return f"{self.program}:{int(self.copies)}:{self.number}:{self.victim}:SIG{self.signal}"


NEVER = Moment("mkdocs", False, 0, 0, "KILL")


@dataclass
class Run:
    """A command that is run with one of its processes killed at a moment."""

    command: list[str]
    folder: Path
    notes: Path
    moment: Moment = NEVER
    env: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.name = f"{os.getpid()}-{time.monotonic_ns()}"
        self.notes.unlink(missing_ok=True)

    @property
    def environment(self) -> dict[str, str]:
        """What all processes of the run inherit."""
        marks = {"KILLED_RUN": self.name, "KILLED_AT": str(self.moment), "KILLED_COUNT": str(self.notes)}
        return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(KILLER), **self.env, **marks}

    def to_its_end(self) -> str:
        """Run until all its processes are gone; what it said. One that is left is ended, and an error."""
        with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
            process = subprocess.Popen(self.command, cwd=self.folder, env=self.environment, stdout=said, stderr=said)
            try:
                self.code = process.wait(LONGEST)
            finally:
                self.until_gone()
            said.seek(0)
            return said.read()

    def until_gone(self) -> None:
        """Wait until no process of the run is left."""
        end = time.monotonic() + LONGEST
        while left := processes(self.name):
            if time.monotonic() > end:
                told = [Path(f"/proc/{one}/cmdline").read_bytes().replace(b"\0", b" ").decode() for one in left]
                for one in left:
                    os.kill(one, signal.SIGKILL)
                raise AssertionError(f"killed at {self.moment}, this lives on: {told}")
            time.sleep(0.005)

    def operations(self) -> Iterator[tuple[str, bool, int]]:
        """How many operations each program has made, and its copies: (program, whether they are copies, number)."""
        numbers = self.notes.read_bytes()
        for i in range(0, len(numbers), 8):
            if number := int.from_bytes(numbers[i : i + 8], "big"):
                yield PROGRAMS[i // 16], i % 16 == 8, number


def moments(whole: Run, number: int, seed: int) -> Iterator[Moment]:
    """Moments of a command, of which `whole` has been run to its end: some while its copies work too."""
    chance = random.Random(seed)  # noqa: S311
    parts = sorted(whole.operations())
    for i in range(number):
        program, copies, most = parts[i % len(parts)]
        yield Moment(program, copies, chance.randint(1, most), chance.randrange(8), SIGNALS[i % len(SIGNALS)])


def python(*arguments: str) -> list[str]:
    """A command of the Python that runs the tests."""
    return [sys.executable, "-m", *arguments]

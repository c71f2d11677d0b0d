"""Runs a program while one of its processes is killed, and tells of those that live on."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGHUP)
LONGEST = 240  # seconds that a run may take, and that what is left of it may live
LOOK = 0.01  # seconds between two looks at which processes there are


def processes(folder: Path) -> dict[int, str]:
    """The living processes that stand in a folder, or below it, each with its command."""
    found = {}
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has just ended, or is somebody else's
            if (place / "cwd").readlink().is_relative_to(folder):
                found[int(place.name)] = (place / "cmdline").read_bytes().replace(b"\0", b" ").decode().strip()
    return dict(sorted(found.items()))


@dataclass
class Run:
    """A command run in `folder`. All that it starts stands in `house`, and nobody else does. Of its processes one is killed after so many
    looks; how many there were, and what was killed, is told when it has come to its end."""

    command: list[str]
    folder: Path
    house: Path
    after: int = 0
    chance: random.Random = field(default_factory=random.Random)
    env: Mapping[str, str] = field(default_factory=dict)
    looks: int = 0
    killed: str = ""
    code: int | None = None
    said: str = ""

    def to_its_end(self) -> "Run":
        """Run until no process is left in the house."""
        log = self.house.with_name(f"{self.house.name}.log")
        env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **self.env}
        with log.open("wb") as out:
            process = subprocess.Popen(self.command, cwd=self.folder, env=env, stdout=out, stderr=out)
            end = time.monotonic() + LONGEST
            while process.poll() is None and time.monotonic() < end:
                self.looks += 1
                self.said = log.read_text(encoding="utf-8", errors="replace")
                self.look(process)
                if self.looks == self.after:
                    self._kill()
                time.sleep(LOOK)
        self._until_gone()
        self.said, self.code = log.read_text(encoding="utf-8", errors="replace"), process.wait(LONGEST)
        return self

    def look(self, process: "subprocess.Popen[bytes]") -> None:
        """Called at each look."""

    def _kill(self) -> None:
        """Kill any one of the processes, by any of the signals."""
        alive = processes(self.house)
        if alive:
            one, how = self.chance.choice(list(alive)), self.chance.choice(SIGNALS)
            self.killed = f"{how.name} to {alive[one]!r} at look {self.looks}"
            with suppress(ProcessLookupError):
                os.kill(one, how)

    def _until_gone(self) -> None:
        end = time.monotonic() + LONGEST
        while left := processes(self.house):
            if time.monotonic() > end:
                for one in left:
                    os.kill(one, signal.SIGKILL)
                raise AssertionError(f"after {self.killed} this lives on: {list(left.values())}")
            time.sleep(LOOK)


def moments(looks: int, number: int, seed: int) -> Iterator[tuple[int, random.Random]]:
    """Moments of a run that takes about so many looks, one in each of `number` equal parts of it: after how many looks, and what chooses
    whom to kill."""
    chance = random.Random(seed)  # noqa: S311
    for part in range(number):
        yield max(round((part + chance.random()) * looks / number), 1), chance


def python(*arguments: str) -> list[str]:
    """A command of the Python that runs the tests."""
    return [sys.executable, "-m", *arguments]

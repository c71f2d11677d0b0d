"""Builds timed one after the other, clean and once more after a committed change: ours, and those of others with the same content."""

import os
import re
import resource
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from rusplan.build.kept_place import folder_of

from tests.bench import rivals

AGAIN = "{}, second build"  # after one committed change
SECOND_TIME = ("rusplan", "mkdocs", "hugo")
CHECKS = (
    "rusplan check after it",
    "rusplan check again",
)  # of data that the second build has read, and of what a check has found right
Figures = dict[str, float]
Command = tuple[list[str], Path]


def interleaved(commands: Mapping[str, Command], project: Path, site: Path, runs: int) -> dict[str, Figures]:
    """The medians of so many runs of each command."""
    found: dict[str, list[Figures]] = {}
    for _ in range(runs):
        for name, command in commands.items():
            shutil.rmtree(site, ignore_errors=True)
            forget(project)
            found.setdefault(name, []).append(_built(command, site))
            if name in SECOND_TIME:
                change(name, project, command[1])
                found.setdefault(AGAIN.format(name), []).append(_built(command, site))
            if name == "rusplan":
                for check in CHECKS:
                    found.setdefault(check, []).append(timed(*rivals.command("check", project, project, site)))
    return {name: {key: median(run[key] for run in all_) for key in all_[0]} for name, all_ in found.items()}


def _built(command: Command, site: Path) -> Figures:
    return timed(*command) | {"bytes": sum(path.stat().st_size for path in site.rglob("*") if path.is_file())}


def timed(command: Sequence[str], folder: Path) -> Figures:
    """Seconds on the clock and of the processors, and the most memory that one process held (MB)."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=rivals.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"wall": wall, "cpu": cpu, "MB": used.ru_maxrss / 1024}


def git(project: Path, *command: str) -> None:
    """A command of git in the project."""
    subprocess.run(["git", "-c", "user.name=r", "-c", "user.email=r@example.se", *command], cwd=project, check=True)


def forget(project: Path) -> None:
    """Make the next build a clean one."""
    if folder := folder_of(project):
        shutil.rmtree(folder, ignore_errors=True)


def change(name: str, project: Path, folder: Path) -> None:
    """A word more in the text of an outcome, as an editor commits it; in what others build in `folder`, on the page of that activity."""
    outcome = sorted(project.glob("data/*/utfall/*.yml"))[-1]
    if name != "rusplan":
        (page,) = folder.glob(f"*/aktiviteter/{outcome.parts[-3]}/{outcome.stem}.md")
        page.write_text(f"{page.read_text(encoding='utf-8')}\nOckså.\n", encoding="utf-8")
        return
    text = outcome.read_text(encoding="utf-8")
    changed = re.sub(r"^(sammanfattning: (?:>-\n +)?)", r"\g<1>Också ", text, count=1, flags=re.M)
    assert changed != text
    outcome.write_text(changed, encoding="utf-8")
    git(project, "commit", "-qam", "Ett ord till")

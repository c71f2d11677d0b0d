"""What git knows of data/: when something last changed. No git or no history gives None, never a guess from the clock."""

import os
import subprocess
from pathlib import Path

from macros.values import Datum


def change_times(root: Path, folder: str) -> dict[str, str]:
    """When each file in `folder` last changed, in UTC as calendars write it (``20250924T081500Z``); empty without git.

    One call for all files. Paths are from `root`. In a shallow clone older changes carry the date of its oldest commit.
    """
    command = ["git", "-c", "core.quotePath=false", "log", "--relative", "--name-only", "--date=format-local:%Y%m%dT%H%M%SZ",
               "--format=%x00%ad", "--", folder]  # fmt: skip
    try:
        run = subprocess.run(
            command, cwd=root, env={**os.environ, "TZ": "UTC"}, capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return {}
    found: dict[str, str] = {}
    for commit in run.stdout.split("\0")[1:]:
        time, *names = commit.split("\n")
        for name in filter(None, names):
            found.setdefault(name, time)
    return found


def last_changed(root: Path, path: str) -> Datum | None:
    """The author's date of the last commit that touched `path` (from `root`), or None outside a git checkout."""
    try:
        run = subprocess.run(
            ["git", "log", "-1", "--format=%as", "--", path],
            cwd=root,
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    if run.returncode or not run.stdout.strip():
        return None
    year, month, day = map(int, run.stdout.strip().split("-"))
    return Datum(year, month, day)

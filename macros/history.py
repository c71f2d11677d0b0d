"""What git knows of data/: when something last changed. No git or no history gives None, never a guess from the clock."""

import os
import subprocess
from pathlib import Path

from macros.values import Datum


def change_times(root: Path, folder: str) -> dict[str, str]:
    """When each file in `folder` last changed, in UTC as calendars write it (``20250924T081500Z``); empty without git.

    One call for all files. Paths are from `root`. In a shallow clone older changes carry the date of its oldest commit.
    """
    log = _log(root, folder, "--relative", "--name-only", "--date=format-local:%Y%m%dT%H%M%SZ", "--format=%x00%ad")
    found: dict[str, str] = {}
    for commit in log.split("\0")[1:]:
        time, *names = commit.split("\n")
        for name in filter(None, names):
            found.setdefault(name, time)
    return found


def last_changed(root: Path, path: str) -> Datum | None:
    """The author's date of the last commit that touched `path` (from `root`), or None outside a git checkout."""
    day = _log(root, path, "-1", "--format=%as").strip()
    return Datum(*map(int, day.split("-"))) if day else None


def _log(root: Path, path: str, *options: str) -> str:
    """What `git log` says of `path`, times in UTC; nothing where there is no git or no history."""
    command = ["git", "-c", "core.quotePath=false", "log", *options, "--", path]
    environment = {**os.environ, "TZ": "UTC"}
    try:
        run = subprocess.run(
            command, cwd=root, env=environment, capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return "" if run.returncode else run.stdout

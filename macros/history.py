"""What git knows of data/: when something last changed. No git or no history gives None, never a guess from the clock."""

import subprocess
from pathlib import Path

from macros.values import Datum


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

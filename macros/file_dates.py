"""When each file of data/ was last changed, from one `git log`; what git cannot tell is said, never guessed."""

import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path

from macros.record import record

# The history of the branch itself: a merged proposal counts from the day it was merged, since readers saw nothing before.
# Decorations of no refs leave one word, «grafted»: the commit where a shallow clone was cut off.
GIT_LOG = (
    "git", "-c", "core.quotePath=false", "log", "--first-parent", "-m", "--no-renames", "--name-only", "--relative",
    "--decorate-refs-exclude=*", "--format=@%cs %D", "--", "data",
)  # fmt: skip
COMMIT = re.compile(r"@(\d{4}-\d\d-\d\d) (.*)")

INGEN_HISTORIK = "Versionshistoriken saknas här, så det går inte att säga vad som har ändrats sedan ett visst datum."
AVKORTAD_HISTORIK = (
    "Versionshistoriken är avkortad här, så det går inte att säga vad som har ändrats sedan ett visst datum. "
    "Hämta hela historiken: git fetch --unshallow, eller fetch-depth: 0 i CI."
)


@record
class Fildatum:
    """The day (ISO) of the last commit that changed each file, by path from the project's root; or, in Swedish, why there is none."""

    ändrad: Mapping[str, str] = field(default_factory=dict)
    brist: str | None = None

    def newest(self, names: Iterable[str]) -> str | None:
        """The last day that any of the files was changed; None if git knows none of them."""
        return max((self.ändrad[name] for name in names if name in self.ändrad), default=None)


def file_dates(root: Path) -> Fildatum:
    """The dates of all files below `root`/data."""
    try:
        run = subprocess.run(
            GIT_LOG, cwd=root, capture_output=True, encoding="utf-8", errors="replace", timeout=120, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return Fildatum(brist=INGEN_HISTORIK)
    if run.returncode or not run.stdout:
        return Fildatum(brist=INGEN_HISTORIK)
    return _read(run.stdout)


def _read(log: str) -> Fildatum:
    """The first date a file stands under is its last change: git lists the newest commit first."""
    found: dict[str, str] = {}
    day = ""
    for line in log.splitlines():
        if commit := COMMIT.fullmatch(line):
            if "grafted" in commit[2]:
                return Fildatum(brist=AVKORTAD_HISTORIK)
            day = commit[1]
        elif line:
            found.setdefault(line, day)
    return Fildatum(found)

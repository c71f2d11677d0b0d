"""When each file of data/ was last changed, from the log; what git cannot tell is said, never guessed."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import UTC, datetime

from rusplan.data.values import Datum
from rusplan.git.log import Logg
from rusplan.tools.record import small

INGEN_HISTORIK = "Versionshistoriken saknas här, så det går inte att säga vad som har ändrats sedan ett visst datum."
AVKORTAD_HISTORIK = (
    "Versionshistoriken är avkortad här, så det går inte att säga vad som har ändrats sedan ett visst datum. "
    "Hämta hela historiken: git fetch --unshallow, eller fetch-depth: 0 i CI."
)


@small
class Fildatum:
    """The day (ISO) of the last commit that changed each file, by path from the project's root; or, in Swedish, why there is none."""

    ändrad: Mapping[str, str] = field(default_factory=dict)
    brist: str | None = None

    def newest(self, names: Iterable[str]) -> str | None:
        """The last day that any of the files was changed; None if git knows none of them."""
        return max((self.ändrad[name] for name in names if name in self.ändrad), default=None)


def file_dates(log: Logg) -> Fildatum:
    """The dates of all files below data/."""
    if log.hinder or log.avkortad:
        return Fildatum(brist=INGEN_HISTORIK if log.hinder else AVKORTAD_HISTORIK)
    found: dict[str, str] = {}
    for commit in log.commits:
        for row in commit.filer:
            found.setdefault(row.fil, commit.dag)
    return Fildatum(ändrad=found)


def change_times(log: Logg) -> dict[str, str]:
    """When each file of data/ was last written, in UTC as calendars tell it (``20250924T081500Z``); empty without git."""
    found: dict[str, str] = {}
    for commit in log.commits:
        written = datetime.fromisoformat(commit.skriven).astimezone(UTC)
        for row in commit.filer:
            found.setdefault(row.fil, f"{written:%Y%m%dT%H%M%SZ}")
    return found


def last_written(log: Logg, path: str) -> Datum | None:
    """The author's day of the last commit that touched `path`, a file or a folder in data/; None where git knows of none."""
    for commit in log.commits:
        if any(row.fil == path or row.fil.startswith(f"{path}/") for row in commit.filer):
            return Datum(*map(int, commit.skriven[:10].split("-")))
    return None

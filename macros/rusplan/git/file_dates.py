"""When each file of data/ was last changed, from the log; what git cannot tell is said, never guessed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from datetime import UTC, datetime

from rusplan.data.values import Datum
from rusplan.git.log import Filrad, Logg
from rusplan.tools.record import small

INGEN_HISTORIK = "Versionshistoriken saknas här, så det går inte att säga vad som har ändrats sedan ett visst datum."
AVKORTAD_HISTORIK = (
    "Versionshistoriken är avkortad här, så det går inte att säga vad som har ändrats sedan ett visst datum."
)
Gällde = Callable[[Filrad], bool]


@small
class Fildatum:
    """When each file was last changed, as its author wrote it (ISO 8601 with offset), by path from the project's root; or, in Swedish, why
    it cannot be told on which day something was changed."""

    tider: Mapping[str, str] = field(default_factory=dict)
    brist: str | None = None

    @property
    def ändrad(self) -> dict[str, str]:
        """The day (ISO) of each file's last change."""
        return {} if self.brist else {name: time[:10] for name, time in self.tider.items()}

    def newest(self, names: Iterable[str]) -> str | None:
        """The last day that any of the files was changed; None if git knows none of them."""
        times = () if self.brist else filter(None, map(self.tider.get, names))
        return max((time[:10] for time in times), default=None)

    def in_utc(self, name: str) -> str | None:
        """When the file was last changed, as calendars tell it (``20250924T081500Z``)."""
        time = self.tider.get(name)
        return f"{datetime.fromisoformat(time).astimezone(UTC):%Y%m%dT%H%M%SZ}" if time else None

    def last_written(self, path: str) -> Datum | None:
        """The day of the last change in `path`, a file or a folder in data/; None where git knows of none."""
        days = [time[:10] for name, time in self.tider.items() if name == path or name.startswith(f"{path}/")]
        return Datum(*map(int, max(days).split("-"))) if days else None


def file_dates(log: Logg, real: Gällde) -> Fildatum:
    """The last change of each file that the newest version has; `real` tells which rows change more than how a file is written."""
    rows: dict[str, list[tuple[datetime, str, Filrad]]] = {}
    gone: set[str] = set()
    for commit in log.commits:
        for row in commit.filer:
            if row.efter is None and row.fil not in rows:
                gone.add(row.fil)
            elif row.efter and not row.andra and row.fil not in gone:
                rows.setdefault(row.fil, []).append((datetime.fromisoformat(commit.skriven), commit.skriven, row))
    times = {name: _last(found, real) for name, found in rows.items()}
    trouble = INGEN_HISTORIK if log.hinder else AVKORTAD_HISTORIK if log.avkortad else None
    return Fildatum(tider=times, brist=trouble)


def _last(found: list[tuple[datetime, str, Filrad]], real: Gällde) -> str:
    """The time of the latest change, whatever the order of the commits."""
    ordered = sorted(found, key=lambda change: change[0], reverse=True)
    return next((written for _, written, row in ordered if real(row)), ordered[-1][1])

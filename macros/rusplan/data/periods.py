"""The period of a plan: a year or several, called as their folder in data/."""

import re
from datetime import date

PERIOD_NAME = re.compile(r"((?:19|20)\d\d)(?:-((?:19|20)\d\d))?", re.ASCII)
A_YEAR_AND_A_DAY = 366


class Planperiod(str):
    """What a plan's folder is called, ``2025`` or ``2024-2026``: its key, and the end of its address. Such names sort by their first year,
    then by their last.

    Its first and last day are those of whole calendar years, where the plan does not say otherwise.
    """

    __slots__ = ("första_dagen", "sista_dagen")
    första_dagen: date
    sista_dagen: date

    def __new__(cls, name: str, *, första_dagen: date | None = None, sista_dagen: date | None = None) -> "Planperiod":
        """Raises ValueError for a name that no period has."""
        if not is_period(name):
            raise ValueError(name)
        made = super().__new__(cls, name)
        made.första_dagen = första_dagen or date(made.första, 1, 1)
        made.sista_dagen = sista_dagen or date(made.sista, 12, 31)
        return made

    @property
    def första(self) -> int:
        """The first year."""
        return int(self[:4])

    @property
    def sista(self) -> int:
        """The last year; the first one again in a plan of one year."""
        return int(self[-4:])

    @property
    def åren(self) -> range:
        """Every calendar year that it touches."""
        return range(self.första, self.sista + 1)

    @property
    def bruten(self) -> bool:
        """True for one year that goes over a new year's eve."""
        days = (self.sista_dagen - self.första_dagen).days
        return self.sista == self.första + 1 and days < A_YEAR_AND_A_DAY

    @property
    def flera_år(self) -> bool:
        """True for several years."""
        return self.sista > self.första and not self.bruten

    @property
    def iso(self) -> str:
        """As machines read it: ``2025``, or its first and last day, ``2024-01-01/2026-12-31``."""
        if self.isdecimal():
            return str(self)
        return f"{self.första_dagen.isoformat()}/{self.sista_dagen.isoformat()}"

    @property
    def visad(self) -> str:
        """As readers see it: «2025», «2024–2026», or «2024/25» for one year that goes over a new year's eve."""
        if self.bruten:
            return f"{self.första}/{self[-2:]}"
        return str(self).replace("-", "–")


def is_period(name: str) -> bool:
    """True if a plan's period may be called so: one year, or a first and a later last one."""
    found = PERIOD_NAME.fullmatch(name)
    return found is not None and (found[2] is None or found[1] < found[2])


def pair(first: str, second: str) -> str:
    """What two periods side by side are called: ``2024-2025``, ``2024-2026_2025-2027``."""
    return f"{first}-{second}" if first.isdecimal() and second.isdecimal() else f"{first}_{second}"


def paired(name: str) -> tuple[str, str]:
    """The two periods of such a name."""
    first, _, second = name.partition("_" if "_" in name else "-")
    return first, second


def newest_first(name: str | None) -> tuple[int, int]:
    """What puts the newest period first, and what is of none last."""
    return (-int(name[:4]), -int(name[-4:])) if name and is_period(name) else (0, 0)

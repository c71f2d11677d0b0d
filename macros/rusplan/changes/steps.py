"""One change object, frozen, with several renderings: on the page, in feeds, and as text, Markdown, HTML and JSON.

A step (`Steg`) is one commit. It holds things (`Sakändring`), each with the fields and items that changed
(`Ändring`); what came in bulk is counted (`Sammandrag`) and not listed.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cached_property

from rusplan.data.periods import Planperiod
from rusplan.data.values import Datum
from rusplan.git.asking import BOT, YTLIG, YTLIG_BOT, Hinder
from rusplan.swedish.formatting import antal
from rusplan.tools.record import record, small


class Slag(StrEnum):
    """What happened."""

    NY = "ny"
    BORTTAGEN = "borttagen"
    ÄNDRAD = "ändrad"
    FLYTTAD = "flyttad"
    ORDNING = "ordning"


@record
class Ändring:
    """One field or one item of a list. `text` is the whole of it in Swedish; `område` is the area it stands under, if any; `nyhet` is what
    a newsletter says of it, empty where it passes it over."""

    fält: tuple[str, ...]
    slag: Slag
    före: str | None
    efter: str | None
    text: str
    område: str | None = None
    nyhet: str | None = None


# What is told of a document that is written here when it is first seen.
PLAN_DECIDED, REPORT_DECIDED = "planen är beslutad", "berättelsen är beslutad"


@small
class Sak:
    """What a reader knows as one thing: an activity in a year, a year's plan, the glossary.

    `nyckel` is ``2025/kulturmiljo``, ``2025/plan`` or ``ordlista``; `områden` are the areas it belongs to, before and after.
    """

    nyckel: str
    slag: str
    titel: str
    områden: tuple[str, ...] = ()


@small
class Sakändring:
    """A thing and all that changed in it; `anmärkningar` tell what could not be read."""

    sak: Sak
    ändringar: tuple[Ändring, ...]
    anmärkningar: tuple[str, ...] = ()


@record
class Sammandrag:
    """Many files of a kind, counted: `vad` is the kind in singular and plural, `år` is None for what all years share."""

    slag: Slag
    filslag: str
    vad: tuple[str, str]
    år: Planperiod | None
    saker: tuple[Sak, ...]

    @property
    def text(self) -> str:
        """«27 aktiviteter 2025 lades till», «ordlista lades till»."""
        year = f" {self.år.visad}" if self.år else ""
        one, many = self.vad
        verb = {Slag.NY: "lades till", Slag.BORTTAGEN: "togs bort"}.get(self.slag, "ändrades")
        if len(self.saker) == 1:
            return f"{one}{year} {verb}"
        return f"{antal(len(self.saker), one, many)}{year} {verb}"


@small
class Ändringar:
    """All that differs between two versions."""

    saker: tuple[Sakändring, ...] = ()
    sammandrag: tuple[Sammandrag, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.saker or self.sammandrag)

    @property
    def beslut(self) -> tuple[str, ...]:
        """The plans and reports that have been decided: «Verksamhetsplan 2026: planen är beslutad»."""
        told = ((c.sak.titel, change.text) for c in self.saker for change in c.ändringar[:1])
        return tuple(f"{title}: {text}" for title, text in told if text in (PLAN_DECIDED, REPORT_DECIDED))

    def in_area(self, area: str) -> "Ändringar":
        """What concerns an area: its activities, and what stands under it in plan, report and goals."""
        kept = (
            c if area in c.sak.områden else replace(c, ändringar=tuple(f for f in c.ändringar if f.område == area))
            for c in self.saker
        )
        return Ändringar(
            tuple(c for c in kept if c.ändringar or area in c.sak.områden),
            self._counted(places.get(area, ()) for places in self._by_area),
        )

    def of(self, things: Iterable[str]) -> "Ändringar":
        """What concerns the things with these keys."""
        keys = frozenset(things)
        own, *bulk = (sorted(i for key in keys for i in places.get(key, ())) for places in (self._own, *self._by_key))
        return Ändringar(tuple(self.saker[i] for i in own), self._counted(bulk))

    def _counted(self, wanted: Iterable[Sequence[int]]) -> tuple[Sammandrag, ...]:
        """The rows of `sammandrag` with the wanted ones of their things; those without any are left out."""
        rows = zip(self.sammandrag, wanted, strict=True)
        return tuple(replace(row, saker=tuple(row.saker[i] for i in found)) for row, found in rows if found)

    # Where things stand: a step that made all data is asked by every lifeline and every area.

    @cached_property
    def _own(self) -> dict[str, list[int]]:
        return _places((change.sak for change in self.saker), lambda thing: (thing.nyckel,))

    @cached_property
    def _by_key(self) -> list[dict[str, list[int]]]:
        return [_places(row.saker, lambda thing: (thing.nyckel,)) for row in self.sammandrag]

    @cached_property
    def _by_area(self) -> list[dict[str, list[int]]]:
        return [_places(row.saker, lambda thing: thing.områden) for row in self.sammandrag]


def _places(things: Iterable[Sak], names: Callable[[Sak], Iterable[str]]) -> dict[str, list[int]]:
    """Where each name stands among the things."""
    found: dict[str, list[int]] = {}
    for i, thing in enumerate(things):
        for name in names(thing):
            found.setdefault(name, []).append(i)
    return found


@record
class Steg:
    """One commit: `namn` is what all that is published of it is called by, `tid` when the change was made, as ISO 8601 with offset.
    `utförlig` is false for old ones, told without fields."""

    version: str
    namn: str
    tid: str
    mindre: bool
    ändringar: Ändringar
    utförlig: bool = True

    @property
    def datum(self) -> Datum:
        """The day that the commit itself states."""
        year, month, day = map(int, self.tid[:10].split("-"))
        return Datum(year, month, day)


@small
class Historik:
    """The steps that are known, newest first; `hinder` says why there are none, `ytlig` that the oldest are missing."""

    steg: tuple[Steg, ...] = ()
    hinder: Hinder | None = None
    ytlig: bool = False

    @property
    def brist(self) -> str | None:
        """What is missing and what to do about it, for the one who builds."""
        return f"{self.hinder or YTLIG} {self.bot}" if self.bot else None

    @property
    def bot(self) -> str | None:
        """What to do about it."""
        return BOT[self.hinder] if self.hinder else YTLIG_BOT if self.ytlig else None

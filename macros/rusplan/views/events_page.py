"""Events of all activities, by year and month."""

from collections.abc import Iterable
from itertools import groupby

from rusplan.site import addresses
from rusplan.site.occasions import ALL, Tillfälle, has_day
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import MONTHS, sorteringsnyckel
from rusplan.tools.record import record, small
from rusplan.views import items
from rusplan.views.filter_form import Val, key, organisation_choices
from rusplan.views.items import HändelseVy


@record
class Händelserad:
    """An event with what the filter asks: kind and audience as words, its year, month and last day, and who takes part; its calendar file
    if it has a whole date. `rubrik` is its theme, where it has one, and `under` then what it is called."""

    vy: HändelseVy
    rubrik: str
    under: str
    typ: str
    målgrupp: str
    år: str
    månad: str
    slut: str
    organisationer: str
    kalender: str | None

    @property
    def har_mer(self) -> bool:
        """True if there is more to tell than stands in the row."""
        v = self.vy
        told = (
            v.när,
            v.plats,
            v.deltagare,
            v.målgrupp,
            v.medverkande,
            v.program,
            v.samverkan,
            v.text,
            v.länk,
            v.anmälan,
        )
        return any(told) or v.flyttad_från is not None


@small
class Händelsemånad:
    """A month's events by date; the last group of a year has those whose month is not known."""

    titel: str
    ankare: str
    händelser: tuple[Händelserad, ...]


@small
class Händelseår:
    """A year's events by month."""

    år: str
    månader: tuple[Händelsemånad, ...]


@small
class Händelsefilter:
    """What a reader can choose: years, months, kinds and organisations, and the audiences as suggestions."""

    år: tuple[Val, ...]
    månader: tuple[Val, ...]
    typer: tuple[Val, ...]
    organisationer: tuple[Val, ...]
    målgrupper: tuple[str, ...]
    kalender: str | None


@small
class Händelsesida:
    """Events by year, newest year first; with a filter where all are there."""

    år: tuple[Händelseår, ...]
    filter: Händelsefilter | None


def event_list(sajt: Sajt, year: str | None = None) -> Händelsesida:
    """Events by their own year and month: outcomes' where there is an outcome, else the plan's; `year` is the plan's."""
    found = [o for o in sajt.tillfällen if year in (None, o.aktivitet.år)]
    found.sort(key=_newest_first)
    years = tuple(
        Händelseår(str(number), tuple(_months(sajt, number, rows)))
        for number, rows in groupby(found, key=lambda o: o.händelse.datum.år)
    )
    return Händelsesida(years, _filter(sajt, found) if found and not year else None)


def _newest_first(found: Tillfälle) -> tuple[int, int, int]:
    """One order all through; what has no month comes last in its year, what has no day last in its month."""
    day = found.händelse.datum
    return -day.år, -(day.månad or 0), -(day.dag or 0)


def _months(sajt: Sajt, year: int, rows: Iterable[Tillfälle]) -> Iterable[Händelsemånad]:
    for month, group in groupby(rows, key=lambda o: o.händelse.datum.månad):
        title = f"{MONTHS[month - 1].capitalize()} {year}" if month else f"{year}, månaden är inte känd"
        name = f"manad-{year}-{month:02}" if month else f"manad-{year}-okand"
        yield Händelsemånad(title, name, tuple(_row(sajt, o) for o in group))


def _row(sajt: Sajt, found: Tillfälle) -> Händelserad:
    event = found.händelse
    view = items.händelse(sajt, found, found.namn)
    calendar = addresses.kalender(found.namn) if has_day(found) else None
    return Händelserad(
        vy=view,
        rubrik=event.tema or event.titel,
        under=event.titel if event.tema else "",
        typ=key(event.typ),
        målgrupp=event.målgrupp or "",
        år=str(event.datum.år),
        månad=str(event.datum.månad or ""),
        organisationer=" ".join(sorted(event.samverkan)),
        slut=(event.slutdatum or event.datum).iso,
        kalender=calendar,
    )


def _filter(sajt: Sajt, found: list[Tillfälle]) -> Händelsefilter:
    events = [o.händelse for o in found]
    kinds, months = {event.typ for event in events}, {event.datum.månad for event in events}
    by_fold = {text.casefold(): text for text in sorted({event.målgrupp for event in events if event.målgrupp})}
    return Händelsefilter(
        år=tuple(Val(str(year), str(year)) for year in sorted({event.datum.år for event in events}, reverse=True)),
        månader=tuple(Val(str(n), name.capitalize()) for n, name in enumerate(MONTHS, 1) if n in months),
        typer=tuple(Val(key(kind), label) for kind, label in labels.HÄNDELSETYP.items() if kind in kinds),
        organisationer=organisation_choices(sajt, {name for event in events for name in event.samverkan}),
        målgrupper=tuple(sorted((text for text in by_fold.values() if len(text) <= 80), key=sorteringsnyckel)),
        kalender=addresses.kalender(ALL) if any(map(has_day, found)) else None,
    )

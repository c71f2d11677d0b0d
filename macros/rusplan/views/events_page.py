"""Events of all activities, by year and month."""

from collections.abc import Iterable
from itertools import groupby

from rusplan.site import addresses
from rusplan.site.occasions import ALL, Tillfälle, has_day, occasions
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import MONTHS, sorteringsnyckel
from rusplan.tools.record import record, small
from rusplan.views import items
from rusplan.views.filter_form import Val, key
from rusplan.views.items import HändelseVy


@record
class Händelserad:
    """An event with what the filter asks: kind and audience as words, and its last day; its calendar file if it has a whole date."""

    vy: HändelseVy
    typ: str
    målgrupp: str
    slut: str
    kalender: str | None


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
    """What a reader can choose: kinds, and the audiences as suggestions."""

    typer: tuple[Val, ...]
    målgrupper: tuple[str, ...]
    kalender: str | None


@small
class Händelsesida:
    """Events by year, newest year first; with a filter where all are there."""

    år: tuple[Händelseår, ...]
    filter: Händelsefilter | None


def event_list(sajt: Sajt, year: str | None = None) -> Händelsesida:
    """Events by their own year and month: outcomes' where there is an outcome, else the plan's; `year` is the plan's."""
    found = [o for o in occasions(sajt.samling) if year in (None, o.aktivitet.år)]
    found.sort(key=lambda o: (-o.händelse.datum.år, o.händelse.datum.månad or 13, o.händelse.datum.dag or 32))
    years = tuple(
        Händelseår(str(number), tuple(_months(sajt, number, rows)))
        for number, rows in groupby(found, key=lambda o: o.händelse.datum.år)
    )
    return Händelsesida(years, _filter(found) if found and not year else None)


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
        typ=key(event.typ),
        målgrupp=event.målgrupp or "",
        slut=(event.slutdatum or event.datum).iso,
        kalender=calendar,
    )


def _filter(found: list[Tillfälle]) -> Händelsefilter:
    kinds = {o.händelse.typ for o in found}
    audiences = {o.händelse.målgrupp for o in found if o.händelse.målgrupp}
    by_fold = {text.casefold(): text for text in sorted(audiences)}
    return Händelsefilter(
        tuple(Val(key(kind), label) for kind, label in labels.HÄNDELSETYP.items() if kind in kinds),
        tuple(sorted((text for text in by_fold.values() if len(text) <= 80), key=sorteringsnyckel)),
        addresses.kalender(ALL) if any(map(has_day, found)) else None,
    )

"""Rules for dates."""

from collections.abc import Iterator
from datetime import date

from rusplan.data.collection import Samling
from rusplan.data.model import Avvikelse, Beslut, Händelse, JaNej, Post
from rusplan.data.periods import Planperiod
from rusplan.data.problems import Problem
from rusplan.data.reader import Fil
from rusplan.data.values import Datum
from rusplan.data.yaml_text import Loc


def dates_make_sense(samling: Samling) -> Iterator[Problem]:
    """Events lie within a year of their plan, end after they begin, by the clock too; decisions lie near; what is postponed is moved
    forward."""
    for year in samling.årgångar.values():
        for file in year.filer:
            for loc, part in file.nämnt.daterade:
                if isinstance(part, Händelse):
                    yield from _event_problems(file, loc, part, year.år)
                    yield from _clock_problems(file, loc, part)
                    yield from _moved_or_cancelled_problems(file, loc, part)
                elif (
                    isinstance(part, Beslut)
                    and part.datum
                    and not -2 <= part.datum.år - year.år.första <= 2 + len(year.år.åren) - 1
                ):
                    yield file.problem(
                        (*loc, "datum"), f"«datum» är {part.datum.iso}, men filen gäller {year.år}; kontrollera året"
                    )
                elif isinstance(part, Avvikelse) and part.flyttad_till and part.flyttad_till <= year.år.första:
                    yield file.problem(
                        (*loc, "flyttad_till"),
                        f"«flyttad_till» är {part.flyttad_till}, men ska vara ett senare år än {year.år.första}",
                    )


def _event_problems(file: Fil[Post], loc: Loc, event: Händelse, year: Planperiod) -> Iterator[Problem]:
    if not year.första - 1 <= event.datum.år <= year.sista + 1:
        yield file.problem((*loc, "datum"), f"«datum» är {event.datum.iso}, men filen gäller {year}; kontrollera året")
    if event.slutdatum:
        if not event.datum.dag:
            yield file.problem((*loc, "slutdatum"), "«slutdatum» kräver att «datum» är ett helt datum, som 2025-11-12")
        elif event.slutdatum <= event.datum:
            yield file.problem(
                (*loc, "slutdatum"),
                f"«slutdatum» är {event.slutdatum.iso}, men ska vara efter «datum», som är {event.datum.iso}",
            )
        elif _days_between(event.datum, event.slutdatum) > 366:
            yield file.problem(
                (*loc, "slutdatum"),
                f"«slutdatum» är {event.slutdatum.iso}, mer än ett år efter «datum», som är {event.datum.iso}; kontrollera året",
            )


def _clock_problems(file: Fil[Post], loc: Loc, event: Händelse) -> Iterator[Problem]:
    """A time of day belongs to a day; an event ends after it begins."""
    start, end = event.starttid, event.sluttid
    if end and not start:
        yield file.problem((*loc, "sluttid"), "«sluttid» står utan «starttid»; skriv också när händelsen börjar")
    elif start and not event.datum.dag:
        yield file.problem(
            (*loc, "datum"), f"«datum» är {event.datum.iso}, men «starttid» kräver ett helt datum, som 2025-11-12"
        )
    elif start and event.slutdatum and not end:
        yield file.problem(
            (*loc, "starttid"),
            "«starttid» står utan «sluttid», men händelsen varar flera dagar; skriv också när den slutar den sista dagen",
        )
    elif start and end and end <= start and not event.slutdatum:
        yield file.problem(
            (*loc, "sluttid"),
            f"«sluttid» är {end}, men ska vara efter «starttid», som är {start}; slutar händelsen dagen efter, så skriv också «slutdatum»",
        )


def _moved_or_cancelled_problems(file: Fil[Post], loc: Loc, event: Händelse) -> Iterator[Problem]:
    """An earlier date is another one than that which holds; a cancelled event had nobody."""
    for i, day in enumerate(event.tidigare_datum):
        if day == event.datum:
            yield file.problem(
                (*loc, "tidigare_datum", i),
                f"«tidigare_datum» har {day.iso}, som är det «datum» som gäller; skriv datumet som gällde förut, och det nya i «datum»",
            )
    if event.inställd is JaNej.JA and event.deltagare:
        yield file.problem(
            (*loc, "deltagare"),
            "«deltagare» säger hur många som deltog, men händelsen är inställd («inställd: ja»); ta bort det ena",
        )
    if event.inställd is JaNej.OKÄNT:
        yield file.problem(
            (*loc, "inställd"),
            "«inställd» är «okänt», men ska vara ja eller nej; ta bort raden om händelsen inte är inställd",
        )


def _days_between(first: Datum, last: Datum) -> int:
    return (date(last.år, last.månad, last.dag) - date(first.år, first.månad, first.dag)).days

"""Rules for dates."""

from collections.abc import Iterator
from datetime import date

from rusplan.data.collection import Samling
from rusplan.data.model import Avvikelse, Beslut, Händelse, Post
from rusplan.data.problems import Problem
from rusplan.data.reader import Fil
from rusplan.data.values import Datum
from rusplan.data.yaml_text import Loc


def dates_make_sense(samling: Samling) -> Iterator[Problem]:
    """Events lie within a year of their plan, end after they begin; decisions lie near; what is postponed is moved forward."""
    for year in samling.årgångar.values():
        for file in year.filer:
            for loc, part in file.nämnt.daterade:
                if isinstance(part, Händelse):
                    yield from _event_problems(file, loc, part, year.år)
                elif isinstance(part, Beslut) and part.datum and abs(part.datum.år - year.år) > 2:
                    yield file.problem(
                        (*loc, "datum"), f"«datum» är {part.datum.iso}, men filen gäller {year.år}; kontrollera året"
                    )
                elif isinstance(part, Avvikelse) and part.flyttad_till and part.flyttad_till <= year.år:
                    yield file.problem(
                        (*loc, "flyttad_till"),
                        f"«flyttad_till» är {part.flyttad_till}, men ska vara ett senare år än {year.år}",
                    )


def _event_problems(file: Fil[Post], loc: Loc, event: Händelse, year: int) -> Iterator[Problem]:
    if abs(event.datum.år - year) > 1:
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


def _days_between(first: Datum, last: Datum) -> int:
    return (date(last.år, last.månad, last.dag) - date(first.år, first.månad, first.dag)).days

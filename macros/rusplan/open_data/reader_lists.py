"""The lists and tables that readers may take with them: of which page each is, and which tables it holds."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

from rusplan.data.year import Årgång
from rusplan.open_data.activity_tables import ACTIVITIES, DEVIATIONS, LINKS, PARTNERS, PLANNED_ITEMS, RESULTS
from rusplan.open_data.event_tables import EVENTS, PUBLICATIONS
from rusplan.open_data.goal_tables import GOALS, INDICATORS
from rusplan.open_data.money_tables import EARMARKS, LINES
from rusplan.open_data.other_tables import CHANGES, ORGANISATIONS
from rusplan.open_data.table_rows import Rader, Tabeller, together
from rusplan.open_data.tables import Datatabell, Kolumn
from rusplan.site import addresses
from rusplan.site.sajt import Sajt
from rusplan.tools.record import record, small

T = TypeVar("T")


@record
class Listdel(Generic[T]):
    """One table of a list: its heading, the name of its file, and what readers see of it: None where nothing is told."""

    titel: str
    namn: str
    kolumner: tuple[Kolumn, ...]
    rader: tuple[tuple[T | None, ...], ...]


@small
class Lista(Generic[T]):
    """What there is to take from the page at `sida`, under one title: the tables that have any row."""

    titel: str
    sida: str
    delar: tuple[Listdel[T], ...]


# The page over all years, what its list is called, and the tables in it.
OF_ALL: tuple[tuple[str, str, tuple[Datatabell, ...]], ...] = (
    (addresses.AKTIVITETER, "Alla aktiviteter", (ACTIVITIES,)),
    (addresses.HÄNDELSER, "Alla händelser", (EVENTS,)),
    (addresses.PUBLIKATIONER, "Alla publikationer", (PUBLICATIONS,)),
    (addresses.MÅL, "Alla mål", (GOALS, INDICATORS)),
    (addresses.BUDGET, "Alla budgetar", (LINES, EARMARKS)),
    (addresses.SAMVERKAN, "Organisationer", (ORGANISATIONS, PARTNERS)),
    (addresses.JÄMFÖR, "Kopplingar mellan år", (LINKS,)),
    (addresses.ÄNDRINGAR, "Alla ändringar", (CHANGES,)),
)


# What to take from a page: its address, its title, and the rows of each table with what the names of its files end with.
Fynd = Iterator[tuple[str, str, Sequence[tuple[Datatabell, Rader[T], str]]]]


def lists(sajt: Sajt, found: Mapping[str, Tabeller[T]]) -> Iterator[Lista[T]]:
    """All lists: those over all years, then those of each year, each two years and each area. `found` has the rows of each year by its name, the
    newest first."""
    for page, title, tables in (
        *_over_all(found),
        *_of_years(sajt, found),
        *_of_links(sajt, found),
        *_of_areas(sajt, found),
    ):
        if parts := tuple(_part(table, rows, after) for table, rows, after in tables if len(rows)):
            yield Lista(title, page, parts)


def _over_all(found: Mapping[str, Tabeller[T]]) -> Fynd[T]:
    for page, title, tables in OF_ALL:
        yield page, title, [(table, together(table, list(found.values())), "") for table in tables]


def _of_years(sajt: Sajt, found: Mapping[str, Tabeller[T]]) -> Fynd[T]:
    for year in sajt.samling.publikt.nyast_först:
        own = [found[str(year.år)]]
        for page, title, tables in _of_year(year):
            yield page, title, [(table, together(table, own), f"-{year.år}") for table in tables]


def _of_links(sajt: Sajt, found: Mapping[str, Tabeller[T]]) -> Fynd[T]:
    for first, second in pairwise(sajt.samling.publikt.årgångar.values()):
        title = f"Kopplingar mellan {first.år.visad} och {second.år.visad}"
        rows = together(LINKS, [found[str(second.år)]])
        yield addresses.jämförelse(first.år, second.år), title, [(LINKS, rows, f"-{second.år}")]


def _of_areas(sajt: Sajt, found: Mapping[str, Tabeller[T]]) -> Fynd[T]:
    every = together(ACTIVITIES, list(found.values()))
    for name, title in sajt.samling.publikt.områden.items():
        yield addresses.område(name), f"Aktiviteter: {title}", [(ACTIVITIES, every.of_area(name), f"-{name}")]


def _of_year(year: Årgång) -> tuple[tuple[str, str, tuple[Datatabell, ...]], ...]:
    """As `OF_ALL`, for the pages of a year."""
    name, shown = str(year.år), year.år.visad
    told = ((addresses.uppföljning(name), f"Hur det gick {shown}", (ACTIVITIES, RESULTS, DEVIATIONS)),)
    return (
        (addresses.plan(name), f"Aktiviteter {shown}", (ACTIVITIES, PLANNED_ITEMS)),
        *(told if year.berättelse else ()),
        (addresses.mål(name), f"Mål {shown}", (GOALS, INDICATORS)),
        (addresses.budget(name), f"Budget {shown}", (LINES, EARMARKS)),
    )


def _part(table: Datatabell, rows: Rader[T], after: str) -> Listdel[T]:
    """The columns in which some row tells anything."""
    used = [
        (column, cells)
        for column, cells in zip(table.visade, rows.kolumner, strict=True)
        if any(cell is not None for cell in cells)
    ]
    return Listdel(
        titel=table.titel,
        namn=f"{table.namn}{after}",
        kolumner=tuple(column for column, _ in used),
        rader=tuple(zip(*(cells for _, cells in used), strict=True)),
    )

"""The lists and tables that readers may take with them: of which page each is, and which tables it holds."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rusplan.data.year import Årgång
from rusplan.open_data.activity_tables import ACTIVITIES, DEVIATIONS, LINKS, PARTNERS, PLANNED_ITEMS, RESULTS
from rusplan.open_data.event_tables import EVENTS, PUBLICATIONS
from rusplan.open_data.goal_tables import GOALS, INDICATORS
from rusplan.open_data.money_tables import EARMARKS, LINES
from rusplan.open_data.other_tables import CHANGES, ORGANISATIONS
from rusplan.open_data.tables import Cell, Datatabell, Kolumn, Underlag
from rusplan.site import addresses
from rusplan.site.sajt import Sajt
from rusplan.tools.record import record, small


@record
class Listdel:
    """One table of a list: its heading, the name of its file, and what readers see of it."""

    titel: str
    namn: str
    kolumner: tuple[Kolumn, ...]
    rader: tuple[tuple[Cell, ...], ...]


@small
class Lista:
    """What there is to take from the page at `sida`, under one title: the tables that have any row."""

    titel: str
    sida: str
    delar: tuple[Listdel, ...]


# A row, and what readers see of it.
Rad = tuple[Underlag, tuple[Cell, ...]]
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


def lists(sajt: Sajt) -> Iterator[Lista]:
    """All lists: those over all years, then those of each year, each two years and each area."""
    rows = {table.namn: _rows(sajt, table) for _, _, tables in (*OF_ALL, *_of_year(None)) for table in tables}
    for page, title, tables in OF_ALL:
        yield from _list(title, page, [(table, rows[table.namn], "") for table in tables])
    for year in sajt.samling.publikt.nyast_först:
        for page, title, tables in _of_year(year):
            own = [(table, [row for row in rows[table.namn] if row[0].år is year], f"-{year.år}") for table in tables]
            yield from _list(title, page, own)
    for first, second in pairwise(sajt.samling.publikt.årgångar.values()):
        found = [row for row in rows[LINKS.namn] if row[0].år is second]
        title = f"Kopplingar mellan {first.år.visad} och {second.år.visad}"
        yield from _list(title, addresses.jämförelse(first.år, second.år), [(LINKS, found, f"-{second.år}")])
    for name, title in sajt.samling.publikt.områden.items():
        found = [row for row in rows[ACTIVITIES.namn] if row[0].sak.område == name]
        yield from _list(f"Aktiviteter: {title}", addresses.område(name), [(ACTIVITIES, found, f"-{name}")])


def _rows(sajt: Sajt, table: Datatabell) -> list[Rad]:
    """Each row of a table with what readers see of it: made once, although it stands in the list of its year and of its area too."""
    shown = [column for column in table.kolumner if not column.bara_data]
    return [(row, tuple(column.värde(row) for column in shown)) for row in table.underlag(sajt)]


def _of_year(year: Årgång | None) -> tuple[tuple[str, str, tuple[Datatabell, ...]], ...]:
    """As `OF_ALL`, for the pages of a year."""
    name, shown = (str(year.år), year.år.visad) if year else ("", "")
    told = ((addresses.uppföljning(name), f"Hur det gick {shown}", (ACTIVITIES, RESULTS, DEVIATIONS)),)
    return (
        (addresses.plan(name), f"Aktiviteter {shown}", (ACTIVITIES, PLANNED_ITEMS)),
        *(told if year is None or year.berättelse else ()),
        (addresses.mål(name), f"Mål {shown}", (GOALS, INDICATORS)),
        (addresses.budget(name), f"Budget {shown}", (LINES, EARMARKS)),
    )


def _list(title: str, page: str, tables: Sequence[tuple[Datatabell, Sequence[Rad], str]]) -> Iterator[Lista]:
    parts = tuple(_part(table, rows, after) for table, rows, after in tables if rows)
    if parts:
        yield Lista(title, page, parts)


def _part(table: Datatabell, rows: Sequence[Rad], after: str) -> Listdel:
    """The columns in which some row tells anything."""
    shown = [column for column in table.kolumner if not column.bara_data]
    cells = [row for _, row in rows]
    used = [place for place in range(len(shown)) if any(row[place] not in (None, (), "") for row in cells)]
    return Listdel(
        titel=table.titel,
        namn=f"{table.namn}{after}",
        kolumner=tuple(shown[place] for place in used),
        rader=tuple(tuple(row[place] for place in used) for row in cells),
    )

"""The rows of tables, made a year at a time and laid together: whoever changes one year has the rows of the others already."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Generic, TypeVar

from rusplan.data.year import Årgång
from rusplan.open_data.shared_columns import AREA
from rusplan.open_data.tables import Cell, Datatabell, Underlag
from rusplan.site.sajt import Sajt
from rusplan.tools.record import record

T = TypeVar("T")


@record
class Rader(Generic[T]):
    """Rows of a table: what readers see of them, column by column, None where nothing is told; the area of each, where each is an activity;
    what puts them in order, where the table has an order of its own; and each row as a line of the file for programs."""

    kolumner: tuple[tuple[T | None, ...], ...]
    områden: tuple[str, ...] = ()
    ordning: tuple[Any, ...] = ()
    program: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.kolumner[0]) if self.kolumner else 0

    def of_area(self, name: str) -> "Rader[T]":
        """The rows of activities in an area."""
        return self._at([place for place, area in enumerate(self.områden) if area == name])

    def in_order(self) -> "Rader[T]":
        """The same rows in the order of the table."""
        return self._at(sorted(range(len(self.ordning)), key=self.ordning.__getitem__)) if self.ordning else self

    def _at(self, places: Sequence[int]) -> "Rader[T]":
        def chosen(values: tuple[Any, ...]) -> tuple[Any, ...]:
            return tuple(map(values.__getitem__, places)) if values else ()

        return Rader(
            kolumner=tuple(map(chosen, self.kolumner)),
            områden=chosen(self.områden),
            ordning=chosen(self.ordning),
            program=chosen(self.program),
        )


# The rows of each part of each table, by its name.
Tabeller = Mapping[str, tuple[Rader[T], ...]]
Maker = Callable[[Datatabell, Sequence[Underlag]], Rader[T]]


def years_of(sajt: Sajt) -> dict[str, Årgång | None]:
    """Each year that readers may see by its name, the newest first; and no year, by no name."""
    return {str(year.år): year for year in sajt.samling.publikt.nyast_först} | {"": None}


def tables_of(sajt: Sajt, year: Årgång | None, tables: Iterable[Datatabell], make: Maker[T]) -> Tabeller[T]:
    """What there is of a year in each table; without a year, in those that are of none."""

    def parts(table: Datatabell) -> Iterator[Iterable[Underlag]]:
        if year:
            yield from (part(sajt, year) for part in table.av_år)
        elif table.av_alla:
            yield table.av_alla(sajt)

    return {table.namn: tuple(make(table, list(part)) for part in parts(table)) for table in tables}


def together(table: Datatabell, found: Sequence[Tabeller[T]]) -> Rader[T]:
    """All rows of the table in its order, of what there is of some years, the newest first, and of none."""
    pieces = [part for parts in zip(*filter(None, (each[table.namn] for each in found)), strict=True) for part in parts]
    return Rader(
        kolumner=tuple(tuple(chain(*columns)) for columns in zip(*(each.kolumner for each in pieces), strict=True)),
        områden=tuple(chain(*(each.områden for each in pieces))),
        ordning=tuple(chain(*(each.ordning for each in pieces))),
        program=tuple(chain(*(each.program for each in pieces))),
    ).in_order()


def areas_of(table: Datatabell, rows: Sequence[Underlag]) -> tuple[str, ...]:
    """The area of the activity that each row tells of, in a table with a row for each activity."""
    return tuple(row.sak.område for row in rows) if AREA in table.kolumner else ()


def order_of(table: Datatabell, rows: Sequence[Underlag]) -> tuple[Any, ...]:
    """What puts the rows in order, where the table has an order of its own."""
    return tuple(map(table.ordning, rows)) if table.ordning else ()


def cells(table: Datatabell, rows: Sequence[Underlag]) -> Rader[Cell]:
    """The rows as cells that can be reckoned with."""
    columns = ((column.värde(row) for row in rows) for column in table.visade)
    return Rader(
        kolumner=tuple(tuple(None if cell in ((), "") else cell for cell in column) for column in columns),
        områden=areas_of(table, rows),
        ordning=order_of(table, rows),
    )

"""Tables of the budgets: each line, and the earmarks within it. Amounts stand in the unit of their budget, which a column tells."""

from collections.abc import Iterator
from typing import Any

from rusplan.data.counted_sums import amounts
from rusplan.data.model import Budget, Budgetrad, Delpost, JaNej
from rusplan.data.year import Årgång
from rusplan.open_data.event_tables import YES_NO
from rusplan.open_data.shared_columns import NUMBER, YEAR
from rusplan.open_data.tables import Cell, Datatabell, Kolumn, Typ, Underlag, column, word
from rusplan.site import addresses
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels


def _lines(sajt: Sajt, year: Årgång) -> Iterator[Underlag]:
    for number, line in enumerate(year.budget.innehåll.rader if year.budget else ()):
        yield Underlag(sajt=sajt, år=year, nummer=number, sak=line)


def _earmarks(sajt: Sajt, year: Årgång) -> Iterator[Underlag]:
    for row in _lines(sajt, year):
        for number, part in enumerate(row.sak.delposter, 1):
            yield Underlag(sajt=sajt, år=row.år, nummer=number, sak=(row.sak, part))


def _budget(row: Underlag) -> Budget:
    assert row.år
    assert row.år.budget
    return row.år.budget.innehåll


def _amount(name: str) -> Kolumn:
    return column(Budgetrad, name, lambda row: amounts(_budget(row), name)[row.nummer], typ=Typ.TAL)


def _activity(row: Underlag, name: str | None) -> Cell:
    assert row.år
    return f"{row.år.år}/{name}" if name else None


def _title(row: Underlag, name: str | None) -> Cell:
    assert row.år
    found = row.år.aktiviteter.get(name or "")
    return found.titel if found else None


def _page(row: Underlag, line: Budgetrad) -> Cell:
    assert row.år
    return row.sajt.absolute(f"{addresses.budget(row.år.år)}#rad-{line.id}")


def _of_part(name: str, *, titel: str | None = None, typ: Typ = Typ.TEXT) -> Kolumn:
    return column(Delpost, name, lambda row: getattr(row.sak[1], name), titel=titel or name.capitalize(), typ=typ)


UNIT = column(Budget, "enhet", lambda row: word(labels.PENNINGENHET, _budget(row).enhet))
LINE_ID: dict[str, Any] = {"namn": "rad", "titel": "Radens id", "bara_data": True}
LINES = Datatabell(
    namn="budget",
    titel="Budget",
    förklaring="En rad för varje rad i budgeten, med budget och utfall.",
    av_år=(_lines,),
    nyckel=("år", "rad"),
    kolumner=(
        YEAR,
        column(Budgetrad, "id", **LINE_ID),
        column(Budgetrad, "titel", titel="Rad"),
        column(Budgetrad, "slag", lambda row: word(labels.RADSLAG, row.sak.slag)),
        column(Budgetrad, "aktivitet", lambda row: _activity(row, row.sak.aktivitet), titel="Aktivitetens id", bara_data=True),
        column(Budgetrad, "aktivitet", lambda row: _title(row, row.sak.aktivitet), namn="aktivitetens_titel", titel="Aktivitet"),
        *map(_amount, ("budget", "reviderad", "överfört", "prognos", "utfall")),
        UNIT,
        Kolumn(
            namn="permalänk", titel="Adress", typ=Typ.ADRESS, värde=lambda row: _page(row, row.sak),
            sagt="Adressen till sidan som visar uppgifterna. Den ändras aldrig.",
        ),
    ),
)  # fmt: skip
EARMARKS = Datatabell(
    namn="delposter",
    titel="Delposter",
    förklaring="En rad för varje öronmärkt eller använt belopp inom en budgetrad.",
    av_år=(_earmarks,),
    nyckel=("år", "rad", "nummer"),
    kolumner=(
        YEAR,
        column(Budgetrad, "id", lambda row: row.sak[0].id, **LINE_ID),
        column(Budgetrad, "titel", lambda row: row.sak[0].titel, namn="radens_titel", titel="Rad"),
        NUMBER,
        _of_part("titel", titel="Delpost"),
        column(Delpost, "aktivitet", lambda row: _activity(row, row.sak[1].aktivitet), titel="Aktivitetens id", bara_data=True),
        column(Delpost, "aktivitet", lambda row: _title(row, row.sak[1].aktivitet), namn="aktivitetens_titel", titel="Aktivitet"),
        _of_part("budget", typ=Typ.TAL),
        column(Delpost, "högst", lambda row: word(YES_NO, JaNej(row.sak[1].högst)), titel="Beloppet är ett tak"),
        _of_part("utfall", typ=Typ.TAL),
        UNIT,
        _of_part("timmar", typ=Typ.TAL),
        _of_part("timpris", typ=Typ.TAL, titel="Timpris (kronor)"),
        _of_part("text"),
        Kolumn(
            namn="permalänk", titel="Adress", typ=Typ.ADRESS, värde=lambda row: _page(row, row.sak[0]),
            sagt="Adressen till sidan som visar uppgifterna. Den ändras aldrig.",
        ),
    ),
)  # fmt: skip

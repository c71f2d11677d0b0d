"""The columns that most tables begin and end with: year, activity and where all is shown."""

from rusplan.open_data.tables import Cell, Kolumn, Ord, Typ, Underlag
from rusplan.site import addresses


def _year(row: Underlag) -> Cell:
    assert row.år
    name, shown = str(row.år.år), row.år.år.visad
    return Ord(name, int(shown) if shown.isdecimal() else shown)


def _activity(row: Underlag) -> Cell:
    return row.aktivitet.ref if row.aktivitet else None


def _title(row: Underlag) -> Cell:
    return row.aktivitet.titel if row.aktivitet else None


def _area(row: Underlag) -> Cell:
    if row.aktivitet is None:
        return None
    name = row.aktivitet.plan.innehåll.område
    return Ord(name, row.sajt.områden.get(name, name))


def _page(row: Underlag) -> Cell:
    return row.sajt.absolute(addresses.aktivitet(row.aktivitet)) if row.aktivitet else None


YEAR = Kolumn(
    namn="år", titel="År", värde=_year,
    sagt="Planens år eller period, till exempel 2025 eller 2024-2026.",
)  # fmt: skip
ACTIVITY = Kolumn(
    namn="aktivitet", titel="Aktivitetens id", värde=_activity, bara_data=True,
    sagt="Aktiviteten som raden hör till, med id ur tabellen aktiviteter, till exempel 2025/kulturstigar.",
)  # fmt: skip
ACTIVITY_TITLE = Kolumn(namn="aktivitetens_titel", titel="Aktivitet", sagt="Aktivitetens namn i planen.", värde=_title)
AREA = Kolumn(namn="område", titel="Område", sagt="Området som aktiviteten hör till, med områdets id.", värde=_area)
NUMBER = Kolumn(
    namn="nummer", titel="Nummer", typ=Typ.HELTAL, värde=lambda row: row.nummer, bara_data=True,
    sagt="Radens plats i listan, med 1 först.",
)  # fmt: skip
PAGE = Kolumn(
    namn="permalänk", titel="Adress", typ=Typ.ADRESS, värde=_page,
    sagt="Adressen till sidan som visar uppgifterna. Den ändras aldrig.",
)  # fmt: skip

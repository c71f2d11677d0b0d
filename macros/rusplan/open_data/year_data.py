"""All that open data tells of a year, as it is written: made again when that year changes, and kept until then (`Sajt.bitar`)."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from rusplan.data.year import Årgång
from rusplan.open_data.all_tables import TABLES
from rusplan.open_data.csv_text import written
from rusplan.open_data.json_files import as_text, json_files
from rusplan.open_data.json_values import json_value
from rusplan.open_data.other_tables import CHANGES
from rusplan.open_data.table_rows import Tabeller, tables_of, years_of
from rusplan.open_data.tables import Datatabell, Ord
from rusplan.site import addresses
from rusplan.site.open_files import CHANGES_AS_JSON
from rusplan.site.sajt import Sajt
from rusplan.tools.record import record


@record
class Datafil:
    """A file of open data: its address from the site's root, what it holds, its text, and the day of its newest data where that is known."""

    adress: str
    titel: str
    text: str
    ändrad: str | None = None


@record
class Årsdata:
    """The files of a year, and its rows of each table."""

    filer: tuple[Datafil, ...]
    tabeller: Tabeller[str]


def data_by_year(sajt: Sajt) -> Mapping[str, Årsdata]:
    """That of each year by its name, the newest first; and what is of no year, by no name."""
    years = years_of(sajt)
    made = sajt.bitar({f"öppna data {name}": partial(_data_of, sajt, year) for name, year in years.items()})
    return dict(zip(years, made, strict=True))


def _data_of(sajt: Sajt, year: Årgång | None) -> Årsdata:
    files = [
        Datafil(adress=file.adress, titel=file.titel, text=as_text(file.innehåll), ändrad=file.ändrad)
        for file in json_files(sajt, year)
    ]
    if year is None:
        newest = max(sajt.fildatum.ändrad.values(), default=None)
        changes = as_text(changes_as_json(sajt))
        files.append(Datafil(adress=CHANGES_AS_JSON, titel=CHANGES.titel, text=changes, ändrad=newest))
    return Årsdata(filer=tuple(files), tabeller=tables_of(sajt, year, TABLES, written))


def changes_as_json(sajt: Sajt) -> dict[str, Any]:
    """What has changed, the newest first: whoever keeps a copy sees what to fetch anew. Old steps that are told without fields are left out."""
    return {"beskrivning": sajt.absolute(addresses.DATA), "ändringar": records(CHANGES, sajt)}


def records(table: Datatabell, sajt: Sajt) -> list[dict[str, Any]]:
    """The rows of a table that is of no year as JSON: what nobody has told is null."""
    return [
        {
            column.namn: cell.värde if isinstance(cell := column.värde(row), Ord) else json_value(cell)
            for column in table.kolumner
        }
        for row in (table.av_alla(sajt) if table.av_alla else ())
    ]

"""What the CSV files hold, as CSV on the Web tells it: a table, its columns and their sentences, and how the tables hang together."""

from typing import Any

from rusplan.open_data.all_tables import TABLES
from rusplan.open_data.csv_text import BETWEEN
from rusplan.open_data.json_files import licence
from rusplan.open_data.tables import Datatabell, Kolumn
from rusplan.site.sajt import Sajt

CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "sv"}]
ABOUT_FORMULAS = "En text som ett kalkylprogram skulle räkna ut som en formel har en apostrof före sig."


def csvw(sajt: Sajt) -> dict[str, Any]:
    """The metadata of all CSV files together, where CSVW looks for it."""
    licensed = licence(sajt)
    return {
        "@context": CONTEXT,
        "dc:publisher": sajt.samling.webbplats.innehåll.långt_namn,
        **({"dc:license": {"@id": licensed}} if licensed else {}),
        "dc:description": ABOUT_FORMULAS,
        "dialect": {"delimiter": ",", "encoding": "utf-8", "header": True},
        "tables": [_table(table) for table in TABLES],
    }


def _table(table: Datatabell) -> dict[str, Any]:
    return {
        "url": f"{table.namn}.csv",
        "dc:title": table.titel,
        "dc:description": table.förklaring,
        "tableSchema": {
            "columns": [_column(column) for column in table.kolumner],
            **({"primaryKey": list(table.nyckel)} if table.nyckel else {}),
            **_foreign_keys(table),
        },
    }


def _column(column: Kolumn) -> dict[str, Any]:
    return {
        "name": column.namn,
        "titles": column.namn,
        "dc:title": column.titel,
        "dc:description": column.förklaring,
        "datatype": str(column.typ),
        **({"separator": BETWEEN} if column.flera else {}),
    }


def _foreign_keys(table: Datatabell) -> dict[str, Any]:
    names = {column.namn for column in table.kolumner}
    keys = [
        {"columnReference": here, "reference": {"resource": f"{there}.csv", "columnReference": key}}
        for here, there, key in (
            ("aktivitet", "aktiviteter", "aktivitet"),
            ("organisation", "organisationer", "id"),
            ("tidigare_aktivitet", "aktiviteter", "aktivitet"),
        )
        if here in names and there != table.namn
    ]
    return {"foreignKeys": keys} if keys else {}

"""Everything that lies below /data/: JSON with schemas, CSV with its metadata, what has changed, the catalogue, and the list of it all."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from rusplan.open_data.all_tables import TABLES
from rusplan.open_data.catalogue import catalogue
from rusplan.open_data.csv_text import for_programs
from rusplan.open_data.csvw import csvw
from rusplan.open_data.json_files import as_text, json_files, licence, schemas
from rusplan.open_data.json_values import json_value
from rusplan.open_data.other_tables import CHANGES
from rusplan.open_data.tables import Datatabell, Ord
from rusplan.render.renderer import Renderer
from rusplan.site import addresses
from rusplan.site.open_files import CATALOGUE, CHANGES_AS_JSON, INDEX, METADATA
from rusplan.site.sajt import Sajt
from rusplan.tools.record import record


@record
class Datafil:
    """A file of open data: its address from the site's root, what it holds, its text, and the day of its newest data where that is known."""

    adress: str
    titel: str
    text: str
    ändrad: str | None = None


def open_data(sajt: Sajt, renderer: Renderer, _addresses: list[str]) -> Iterator[tuple[str, str]]:
    """The output: every file below /data/ that is no page."""
    files = list(data_files(sajt))
    yield from ((file.adress, file.text) for file in files)
    yield from ((address, as_text(schema)) for address, schema in schemas(sajt))
    yield METADATA, as_text(csvw(sajt))
    yield INDEX, as_text(index(sajt, files))
    if found := catalogue(sajt, {file.adress: file.titel for file in files}):
        yield CATALOGUE, renderer.render("katalog.rdf", "", vy=found)


def data_files(sajt: Sajt) -> Iterator[Datafil]:
    """The data itself, in each of its forms."""
    for file in json_files(sajt):
        yield Datafil(adress=file.adress, titel=file.titel, text=as_text(file.innehåll), ändrad=file.ändrad)
    newest = max(sajt.fildatum.ändrad.values(), default=None)
    yield Datafil(adress=CHANGES_AS_JSON, titel=CHANGES.titel, text=as_text(changes_as_json(sajt)), ändrad=newest)
    for table in TABLES:
        address = addresses.öppen_data(table.namn, form="csv")
        yield Datafil(adress=address, titel=table.titel, text=for_programs(table, sajt), ändrad=newest)


def changes_as_json(sajt: Sajt) -> dict[str, Any]:
    """What has changed, the newest first: whoever keeps a copy sees what to fetch anew. Old steps that are told without fields are left out."""
    return {"beskrivning": sajt.absolute(addresses.DATA), "ändringar": records(CHANGES, sajt)}


def records(table: Datatabell, sajt: Sajt) -> list[dict[str, Any]]:
    """The rows of a table as JSON: what nobody has told is null."""
    return [
        {
            column.namn: cell.värde if isinstance(cell := column.värde(row), Ord) else json_value(cell)
            for column in table.kolumner
        }
        for row in table.underlag(sajt)
    ]


def index(sajt: Sajt, files: list[Datafil]) -> dict[str, Any]:
    """The list of all files, each with its size and checksum: what has the same checksum has not changed."""
    return {
        "beskrivning": sajt.absolute(addresses.DATA),
        "utgivare": sajt.samling.webbplats.innehåll.långt_namn,
        "licens": licence(sajt),
        "dataformat": sajt.samling.webbplats.innehåll.dataformat,
        "filer": [
            {
                "adress": sajt.absolute(file.adress),
                "titel": file.titel,
                "form": file.adress.rpartition(".")[2],
                "ändrad": file.ändrad,
                "byte": len(file.text.encode()),
                "sha256": sha256(file.text.encode()).hexdigest(),
            }
            for file in files
        ],
    }

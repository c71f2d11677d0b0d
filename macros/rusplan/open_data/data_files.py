"""Everything that lies below /data/: JSON with schemas, CSV with its metadata, what has changed, the catalogue, and the list of it all."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from rusplan.open_data.all_tables import TABLES
from rusplan.open_data.catalogue import catalogue
from rusplan.open_data.csv_text import for_programs
from rusplan.open_data.csvw import csvw
from rusplan.open_data.json_files import as_text, licence, schemas
from rusplan.open_data.table_rows import together
from rusplan.open_data.year_data import Datafil, data_by_year
from rusplan.render.renderer import Renderer
from rusplan.site import addresses
from rusplan.site.open_files import CATALOGUE, INDEX, METADATA
from rusplan.site.sajt import Sajt


def open_data(sajt: Sajt, renderer: Renderer, _addresses: list[str]) -> Iterator[tuple[str, str]]:
    """The output: the data, the list of its files, and the catalogue."""
    files = list(data_files(sajt))
    yield from ((file.adress, file.text) for file in files)
    yield INDEX, as_text(index(sajt, files))
    if found := catalogue(sajt, {file.adress: file.titel for file in files}):
        yield CATALOGUE, renderer.render("katalog.rdf", "", vy=found)


def data_descriptions(sajt: Sajt, _renderer: Renderer, _addresses: list[str]) -> Iterator[tuple[str, str]]:
    """The output: what says what the files hold. It hangs on no data, and to make it takes longer than all the rest of a small site's."""
    yield from ((address, as_text(schema)) for address, schema in schemas(sajt))
    yield METADATA, as_text(csvw(sajt))


def data_files(sajt: Sajt) -> Iterator[Datafil]:
    """The data itself, in each of its forms."""
    found = list(data_by_year(sajt).values())
    for each in found:
        yield from each.filer
    newest = max(sajt.fildatum.ändrad.values(), default=None)
    for table in TABLES:
        address = addresses.öppen_data(table.namn, form="csv")
        text = for_programs(table, together(table, [each.tabeller for each in found]).program)
        yield Datafil(adress=address, titel=table.titel, text=text, ändrad=newest)


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

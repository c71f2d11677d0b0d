"""The page of open data: what there is to fetch, how it is used, and what each column and field holds."""

from dataclasses import replace

from rusplan.data.kinds import FILSLAG
from rusplan.open_data.all_tables import TABLES
from rusplan.open_data.catalogue import name_of_licence
from rusplan.open_data.json_files import ABOUT, OF_YEAR, files_there, licence
from rusplan.open_data.json_kinds import KINDS, Jsonslag
from rusplan.open_data.tables import Datatabell, Kolumn, Typ
from rusplan.site import addresses
from rusplan.site.links import Länk
from rusplan.site.open_files import CATALOGUE, CHANGES_AS_JSON, INDEX, METADATA
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.tools.record import record, small
from rusplan.views.field_reference import Fältgrupp, field_reference

# What a reader calls each type of column.
TYPES = {Typ.TEXT: "text", Typ.HELTAL: "heltal", Typ.TAL: "tal", Typ.DAG: "datum", Typ.ADRESS: "adress"}

# The data file that lists what these kinds have a record for each of.
LISTED_IN = {"organisationer": "samverkan", "ordlista": "ordlista"}


@small
class Filgrupp:
    """The files of a year, or those that all years share."""

    titel: str
    filer: tuple[Länk, ...]


@small
class Kolumnvy:
    """A column or a field: its name, what it holds, and its explanation."""

    namn: str
    slag: str
    förklaring: str


@record
class Tabellvy:
    """A table of the CSV files."""

    ankare: str
    titel: str
    förklaring: str
    fil: Länk
    kolumner: tuple[Kolumnvy, ...]


@record
class Datasida:
    """What there is to fetch. `exempel` are whole addresses that the examples read, and `år` the year that they are about."""

    tabeller: tuple[Tabellvy, ...]
    grupper: tuple[Filgrupp, ...]
    scheman: tuple[Länk, ...]
    metadata: Länk
    innehåll: Länk
    ändringar: tuple[Länk, ...]
    katalog: Länk
    katalogens_adress: str
    ställningar: tuple[tuple[str, str], ...]
    licens: Länk | None
    år: str
    exempel_json: str
    exempel_csv: str


@small
class Jsonvy:
    """A kind of JSON file: what stands beside the fields of data, and those."""

    titel: str
    namn: str
    tillägg: tuple[Kolumnvy, ...]
    grupper: tuple[Fältgrupp, ...]


@small
class Datafält:
    """What stands in every JSON file, and the kinds of them."""

    alla: tuple[Kolumnvy, ...]
    slag: tuple[Jsonvy, ...]


def data_page(sajt: Sajt) -> Datasida:
    """All that there is to fetch."""
    newest = next(iter(sajt.samling.publikt.nyast_först), None)
    told = sajt.samling.webbplats.innehåll.licens
    return Datasida(
        tabeller=tuple(map(_table, TABLES)),
        grupper=tuple(_groups(sajt)),
        scheman=tuple(Länk(kind.titel, addresses.schema(kind.id)) for kind in KINDS),
        metadata=Länk("csv-metadata.json", METADATA),
        innehåll=Länk("index.json", INDEX),
        ändringar=(
            Länk("andringar.json", CHANGES_AS_JSON),
            Länk("andringar.csv", addresses.öppen_data("andringar", form="csv")),
        ),
        katalog=Länk("katalog.rdf", CATALOGUE),
        katalogens_adress=sajt.absolute(CATALOGUE),
        ställningar=tuple((str(word), mark.ensam or mark.text) for word, mark in labels.STÄLLNING.items()),
        licens=Länk(told.namn, name_of_licence(licence(sajt) or "")) if told else None,
        år=str(newest.år) if newest else "",
        exempel_json=sajt.absolute(addresses.öppen_data("aktiviteter", newest.år if newest else None)),
        exempel_csv=sajt.absolute(addresses.öppen_data("aktiviteter", form="csv")),
    )


def _groups(sajt: Sajt) -> list[Filgrupp]:
    """The JSON files by year, the newest first; then what all years share."""
    found: dict[str, list[Länk]] = {}
    for kind, year, address in files_there(sajt.samling):
        found.setdefault(year.år.visad if year else "Alla år", []).append(Länk(kind.titel, address))
    return [Filgrupp(title, tuple(links)) for title, links in found.items()]


def _table(table: Datatabell) -> Tabellvy:
    return Tabellvy(
        ankare=f"tabell-{table.namn}",
        titel=table.titel,
        förklaring=table.förklaring,
        fil=Länk(f"{table.namn}.csv", addresses.öppen_data(table.namn, form="csv")),
        kolumner=tuple(Kolumnvy(each.namn, _kind(each), each.förklaring) for each in table.kolumner),
    )


def _kind(column: Kolumn) -> str:
    return f"flera, med | mellan: {TYPES[column.typ]}" if column.flera else TYPES[column.typ]


def data_fields() -> Datafält:
    """Every field of the JSON files, with the sentences of the model."""
    always = {**ABOUT, **OF_YEAR}
    return Datafält(
        alla=tuple(Kolumnvy(name, "", str(schema["description"])) for name, schema in always.items()),
        slag=tuple(
            Jsonvy(
                titel=kind.titel,
                namn=kind.id,
                tillägg=tuple(Kolumnvy(each.namn, each.slag, each.förklaring) for each in kind.tillägg),
                grupper=_field_groups(kind),
            )
            for kind in KINDS
        ),
    )


def _field_groups(kind: Jsonslag) -> tuple[Fältgrupp, ...]:
    """The fields of the records of a kind. Where a data file is a list of them, the list itself stands first there, and is no field here."""
    lists, by_model = field_reference(), {found.modell: found.id for found in FILSLAG}
    if kind.modell in by_model:
        return lists[by_model[kind.modell]].grupper
    _, record_, *rest = lists[LISTED_IN[kind.id]].grupper
    return (replace(record_, titel=""), *rest)

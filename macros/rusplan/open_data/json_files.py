"""The JSON files: one for each year and kind, one for what all years share, and a schema for each kind."""

import json
from collections.abc import Iterator
from typing import Any

from rusplan.data.collection import Samling
from rusplan.data.year import Årgång
from rusplan.open_data.json_kinds import ADDRESS, KINDS, TEXT, Innehåll, Jsonslag, Uppslag
from rusplan.open_data.json_schema import Schema, file_schema, schema_of
from rusplan.site import addresses
from rusplan.site.open_files import JSON_OF_YEAR
from rusplan.site.sajt import Sajt
from rusplan.tools.record import record

DAY: Schema = {"type": "string", "format": "date"}
# What stands first in each file, with what it says.
ABOUT: dict[str, Schema] = {
    "$schema": {**ADDRESS, "description": "Adressen till filens schema."},
    "adress": {**ADDRESS, "description": "Filens egen adress. Den ändras aldrig."},
    "beskrivning": {**ADDRESS, "description": "Sidan som beskriver fälten."},
    "utgivare": {**TEXT, "description": "Organisationen som ger ut uppgifterna."},
    "licens": {"type": ["string", "null"], "description": "Adressen till licensens text. Saknas den är ingen licens angiven."},
    "ändrad": {"anyOf": [DAY, {"type": "null"}], "description": "Dagen då uppgifterna i filen senast ändrades, om den är känd."},
}  # fmt: skip
OF_YEAR: dict[str, Schema] = {
    "år": {**TEXT, "description": "Planens år eller period, till exempel 2025 eller 2024-2026."},
    "från": {**DAY, "description": "Den första dagen som planen gäller."},
    "till": {**DAY, "description": "Den sista dagen som planen gäller."},
}


@record
class Jsonfil:
    """A JSON file: its address from the site's root, what it is called, the day of its newest data, and its content."""

    adress: str
    titel: str
    ändrad: str | None
    innehåll: Innehåll


def files_there(samling: Samling) -> Iterator[tuple[Jsonslag, Årgång | None, str]]:
    """Kind, year and address of each, before it is made: the newest year first, and then what all years share. Drafts are in none."""
    for year in samling.publikt.nyast_först:
        for kind in KINDS:
            if kind.av_år and JSON_OF_YEAR[kind.id](year):
                yield kind, year, addresses.öppen_data(kind.id, year.år)
    for kind in KINDS:
        if kind.av_alla:
            yield kind, None, addresses.öppen_data(kind.id)


def json_files(sajt: Sajt, year: Årgång | None) -> Iterator[Jsonfil]:
    """Those of a year; without a year, what all years share."""
    for kind, of, address in files_there(sajt.samling):
        if of is not year:
            continue
        if year and kind.av_år:
            yield _file(sajt, kind, kind.av_år(sajt, year), year, address)
        elif kind.av_alla:
            yield _file(sajt, kind, kind.av_alla(sajt), None, address)


def _file(sajt: Sajt, kind: Jsonslag, found: Uppslag, year: Årgång | None, address: str) -> Jsonfil:
    changed = sajt.fildatum.newest(file.namn for file in found.filer)
    content = {
        "$schema": sajt.absolute(addresses.schema(kind.id)),
        "adress": sajt.absolute(address),
        "beskrivning": sajt.absolute(addresses.DATA),
        "utgivare": sajt.samling.webbplats.innehåll.långt_namn,
        "licens": licence(sajt),
        "ändrad": changed,
        **(_of_year(year) if year else {}),
        kind.id: found.innehåll,
    }
    title = f"{kind.titel} {year.år.visad}" if year else kind.titel
    return Jsonfil(adress=address, titel=title, ändrad=changed, innehåll=content)


def _of_year(year: Årgång) -> Innehåll:
    period = year.år
    return {"år": str(period), "från": period.första_dagen.isoformat(), "till": period.sista_dagen.isoformat()}


def licence(sajt: Sajt) -> str | None:
    """The address of the licence of the data."""
    told = sajt.samling.webbplats.innehåll.licens
    return told.länk if told else None


def schemas(sajt: Sajt) -> Iterator[tuple[str, Schema]]:
    """The schema of each kind, with its address from the site's root."""
    for kind in KINDS:
        address = addresses.schema(kind.id)
        yield address, _schema(kind, sajt.absolute(address))


def _schema(kind: Jsonslag, address: str) -> Schema:
    more = {each.namn: {**each.schema, "description": each.förklaring} for each in kind.tillägg}
    one, parts = schema_of(kind.modell, more)
    content = {"type": "array", "items": one} if kind.är_lista else one
    fields = {**ABOUT, **(OF_YEAR if kind.av_år else {}), kind.id: content}
    return file_schema(address, kind.titel, fields, parts)


def as_text(content: dict[str, Any]) -> str:
    """JSON as it is published: letters as they are, a row for each field and for each record of a list, so that changes can be compared."""
    return "{\n" + ",\n".join(f"{_compact(name)}: {_rows(value)}" for name, value in content.items()) + "\n}\n"


def _rows(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(map(_compact, value)) + "\n]"
    return _compact(value)


def _compact(value: Any) -> str:
    # Without indents json works in C, ten times as fast.
    return json.dumps(value, ensure_ascii=False)

"""The files of a year as they stand, and the rows that they make on each sheet."""

from collections.abc import Iterator, Mapping
from typing import Any

from rusplan.data.collection import Samling
from rusplan.data.edits.edit_kinds import tidy
from rusplan.data.yaml_text import Plain, parse
from rusplan.data.year import Årgång
from rusplan.exchange.sheets import AKTIVITETER, OUTCOME, PLAN, Blad, Fältväg, file_of
from rusplan.tools.record import record

# A file's content: fields with what they hold, as `yaml_text` reads it.
Innehållet = dict[str, Any]
# What says where a row stands: the activity and the part of it, or what it stands within.
Hem = tuple[str, ...]
# The place of a list in its file: names of fields, and ids of the items between them.
Listväg = tuple[str, ...]


@record
class Bladrad:
    """A row: the key that it is known by, where it stands, and what stands in its columns."""

    nyckel: str
    hem: Hem
    värden: Mapping[Fältväg, Plain]


@record
class Bladlista:
    """A list of rows: its sheet, its file, its place there and where its rows stand."""

    blad: Blad
    fil: str
    väg: Listväg
    hem: Hem


def contents_of(samling: Samling, year: Årgång) -> dict[str, Innehållet]:
    """What the files of the year, and those that all years share, say as they stand."""
    files = (*year.filer, samling.samverkan)
    read = {file.namn: parse(file.väg.read_bytes(), file.namn, 10).value for file in files if file.väg}
    return {name: content if isinstance(content := tidy(value), dict) else {} for name, value in read.items()}


def parts_of(year: Årgång) -> tuple[str, ...]:
    """The parts of an activity that a row may stand in: its plan and its outcomes, each year of a longer period by itself."""
    several = year.år.åren if len(year.år.åren) > 1 else ()
    return (PLAN, *(f"{OUTCOME}/{number}" for number in several), OUTCOME)


def activity_file(year: Årgång | str, activity: str, part: str) -> str:
    """The file of a part of an activity."""
    folder = "aktiviteter" if part == PLAN else part
    return f"data/{year if isinstance(year, str) else year.år}/{folder}/{activity}.yml"


def parts_on(sheet: Blad, year: Årgång) -> tuple[str, ...]:
    """Of the parts of an activity, those that rows of the sheet stand in."""
    return tuple(part for part in parts_of(year) if part.partition("/")[0] in sheet.delar)


def lists_on(sheet: Blad, year: Årgång, contents: Mapping[str, Innehållet]) -> Iterator[Bladlista]:
    """The lists whose items are the rows of a sheet, in the order of the plan."""
    if sheet.fil is None:
        for activity in year.aktiviteter:
            for part in parts_on(sheet, year):
                yield list_at(sheet, str(year.år), (activity, part))
    elif sheet.inom is None:
        yield list_at(sheet, str(year.år), ())
    else:
        outer = contents.get(file_of(sheet, str(year.år)), {}).get(sheet.inom, [])
        yield from (list_at(sheet, str(year.år), (item["id"],)) for item in outer)


def list_at(sheet: Blad, year: str, home: Hem) -> Bladlista:
    """The list that the rows of a home are."""
    assert sheet.lista
    path = tuple(sheet.lista.split("."))
    if sheet.fil is None:
        return Bladlista(blad=sheet, fil=activity_file(year, *home), väg=path, hem=home)
    file = file_of(sheet, year)
    return Bladlista(blad=sheet, fil=file, väg=(sheet.inom, *home, *path) if sheet.inom else path, hem=home)


def items_of(found: Bladlista, contents: Mapping[str, Innehållet]) -> list[Innehållet]:
    """The items of a list as they stand; none where it is not there."""
    here: Any = contents.get(found.fil, {})
    for name in found.väg:
        here = next((x for x in here if x.get("id") == name), {}) if isinstance(here, list) else here.get(name, [])
        if not here:
            return []
    return list(here)


def rows_on(sheet: Blad, year: Årgång, contents: Mapping[str, Innehållet]) -> Iterator[Bladrad]:
    """The rows of a sheet."""
    if sheet.lista is None:
        part, *_ = sheet.delar
        for activity in year.aktiviteter:
            yield from _of_files(sheet, year, activity, part, contents)
        return
    for found in lists_on(sheet, year, contents):
        for i, item in enumerate(items_of(found, contents)):
            yield Bladrad(nyckel=key_of(found, i), hem=found.hem, värden=values_of(sheet, item))


def _of_files(
    sheet: Blad, year: Årgång, activity: str, part: str, contents: Mapping[str, Innehållet]
) -> Iterator[Bladrad]:
    """A row for each file of the sheet's kind that an activity has or may have."""
    for each in parts_on(sheet, year):
        file = activity_file(year, activity, each)
        home = () if sheet is AKTIVITETER else (activity, each)
        yield Bladrad(nyckel=file, hem=home, värden=values_of(sheet, contents.get(file, {})))


def key_of(found: Bladlista, index: int) -> str:
    """What an item of a list is known by."""
    return f"{found.fil} {'/'.join(found.väg)} {index}"


def values_of(sheet: Blad, item: Innehållet) -> dict[Fältväg, Plain]:
    """What stands in each column of an item."""
    return {column.fält: value_of(item, column.fält) for column in sheet.kolumner}


def value_of(item: Innehållet, path: Fältväg) -> Plain:
    """The field of an item, or the field within its group; empty where there is none."""
    here: Any = item
    for name in path:
        here = here.get(name, "") if isinstance(here, dict) else ""
    return here if here != [] else ""

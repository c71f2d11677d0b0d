"""Rows that a workbook has got: which of two with one key is the copy, and what a new thing is called in data."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rusplan.data.collection import Samling
from rusplan.data.likeness import as_id
from rusplan.data.values import RESERVED_IDS
from rusplan.data.year import Årgång
from rusplan.exchange.cells import form_of, said
from rusplan.exchange.excel_cells import Arbetsbok, Cellrad, Ursprungsrad
from rusplan.exchange.free_names import free_name
from rusplan.exchange.names_in_cells import Namnbok, Namnlista, name_list
from rusplan.exchange.sheets import AKTIVITETER, BUDGET, MÅL, SAMVERKAN, Blad

# The sheets whose rows others name, with what their names are names of.
NAMED = ((SAMVERKAN, "organisation"), (MÅL, "mål"), (AKTIVITETER, "aktivitet"), (BUDGET, "rad"))


def with_own_keys(rows: Sequence[Cellrad], origin: Mapping[str, Ursprungsrad]) -> list[Cellrad]:
    """The rows, each with a key that no other has: of those with the same one, that which is most like what it was keeps it, and the others
    are new, as are rows from another workbook."""
    best: dict[str, Cellrad] = {}
    for row in rows:
        if row.nyckel in origin:
            held = best.get(row.nyckel)
            if held is None or _alike(row, origin[row.nyckel]) > _alike(held, origin[row.nyckel]):
                best[row.nyckel] = row
    return [row if best.get(row.nyckel) is row else replace(row, nyckel="") for row in rows]


def _alike(row: Cellrad, before: Ursprungsrad) -> int:
    """How many cells say what they did."""
    same = sum(text_of(row, path) == before.texter.get(path, "") for path in row.celler)
    return same + (row.hem == before.visat_hem)


def text_of(row: Cellrad, path: tuple[str, ...]) -> str:
    """What a cell says, as text."""
    value = said(row.celler.get(path), form_of(row.blad, path))
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value)


def named_rows(
    book: Arbetsbok, rows: Mapping[str, Sequence[Cellrad]], samling: Samling, year: Årgång, names: Namnbok
) -> tuple[Namnbok, Mapping[tuple[str, int], str]]:
    """The names with those of new rows and with new titles of old ones; and the id of each new row, by its sheet and number."""
    found, ids = dict(names), dict[tuple[str, int], str]()
    for sheet, kind in NAMED:
        taken = {*RESERVED_IDS, *names[kind].visade, *(_ids_elsewhere(samling, year) if sheet is AKTIVITETER else ())}
        more = list(_more(sheet, rows.get(sheet.id, ()), book.ursprung.get(sheet.id, {}), names[kind], taken, ids))
        found[kind] = _with(names[kind], more)
    return found, ids


def _more(
    sheet: Blad,
    rows: Iterable[Cellrad],
    origin: Mapping[str, Ursprungsrad],
    names: Namnlista,
    taken: set[str],
    ids: dict[tuple[str, int], str],
) -> Iterator[tuple[str, str]]:
    """The names of a sheet that data has not got, each with its id; those of new rows are noted in `ids`."""
    first = sheet.kolumner[0].fält
    for row in rows:
        title = " ".join(text_of(row, first).split())
        if not row.nyckel and title:
            own = ids[sheet.id, row.nummer] = _free(title, taken)
            taken.add(own)
            yield title, own
        elif title and (before := origin[row.nyckel].texter.get(first, "")) != title and names.knows(before):
            yield title, names.meant(before)


def _free(title: str, taken: set[str]) -> str:
    return free_name(as_id(title)[:60].strip("-") or "rad", taken)


def _ids_elsewhere(samling: Samling, year: Årgång) -> set[str]:
    """The activities of other years than the one before: one that is new is none of them."""
    before = previous(samling, year)
    return {activity.id for activity in samling.aktiviteter.values() if activity.år != (before.år if before else None)}


def previous(samling: Samling, year: Årgång) -> Årgång | None:
    """The year before."""
    earlier = [each for each in samling.årgångar.values() if each.år < year.år]
    return earlier[-1] if earlier else None


def _with(names: Namnlista, more: Sequence[tuple[str, str]]) -> Namnlista:
    """The list with further names, each with its id."""
    others = name_list(names.slag, {id_: title for title, id_ in more})
    return replace(names, visade={**names.visade, **others.visade}, andra={**others.andra, **names.andra})

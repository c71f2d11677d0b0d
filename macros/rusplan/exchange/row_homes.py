"""Where a row stands, as its cells say, and the list in a file that it stands in."""

from collections.abc import Sequence
from typing import Any

from rusplan.data.year import Årgång
from rusplan.exchange.excel_cells import Cellfel, Cellrad
from rusplan.exchange.excel_out import kind_of_home, part_shown
from rusplan.exchange.names_in_cells import Namnbok, Okänt
from rusplan.exchange.sheets import Blad
from rusplan.exchange.year_rows import Bladlista, Hem, Innehållet, parts_on


def meant_home(sheet: Blad, row: Cellrad, names: Namnbok, year: Årgång) -> Hem | Cellfel:
    """Where a row stands, or what is wrong in the cells that say it."""
    if not row.hem:
        return ()
    name, *part = row.hem
    column = sheet.inom or "aktivitet"
    if not name:
        return row.fel(column, "cellen är tom; välj ur listan vad raden hör till")
    try:
        first = names[kind_of_home(column)].meant(name)
    except Okänt as error:
        return row.fel(column, str(error))
    if sheet.inom:
        return (first,)
    shown = {part_shown(each): each for each in parts_on(sheet, year)}
    if part and part[0] not in shown:
        return row.fel("del", f"här ska stå {' eller '.join(f'«{word}»' for word in shown)}")
    return first, shown[part[0]] if part else sheet.delar[0]


def put_list(content: Innehållet, found: Bladlista, items: Sequence[Innehållet]) -> None:
    """The list in the content of its file; one that is empty goes away."""
    *way, last = found.väg
    here: Any = content
    for name in way:
        if isinstance(here, list):
            here = next(item for item in here if item.get("id") == name)
        elif items:
            here = here.setdefault(name, {})
        else:
            here = here.get(name, {})
    if items:
        here[last] = list(items)
    else:
        here.pop(last, None)

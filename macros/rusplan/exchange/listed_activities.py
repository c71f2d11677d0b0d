"""The list of activities in a plan, as the rows of a workbook have it: new ones come after the row above, others move with their area."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from rusplan.data.collection import Samling
from rusplan.data.model import Aktivitet
from rusplan.data.year import Årgång
from rusplan.exchange.excel_cells import Cellfel, Cellrad
from rusplan.exchange.item_fields import in_order
from rusplan.exchange.new_rows import previous
from rusplan.exchange.year_rows import Innehållet, activity_file


class Filer(Protocol):
    """The files while they are brought together."""

    samling: Samling
    year: Årgång
    contents: dict[str, Innehållet]
    ids: Mapping[tuple[str, int], str]
    gone: set[str]


def list_activities(files: Filer, rows: Sequence[Cellrad]) -> Iterator[Cellfel]:
    """List each activity under the area that it says, and those no more that have gone."""
    plan: Any = files.contents[files.year.plan.namn]
    listed = {name: area["id"] for area in plan.get("områden", []) for name in _names(area)}
    for name in files.gone:
        _unlist(plan, name)
    above = ""
    for row in rows:
        name = _name(files, row)
        content = files.contents.get(activity_file(str(files.year.år), name, "plan"), {})
        if not name or name in files.gone or not content:
            continue
        area = str(content.get("område", ""))
        if listed.get(name) != area:
            if name not in listed:
                _begin(files, name, content)
            _unlist(plan, name)
            if area and not _list(plan, area, name, above):
                yield row.fel("område", "området finns inte i planen; välj ur listan")
        above = name


def _name(files: Filer, row: Cellrad) -> str:
    """The activity of a row; empty for one without a name."""
    return row.nyckel.rpartition("/")[2].removesuffix(".yml") or files.ids.get((row.blad.id, row.nummer), "")


def _begin(files: Filer, name: str, content: Innehållet) -> None:
    """What a new activity comes from: that of the same name the year before, or nothing."""
    before = previous(files.samling, files.year)
    if before is None or content.get("bygger_på") or content.get("ny"):
        return
    if name in before.aktiviteter:
        content["bygger_på"] = [{"aktivitet": f"{before.år}/{name}", "typ": "fortsätter"}]
    else:
        content["ny"] = {"text": f"Ny aktivitet {files.year.år}."}
    in_order(content, Aktivitet)


def _names(area: Any) -> list[str]:
    return [name for heading in area.get("rubriker", []) for name in heading.get("aktiviteter", [])]


def _unlist(plan: Any, name: str) -> None:
    for area in plan.get("områden", []):
        for heading in area.get("rubriker", []):
            if name in heading.get("aktiviteter", []):
                heading["aktiviteter"].remove(name)


def _list(plan: Any, area: str, name: str, above: str) -> bool:
    """List the activity after the one above, if that stands in the area, else last there."""
    found = next((each for each in plan.get("områden", []) if each["id"] == area), None)
    if found is None:
        return False
    headings = found.setdefault("rubriker", [{"aktiviteter": []}])
    heading = next((each for each in headings if above in each.get("aktiviteter", [])), headings[-1])
    names = heading.setdefault("aktiviteter", [])
    names.insert(names.index(above) + 1 if above in names else len(names), name)
    return True

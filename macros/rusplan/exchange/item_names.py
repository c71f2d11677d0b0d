"""What planned items are called in a workbook, those that have no id yet too: one that an outcome tells of gets its id then."""

from collections.abc import Mapping

from rusplan.data.edits.edit_kinds import tidy
from rusplan.data.likeness import as_id
from rusplan.data.model import Insats
from rusplan.data.year import Årgång
from rusplan.exchange.free_names import free_name
from rusplan.exchange.item_fields import in_order
from rusplan.exchange.year_rows import Innehållet, activity_file, parts_of

LONGEST = 40


def item_names(year: Årgång) -> dict[str, str]:
    """The text of each planned item by its id, or by the one that it gets; an id that several activities use stands for itself."""
    items = [item for activity in year.aktiviteter.values() for item in activity.plan.innehåll.insatser]
    found: dict[str, str] = {}
    for item in (item for item in items if item.id):
        found[str(item.id)] = str(item.id) if item.id in found else item.text
    for item in (item for item in items if not item.id):
        found[free_name(as_id(item.text)[:LONGEST].strip("-") or "insats", found)] = item.text
    return found


def give_ids(year: Årgång, contents: Mapping[str, Innehållet]) -> None:
    """Write in the plan the id of each item that an outcome tells of and that has none."""
    texts = item_names(year)
    for activity in year.aktiviteter:
        items = contents.get(activity_file(year, activity, "plan"), {}).get("insatser", [])
        known = {item.get("id") for item in items}
        for part in parts_of(year)[1:]:
            for told in contents.get(activity_file(year, activity, part), {}).get("insatser", []):
                _give_id(items, str(told.get("insats", "")), texts, known)


def _give_id(items: list[Innehållet], own: str, texts: Mapping[str, str], known: set[str | None]) -> None:
    if own in known or own not in texts:
        return
    item = next((item for item in items if "id" not in item and item.get("text") == tidy(texts[own])), None)
    if item is not None:
        item["id"] = own
        known.add(own)
        in_order(item, Insats)

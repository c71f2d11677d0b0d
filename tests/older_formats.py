"""Two formats that never were, for the tests: in format 1 an activity has a `namn` and its `arbetstid` is «12 dagar»; format 2 calls them as
the model does; format 3 writes the days as a number."""

import re
from pathlib import Path

from rusplan.data.dataformat import Group, Upgrader
from rusplan.data.kinds import Plats

NAMES = {"namn": "titel", "arbetstid": "dagar"}


def as_the_model_calls_them(where: Plats, content: Group) -> Group:
    """Format 1 to 2."""
    if where.slag.id != "aktivitet":
        return content
    return {NAMES.get(name, name): value for name, value in content.items()}


def days_as_numbers(where: Plats, content: Group) -> Group:
    """Format 2 to 3."""
    days = content.get("dagar")
    if where.slag.id != "aktivitet" or not isinstance(days, str):
        return content
    return {**content, "dagar": days.removesuffix(" dagar")}


UPGRADERS: tuple[Upgrader, ...] = (as_the_model_calls_them, days_as_numbers)


def as_format_one(root: Path) -> None:
    """Write the activities below `root` as format 1 would have had them."""
    for path in sorted((root / "data").glob("*/aktiviteter/*.yml")):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"^titel:", "namn:", text, flags=re.M)
        path.write_text(re.sub(r"^dagar: (\S+)$", r"arbetstid: \1 dagar", text, flags=re.M), encoding="utf-8")
    path = root / "data/organisation.yml"
    path.write_text(re.sub(r"^dataformat:.*\n", "", path.read_text(encoding="utf-8"), flags=re.M), encoding="utf-8")

"""A new activity in a draft of a plan: its file, to be filled in, and its place in the plan."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from pydantic_core import PydanticCustomError

from rusplan.data.collection import Samling
from rusplan.data.edits import Blank, Edit, Insert, Put, edited, with_blanks
from rusplan.data.likeness import as_id, nearest
from rusplan.data.model import Aktivitet, Område, activity_id
from rusplan.data.problems import listed
from rusplan.data.used_fields import OPTIONAL
from rusplan.data.values import parse_id
from rusplan.data.year import Årgång
from rusplan.editing.changed_together import Avslag, Filändring, collection_to_change, make_together
from rusplan.editing.next_files import asked

AREA_ORDER = tuple(Område.model_fields)


def new_activity(
    root: Path,
    year: str,
    title: str,
    area: str,
    after: str | None = None,
    reason: str | None = None,
    name: str | None = None,
) -> Filändring:
    """Add the activity to the draft of the year's plan: last in the area, or after another. Raises `Avslag` or `DataFel`, and has then
    changed nothing."""
    samling = collection_to_change(root)
    draft = _draft(samling, year)
    name = _free_name(samling, draft, title, name)
    edit = _listing(draft, _area(draft, area), name, after)
    plan = edited((root / draft.plan.namn).read_bytes(), [edit])
    file = f"data/{year}/aktiviteter/{name}.yml"
    is_first = min(samling.årgångar) == year
    contents = {
        draft.plan.namn: plan.raw,
        file: with_blanks(
            _content(title, area, None if is_first else reason or f"Ny aktivitet {year}.", _used(samling, draft))
        ),
    }
    make_together(root, contents)
    return Filändring(innehåll=contents, nya=frozenset({file}), data={draft.plan.namn: plan})


def _draft(samling: Samling, year: str) -> Årgång:
    found = samling.årgångar.get(year)
    if found is None:
        raise Avslag(f"Året {year} finns inte. Kör rusplan new-year {year} först.")
    if not found.utkast:
        raise Avslag(
            f"Planen för {year} är inget utkast, så en fil utan innehåll får inte läggas till. Skriv hela filen, eller revidera planen om den är beslutad här."
        )
    return found


def _free_name(samling: Samling, year: Årgång, title: str, name: str | None) -> str:
    """The name of the file: the one that is asked for, or that of the title."""
    try:
        found = activity_id(parse_id(name or as_id(title) or title))
    except PydanticCustomError as error:
        raise Avslag(f"Namnet på aktivitetens fil {error.message()}. Ange ett annat med --id.") from None
    if found in year.aktiviteter:
        raise Avslag(f"Det finns redan en aktivitet {year.år}/{found}. Ange ett annat filnamn med --id.")
    if earlier := next((ref for ref, other in samling.aktiviteter.items() if other.id == found), None):
        raise Avslag(
            f"Filen skulle heta som {earlier}, och då hör de ihop genom åren. Ange ett annat filnamn med --id, eller skapa filen med «bygger_på» om den fortsätter."
        )
    return found


def _area(year: Årgång, name: str) -> int:
    """The number of the area in the plan."""
    names = [area.id for area in year.plan.innehåll.områden]
    if name not in names:
        near = nearest(name, names)
        raise Avslag(
            f"Området «{name}» finns inte i {year.plan.namn}. "
            + (f"Menade du «{near}»?" if near else f"Där finns {listed(names)}.")
        )
    return names.index(name)


def _listing(year: Årgång, at: int, name: str, after: str | None) -> Edit:
    """The edit that lists the activity in the plan."""
    headings = year.plan.innehåll.områden[at].rubriker
    loc = ("områden", at, "rubriker")
    if after is None and not headings:
        return Put(at=loc, value=[{"aktiviteter": [name]}], order=AREA_ORDER)
    for i, heading in enumerate(headings):
        if after in heading.aktiviteter:
            return Insert(at=(*loc, i, "aktiviteter", heading.aktiviteter.index(after) + 1), value=name)
    if after is not None:
        raise Avslag(
            f"Aktiviteten «{after}» står inte i området i {year.plan.namn}. Ange en som står där, eller utelämna --after."
        )
    last = len(headings) - 1
    return Insert(at=(*loc, last, "aktiviteter", len(headings[last].aktiviteter)), value=name)


def _used(samling: Samling, draft: Årgång) -> frozenset[str]:
    """The fields that activities of the site have, or others of the draft are to fill in."""
    files = [activity.plan for activity in draft.aktiviteter.values()]
    return samling.använt | {name for name in OPTIONAL if any((name,) in file.platser for file in files)}


def _content(title: str, area: str, reason: str | None, used: Collection[str]) -> dict[str, Any]:
    said: dict[str, Any] = {"titel": title, "område": area, "ny": {"text": reason} if reason else None}
    said |= {field: {"behov": Blank()} if field == "medelsbehov" else Blank() for field in asked(used)}
    return {field: said[field] for field in Aktivitet.model_fields if said.get(field)}

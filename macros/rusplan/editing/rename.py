"""A new name for an activity's file in a year: the files, every reference to it, and redirects from its old addresses.

First all changes are worked out, then they are tried on a copy of data/, and only if the copy is right are they made.
"""

from collections.abc import Container, Iterator
from pathlib import Path

from pydantic_core import PydanticCustomError

from rusplan.checks.judged import files
from rusplan.data.collection import Samling
from rusplan.data.edits import Edited, Put, edited
from rusplan.data.model import activity_id
from rusplan.data.values import parse_activity_ref
from rusplan.data.year import Årsaktivitet
from rusplan.editing.activity_references import (
    edited_pages,
    ids_within_year,
    known_activity,
    old_addresses,
    references,
    with_redirects,
)
from rusplan.editing.changed_together import Avslag, Filändring, collection_to_change, make_together, standing
from rusplan.editing.ids_for_events import event_ids
from rusplan.site.register import REGISTER, register_file, with_events


def rename(root: Path, old: str, new: str) -> Filändring:
    """Rename ``2025/gammal`` to ``2025/ny`` below `root`, and tell what was done.

    Raises `Avslag`, or `DataFel` where data/ has mistakes before or would have after; then nothing has been changed.
    """
    samling = collection_to_change(root)
    activity = known_activity(samling, old)
    name = _new_name(samling, activity, new)
    change = _worked_out(samling, activity, name)
    make_together(root, change.innehåll)
    return change


def _new_name(samling: Samling, activity: Årsaktivitet, new: str) -> str:
    """The new id, if the activity may have it."""
    try:
        year, _, name = parse_activity_ref(new).partition("/")
        activity_id(name)
    except PydanticCustomError as error:
        raise Avslag(f"Det nya namnet {error.message()}.") from None
    if year != activity.år:
        raise Avslag(
            f"En aktivitet kan inte byta år. Skriv «rusplan rename {activity.ref} {activity.år}/{name}» om den bara ska byta namn."
        )
    if new == activity.ref:
        raise Avslag(f"Aktiviteten heter redan «{new}».")
    if new in samling.aktiviteter:
        raise Avslag(f"Det finns redan en aktivitet «{new}». Välj ett annat namn.")
    return name


def _worked_out(samling: Samling, activity: Årsaktivitet, name: str) -> Filändring:
    new = f"{activity.år}/{name}"
    moves = {
        file.namn: file.namn.removesuffix(f"{activity.id}.yml") + f"{name}.yml"
        for file in (activity.plan, *activity.utfallen)
    }
    leads = old_addresses(samling, activity, name)
    data = dict(_edited_data(samling, activity, name))
    if leads:
        ids = list(_keep_event_names(samling, moves, data))
        register = with_events(with_redirects(samling, activity, name, leads), ids)
        data[REGISTER] = register_file(register, standing(samling.rot / REGISTER))
    contents: dict[str, bytes | None] = {path: file.raw for path, file in data.items()}
    contents.update(edited_pages(samling.rot, activity.ref, new))
    for before, after in moves.items():
        contents[after] = contents.get(before) or (samling.rot / before).read_bytes()
        contents[before] = None
    return Filändring(flyttar=moves, innehåll=contents, leder=leads, data=data)


def _keep_event_names(samling: Samling, files: Container[str], data: dict[str, Edited]) -> Iterator[str]:
    """Write in the activity's files what its events are called: their names say what it was called when they were published."""
    for mark in event_ids(samling):
        if mark.fil in files:
            raw = data[mark.fil].raw if mark.fil in data else (samling.rot / mark.fil).read_bytes()
            data[mark.fil] = mark.written(raw)
            yield from mark.id_


def _edited_data(samling: Samling, activity: Årsaktivitet, name: str) -> Iterator[tuple[str, Edited]]:
    """Every data file that refers to the activity, with the references changed."""
    new = f"{activity.år}/{name}"
    for file in files(samling):
        within = file.namn.startswith(f"data/{activity.år}/")
        refs = [Put(at=loc, value=new) for loc, ref in references(file) if ref == activity.ref]
        local = [Put(at=loc, value=name) for loc, ref in ids_within_year(file) if within and ref == activity.id]
        if refs or local:
            yield file.namn, edited((samling.rot / file.namn).read_bytes(), (*refs, *local))

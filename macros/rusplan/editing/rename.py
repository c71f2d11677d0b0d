"""A new name for an activity's file in a year: the files, every reference to it, and redirects from its old addresses.

First all changes are worked out, then they are tried on a copy of data/, and only if the copy is right are they made.
"""

import re
from collections.abc import Container, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from pydantic_core import PydanticCustomError

from rusplan.checks.judged import files
from rusplan.data.collection import Samling, Årsaktivitet
from rusplan.data.edits import Edited, Put, edited
from rusplan.data.likeness import nearest
from rusplan.data.model import Delpost, Hänvisning, Länkbakåt, Omdirigering, Permalänkar, Post, Rubrik, activity_id
from rusplan.data.reader import Fil
from rusplan.data.values import parse_activity_ref
from rusplan.data.walk import parts_of
from rusplan.data.yaml_text import Loc
from rusplan.editing.changed_together import collection_to_change, make_together, standing
from rusplan.editing.ids_for_events import event_ids
from rusplan.site.register import REGISTER, register_file, with_addresses, with_events
from rusplan.tools.plain_files import plain_files
from rusplan.tools.record import record

MACRO = re.compile(r"\{\{.*?\}\}", re.S)


class Namnbytesfel(Exception):
    """The activity cannot be renamed so; the text is Swedish and says why. Nothing has been changed."""


@record
class Namnbyte:
    """What a rename will do. `innehåll` holds every file as it will be, None where it goes away; `flyttar` old and new paths; `data` the
    data files that say something else."""

    flyttar: Mapping[str, str]
    innehåll: Mapping[str, bytes | None]
    leder: Mapping[str, str]
    data: Mapping[str, Edited]

    @property
    def ändrade(self) -> tuple[str, ...]:
        """The files that stay where they are but say something else."""
        moved = {*self.flyttar, *self.flyttar.values()}
        return tuple(sorted(name for name in self.innehåll if name not in moved))


def rename(root: Path, old: str, new: str) -> Namnbyte:
    """Rename ``2025/gammal`` to ``2025/ny`` below `root`, and tell what was done.

    Raises `Namnbytesfel`, or `DataFel` where data/ has mistakes before or would have after; then nothing has been changed.
    """
    samling = collection_to_change(root)
    activity = _activity(samling, old)
    name = _new_name(samling, activity, new)
    change = _worked_out(samling, activity, name)
    make_together(root, change.innehåll)
    return change


def _activity(samling: Samling, ref: str) -> Årsaktivitet:
    found = samling.aktiviteter.get(ref)
    if found is None:
        near = nearest(ref, samling.aktiviteter)
        hint = f"Menade du «{near}»?" if near else "Ange år och filnamn, som 2025/kulturmiljo."
        raise Namnbytesfel(f"Aktiviteten «{ref}» finns inte. {hint}")
    return found


def _new_name(samling: Samling, activity: Årsaktivitet, new: str) -> str:
    """The new id, if the activity may have it."""
    try:
        year, _, name = parse_activity_ref(new).partition("/")
        activity_id(name)
    except PydanticCustomError as error:
        raise Namnbytesfel(f"Det nya namnet {error.message()}.") from None
    if int(year) != activity.år:
        raise Namnbytesfel(
            f"En aktivitet kan inte byta år. Skriv «rusplan rename {activity.ref} {activity.år}/{name}» om den bara ska byta namn."
        )
    if new == activity.ref:
        raise Namnbytesfel(f"Aktiviteten heter redan «{new}».")
    if new in samling.aktiviteter:
        raise Namnbytesfel(f"Det finns redan en aktivitet «{new}». Välj ett annat namn.")
    return name


def _worked_out(samling: Samling, activity: Årsaktivitet, name: str) -> Namnbyte:
    new = f"{activity.år}/{name}"
    moves = {
        file.namn: file.namn.removesuffix(f"{activity.id}.yml") + f"{name}.yml"
        for file in (activity.plan, activity.utfall)
        if file
    }
    leads = _old_addresses(samling, activity, name)
    data = dict(_edited_data(samling, activity, name))
    ids = list(_keep_event_names(samling, moves, data))
    register = with_events(_register(samling, activity, name, leads), ids)
    data[REGISTER] = register_file(register, standing(samling.rot / REGISTER))
    contents: dict[str, bytes | None] = {path: file.raw for path, file in data.items()}
    contents.update(_edited_pages(samling.rot, activity.ref, new))
    for before, after in moves.items():
        contents[after] = contents.get(before) or (samling.rot / before).read_bytes()
        contents[before] = None
    return Namnbyte(flyttar=moves, innehåll=contents, leder=leads, data=data)


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
        refs = [Put(at=loc, value=new) for loc, ref in _references(file) if ref == activity.ref]
        ids = [Put(at=loc, value=name) for loc, ref in _ids(file) if within and ref == activity.id]
        if refs or ids:
            yield file.namn, edited((samling.rot / file.namn).read_bytes(), (*refs, *ids))


def _references(file: Fil[Post]) -> Iterator[tuple[Loc, str]]:
    """Where the file names an activity with its year."""
    for loc, part in parts_of(file.innehåll):
        if isinstance(part, Länkbakåt):
            yield (*loc, "aktivitet"), part.aktivitet
        elif isinstance(part, Hänvisning):
            yield (*loc, "till"), part.till


def _ids(file: Fil[Post]) -> Iterator[tuple[Loc, str]]:
    """Where the file names an activity of its own year."""
    for loc, part in parts_of(file.innehåll):
        if isinstance(part, Rubrik):
            for i, name in enumerate(part.aktiviteter):
                yield (*loc, "aktiviteter", i), name
        elif isinstance(part, Delpost) and part.aktivitet:
            yield (*loc, "aktivitet"), part.aktivitet


def _edited_pages(root: Path, old: str, new: str) -> Iterator[tuple[str, bytes]]:
    """Every page in docs/ that names the activity in a macro, with the name changed."""
    quoted = re.compile(rf"""(["']){re.escape(old)}\1""")
    for path in plain_files(root / "docs", ".md"):
        raw = path.read_bytes()
        if old.encode() not in raw:
            continue
        with suppress(UnicodeDecodeError):
            text = raw.decode()
            edited = MACRO.sub(lambda call: quoted.sub(rf"\g<1>{new}\g<1>", call[0]), text)
            if edited != text:
                yield path.relative_to(root).as_posix(), edited.encode()


def _old_addresses(samling: Samling, activity: Årsaktivitet, name: str) -> dict[str, str]:
    """The addresses that lose their page, and those that take over: the lifeline too, if no other year has the name."""
    leads = {f"/aktiviteter/{activity.ref}/": f"/aktiviteter/{activity.år}/{name}/"}
    if not any(other.id == activity.id and other is not activity for other in samling.aktiviteter.values()):
        leads[f"/aktiviteter/spar/{activity.id}/"] = f"/aktiviteter/spar/{name}/"
    return leads


def _register(samling: Samling, activity: Årsaktivitet, name: str, leads: Mapping[str, str]) -> Permalänkar:
    """The register with the redirects of `leads`; what led to the old addresses goes straight to the new ones."""
    own = {f"/aktiviteter/{activity.ref}/", f"/aktiviteter/spar/{activity.id}/"}
    becomes = {f"/aktiviteter/{activity.år}/{name}/", f"/aktiviteter/spar/{name}/"}
    register = samling.permalänkar.innehåll
    rows = {}
    for row in register.omdirigeringar:
        if row.från not in becomes:
            rows[row.från] = leads.get(row.till, row.till)
        elif row.till not in own:
            raise Namnbytesfel(
                f"Adressen {row.från} har tidigare varit en annan sida och leder nu till {row.till}. Välj ett annat namn."
            )
    rows |= leads
    moved = tuple(Omdirigering(från=old, till=new) for old, new in rows.items())
    return with_addresses(register.model_copy(update={"omdirigeringar": moved}), ())

"""What refers to an activity: in data, in the macros of pages, and in the register of addresses; for commands that give it another name."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from rusplan.data.collection import Samling
from rusplan.data.likeness import nearest
from rusplan.data.model import (
    Budgetrad,
    Delpost,
    Hänvisning,
    Insatsutfall,
    Länkbakåt,
    Omdirigering,
    Permalänkar,
    Post,
    Rubrik,
    Upphörande,
)
from rusplan.data.reader import Fil
from rusplan.data.walk import parts_of
from rusplan.data.yaml_text import Loc
from rusplan.data.year import Årsaktivitet
from rusplan.editing.changed_together import Avslag
from rusplan.site.register import with_addresses
from rusplan.tools.plain_files import plain_files

MACRO = re.compile(r"\{\{.*?\}\}", re.S)


def known_activity(samling: Samling, ref: str) -> Årsaktivitet:
    """The activity that an editor names, ``2025/kulturstigar``."""
    found = samling.aktiviteter.get(ref)
    if found is None:
        near = nearest(ref, samling.aktiviteter)
        hint = f"Menade du «{near}»?" if near else "Ange år och filnamn, som 2025/kulturstigar."
        raise Avslag(f"Aktiviteten «{ref}» finns inte. {hint}")
    return found


def references(file: Fil[Post]) -> Iterator[tuple[Loc, str]]:
    """Where the file names an activity with its year."""
    for loc, part in parts_of(file.innehåll):
        if isinstance(part, Länkbakåt | Upphörande):
            yield (*loc, "aktivitet"), part.aktivitet
        elif isinstance(part, Hänvisning):
            yield (*loc, "till"), part.till
        elif isinstance(part, Insatsutfall) and part.flyttad_till:
            yield (*loc, "flyttad_till"), part.flyttad_till


def ids_within_year(file: Fil[Post]) -> Iterator[tuple[Loc, str]]:
    """Where the file names an activity of its own year."""
    for loc, part in parts_of(file.innehåll):
        if isinstance(part, Rubrik):
            for i, name in enumerate(part.aktiviteter):
                yield (*loc, "aktiviteter", i), name
        elif isinstance(part, Budgetrad | Delpost) and part.aktivitet:
            yield (*loc, "aktivitet"), part.aktivitet


def edited_pages(root: Path, old: str, new: str, before: str = "") -> Iterator[tuple[str, bytes]]:
    """Every page in docs/ that names `old` in a macro, with the name changed; `before` is the pattern of what stands before it."""
    quoted = re.compile(rf"""({before})(["']){re.escape(old)}\2""")
    for path in plain_files(root / "docs", ".md"):
        raw = path.read_bytes()
        if old.encode() not in raw:
            continue
        with suppress(UnicodeDecodeError):
            text = raw.decode()
            edited = MACRO.sub(lambda call: quoted.sub(rf"\g<1>\g<2>{new}\g<2>", call[0]), text)
            if edited != text:
                yield path.relative_to(root).as_posix(), edited.encode()


def old_addresses(samling: Samling, activity: Årsaktivitet, name: str) -> dict[str, str]:
    """The addresses that lose their page, and those that take over: the lifeline too, if no other year has the name. Those of a draft
    have not been published."""
    if samling.årgångar[activity.år].utkast:
        return {}
    leads = {f"/aktiviteter/{activity.ref}/": f"/aktiviteter/{activity.år}/{name}/"}
    if not any(other.id == activity.id and other is not activity for other in samling.aktiviteter.values()):
        leads[f"/aktiviteter/spar/{activity.id}/"] = f"/aktiviteter/spar/{name}/"
    return leads


def with_redirects(samling: Samling, activity: Årsaktivitet, name: str, leads: Mapping[str, str]) -> Permalänkar:
    """The register with the redirects of `leads`; what led to the old addresses goes straight to the new ones."""
    own = {f"/aktiviteter/{activity.ref}/", f"/aktiviteter/spar/{activity.id}/"}
    becomes = {f"/aktiviteter/{activity.år}/{name}/", f"/aktiviteter/spar/{name}/"}
    register = samling.permalänkar.innehåll
    for row in register.omdirigeringar:
        if row.från in becomes and row.till not in own:
            raise Avslag(
                f"Adressen {row.från} har tidigare varit en annan sida och leder nu till {row.till}. Välj ett annat namn."
            )
    rows = tuple(row for row in register.omdirigeringar if row.från not in becomes)
    return led_on(register.model_copy(update={"omdirigeringar": rows}), leads)


def led_on(register: Permalänkar, leads: Mapping[str, str]) -> Permalänkar:
    """The register in which the addresses lead on as `leads` says, and what led to them goes straight to where they lead."""
    rows = {row.från: leads.get(row.till, row.till) for row in register.omdirigeringar}
    moved = tuple(Omdirigering(från=old, till=new) for old, new in (rows | dict(leads)).items())
    return with_addresses(register.model_copy(update={"omdirigeringar": moved}), ())

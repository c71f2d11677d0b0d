"""Two organisations that are one: what names the one names the other, and its names are kept as other names."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from rusplan.checks.judged import files
from rusplan.data.collection import Samling
from rusplan.data.edits import Edit, Edited, Put, Remove, edited, plain
from rusplan.data.likeness import nearest
from rusplan.data.model import Ansvar, Ledamöter, Organisation, Post
from rusplan.data.reader import Fil
from rusplan.data.walk import parts_of
from rusplan.data.yaml_text import Plain
from rusplan.editing.activity_references import edited_pages, led_on
from rusplan.editing.changed_together import Avslag, Filändring, collection_to_change, make_together, standing
from rusplan.site import addresses
from rusplan.site.register import REGISTER, register_file

ORDER = tuple(Organisation.model_fields)
IN_MACRO = r"organisation\s*=\s*"


def merge_organisations(root: Path, old: str, new: str) -> Filändring:
    """Let the organisation `new` stand wherever `old` stood, which goes away. Raises `Avslag` or `DataFel`, and has then changed nothing."""
    samling = collection_to_change(root)
    gone, kept = _known(samling, old), _known(samling, new)
    if gone is kept:
        raise Avslag("Ange två olika organisationer: först den som ska bort, sedan den som ska vara kvar.")
    data = {file.namn: _edited(samling, file, gone, kept) for file in files(samling)}
    data = {name: file for name, file in data.items() if file.raw != (root / name).read_bytes()}
    leads = {f"/{addresses.organisation(gone.id)}": f"/{addresses.organisation(kept.id)}"}
    data[REGISTER] = register_file(led_on(samling.permalänkar.innehåll, leads), standing(root / REGISTER))
    contents: dict[str, bytes | None] = {name: file.raw for name, file in data.items()}
    contents.update(edited_pages(root, gone.id, kept.id, IN_MACRO))
    make_together(root, contents)
    return Filändring(innehåll=contents, leder=leads, data=data)


def _known(samling: Samling, name: str) -> Organisation:
    found = samling.organisationer.get(name)
    if found is None:
        near = nearest(name, samling.organisationer)
        hint = f"Menade du «{near}»?" if near else "Ange organisationernas id, som de står i data/samverkan.yml."
        raise Avslag(f"Organisationen «{name}» finns inte. {hint}")
    return found


def _edited(samling: Samling, file: Fil[Post], gone: Organisation, kept: Organisation) -> Edited:
    raw = (samling.rot / file.namn).read_bytes()
    edits = list(_mentions(file, gone.id, kept.id))
    if file.namn == samling.samverkan.namn:
        edits += _as_one(list(samling.organisationer.values()), gone, kept)
    return edited(raw, edits) if edits else Edited(raw=raw)


def _mentions(file: Fil[Post], gone: str, kept: str) -> Iterator[Edit]:
    """The edits of what names the organisation: it is exchanged, or goes where the other stands beside it."""
    for loc, part in parts_of(file.innehåll):
        if isinstance(part, Ansvar | Ledamöter) and part.organisation == gone:
            yield Put(at=(*loc, "organisation"), value=kept)
        elif loc and loc[-1] == "samverkan" and isinstance(part, tuple) and gone in part:
            at = (*loc, part.index(gone))
            yield Remove(at=at) if kept in part else Put(at=at, value=kept)


def _as_one(rows: list[Organisation], gone: Organisation, kept: Organisation) -> list[Edit]:
    """The edits of the list itself: what only the one that goes away says is said of the other."""
    at = rows.index(kept)
    said = _joined(gone, kept)
    edits: list[Edit] = [Put(at=("organisationer", at, name), value=value, order=ORDER) for name, value in said.items()]
    return [*edits, Remove(at=("organisationer", rows.index(gone)))]


def _joined(gone: Organisation, kept: Organisation) -> Mapping[str, Plain]:
    """The fields of the one that is kept that say something new. Raises `Avslag` where the two contradict each other."""
    old, new = plain(gone), plain(kept)
    said: dict[str, Plain] = {}
    for name in ORDER:
        if name not in old or name in ("id", "namn", "andra_namn"):
            continue
        if name not in new:
            said[name] = old[name]
        elif name != "kortnamn" and old[name] != new[name]:
            raise Avslag(
                f"«{name}» är inte detsamma för {gone.id} och {kept.id} i data/samverkan.yml. Skriv det som gäller på båda, eller ta bort fältet på {gone.id}."
            )
    own = {kept.namn, kept.kortnamn, said.get("kortnamn")}
    names = dict.fromkeys((*kept.andra_namn, gone.namn, gone.kortnamn, *gone.andra_namn))
    others: list[Plain] = [name for name in names if name and name not in own]
    return said | {"andra_namn": others} if others != list(kept.andra_namn) else said

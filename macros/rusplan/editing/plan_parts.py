"""The parts of a decided plan that commands change: an activity, an area or a budget line, and what is to stand in its fields."""

from collections.abc import Iterator, Mapping, Sequence

from rusplan.changes.since_decision import Oförklarat, unexplained
from rusplan.data.collection import Samling
from rusplan.data.edits import Edit, Insert, Put, Remove, plain
from rusplan.data.likeness import nearest
from rusplan.data.model import Dokumentläge, JaNej, Post
from rusplan.data.problems import listed
from rusplan.data.reader import Fil
from rusplan.data.revised import Reviderbar, part_name, revisable
from rusplan.data.schema import innermost, is_list
from rusplan.data.yaml_text import Loc, Plain
from rusplan.data.year import Årgång
from rusplan.editing.activity_references import known_activity
from rusplan.editing.changed_together import Avslag
from rusplan.tools.record import record

Settings = Mapping[str, str]


@record
class Plandel:
    """A part of a plan: how commands name it, its year, its file and its place there."""

    namn: str
    årgång: Årgång
    fil: Fil[Post]
    loc: Loc
    del_: Reviderbar


def decided_plan(samling: Samling, year: str) -> Årgång:
    """The year, if its plan has been decided."""
    found = samling.årgångar.get(year)
    if found is None:
        raise Avslag(f"Året «{year}» finns inte. Ange ett av {listed(samling.årgångar)}.")
    document = found.plan.innehåll.dokument
    if document.tillgänglig is JaNej.NEJ:
        raise Avslag(f"Planen för {year} finns inte här («tillgänglig: nej»), så den kan inte ändras genom beslut.")
    if document.läge is not Dokumentläge.BESLUTAD:
        raise Avslag(
            f"Planen för {year} är ett utkast. Ändra direkt i filerna; det är först när planen är beslutad som ändringar behöver beslut."
        )
    return found


def plan_part(samling: Samling, name: str) -> Plandel:
    """The part that an editor names: ``2026/kulturstigar``, ``2026/plan/natur`` (an area) or ``2026/budget/loner`` (a line)."""
    year, _, inside = name.partition("/")
    of_year, (kind, _, own) = decided_plan(samling, year), inside.partition("/")
    if not own:
        known_activity(samling, name)
    for file, loc, part in revisable(of_year):
        if part_name(of_year, file, part) == name:
            return Plandel(namn=name, årgång=of_year, fil=file, loc=loc, del_=part)
    what = {"plan": "Området", "budget": "Budgetraden"}.get(kind)
    if what is None:
        raise Avslag(
            f"«{name}» går inte att tyda. Ange en aktivitet ({year}/kulturstigar), ett område ({year}/plan/<id>) eller en budgetrad ({year}/budget/<id>)."
        )
    names = (part_name(of_year, file, part) for file, _, part in revisable(of_year))
    known = [found for found in names if found.startswith(f"{year}/{kind}/")]
    raise Avslag(f"{what} «{own}» finns inte {year}. Ange något av {listed(known)}.")


def settings_of(words: Sequence[str]) -> Settings:
    """``dagar=12`` and ``medelsbehov.behov=ja`` as fields with what they are to hold; nothing after the sign takes the field away."""
    found: dict[str, str] = {}
    for word in words:
        name, sign, value = word.partition("=")
        if not sign or not name:
            raise Avslag(
                f"«{word}» går inte att tyda. Skriv fältet, ett likhetstecken och det nya värdet, som dagar=12."
            )
        if name in found:
            raise Avslag(f"«{name}» står två gånger. Ange bara det värde som ska gälla.")
        found[name.strip()] = value.strip()
    return found


def set_fields(part: Plandel, before: type[Post], settings: Settings) -> Iterator[Edit]:
    """The edits that write what is to hold; `before` has the fields that can be changed."""
    order, says = tuple(type(part.del_).model_fields), plain(part.del_)
    for name, value in settings.items():
        field, _, inner = name.partition(".")
        _refuse_field(before, field, inner)
        at = (*part.loc, field, *((inner,) if inner else ()))
        standing = _standing(says, field, inner)
        new: Plain = (
            [one.strip() for one in value.split(",")] if is_list(before.model_fields[field].annotation) else value
        )
        if standing == new or (not value and standing is None):
            raise Avslag(f"«{name}» innehåller redan det. Ange ett annat värde.")
        if value:
            yield Put(at=at, value=new, order=order)
        else:
            yield Remove(at=at)


def _standing(says: Mapping[str, Plain], field: str, inner: str) -> Plain | None:
    """What the field says, or the field within it."""
    found = says.get(field)
    return found.get(inner) if inner and isinstance(found, dict) else None if inner else found


def _refuse_field(before: type[Post], field: str, inner: str) -> None:
    """Refuse what cannot be given on a command line."""
    if field not in before.model_fields:
        near = nearest(field, before.model_fields)
        hint = f"Menade du «{near}»?" if near else f"Fälten är {listed(before.model_fields)}."
        raise Avslag(f"«{field}» är inget fält som kan ändras så här. {hint}")
    if field == "område":
        raise Avslag(
            "En aktivitet som byter område ska också flyttas i planens lista. Ändra «område» i filen, flytta raden i plan.yml, och kör sedan kommandot med --edited i stället för --set."
        )
    annotation = before.model_fields[field].annotation
    kind = innermost(annotation)
    is_group = isinstance(kind, type) and issubclass(kind, Post)
    if is_group and is_list(annotation):
        raise Avslag(
            f"«{field}» är en lista av delar, som inte kan skrivas på en rad. Ändra den i filen, och kör sedan kommandot med --edited i stället för --set."
        )
    if is_group and not inner:
        raise Avslag(f"«{field}» är en grupp av fält. Ange ett av dem, som {field}.{next(iter(kind.model_fields))}=….")


def kept_before(part: Plandel, settings: Settings) -> Mapping[str, Plain | None]:
    """What the fields hold before they are set; None for one that is not there."""
    says = plain(part.del_)
    return {field: says.get(field) for field in dict.fromkeys(name.partition(".")[0] for name in settings)}


def edited_since(samling: Samling, part: Plandel) -> Mapping[str, Plain | None]:
    """What the fields held that have been changed in the file since the plan was decided, with nothing said of it."""
    found = [
        change
        for change in unexplained(samling)
        if isinstance(change, Oförklarat) and (change.fil, change.loc) == (part.fil, part.loc) and change.förr
    ]
    if not found:
        raise Avslag(
            f"I {part.fil.namn} är inget ändrat sedan planen beslutades som inte redan har en revidering eller rättelse, enligt versionshistoriken. Ange det som ska gälla med --set."
        )
    return {change.fält: plain(change.förr).get(change.fält) for change in found if change.förr}


def noted(part: Plandel, where: str, head: Mapping[str, Plain], before: Mapping[str, Plain | None]) -> Edit:
    """The edit that adds to the list `where` of the part what its fields held; `head` is what a row of the list begins with."""
    entry: dict[str, Plain] = dict(head)
    if was := {field: value for field, value in before.items() if value is not None}:
        entry["före"] = was
    if missing := [field for field, value in before.items() if value is None]:
        entry["saknades"] = list(missing)
    rows: Sequence[Post] = getattr(part.del_, where)
    if rows:
        return Insert(at=(*part.loc, where, len(rows)), value=entry)
    return Put(at=(*part.loc, where), value=[entry], order=tuple(type(part.del_).model_fields))

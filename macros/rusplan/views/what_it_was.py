"""What a revised plan says now beside what it said before: of an activity, an area or a budget line, and of the plan as a whole."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from rusplan.data.counted_sums import unit_of
from rusplan.data.model import (
    Ansvar,
    Delpost,
    Händelse,
    JaNej,
    Medelsbehov,
    Penningenhet,
    Planändring,
    Publikation,
    Punkt,
    Revidering,
    Rättelse,
    Utvecklingsinsats,
)
from rusplan.data.periods import Planperiod
from rusplan.data.revised import Fältbyte, Reviderbar, changes_of, revisable, revisions_by_id, said_before
from rusplan.data.values import Datum
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.site import addresses
from rusplan.site.links import Länk, budgetlänk
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.field_names import HEADINGS
from rusplan.swedish.formatting import antal, belopp, dagar, datum, uppräkning
from rusplan.swedish.sentences import closed
from rusplan.tools.record import record, small
from rusplan.views import texts

NOTHING = ("Ingen uppgift",)
MONEY = frozenset({"budget"})
# What the words for a value hang on: names, and the unit of the year's amounts.
Visning = tuple[Sajt, Penningenhet]


@record
class Förevy:
    """A field that was changed: what it says after the change and before it, each as lines, and why it was changed."""

    fält: str
    nu_rubrik: str
    nu: tuple[str, ...]
    före_rubrik: Länk
    före: tuple[str, ...]
    skäl: str


@small
class Ändratvy:
    """What a revision changed in one thing: «Skogen: planerad arbetstid»."""

    sak: Länk
    text: str


@record
class Revideringsvy:
    """A revision of a plan: when, by whom and why, and what it changed."""

    ankare: str
    titel: str
    beslut: str
    skäl: str
    ändrat: tuple[Ändratvy, ...]


def revision_link(year: Planperiod, revision: Revidering, before: str = "revideringen") -> Länk:
    """Where the plan tells of the revision: «revideringen 18 maj 2026»."""
    return Länk(f"{before} {datum(revision.beslut.datum)}", f"{addresses.plan(year)}#revidering-{revision.id}")


def what_it_was(sajt: Sajt, year: Årgång, part: Reviderbar) -> tuple[Förevy, ...]:
    """Each field that revisions and corrections have changed, the latest change first."""
    known = revisions_by_id(year)
    revised = [
        _row(
            (sajt, unit_of(year)),
            part,
            part.ändringar,
            step,
            revision_link(year.år, revision, "Före revideringen"),
            revision.skäl,
        )
        for step in _latest_first(part, part.ändringar)
        if (revision := known.get(part.ändringar[step.ändring].revidering))
    ]
    mended = [
        _row((sajt, unit_of(year)), part, part.rättelser, step, Länk(f"Före rättelsen {datum(slip.datum)}"), slip.skäl)
        for step in _latest_first(part, part.rättelser)
        if (slip := part.rättelser[step.ändring])
    ]
    return (*revised, *mended)


def _latest_first(part: Reviderbar, changes: Sequence[Planändring | Rättelse]) -> list[Fältbyte]:
    """The fields that were changed, the latest change first, in the order of the fields."""
    return sorted(changes_of(part, changes), key=lambda step: -step.ändring)


def _row(
    shown: Visning, part: Reviderbar, changes: Sequence[Planändring | Rättelse], step: Fältbyte, before: Länk, why: str
) -> Förevy:
    is_last = not any(step.fält in said_before(change) for change in changes[step.ändring + 1 :])
    after = getattr(part, step.fält) if is_last else step.efter
    now, then = _lines(shown, step.fält, after), _lines(shown, step.fält, step.före)
    is_list = isinstance(after, tuple) and step.fält != "samverkan"
    return Förevy(
        fält=HEADINGS[step.fält],
        nu_rubrik="Nytt" if is_list else "Gäller nu" if is_last else "Efter",
        nu=_without(now, then, "Inget har kommit till") if is_list else now,
        före_rubrik=before,
        före=_without(then, now, "Inget har tagits bort") if is_list else then,
        skäl=closed(why),
    )


def _without(lines: tuple[str, ...], others: tuple[str, ...], nothing: str) -> tuple[str, ...]:
    """The lines of a list that the other one has not: what is the same in both would stand twice on the page, and once more in its place."""
    return tuple(line for line in lines if line not in (*others, *NOTHING)) or (nothing,)


def _lines(shown: Visning, field: str, value: Any) -> tuple[str, ...]:
    """The value of a field as it is shown, a line for each item of a list."""
    if value is None or value == ():
        return NOTHING
    if field == "samverkan":
        known = shown[0].samling.organisationer
        return (uppräkning(known[name].kortnamn or known[name].namn if name in known else name for name in value),)
    if isinstance(value, tuple):
        sajt, money = shown
        return tuple(_responsible(sajt, item) if isinstance(item, Ansvar) else _item(item, money) for item in value)
    return _single(shown, field, value)


def _single(shown: Visning, field: str, value: Any) -> tuple[str, ...]:
    """The value of a field that is no list."""
    match value:
        case Decimal():
            return (belopp(value, shown[1]) if field in MONEY else dagar(value),)
        case Medelsbehov():
            rows = (("Villkor", value.villkor), ("Finansiering", value.finansiering), ("Kommentar", value.kommentar))
            return (labels.BEHOV[value.behov], *(f"{name}: {text}" for name, text in rows if text))
        case Utvecklingsinsats():
            return (labels.UTVECKLINGSINSATS[value].text,)
        case _ if field == "prioriterad":
            return (labels.PRIORITERAD[value].text,)
        case Datum():
            return (datum(value),)
        case JaNej():
            return ("Ja" if value is JaNej.JA else "Nej" if value is JaNej.NEJ else labels.SAKNAS,)
        case _ if field == "område":
            return (shown[0].områden.get(value, value),)
        case _:
            return (str(value),)


def _responsible(sajt: Sajt, item: Ansvar) -> str:
    known = sajt.samling.organisationer.get(item.organisation)
    name = (known.kortnamn or known.namn) if known else item.organisation
    return ", ".join(filter(None, (f"{name} ({item.roll})", item.funktion, item.kontakt)))


def _item(item: Punkt | Händelse | Publikation | Delpost, unit: Penningenhet) -> str:
    """An item of a list, in a line."""
    match item:
        case Punkt():
            return " ".join((item.text, uppräkning(item.delar))) if item.delar else item.text
        case Händelse():
            return f"{item.titel}, {datum(item.datum, item.slutdatum)}"
        case Delpost():
            return f"{item.titel}: {belopp(item.budget, unit)}" if item.budget is not None else item.titel
        case _:
            return item.titel


def taken_out(year: Årgång, activity: Årsaktivitet) -> tuple[Länk, str] | None:
    """The revision by which an activity was taken out of the plan, and why; None for one that stands in it."""
    out = activity.plan.innehåll.utgår
    revision = revisions_by_id(year).get(out.revidering) if out else None
    return (revision_link(year.år, revision), closed(out.skäl)) if out and revision else None


def added(year: Årgång, activity: Årsaktivitet) -> Länk | None:
    """The revision by which an activity came into the plan, if it was not there when the plan was decided."""
    revision = revisions_by_id(year).get(activity.plan.innehåll.tillkom or "")
    return revision_link(year.år, revision) if revision else None


def revisions(sajt: Sajt, year: Årgång) -> tuple[Revideringsvy, ...]:
    """Every revision of the year's plan, the latest first, with what it changed."""
    changed = _changed_by(sajt, year)
    return tuple(
        Revideringsvy(
            ankare=f"revidering-{revision.id}",
            titel=f"Revideringen {datum(revision.beslut.datum)}",
            beslut=texts.beslut((revision.beslut,))[0],
            skäl=revision.skäl,
            ändrat=tuple(changed.get(revision.id, ())),
        )
        for revision in reversed(year.plan.innehåll.revideringar)
    )


def _changed_by(sajt: Sajt, year: Årgång) -> Mapping[str, list[Ändratvy]]:
    """What each revision changed, by its id, in the order of the plan."""
    found: dict[str, list[Ändratvy]] = {}
    for name, change in _all_changes(sajt, year):
        found.setdefault(name, []).append(change)
    return found


def _all_changes(sajt: Sajt, year: Årgång) -> Iterator[tuple[str, Ändratvy]]:
    links = {activity.plan.namn: sajt.aktivitetslänk(activity) for activity in year.aktiviteter.values()}
    for file, loc, part in revisable(year):
        where = Länk(budgetlänk(year.år).text + f", {part.titel}", addresses.budget(year.år))
        of_area = Länk(part.titel, f"{addresses.plan(year.år)}#omrade-{getattr(part, 'id', '')}")
        thing = links.get(file.namn) or (of_area if loc[0] == "områden" else where)
        for change in part.ändringar:
            fields = uppräkning(HEADINGS[name].lower() for name in said_before(change))
            yield change.revidering, Ändratvy(thing, fields)
    for activity in year.aktiviteter.values():
        plan, link = activity.plan.innehåll, links[activity.plan.namn]
        if plan.tillkom:
            yield plan.tillkom, Ändratvy(link, "ny aktivitet i planen")
        if plan.utgår:
            yield plan.utgår.revidering, Ändratvy(link, "utgår ur planen")


def revised_told(year: Årgång) -> str | None:
    """«Planen är reviderad 2 gånger, senast 1 september 2026.»; None for a plan that stands as it was decided."""
    revisions = year.plan.innehåll.revideringar
    if not revisions:
        return None
    last = datum(revisions[-1].beslut.datum)
    times = f"{antal(len(revisions), 'gång', 'gånger')}, senast " if len(revisions) > 1 else ""
    return f"Planen för {year.år.visad} är reviderad {times}{last}."

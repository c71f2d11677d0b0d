"""Two years compared along the references between them: each activity with what it comes from."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from rusplan.changes.diff import changes
from rusplan.changes.steps import Sak, Sakändring, Slag, Ändring, Ändringar
from rusplan.changes.wording import UNKNOWN, Namn, value_text
from rusplan.data.collection import Samling
from rusplan.data.model import Relation, Status
from rusplan.data.references import Graf
from rusplan.data.year import Årsaktivitet
from rusplan.swedish import labels
from rusplan.swedish.formatting import dagar, med_år, sorteringsnyckel, tal, uppräkning

# What says something of an activity from year to year. Texts are written anew each year, and lists follow the source.
FIELDS = frozenset({"titel", "område", "prioriterad", "utvecklingsinsats", "dagar", "medelsbehov"})


class _Namn(Namn):
    """Names for the fields that are compared."""

    def __init__(self, samling: Samling) -> None:
        self._samling = samling

    def område(self, name: str) -> str:
        titles = (a.titel for y in self._samling.nyast_först for a in y.plan.innehåll.områden if a.id == name)
        return next(titles, name)

    def eget_ord(self, word: str) -> str:
        return self._samling.webbplats.innehåll.egna_ord.get(word, word)


def year_changes(samling: Samling, first: str, second: str) -> Ändringar:
    """What is new, ended, renamed, merged, split or otherwise changed from one year to a later one."""
    graph, names = Graf(samling), _Namn(samling)
    origins = {a.ref: _origins(graph, a, first) for a in samling.årgångar[second].aktiviteter.values()}
    heirs: dict[str, list[Årsaktivitet]] = {
        ref: [] for ref in (a.ref for a in samling.årgångar[first].aktiviteter.values())
    }
    for ref, found in origins.items():
        for origin in found:
            heirs[origin.ref].append(samling.aktiviteter[ref])
    rows = [_from_origins(samling.aktiviteter[ref], found, heirs, graph, names) for ref, found in origins.items()]
    rows += [_ended(samling.aktiviteter[ref], graph) for ref, found in heirs.items() if not found]
    kept = (row for row in rows if row.ändringar)
    return Ändringar(tuple(sorted(kept, key=lambda row: sorteringsnyckel(row.sak.titel))))


def _origins(graph: Graf, activity: Årsaktivitet, year: str) -> list[Årsaktivitet]:
    """The activities of the earlier year that this one comes from, over the years between."""
    found, waiting, seen = dict[str, Årsaktivitet](), [activity], {activity.ref}
    while waiting:
        for step in graph.bygger_på(waiting.pop().ref):
            if step.från.ref not in seen:
                seen.add(step.från.ref)
                if step.från.år == year:
                    found[step.från.ref] = step.från
                elif step.från.år > year:
                    waiting.append(step.från)
    return list(found.values())


def _from_origins(
    new: Årsaktivitet, origins: list[Årsaktivitet], heirs: dict[str, list[Årsaktivitet]], graph: Graf, names: _Namn
) -> Sakändring:
    areas = tuple(dict.fromkeys(a.plan.innehåll.område for a in (*origins, new)))
    thing = Sak(new.ref, "aktivitet", med_år(new.titel, new.år.visad), areas)
    return Sakändring(thing, tuple(_told(new, origins, heirs, graph, names)))


def _told(
    new: Årsaktivitet, origins: list[Årsaktivitet], heirs: dict[str, list[Årsaktivitet]], graph: Graf, names: _Namn
) -> Iterator[Ändring]:
    if not origins:
        reason = new.plan.innehåll.ny
        days = f", {dagar(new.plan.innehåll.dagar)}" if new.plan.innehåll.dagar is not None else ""
        yield Ändring(
            fält=(),
            slag=Slag.NY,
            före=None,
            efter="aktivitet",
            text=f"ny aktivitet{days}" + (f". {reason.text}" if reason else ""),
        )
    elif len(origins) == 1 and len(heirs[origins[0].ref]) == 1:
        yield from _taken_over(new, origins[0], graph)
        for change in changes(origins[0].plan.innehåll, new.plan.innehåll, names, only=FIELDS):
            # What one year's source does not say is unknown, not gone.
            if change.före and change.efter and UNKNOWN not in (change.före, change.efter):
                yield change
        yield from _status(origins[0], new, names)
    else:
        yield from _regrouped(new, origins, heirs)


def _taken_over(new: Årsaktivitet, old: Årsaktivitet, graph: Graf) -> Iterator[Ändring]:
    kinds = {step.typ for step in graph.bygger_på(new.ref) if step.från.ref == old.ref}
    for kind in (Relation.ÖVERTAGANDE, Relation.AVKNOPPNING, Relation.SAMMANSLAGNING, Relation.UPPDELNING):
        if kind in kinds:
            yield Ändring(
                fält=("bygger_på",),
                slag=Slag.ÄNDRAD,
                före=old.ref,
                efter=new.ref,
                text=f"{labels.RELATION[kind]} från {med_år(old.titel, old.år.visad)}",
            )


def _regrouped(
    new: Årsaktivitet, origins: list[Årsaktivitet], heirs: dict[str, list[Årsaktivitet]]
) -> Iterator[Ändring]:
    """Merged, split or both: the days of the older ones together, each shown where only some are known."""
    told = uppräkning(med_år(a.titel, a.år.visad) for a in origins)
    split = any(len(heirs[a.ref]) > 1 for a in origins)
    verb = "en del av" if len(origins) == 1 else "bygger på" if split else "sammanslagning av"
    refs = " ".join(a.ref for a in origins)
    yield Ändring(fält=("bygger_på",), slag=Slag.ÄNDRAD, före=refs, efter=new.ref, text=f"{verb} {told}")
    if not split:
        before, after = _sum(origins), new.plan.innehåll.dagar
        if before is not None and after is not None and before != after:
            old, now = tal(before), tal(after)
            yield Ändring(
                fält=("dagar",), slag=Slag.ÄNDRAD, före=old, efter=now, text=f"dagar tillsammans {old} → {now}"
            )


def _sum(activities: Iterable[Årsaktivitet]) -> Decimal | None:
    days = [a.plan.innehåll.dagar for a in activities]
    known = [d for d in days if d is not None]
    return sum(known, Decimal(0)) if len(known) == len(days) else None


def _status(old: Årsaktivitet, new: Årsaktivitet, names: _Namn) -> Iterator[Ändring]:
    """How both years went, where both are known."""
    before, after = (a.utfall.innehåll.status if a.utfall else None for a in (old, new))
    if before and after and before != after and Status.OKÄNT not in (before, after):
        said = value_text("status", before, names), value_text("status", after, names)
        yield Ändring(
            fält=("status",), slag=Slag.ÄNDRAD, före=said[0], efter=said[1], text=f"status {said[0]} → {said[1]}"
        )


def _ended(old: Årsaktivitet, graph: Graf) -> Sakändring:
    reason = graph.upphör(old.ref)
    text = "upphör" + (f". {reason.text}" if reason else "")
    thing = Sak(old.ref, "aktivitet", med_år(old.titel, old.år.visad), (old.plan.innehåll.område,))
    return Sakändring(thing, (Ändring(fält=(), slag=Slag.BORTTAGEN, före="aktivitet", efter=None, text=text),))

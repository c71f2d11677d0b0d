"""An activity beside the one that it comes from: what is the same and what is not, in words and from fields alone.

What is not known, in either year, is no difference.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rusplan.data.model import Aktivitet, Behov, JaNej, Relation, Utvecklingsinsats
from rusplan.data.references import Länkning
from rusplan.data.year import Årsaktivitet
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import belopp, dagar, tal, uppräkning
from rusplan.tools.record import small

# Which came from one activity alone, as a whole: only then are its fields those of before.
WHOLE = frozenset({Relation.FORTSÄTTER, Relation.NAMNBYTE, Relation.ÖVERTAGANDE})
MOST_NAMES = 6
NEEDS = {
    Behov.JA: "Nu behövs pengar utöver arbetstiden.",
    Behov.EVENTUELLT: "Nu kan det behövas pengar utöver arbetstiden.",
    Behov.NEJ: "Nu behövs inga pengar utöver arbetstiden.",
}
EFFORT = {
    Utvecklingsinsats.JA: "Aktiviteten är nu en särskild utvecklingsinsats.",
    Utvecklingsinsats.DELVIS: "Aktiviteten är nu delvis en särskild utvecklingsinsats.",
    Utvecklingsinsats.NEJ: "Aktiviteten är inte längre en särskild utvecklingsinsats.",
}


@small
class Jämfört:
    """An activity beside those that it comes from: of which year they are, in short («21 dagar, oförändrat; fortfarande prioriterad.»), and
    a sentence for each thing that has changed."""

    med: str
    kort: str
    ändringar: tuple[str, ...]


def compared(sajt: Sajt, activity: Årsaktivitet) -> Jämfört | None:
    """The activity beside those that it comes from; None for one that comes from none."""
    steps = sajt.graf.bygger_på(activity.ref)
    if not steps:
        return None
    years = uppräkning(dict.fromkeys(step.från.år.visad for step in steps))
    before = whole_before(steps)
    if before is None:
        return Jämfört(years, _origin(steps, activity), ())
    changes = tuple(_changes(sajt, before, activity))
    return Jämfört(years, _in_short(before, activity) or next(iter(changes), "Ingen känd ändring."), changes)


def whole_before(steps: Sequence[Länkning]) -> Årsaktivitet | None:
    """The one activity that this one is the same as, the year before."""
    return steps[0].från if len(steps) == 1 and steps[0].typ in WHOLE else None


def _in_short(before: Årsaktivitet, now: Årsaktivitet) -> str:
    """Days and priority, also where they are the same."""
    old, new = before.plan.innehåll, now.plan.innehåll
    said = "; ".join(filter(None, (_days(old.dagar, new.dagar), _priority(old, new))))
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def _days(old: Decimal | None, new: Decimal | None) -> str:
    if old is None or new is None:
        return ""
    return f"{dagar(new)}, oförändrat" if old == new else f"{dagar(new)} i stället för {tal(old)}"


def _priority(old: Aktivitet, new: Aktivitet) -> str:
    match old.prioriterad, new.prioriterad:
        case JaNej.JA, JaNej.JA:
            return "fortfarande prioriterad"
        case JaNej.NEJ, JaNej.JA:
            return "nu prioriterad"
        case JaNej.JA, JaNej.NEJ:
            return "inte längre prioriterad"
        case _:
            return ""


def _origin(steps: Sequence[Länkning], activity: Årsaktivitet) -> str:
    """What it comes from, where that is not one whole activity."""
    titles = uppräkning(f"”{step.från.titel}”" for step in steps)
    kinds = {step.typ for step in steps}
    if kinds == {Relation.UPPDELNING}:
        return f"En del av det som var {titles}."
    if kinds == {Relation.AVKNOPPNING}:
        return f"Har knoppats av från {titles}."
    merged = "Slogs ihop av" if kinds == {Relation.SAMMANSLAGNING} else "Kommer ur"
    return " ".join(filter(None, (f"{merged} {titles}.", _days_together(steps, activity))))


def _days_together(steps: Sequence[Länkning], activity: Årsaktivitet) -> str:
    days, now = [step.från.plan.innehåll.dagar for step in steps], activity.plan.innehåll.dagar
    known = [own for own in days if own is not None]
    if now is None or len(known) < len(days):
        return ""
    return f"{dagar(now)}; tillsammans hade de {tal(sum(known, Decimal()))}."


def _changes(sajt: Sajt, before: Årsaktivitet, now: Årsaktivitet) -> Iterator[str]:
    """A sentence for each thing that has changed."""
    old, new, years = before.plan.innehåll, now.plan.innehåll, (before.år.visad, now.år.visad)
    if old.titel != new.titel:
        yield f"Aktiviteten hette ”{old.titel}” {years[0]}."
    if old.område != new.område:
        areas = sajt.områdeslänk(old.område).text, sajt.områdeslänk(new.område).text
        yield f"Aktiviteten har flyttats från området ”{areas[0]}” till ”{areas[1]}”."
    if old.dagar is not None and new.dagar is not None and old.dagar != new.dagar:
        went = "ökade" if new.dagar > old.dagar else "minskade"
        yield f"Arbetstiden {went} från {tal(old.dagar)} till {dagar(new.dagar)}."
    if {old.prioriterad, new.prioriterad} == {JaNej.JA, JaNej.NEJ}:
        yield f"Aktiviteten är {_priority(old, new)}."
    if old.utvecklingsinsats != new.utvecklingsinsats and old.utvecklingsinsats in EFFORT:
        yield from filter(None, [EFFORT.get(new.utvecklingsinsats)] if new.utvecklingsinsats else [])
    if old.behov is not new.behov and old.behov in NEEDS and new.behov in NEEDS:
        yield NEEDS[new.behov]
    yield from _money(sajt, before, now)
    yield from _partners(sajt, before, now)


def _money(sajt: Sajt, before: Årsaktivitet, now: Årsaktivitet) -> Iterator[str]:
    """What the budgets set aside for the activity, where both say it."""
    (old, unit), (new, same) = _set_aside(sajt, before), _set_aside(sajt, now)
    if old is not None and new is not None and unit == same and old != new:
        yield f"Budgeten avsätter {belopp(new, unit)} till aktiviteten, mot {belopp(old, unit)} {before.år.visad}."


def _set_aside(sajt: Sajt, activity: Årsaktivitet) -> tuple[Decimal | None, str]:
    file = sajt.samling.årgångar[activity.år].budget
    if file is None:
        return None, ""
    lines = file.innehåll.rader
    parts = [(line.aktivitet, line.budget) for line in lines]
    parts += [(part.aktivitet, part.budget) for line in lines for part in line.delposter]
    known = [amount for name, amount in parts if name == activity.id and amount is not None]
    return (sum(known, Decimal()) if known else None), file.innehåll.enhet.value


def _partners(sajt: Sajt, before: Årsaktivitet, now: Årsaktivitet) -> Iterator[str]:
    """Who is named in one year and not in the other, where both name somebody."""
    old, new = before.samverkan, now.samverkan
    if not (old and new):
        return
    for more, other, names in ((now, before, new - old), (before, now, old - new)):
        if names:
            yield f"Nämns {more.år.visad} men inte {other.år.visad}: {_names(sajt, names)}."


def _names(sajt: Sajt, names: frozenset[str]) -> str:
    found = [link.text for link in sajt.organisationslänkar(names)]
    left = len(found) - MOST_NAMES
    return uppräkning([*found[:MOST_NAMES], f"{left} till"] if left > 1 else found)

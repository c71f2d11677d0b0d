"""Rules for what has been revised in a plan that has been decided."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from rusplan.checks.judged import choices
from rusplan.data.collection import Samling
from rusplan.data.model import Dokumentläge, Planändring, Post, Rättelse
from rusplan.data.problems import Problem, did_you_mean, listed
from rusplan.data.reader import Fil
from rusplan.data.revised import Reviderbar, changes_of, revisable, revisions_by_id, said_before
from rusplan.data.values import Datum
from rusplan.data.yaml_text import Loc
from rusplan.data.year import Årgång

Changes = Sequence[Planändring | Rättelse]


def revisions_are_known(samling: Samling) -> Iterator[Problem]:
    """What names a revision names one that the year's plan has."""
    for year in samling.årgångar.values():
        known = revisions_by_id(year)
        for file, loc, name in _revisions_named(year):
            if name not in known:
                yield file.problem(loc, f"«{loc[-1]}» är «{name}», {_unknown(year, name)}")


def _unknown(year: Årgång, name: str) -> str:
    known = revisions_by_id(year)
    if not known:
        return f"men planen har inga revideringar; lägg till den under «revideringar» i {year.plan.namn}"
    return f"men den revideringen finns inte i {year.plan.namn}{choices(name, known)}"


def _revisions_named(year: Årgång) -> Iterator[tuple[Fil[Post], Loc, str]]:
    """Every place where a revision is named."""
    for file, loc, part in revisable(year):
        for i, change in enumerate(part.ändringar):
            yield file, (*loc, "ändringar", i, "revidering"), change.revidering
    for activity in year.aktiviteter.values():
        plan = activity.plan.innehåll
        if plan.tillkom:
            yield activity.plan, ("tillkom",), plan.tillkom
        if plan.utgår:
            yield activity.plan, ("utgår", "revidering"), plan.utgår.revidering


def only_a_decided_plan_is_revised(samling: Samling) -> Iterator[Problem]:
    """A draft is changed without a decision."""
    for year in samling.årgångar.values():
        document = year.plan.innehåll.dokument
        if year.plan.innehåll.revideringar and document.läge is not Dokumentläge.BESLUTAD:
            what = "är ett utkast" if year.utkast else "finns inte här («tillgänglig: nej»)"
            text = f"«revideringar» kan bara finnas i en beslutad plan, men planen för {year.år} {what}; ta bort dem"
            yield year.plan.problem(("revideringar",), f"{text}, eller skriv «läge: beslutad»" if year.utkast else text)


def revisions_are_in_order(samling: Samling) -> Iterator[Problem]:
    """Revisions come after the decision on the plan, the oldest first; so do changes and corrections, each revision once."""
    for year in samling.årgångar.values():
        yield from _plan_out_of_order(year)
        when = {name: i for i, name in enumerate(revisions_by_id(year))}
        for file, loc, part in revisable(year):
            known = [change.revidering for change in part.ändringar if change.revidering in when]
            if len(known) == len(part.ändringar):
                yield from _out_of_order(file, (*loc, "ändringar"), "revidering", known, when.__getitem__)
            days = [slip.datum.iso for slip in part.rättelser]
            yield from _out_of_order(file, (*loc, "rättelser"), "datum", days, str)


def _plan_out_of_order(year: Årgång) -> Iterator[Problem]:
    revisions = year.plan.innehåll.revideringar
    decided = [d.datum for d in year.plan.innehåll.dokument.beslut if d.datum and d.datum.dag]
    for i, (before, here) in enumerate(pairwise([_day(decided), *(revision.beslut.datum for revision in revisions)])):
        if before and here and here < before:
            what = "beslutet om revideringen ovanför" if i else "beslutet om planen"
            text = f"«datum» är {here.iso}, men {what} är från {before.iso}; rätta datumet, eller låt den äldsta revideringen stå först"
            yield year.plan.problem(("revideringar", i, "beslut", "datum"), text)


def _day(days: Sequence[Datum]) -> Datum | None:
    """The day on which the plan was first decided."""
    return min(days, default=None)


def _out_of_order(
    file: Fil[Post], loc: Loc, field: str, values: Sequence[str], when: Callable[[str], Any]
) -> Iterator[Problem]:
    for i, (before, here) in enumerate(pairwise(values), 1):
        if before == here and field == "revidering":
            text = f"«{field}» är «{here}», som redan står ovanför; lägg ihop dem till en"
            yield file.problem((*loc, i, field), text)
        elif when(here) < when(before):
            text = f"«{field}» är «{here}», men ovanför står «{before}», som är senare; låt den äldsta stå först"
            yield file.problem((*loc, i, field), text)


def what_was_before_differs(samling: Samling) -> Iterator[Problem]:
    """A change names at least one field, each once; and what the field held before is not what it held after."""
    for year in samling.årgångar.values():
        for file, loc, part in revisable(year):
            for name, changes in (("ändringar", part.ändringar), ("rättelser", part.rättelser)):
                yield from _fields_misnamed(file, (*loc, name), changes)
                yield from _unchanged(file, (*loc, name), part, changes)


def _fields_misnamed(file: Fil[Post], loc: Loc, changes: Changes) -> Iterator[Problem]:
    for i, change in enumerate(changes):
        fields = type(vars(change)["före"]).model_fields
        if not said_before(change) and not change.saknades:
            text = (
                f"det framgår inte vad som ändrades; skriv vad fältet innehöll, som «före: {{{next(iter(fields))}: …}}»"
            )
            yield file.problem((*loc, i), text)
        for j, name in enumerate(change.saknades):
            here = (*loc, i, "saknades", j)
            if name not in fields:
                hint = did_you_mean(name, fields) or f"; fälten är {listed(fields)}"
                yield file.problem(here, f"«saknades» nämner «{name}», som inte är ett fält som kan ändras här{hint}")
            elif getattr(vars(change)["före"], name) not in (None, ()):
                yield file.problem(here, f"«{name}» står både under «före» och «saknades»; ta bort det ena")


def _unchanged(file: Fil[Post], loc: Loc, part: Reviderbar, changes: Changes) -> Iterator[Problem]:
    is_slip = loc[-1] == "rättelser"
    revised = {name for change in part.ändringar for name in said_before(change)} if is_slip else set()
    for change in changes_of(part, changes):
        if change.före != change.efter or change.fält in revised:
            continue
        missing = changes[change.ändring].saknades
        where = ("saknades", missing.index(change.fält)) if change.fält in missing else ("före", change.fält)
        later = any(change.fält in said_before(other) for other in changes[change.ändring + 1 :])
        now = "nästa ändring säger att fältet innehöll detsamma" if later else "fältet innehåller detsamma nu"
        text = f"«{change.fält}» under «{where[0]}» är ingen ändring, för {now}; skriv vad som stod förut, eller ta bort det"
        yield file.problem((*loc, change.ändring, *where), text)


def areas_of_before_are_known(samling: Samling) -> Iterator[Problem]:
    """An activity has moved from an area that the plan has."""
    for year in samling.årgångar.values():
        areas = {area.id for area in year.plan.innehåll.områden}
        for activity in year.aktiviteter.values():
            plan = activity.plan.innehåll
            for name, changes in (("ändringar", plan.ändringar), ("rättelser", plan.rättelser)):
                for i, change in enumerate(changes):
                    area = vars(change)["före"].område
                    if area and area not in areas:
                        text = f"«område» är «{area}», men området finns inte i {year.plan.namn}{choices(area, areas)}"
                        yield activity.plan.problem((name, i, "före", "område"), text)

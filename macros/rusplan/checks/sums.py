"""Rules for sums: what a document states against what its parts make."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from rusplan.checks.judged import choices, listed_under, unknown_activity, unread_plans
from rusplan.checks.sum_causes import Amounts, also_stated, changed_amounts, changed_days
from rusplan.data.collection import Samling, Årgång, Årsaktivitet
from rusplan.data.model import Anmärkning, Budget, Budgetrad, Område, Post
from rusplan.data.problems import Problem
from rusplan.data.reader import Fil
from rusplan.data.revised import days_decided, decided, in_force, said_before
from rusplan.data.yaml_text import Loc
from rusplan.git.version_before import VersionBefore
from rusplan.swedish.formatting import belopp, tal


def stated_days_agree(samling: Samling) -> Iterator[Problem]:
    """The days a document states for an area, or in all, are the sum of the activities' days, or a note says why not."""
    before = VersionBefore(samling.rot)
    for year in samling.årgångar.values():
        if unread_plans(samling, year.år):
            continue
        titles = {area.id: area.titel for area in year.plan.innehåll.områden}
        stating: tuple[Fil[Any], ...] = (year.plan, *filter(None, [year.berättelse]))
        for file in stating:
            for i, area in enumerate(file.innehåll.områden):
                of, listed = f"aktiviteternas dagar i {titles.get(area.id, area.id)}", listed_under(year, area.id)
                yield from _days_problem(year, file, ("områden", i), area, of, listed, area.id, before)
        if year.budget and year.budget.innehåll.bemanning:
            staff, everyone = year.budget.innehåll.bemanning, list(year.aktiviteter.values())
            yield from _days_problem(
                year, year.budget, ("bemanning",), staff, "alla aktiviteters dagar", everyone, None, before
            )


def _days_problem(
    year: Årgång,
    file: Fil[Any],
    loc: Loc,
    part: Post,
    of: str,
    activities: list[Årsaktivitet],
    area: str | None,
    before: VersionBefore,
) -> Iterator[Problem]:
    stated, days = getattr(part, "dagar", None), [a.plan.innehåll.dagar for a in in_force(activities)]
    computed = _known_sum(days)
    if stated == computed or _some_lack(stated, days) or _is_as_decided(year, part, stated, area):
        return

    def is_the_same_sum(there: Loc, content: object) -> bool:
        return there[-1] == "dagar" and getattr(_part_at(content, there[:-1]), "id", None) == getattr(part, "id", None)

    def why(stated: Decimal) -> tuple[str, str]:
        also = also_stated(year, (file.namn, (*loc, "dagar")), stated, f"{tal(stated)} dagar", is_the_same_sum)
        return changed_days(before, activities, by_decision=year.skrivs_här and not year.utkast), also

    yield from _sum_problem(file, loc, part, "dagar", computed, of, tal, why, counted=year.skrivs_här)


def _known_sum(days: Sequence[Decimal | None]) -> Decimal | None:
    known = [d for d in days if d is not None]
    return sum(known, Decimal()) if known else None


def _some_lack(stated: Decimal | None, days: Sequence[Decimal | None]) -> bool:
    """True where what is lacking from the stated sum may be what is unknown."""
    computed = _known_sum(days)
    return None in days and computed is not None and stated is not None and computed < stated


def _is_as_decided(year: Årgång, part: Post, stated: Decimal | None, area: str | None) -> bool:
    """True where the stated sum is the one of the plan before it was revised. A sum that a revision has changed is not."""
    changed = isinstance(part, Område) and any("dagar" in said_before(change) for change in part.ändringar)
    days = days_decided(year, area)
    return not changed and (stated == _known_sum(days) or _some_lack(stated, days))


def decided_days_agree(samling: Samling) -> Iterator[Problem]:
    """The days that an area had before it was revised are the sum of those that its activities had then."""
    for year in samling.årgångar.values():
        if unread_plans(samling, year.år):
            continue
        for i, area in enumerate(year.plan.innehåll.områden):
            changed = next((j for j, change in enumerate(area.ändringar) if "dagar" in said_before(change)), None)
            stated, days = decided(area, "dagar"), days_decided(year, area.id)
            computed = _known_sum(days)
            if changed is None or stated is None or computed is None or _some_lack(stated, days):
                continue
            if stated != computed and not _noted(area, "dagar"):
                text = f"«dagar» var {tal(stated)} före revideringen, men aktiviteternas dagar i {area.titel} blev {tal(computed)} då; rätta det som är fel, eller lägg till en anmärkning på området med «gäller: dagar» om källan säger så"
                yield year.plan.problem(("områden", i, "ändringar", changed, "före", "dagar"), text)


def _part_at(content: object, loc: Loc) -> object:
    """What stands at a place in a file."""
    for part in loc:
        content = content[part] if isinstance(part, int) and isinstance(content, tuple) else getattr(content, str(part))
    return content


def budget_sums_agree(samling: Samling) -> Iterator[Problem]:
    """The sums of a budget that the document states are the sums of its parts, or a note says why not."""
    before = VersionBefore(samling.rot)
    for year in samling.årgångar.values():
        if year.budget:
            wrong = list(_stated_sums(year, year.budget, before))
            yield from wrong
            for i, line in enumerate(year.budget.innehåll.rader):
                yield from _line_problems(year, year.budget, i, line, before)
            if not wrong:
                yield from _surplus_problems(year.budget)
            yield from _allocation_problems(year.budget)


def budget_parts_are_known(samling: Samling) -> Iterator[Problem]:
    """An earmark goes to an activity of the year, and an addition to a line of the budget."""
    for year in samling.årgångar.values():
        if not year.budget:
            continue
        lines = [line.id for line in year.budget.innehåll.rader]
        for i, line in enumerate(year.budget.innehåll.rader):
            for j, part in enumerate(line.delposter):
                problem = unknown_activity(samling, str(year.år), part.aktivitet) if part.aktivitet else None
                if problem:
                    loc = ("rader", i, "delposter", j, "aktivitet")
                    yield year.budget.problem(loc, f"«aktivitet» är «{part.aktivitet}», {problem}")
        for i, extra in enumerate(year.budget.innehåll.tillskott):
            if extra.rad and extra.rad not in lines:
                text = f"«rad» är «{extra.rad}», men den budgetraden finns inte{choices(extra.rad, lines)}"
                yield year.budget.problem(("tillskott", i, "rad"), text)


def _stated_sums(year: Årgång, file: Fil[Budget], before: VersionBefore) -> Iterator[Problem]:
    """The sum of all lines."""
    for name in ("budget", "utfall"):
        computed = _total([getattr(line, name) for line in file.innehåll.rader])
        if getattr(file.innehåll.summa, name) == _total([decided(line, name) for line in file.innehåll.rader]):
            continue
        why = _why(year, file, ("summa", name), before, _of_lines(name))
        yield from _sum_problem(
            file, ("summa",), file.innehåll.summa, name, computed, "raderna", belopp, why, counted=year.skrivs_här
        )


def _of_lines(name: str) -> Callable[[Budget], Amounts]:
    return lambda budget: {line.titel: getattr(line, name) for line in budget.rader}


def _line_problems(
    year: Årgång, file: Fil[Budget], i: int, line: Budgetrad, before: VersionBefore
) -> Iterator[Problem]:
    """Earmarks within a line: what is spent makes the line's outcome, what is set aside is no more than the line has."""

    def spent_on(budget: Budget) -> Amounts:
        return {part.titel: part.utfall for found in budget.rader if found.id == line.id for part in found.delposter}

    spent, of = _total([part.utfall for part in line.delposter]), f"delposterna i {line.titel}"
    why = _why(year, file, ("rader", i, "utfall"), before, spent_on)
    yield from _sum_problem(file, ("rader", i), line, "utfall", spent, of, belopp, why)
    set_aside = [part.budget for part in line.delposter if part.budget is not None]
    planned = sum(set_aside, Decimal())
    if set_aside and line.budget is not None and planned > line.budget and not _noted(line, "budget"):
        yield file.problem(
            ("rader", i, "budget"),
            f"«budget» är {belopp(line.budget)}, men delposterna blir {belopp(planned)} tillsammans; rätta den som är fel, eller lägg till en anmärkning med «gäller: budget»",
        )
    for j, part in enumerate(line.delposter):
        if part.timmar is None or part.timpris is None or part.budget is None:
            continue
        if part.timmar * part.timpris != part.budget:
            yield file.problem(
                ("rader", i, "delposter", j, "budget"),
                f"«budget» är {belopp(part.budget)}, men {tal(part.timmar)} timmar à {belopp(part.timpris)} blir {belopp(part.timmar * part.timpris)}; rätta det som är fel",
            )


def _surplus_problems(file: Fil[Budget]) -> Iterator[Problem]:
    """A surplus is what was budgeted, with additions where they count, less what was spent."""
    budget = file.innehåll
    if budget.summa.budget is None or budget.summa.utfall is None:
        return
    added = sum((t.belopp for t in budget.tillskott), Decimal())
    for i, left in enumerate(budget.överskott):
        computed = budget.summa.budget + (added if left.med_tillskott == "ja" else 0) - budget.summa.utfall
        note = (budget, "överskott")
        yield from _sum_problem(
            file, ("överskott", i), left, "belopp", computed, "budgeten minus utfallet", belopp, note=note
        )


def _allocation_problems(file: Fil[Budget]) -> Iterator[Problem]:
    """The national allocation is the sum of its shares."""
    share = file.innehåll.tilldelning
    if share:
        computed, note = _total([part.budget for part in share.fördelning]), (file.innehåll, "tilldelning")
        yield from _sum_problem(file, ("tilldelning",), share, "belopp", computed, "delarna", belopp, note=note)


def _total(parts: list[Decimal | None]) -> Decimal | None:
    known = [part for part in parts if part is not None]
    return sum(known, Decimal()) if known and len(known) == len(parts) else None


def _sum_problem(
    file: Fil[Post] | Fil[Budget],
    loc: Loc,
    part: Post,
    field: str,
    computed: Decimal | None,
    of: str,
    show: Callable[[Decimal], str],
    why: Callable[[Decimal], tuple[str, str]] = lambda _: ("", ""),
    note: tuple[Post, str] | None = None,
    *,
    counted: bool = False,
) -> Iterator[Problem]:
    """A problem if the stated `field` of `part` differs from `computed` and no note says so: on `part`, or where `note` tells. `why`
    tells what has changed, and where else the sum stands. One that is `counted` where nothing is stated need not be."""
    noted_on, noted_field = note or (part, field)
    stated = getattr(part, field)
    if stated is None or computed is None or stated == computed or _noted(noted_on, noted_field):
        return
    changed, also = why(stated)
    text = f"«{field}» är {show(stated)}, men {of} blir {show(computed)}{changed}; "
    if counted:
        there = f"{also}; ändra det till {show(computed)} där" if also else ""
        yield file.problem(
            (*loc, field), f"{text}skriv {show(computed)}, eller ta bort raden, så räknas summan ut{there}"
        )
        return
    note_words = f"eller lägg till en anmärkning med «gäller: {noted_field}» om källan säger så"
    yield file.problem((*loc, field), f"{text}rätta det som är fel, {note_words}{also}")


def _why(
    year: Årgång, file: Fil[Budget], loc: Loc, before: VersionBefore, amounts: Callable[[Budget], Amounts]
) -> Callable[[Decimal], tuple[str, str]]:
    """What has changed among the parts of a sum in the budget, and the texts that tell it: to be asked where it differs."""

    def why(stated: Decimal) -> tuple[str, str]:
        also = also_stated(year, (file.namn, loc), stated, belopp(stated), lambda *_: False)
        return changed_amounts(before, file, amounts), also

    return why


def _noted(part: Post, field: str) -> bool:
    notes: tuple[Anmärkning, ...] = getattr(part, "anmärkningar", ())
    return any(note.gäller == field for note in notes)

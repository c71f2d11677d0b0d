"""Rules for sums: what a document states against what its parts make."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from rusplan.checks.judged import choices, listed_under, unknown_activity, unread_plans
from rusplan.data.collection import Samling, Årsaktivitet
from rusplan.data.model import Anmärkning, Budget, Budgetrad, Post
from rusplan.data.problems import Problem
from rusplan.data.reader import Fil
from rusplan.data.yaml_text import Loc
from rusplan.swedish.formatting import belopp, tal


def stated_days_agree(samling: Samling) -> Iterator[Problem]:
    """The days a document states for an area, or in all, are the sum of the activities' days, or a note says why not."""
    for year in samling.årgångar.values():
        if unread_plans(samling, year.år):
            continue
        for i, area in enumerate(year.plan.innehåll.områden):
            yield from _days_problem(year.plan, ("områden", i), area, listed_under(year, area.id))
        if year.berättelse:
            for i, told in enumerate(year.berättelse.innehåll.områden):
                yield from _days_problem(year.berättelse, ("områden", i), told, listed_under(year, told.id))
        if year.budget and year.budget.innehåll.bemanning:
            staff, everyone = year.budget.innehåll.bemanning, year.aktiviteter.values()
            yield from _days_problem(year.budget, ("bemanning",), staff, everyone, "alla aktiviteters dagar")


def _days_problem(
    file: Fil[Post], loc: Loc, part: Post, activities: Iterable[Årsaktivitet], of: str = "aktiviteternas dagar"
) -> Iterator[Problem]:
    days = [a.plan.innehåll.dagar for a in activities]
    known = [d for d in days if d is not None]
    computed, stated = sum(known, Decimal()) if known else None, getattr(part, "dagar", None)
    if len(known) < len(days) and computed is not None and stated is not None and computed < stated:
        return  # what is lacking may be what is unknown
    yield from _sum_problem(file, loc, part, "dagar", computed, of, tal)


def budget_sums_agree(samling: Samling) -> Iterator[Problem]:
    """The sums of a budget that the document states are the sums of its parts, or a note says why not."""
    for year in samling.årgångar.values():
        if year.budget:
            wrong = list(_stated_sums(year.budget))
            yield from wrong
            for i, line in enumerate(year.budget.innehåll.rader):
                yield from _line_problems(year.budget, i, line)
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


def _stated_sums(file: Fil[Budget]) -> Iterator[Problem]:
    """The sum of all lines."""
    for name in ("budget", "utfall"):
        computed = _total([getattr(line, name) for line in file.innehåll.rader])
        yield from _sum_problem(file, ("summa",), file.innehåll.summa, name, computed, "raderna", belopp)


def _line_problems(file: Fil[Budget], i: int, line: Budgetrad) -> Iterator[Problem]:
    """Earmarks within a line: what is spent makes the line's outcome, what is set aside is no more than the line has."""
    spent = _total([part.utfall for part in line.delposter])
    yield from _sum_problem(file, ("rader", i), line, "utfall", spent, "delposterna", belopp)
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
            file, ("överskott", i), left, "belopp", computed, "budgeten minus utfallet", belopp, note
        )


def _allocation_problems(file: Fil[Budget]) -> Iterator[Problem]:
    """The national allocation is the sum of its shares."""
    share = file.innehåll.tilldelning
    if share:
        computed, note = _total([part.budget for part in share.fördelning]), (file.innehåll, "tilldelning")
        yield from _sum_problem(file, ("tilldelning",), share, "belopp", computed, "delarna", belopp, note)


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
    note: tuple[Post, str] | None = None,
) -> Iterator[Problem]:
    """A problem if the stated `field` of `part` differs from `computed` and no note says so: on `part`, or where `note` tells."""
    noted_on, noted_field = note or (part, field)
    stated = getattr(part, field)
    if stated is None or computed is None or stated == computed or _noted(noted_on, noted_field):
        return
    yield file.problem(
        (*loc, field),
        f"«{field}» är {show(stated)}, men {of} blir {show(computed)}; rätta den som är fel, eller lägg till en anmärkning med «gäller: {noted_field}» om källan säger så",
    )


def _noted(part: Post, field: str) -> bool:
    notes: tuple[Anmärkning, ...] = getattr(part, "anmärkningar", ())
    return any(note.gäller == field for note in notes)

"""Rules for the sums of a budget: what the document states against what its lines and earmarks make, and where the money goes."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial

from rusplan.checks.judged import choices, unknown_activity
from rusplan.checks.sum_causes import Amounts, also_stated, changed_amounts
from rusplan.checks.sums import noted, sum_problem
from rusplan.data.collection import Samling
from rusplan.data.counted_sums import KRONOR, amounts, net, total, used_columns
from rusplan.data.model import Budget, Budgetrad, Delpost, Överskott
from rusplan.data.problems import Problem
from rusplan.data.reader import Fil
from rusplan.data.revised import decided
from rusplan.data.yaml_text import Loc
from rusplan.data.year import Årgång
from rusplan.git.version_before import VersionBefore
from rusplan.swedish.formatting import belopp, tal


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
    """A line or an earmark goes to an activity of the year, and an addition to a line of the budget."""
    for year in samling.årgångar.values():
        if not year.budget:
            continue
        for loc, name in _activities_named(year.budget.innehåll):
            if problem := unknown_activity(samling, str(year.år), name):
                yield year.budget.problem(loc, f"«aktivitet» är «{name}», {problem}")
        lines = [line.id for line in year.budget.innehåll.rader]
        for i, extra in enumerate(year.budget.innehåll.tillskott):
            if extra.rad and extra.rad not in lines:
                text = f"«rad» är «{extra.rad}», men den budgetraden finns inte{choices(extra.rad, lines)}"
                yield year.budget.problem(("tillskott", i, "rad"), text)


def _activities_named(budget: Budget) -> Iterator[tuple[Loc, str]]:
    """Every activity that a line or an earmark goes to, with its place."""
    for i, line in enumerate(budget.rader):
        if line.aktivitet:
            yield ("rader", i, "aktivitet"), line.aktivitet
        for j, part in enumerate(line.delposter):
            if part.aktivitet:
                yield ("rader", i, "delposter", j, "aktivitet"), part.aktivitet


def _show(budget: Budget) -> Callable[[Decimal], str]:
    """How the amounts of the budget are shown."""
    return partial(belopp, enhet=budget.enhet)


def _stated_sums(year: Årgång, file: Fil[Budget], before: VersionBefore) -> Iterator[Problem]:
    """The sum of all lines: costs less income."""
    budget, show = file.innehåll, _show(file.innehåll)
    for name in used_columns(budget):
        computed = net(budget.rader, amounts(budget, name))
        if getattr(budget.summa, name) == net(budget.rader, [decided(line, name) for line in budget.rader]):
            continue
        why = _why(year, file, before, _of_lines(name))
        yield from sum_problem(
            file, ("summa",), budget.summa, name, computed, "raderna", show, why, counted=year.skrivs_här
        )


def _of_lines(name: str) -> Callable[[Budget], Amounts]:
    return lambda budget: {line.titel: getattr(line, name) for line in budget.rader}


def _line_problems(
    year: Årgång, file: Fil[Budget], i: int, line: Budgetrad, before: VersionBefore
) -> Iterator[Problem]:
    """Earmarks within a line: what is spent makes the line's outcome, what is set aside is no more than the line has."""

    def spent_on(budget: Budget) -> Amounts:
        return {part.titel: part.utfall for found in budget.rader if found.id == line.id for part in found.delposter}

    spent, of = total([part.utfall for part in line.delposter]), f"delposterna i {line.titel}"
    why = _why(year, file, before, spent_on)
    yield from sum_problem(file, ("rader", i), line, "utfall", spent, of, _show(file.innehåll), why)
    yield from _set_aside_problems(file, i, line)
    for j, part in enumerate(line.delposter):
        yield from _hour_problems(file, ("rader", i, "delposter", j, "budget"), part)


def _set_aside_problems(file: Fil[Budget], i: int, line: Budgetrad) -> Iterator[Problem]:
    """What is set aside is no more than the line has now, with what was carried over to it."""
    show, field = _show(file.innehåll), "budget" if line.reviderad is None else "reviderad"
    given: Decimal | None = getattr(line, field)
    set_aside = [part.budget for part in line.delposter if part.budget is not None]
    planned, carried = sum(set_aside, Decimal()), line.överfört or Decimal()
    if set_aside and given is not None and planned > given + carried and not noted(line, field):
        more = f" och «överfört» är {show(carried)}" if carried else ""
        yield file.problem(
            ("rader", i, field),
            f"«{field}» är {show(given)}{more}, men delposterna blir {show(planned)} tillsammans; rätta den som är fel, eller lägg till en anmärkning med «gäller: {field}»",
        )


def _hour_problems(file: Fil[Budget], loc: Loc, part: Delpost) -> Iterator[Problem]:
    """Hours at a price, which is always in kronor, make the earmark."""
    if part.timmar is None or part.timpris is None or part.budget is None:
        return
    unit = file.innehåll.enhet
    made = part.timmar * part.timpris / KRONOR[unit]
    if made != part.budget:
        yield file.problem(
            loc,
            f"«budget» är {belopp(part.budget, unit)}, men {tal(part.timmar)} timmar à {belopp(part.timpris)} blir {belopp(made, unit)}; rätta det som är fel",
        )


def _surplus_problems(file: Fil[Budget]) -> Iterator[Problem]:
    """A surplus is what was budgeted, with additions where they count, less what was spent."""
    budget = file.innehåll
    given = budget.summa.budget if budget.summa.reviderad is None else budget.summa.reviderad
    if given is None or budget.summa.utfall is None:
        return
    added = sum((t.belopp for t in budget.tillskott), Decimal())
    for i, left in enumerate(budget.överskott):
        computed = given + (added if left.med_tillskott == "ja" else 0) - budget.summa.utfall
        if not _counts_what_was_carried(budget, left, computed):
            note, of = (budget, "överskott"), "budgeten minus utfallet"
            yield from sum_problem(file, ("överskott", i), left, "belopp", computed, of, _show(budget), note=note)


def _counts_what_was_carried(budget: Budget, left: Överskott, computed: Decimal) -> bool:
    """True for a surplus that holds what was carried over from the year before as well: documents do either."""
    carried = budget.summa.överfört or net(budget.rader, amounts(budget, "överfört"))
    return carried is not None and left.belopp == computed + carried


def _allocation_problems(file: Fil[Budget]) -> Iterator[Problem]:
    """The national allocation is the sum of its shares."""
    share = file.innehåll.tilldelning
    if share:
        computed, note = total([part.budget for part in share.fördelning]), (file.innehåll, "tilldelning")
        show = _show(file.innehåll)
        yield from sum_problem(file, ("tilldelning",), share, "belopp", computed, "delarna", show, note=note)


def _why(
    year: Årgång, file: Fil[Budget], before: VersionBefore, of_budget: Callable[[Budget], Amounts]
) -> Callable[[Decimal], tuple[str, str]]:
    """What has changed among the parts of a sum in the budget, and the texts that tell it: to be asked where it differs."""

    def why(stated: Decimal) -> tuple[str, str]:
        show = _show(file.innehåll)
        return changed_amounts(before, file, of_budget, show), also_stated(year, stated, show(stated))

    return why

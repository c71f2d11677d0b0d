"""Rules for sums: what a document states against what its parts make."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from rusplan.checks.judged import choices, listed_under, unread_plans
from rusplan.data.collection import Samling, Årgång, Årsaktivitet
from rusplan.data.model import Anmärkning, Budget, Post
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
            yield from _sum_problem(
                year.plan,
                ("områden", i),
                area,
                "dagar",
                _days(listed_under(year, area.id)),
                "aktiviteternas dagar",
                tal,
            )
        for i, told in enumerate(year.berättelse.innehåll.områden if year.berättelse else ()):
            assert year.berättelse
            yield from _sum_problem(
                year.berättelse,
                ("områden", i),
                told,
                "dagar",
                _days(listed_under(year, told.id)),
                "aktiviteternas dagar",
                tal,
            )
        if year.budget and year.budget.innehåll.bemanning:
            staff = year.budget.innehåll.bemanning
            yield from _sum_problem(
                year.budget,
                ("bemanning",),
                staff,
                "dagar",
                _days(year.aktiviteter.values()),
                "alla aktiviteters dagar",
                tal,
            )


def _days(activities: Iterable[Årsaktivitet]) -> Decimal | None:
    days = [a.plan.innehåll.dagar for a in activities]
    return sum((d for d in days if d is not None), Decimal()) if any(d is not None for d in days) else None


def budget_sums_agree(samling: Samling) -> Iterator[Problem]:
    """The sums of a budget that the document states are the sums of its parts, or a note says why not."""
    for year in samling.årgångar.values():
        if year.budget:
            yield from _budget_problems(year, year.budget)


def _budget_problems(year: Årgång, file: Fil[Budget]) -> Iterator[Problem]:
    budget = file.innehåll
    wrong_sums = [
        problem
        for name in ("budget", "utfall")
        for problem in _sum_problem(
            file,
            ("summa",),
            budget.summa,
            name,
            _total([getattr(line, name) for line in budget.rader]),
            "raderna",
            belopp,
        )
    ]
    yield from wrong_sums
    for i, line in enumerate(budget.rader):
        spent = _total([part.utfall for part in line.delposter])
        yield from _sum_problem(file, ("rader", i), line, "utfall", spent, "delposterna", belopp)
        planned = sum((part.budget for part in line.delposter if part.budget is not None), Decimal())
        if line.budget is not None and planned > line.budget and not _noted(line, "budget"):
            yield file.problem(
                ("rader", i, "budget"),
                f"«budget» är {belopp(line.budget)}, men delposterna blir {belopp(planned)} tillsammans; rätta den som är fel, eller lägg till en anmärkning med «gäller: budget»",
            )
        for j, part in enumerate(line.delposter):
            if (
                part.timmar is not None
                and part.timpris is not None
                and part.budget is not None
                and part.timmar * part.timpris != part.budget
            ):
                yield file.problem(
                    ("rader", i, "delposter", j, "budget"),
                    f"«budget» är {belopp(part.budget)}, men {tal(part.timmar)} timmar à {belopp(part.timpris)} blir {belopp(part.timmar * part.timpris)}; rätta det som är fel",
                )
            if part.aktivitet and part.aktivitet not in year.aktiviteter and not _is_listed(year, part.aktivitet):
                yield file.problem(
                    ("rader", i, "delposter", j, "aktivitet"),
                    f"«aktivitet» är «{part.aktivitet}», men den aktiviteten finns inte {year.år}{choices(part.aktivitet, year.aktiviteter)}",
                )
    added = sum((t.belopp for t in budget.tillskott), Decimal())
    for i, left in enumerate(budget.överskott):
        if budget.summa.budget is None or budget.summa.utfall is None or wrong_sums:
            continue
        computed = budget.summa.budget + (added if left.med_tillskott == "ja" else 0) - budget.summa.utfall
        yield from _sum_problem(
            file, ("överskott", i), left, "belopp", computed, "budgeten minus utfallet", belopp, (budget, "överskott")
        )
    if budget.tilldelning:
        shares = _total([part.budget for part in budget.tilldelning.fördelning])
        yield from _sum_problem(
            file, ("tilldelning",), budget.tilldelning, "belopp", shares, "delarna", belopp, (budget, "tilldelning")
        )
    lines = {line.id for line in budget.rader}
    for i, extra in enumerate(budget.tillskott):
        if extra.rad and extra.rad not in lines:
            yield file.problem(
                ("tillskott", i, "rad"),
                f"«rad» är «{extra.rad}», men den budgetraden finns inte{choices(extra.rad, lines)}",
            )


def _is_listed(year: Årgång, name: str) -> bool:
    """True if the plan lists the activity although its file could not be read."""
    return any(name in heading.aktiviteter for area in year.plan.innehåll.områden for heading in area.rubriker)


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

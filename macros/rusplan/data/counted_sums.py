"""The columns of a year's budget, and their sums: as the document states them, or counted where one that is written here leaves them out.

Where there is income, a sum is net: costs less income. A budget's amounts are all in its own unit, and are never converted.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from rusplan.data.model import Budget, Budgetrad, Budgetsumma, Penningenhet, Radslag
from rusplan.data.year import Årgång

# Every column of amounts, in the order in which they are shown.
COLUMNS = ("budget", "reviderad", "överfört", "prognos", "utfall")
# How many kronor each unit is.
KRONOR = {Penningenhet.KR: 1, Penningenhet.TKR: 1_000, Penningenhet.MNKR: 1_000_000}
# Those that are shown only where they are used.
OPTIONAL = ("reviderad", "överfört", "prognos")


def used_columns(budget: Budget) -> tuple[str, ...]:
    """The columns that the budget shows: budget and outcome, and of the others those that some line, or the sum, uses."""
    rows = (*budget.rader, budget.summa)
    return tuple(n for n in COLUMNS if n not in OPTIONAL or any(getattr(row, n) is not None for row in rows))


def amounts(budget: Budget, column: str) -> tuple[Decimal | None, ...]:
    """What each line says in a column. Where some line uses it, one that does not says so: its budget stands, nothing was carried over."""
    said: list[Decimal | None] = [getattr(line, column) for line in budget.rader]
    if any(value is not None for value in said) and column in ("reviderad", "överfört"):
        silent = [line.budget if column == "reviderad" else Decimal() for line in budget.rader]
        return tuple(instead if value is None else value for value, instead in zip(said, silent, strict=True))
    return tuple(said)


def total(parts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of the amounts; None where one is not known, or there are none."""
    all_ = list(parts)
    known = [part for part in all_ if part is not None]
    return sum(known, Decimal()) if known and len(known) == len(all_) else None


def has_income(budget: Budget) -> bool:
    """True if some line is income."""
    return any(line.slag is Radslag.INTÄKT for line in budget.rader)


def sum_of_kind(lines: Sequence[Budgetrad], kind: Radslag, said: Sequence[Decimal | None]) -> Decimal | None:
    """The sum of the lines of a kind; what each line says stands in the order of the lines."""
    return total(amount for line, amount in zip(lines, said, strict=True) if line.slag is kind)


def net(lines: Sequence[Budgetrad], said: Sequence[Decimal | None]) -> Decimal | None:
    """Costs less income; None where an amount is not known."""
    signed = zip(lines, said, strict=True)
    return total(-part if part is not None and line.slag is Radslag.INTÄKT else part for line, part in signed)


def budget_sums(year: Årgång) -> Budgetsumma:
    """The sums of the year's budget, which there is."""
    assert year.budget
    budget = year.budget.innehåll
    if not year.skrivs_här:
        return budget.summa
    counted = {name: net(budget.rader, amounts(budget, name)) for name in used_columns(budget)}
    left_out = {name: sum_ for name, sum_ in counted.items() if getattr(budget.summa, name) is None}
    return budget.summa.model_copy(update=left_out)


def given_to(year: Årgång, activity: str) -> Decimal | None:
    """What the budget of the year gives the activity: costs less income of the lines that go to it, as they hold now. None where none
    does, or some amount is not known."""
    lines = year.budget.innehåll.rader if year.budget else ()
    own = [line for line in lines if line.aktivitet == activity]
    return net(own, [line.budget if line.reviderad is None else line.reviderad for line in own])


def unit_of(year: Årgång) -> Penningenhet:
    """The unit in which the year's budget states its amounts."""
    return year.budget.innehåll.enhet if year.budget else Penningenhet.KR

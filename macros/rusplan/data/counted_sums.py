"""The sums of a year's budget: as the document states them, or counted where one that is written here leaves them out."""

from decimal import Decimal

from rusplan.data.collection import Årgång
from rusplan.data.model import Budgetsumma


def budget_sums(year: Årgång) -> Budgetsumma:
    """The sums of the year's budget, which there is."""
    assert year.budget
    budget = year.budget.innehåll
    if not year.skrivs_här:
        return budget.summa
    counted = {name: _total([getattr(line, name) for line in budget.rader]) for name in ("budget", "utfall")}
    left_out = {name: total for name, total in counted.items() if getattr(budget.summa, name) is None}
    return budget.summa.model_copy(update=left_out)


def _total(parts: list[Decimal | None]) -> Decimal | None:
    """The sum of the amounts; None where one is not known."""
    known = [part for part in parts if part is not None]
    return sum(known, Decimal()) if len(known) == len(parts) else None

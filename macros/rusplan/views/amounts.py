"""Amounts of a budget as they are shown: in its own unit, column by column, and how much the last column differs from what was given."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from rusplan.data.collection import Samling
from rusplan.data.counted_sums import amounts, net, sum_of_kind, unit_of, used_columns
from rusplan.data.model import Budget, Budgetrad, Budgetsumma, Radslag
from rusplan.data.year import Årgång
from rusplan.swedish.formatting import belopp
from rusplan.swedish.labels import INTE_IFYLLT, PENNINGENHET, SAKNAS
from rusplan.tools.record import small

TITLES = {
    "budget": "Budget",
    "reviderad": "Reviderad budget",
    "överfört": "Överfört",
    "prognos": "Prognos",
    "utfall": "Utfall",
}
KINDS = {Radslag.KOSTNAD: "Kostnader", Radslag.INTÄKT: "Intäkter"}
# What a sum is of, where there is income.
NET = "kostnader minus intäkter"
# Where nothing was carried over to a line.
NONE = "–"
OTHER_UNIT = "Inte samma enhet"


@small
class Beloppskolumner:
    """The columns of a budget, and the two whose difference is told last; None where nothing is spent or foreseen."""

    namn: tuple[str, ...]
    mot: str
    slut: str | None

    @property
    def rubriker(self) -> tuple[str, ...]:
        """The heading of each column."""
        titles = tuple(TITLES[name] for name in self.namn)
        return (*titles, self.skillnad) if self.slut else titles

    @property
    def skillnad(self) -> str:
        """What the difference is called: «Utfall minus budget»."""
        return f"{TITLES[self.slut]} minus {TITLES[self.mot].lower()}" if self.slut else ""

    @property
    def titel(self) -> str:
        """What the columns show: «Budget och utfall»."""
        return f"Budget och {TITLES[self.slut].lower()}" if self.slut else "Budget"


def amount(value: Decimal | None, year: Årgång) -> str:
    """An amount, or why it cannot be told: the source lacks it, or nobody has written it yet."""
    return unknown_in(year) if value is None else belopp(value, unit_of(year))


def unknown_in(year: Årgång) -> str:
    """What stands for a value that the year does not tell."""
    return INTE_IFYLLT.text if year.skrivs_här else SAKNAS


def difference(budget: Decimal | None, outcome: Decimal | None, year: Årgång) -> str:
    """Outcome minus budget with its sign, or why it cannot be told."""
    if budget is None or outcome is None:
        return unknown_in(year)
    value, unit = outcome - budget, unit_of(year)
    return f"+{belopp(value, unit)}" if value > 0 else belopp(value, unit)


def whole(value: Decimal | None, year: Årgång) -> Decimal | None:
    """The amount in whole kronor; in larger units it stands as it is."""
    return value.quantize(Decimal(1), ROUND_HALF_UP) if value is not None and unit_of(year) == "kr" else value


def whole_amount(value: Decimal | None, year: Årgång) -> str:
    """As `amount`, in whole kronor: for a page that gives the whole picture, where öre only stand in the way."""
    return amount(whole(value, year), year)


def whole_unit_told(year: Årgång, values: Iterable[Decimal | None]) -> str:
    """«i kronor», and that they are rounded where any of the `values` is."""
    rounded = any(whole(value, year) != value for value in values)
    return unit_told(year) + (", avrundat till hela kronor" if rounded else "")


def unit_told(year: Årgång) -> str:
    """«i tusental kronor»."""
    return f"i {PENNINGENHET[unit_of(year)]}"


def tells_outcomes(samling: Samling) -> bool:
    """True if the budget of some year tells what was spent: else no year asks for it."""
    budgets = [year.budget.innehåll for year in samling.årgångar.values() if year.budget]
    return any(_uses(budget, "utfall") for budget in budgets)


def _uses(budget: Budget, column: str) -> bool:
    return any(getattr(row, column) is not None for row in (*budget.rader, budget.summa))


def columns_of(samling: Samling, budget: Budget) -> Beloppskolumner:
    """The columns that a budget shows. An outcome that it does not tell yet is left out where there is a forecast instead."""
    names = used_columns(budget)
    if not _uses(budget, "utfall") and ("prognos" in names or not tells_outcomes(samling)):
        names = tuple(name for name in names if name != "utfall")
    last = next((name for name in ("utfall", "prognos") if name in names), None)
    return Beloppskolumner(names, "reviderad" if "reviderad" in names else "budget", last)


def line_cells(year: Årgång, columns: Beloppskolumner, index: int) -> tuple[str, ...]:
    """What stands in each column for a line of the budget, and the difference."""
    assert year.budget
    budget = year.budget.innehåll
    line, said = budget.rader[index], {name: amounts(budget, name)[index] for name in columns.namn}
    cells = tuple(NONE if name == "överfört" and line.överfört is None else amount(said[name], year) for name in said)
    return (*cells, *_difference(year, columns, said.get(columns.mot), said.get(columns.slut or "")))


def sum_cells(year: Årgång, columns: Beloppskolumner, sums: Budgetsumma) -> tuple[str, ...]:
    """What stands in each column for the sum of the budget, and the difference."""
    cells = tuple(amount(getattr(sums, name), year) for name in columns.namn)
    last = getattr(sums, columns.slut) if columns.slut else None
    return (*cells, *_difference(year, columns, getattr(sums, columns.mot), last))


def kind_cells(year: Årgång, columns: Beloppskolumner, kind: Radslag) -> tuple[str, ...]:
    """As `sum_cells`, for the costs or the income alone."""
    assert year.budget
    budget = year.budget.innehåll
    sums = {name: sum_of_kind(budget.rader, kind, amounts(budget, name)) for name in columns.namn}
    cells = tuple(amount(sums[name], year) for name in columns.namn)
    return (*cells, *_difference(year, columns, sums[columns.mot], sums.get(columns.slut or "")))


def _difference(year: Årgång, columns: Beloppskolumner, given: Decimal | None, last: Decimal | None) -> tuple[str, ...]:
    return (difference(given, last, year),) if columns.slut else ()


def line_title(line: Budgetrad) -> str:
    """The title of a line, which says where it is income."""
    return f"{line.titel} (intäkt)" if line.slag is Radslag.INTÄKT else line.titel


def net_of(budget: Budget, values: Sequence[Decimal | None], year: Årgång) -> str:
    """The sum of the lines with these amounts, as it is shown."""
    return amount(net(budget.rader, values), year)

"""The lines of all budgets over all years, in whole kronor."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from rusplan.data.counted_sums import budget_sums, has_income
from rusplan.data.model import Budgetrad, Budgetsumma
from rusplan.data.year import Årgång
from rusplan.site import addresses
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.tools.record import record, small
from rusplan.views.amounts import (
    NET,
    TITLES,
    line_title,
    tells_outcomes,
    unit_told,
    unknown_in,
    whole_amount,
    whole_unit_told,
)

NO_LINE = "Raden finns inte"


@small
class Radöverår:
    """One line over all years: its amounts per year, as `Budgetöversikt.årskolumner` says."""

    titel: str
    belopp: tuple[tuple[str, ...], ...]


@record
class Budgetöversikt:
    """All lines over all years; the unit is not told where years have different ones: it stands with each amount. A column of only
    unknowns is no column: `saknas` says of which year it is."""

    titel: str
    kolumner: tuple[str, ...]
    år: tuple[Länk, ...]
    årskolumner: tuple[tuple[str, ...], ...]
    saknas: tuple[str, ...]
    rader: tuple[Radöverår, ...]
    summa_titel: str
    summa: tuple[tuple[str, ...], ...]


def budgets_over_years(sajt: Sajt) -> Budgetöversikt:
    """Each line with its amounts in every year that has a budget."""
    years = [y for y in sajt.samling.årgångar.values() if y.budget]
    names = ("budget", "utfall") if tells_outcomes(sajt.samling) else ("budget",)
    columns = [tuple(name for name in names if name == "budget" or _is_told(year, name)) for year in years]
    titles: dict[str, str] = {}
    for year in years:
        titles.update((line.id, line_title(line)) for line in _lines(year))
    is_net = any(year.budget and has_income(year.budget.innehåll) for year in years)
    return Budgetöversikt(
        titel=f"{' och '.join(TITLES[n] for n in names).capitalize()} alla år{_unit(years, names)}",
        kolumner=tuple(TITLES[name] for name in names),
        år=tuple(Länk(str(y.år), addresses.budget(y.år)) for y in years),
        årskolumner=tuple(tuple(TITLES[name] for name in told) for told in columns),
        saknas=tuple(
            f"{TITLES[name]} {year.år.visad}: {unknown_in(year).lower()}."
            for year, told in zip(years, columns, strict=True)
            for name in names
            if name not in told
        ),
        rader=tuple(
            Radöverår(title, tuple(_of_year(year, line, told) for year, told in zip(years, columns, strict=True)))
            for line, title in titles.items()
        ),
        summa_titel=f"Summa enligt dokumenten{f': {NET}' if is_net else ''}",
        summa=tuple(_cells(year, budget_sums(year), told) for year, told in zip(years, columns, strict=True)),
    )


def _lines(year: Årgång) -> Sequence[Budgetrad]:
    return year.budget.innehåll.rader if year.budget else ()


def _values(year: Årgång, column: str) -> Iterable[Decimal | None]:
    """What the column holds, the sum last."""
    return [getattr(row, column) for row in (*_lines(year), budget_sums(year))]


def _is_told(year: Årgång, column: str) -> bool:
    return any(value is not None for value in _values(year, column))


def _unit(years: Sequence[Årgång], names: Sequence[str]) -> str:
    """«, i kronor, avrundat till hela kronor», where all years count in it."""
    if len({unit_told(year) for year in years}) != 1:
        return ""
    told = [whole_unit_told(year, [v for name in names for v in _values(year, name)]) for year in years]
    return f", {max(told, key=len)}"


def _of_year(year: Årgång, name: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    line = next((line for line in _lines(year) if line.id == name), None)
    return _cells(year, line, columns) if line else (NO_LINE,) * len(columns)


def _cells(year: Årgång, row: Budgetrad | Budgetsumma, columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(whole_amount(getattr(row, column), year) for column in columns)

"""The lines of all budgets over all years."""

from rusplan.data.counted_sums import budget_sums, has_income
from rusplan.data.year import Årgång
from rusplan.site import addresses
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.tools.record import small
from rusplan.views.amounts import NET, TITLES, amount, line_title, tells_outcomes, unit_told

NO_LINE = "Raden finns inte"


@small
class Radöverår:
    """One line over all years: its amounts per year, as `Budgetöversikt.kolumner` says."""

    titel: str
    belopp: tuple[tuple[str, ...], ...]


@small
class Budgetöversikt:
    """All lines over all years; the unit is not told where years have different ones: it stands with each amount."""

    titel: str
    kolumner: tuple[str, ...]
    år: tuple[Länk, ...]
    rader: tuple[Radöverår, ...]
    summa_titel: str
    summa: tuple[tuple[str, ...], ...]


def budgets_over_years(sajt: Sajt) -> Budgetöversikt:
    """Each line with its amounts in every year that has a budget."""
    years = [y for y in sajt.samling.årgångar.values() if y.budget]
    names = ("budget", "utfall") if tells_outcomes(sajt.samling) else ("budget",)
    titles: dict[str, str] = {}
    for year in years:
        assert year.budget
        titles.update((line.id, line_title(line)) for line in year.budget.innehåll.rader)
    units = {unit_told(year) for year in years}
    is_net = any(year.budget and has_income(year.budget.innehåll) for year in years)
    return Budgetöversikt(
        titel=f"{' och '.join(TITLES[n] for n in names).capitalize()} alla år{f', {units.pop()}' if len(units) == 1 else ''}",
        kolumner=tuple(TITLES[name] for name in names),
        år=tuple(Länk(str(y.år), addresses.budget(y.år)) for y in years),
        rader=tuple(
            Radöverår(title, tuple(_of_year(year, line, names) for year in years)) for line, title in titles.items()
        ),
        summa_titel=f"Summa enligt dokumenten{f': {NET}' if is_net else ''}",
        summa=tuple(
            tuple(amount(getattr(sums, name), year) for name in names)
            for year in years
            for sums in (budget_sums(year),)
        ),
    )


def _of_year(year: Årgång, name: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    assert year.budget
    for line in year.budget.innehåll.rader:
        if line.id == name:
            return tuple(amount(getattr(line, column), year) for column in columns)
    return (NO_LINE,) * len(columns)

"""The charts that an editor can name: ``status.2025``, ``dagar.2024``, ``budget.2025``, ``mal.2025``."""

from collections.abc import Callable
from decimal import Decimal

from macros import labels
from macros.charts import Stapeldiagram, bars
from macros.model import Status
from macros.views.goals import ratings_table
from macros.views.money import amount
from macros.views.parts import Sajt
from macros.views.report import status_counts
from macros.views.years import days_told, planned_days


def _status(sajt: Sajt, year: int) -> Stapeldiagram:
    counts = status_counts(sajt.samling.årgångar[year])
    values = [(labels.STATUS[s].text, Decimal(counts[s]), str(counts[s])) for s in Status if counts[s]]
    return bars(f"status-{year}", f"Hur det gick med aktiviteterna {year}", ("Status", "Antal aktiviteter"), values)


def _days(sajt: Sajt, year: int) -> Stapeldiagram:
    found = sajt.samling.årgångar[year]
    values = [(a.titel, planned_days(found, a.id), days_told(found, a.id)) for a in found.plan.innehåll.områden]
    return bars(f"dagar-{year}", f"Planerad arbetstid per område {year}", ("Område", "Dagar"), values)


def _budget(sajt: Sajt, year: int) -> Stapeldiagram:
    budget = sajt.samling.årgångar[year].budget
    values = []
    for line in budget.innehåll.rader if budget else ():
        for word, value in (("budget", line.budget), ("utfall", line.utfall)):
            if value is not None:
                values.append((f"{line.titel}, {word}", value, amount(value)))
    return bars(f"budget-{year}", f"Budget och utfall {year}", ("Rad", "Belopp"), values)


def _goals(sajt: Sajt, year: int) -> Stapeldiagram:
    table = ratings_table(sajt, year)
    digits = [row.värderingar[-1] for row in table.rader] if table else []
    values = [
        (f"{digit}: {text}", Decimal(digits.count(digit)), str(digits.count(digit)))
        for digit, text in (table.skala if table else ())
    ]
    return bars(f"mal-{year}", f"Målens värdering {year}", ("Värdering", "Antal mål"), values)


CHARTS: dict[str, Callable[[Sajt, int], Stapeldiagram]] = {
    "status": _status,
    "dagar": _days,
    "budget": _budget,
    "mal": _goals,
}


def charts(sajt: Sajt) -> dict[str, Stapeldiagram]:
    """All charts that the data can fill, by name: ``status.2025``; the kind alone, ``status``, is the newest."""
    found: dict[str, Stapeldiagram] = {}
    for kind, draw in CHARTS.items():
        for year in sajt.samling.årgångar:
            if (chart := draw(sajt, year)).staplar:
                found[f"{kind}.{year}"] = found[kind] = chart
    return found

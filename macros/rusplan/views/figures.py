"""Single figures that an editor can name in a text: ``2025.dagar``, ``2025.budget.loner.utfall``."""

from collections import Counter
from decimal import Decimal

from rusplan.data.collection import Samling
from rusplan.data.counted_sums import budget_sums, unit_of, used_columns
from rusplan.data.model import SLUTLIGA, Status, Ställning
from rusplan.data.year import Årgång
from rusplan.swedish.formatting import antal, belopp, tal
from rusplan.views.plan_page import UNKNOWN, flags
from rusplan.views.report_page import status_counts, unknown_of
from rusplan.views.year_facts import days_told, known_days


def figures(samling: Samling) -> dict[str, str | None]:
    """All figures by name, as they are shown; None where data does not know, since no sentence goes on after «uppgift saknas»."""
    found: dict[str, str | None] = {}
    for year in samling.årgångar.values():
        found[f"{year.år}.aktiviteter"] = tal(len(year.aktiviteter))
        found[f"{year.år}.dagar"] = _days(year)
        found[f"{year.år}.prioriterade"] = _known(flags(year)[0])
        for area in year.plan.innehåll.områden:
            found[f"{year.år}.{area.id}.dagar"] = _days(year, area.id)
            found[f"{year.år}.{area.id}.aktiviteter"] = tal(len(year.in_area(area.id)))
        counts = status_counts(year)
        words = Status if year.skrivs_här else SLUTLIGA
        found.update({f"{year.år}.status.{word}": _of_status(counts, word) for word in words})
        if year.budget:
            lines = [("", budget_sums(year)), *((f".{r.id}", r) for r in year.budget.innehåll.rader)]
            for name, line in lines:
                for field in used_columns(year.budget.innehåll):
                    value: Decimal | None = getattr(line, field)
                    found[f"{year.år}.budget{name}.{field}"] = None if value is None else belopp(value, unit_of(year))
    return found


def _days(year: Årgång, area: str | None = None) -> str | None:
    return None if known_days(year, area) is None else days_told(year, area)


def _known(told: str) -> str | None:
    return None if told == UNKNOWN else told


def _of_status(counts: Counter[Ställning], status: Status) -> str | None:
    """How many activities have the status, and for how many it is unknown; None where it is for all."""
    unknown = unknown_of(counts)
    if status is Status.OKÄNT:
        return tal(unknown)
    if not unknown:
        return tal(counts[Ställning(status)])
    many = antal(unknown, "aktivitet", "aktiviteter")
    missing = f"{many} inte uppföljda än" if counts[Ställning.INTE_UPPFÖLJD] else f"uppgift saknas för {many}"
    return None if unknown == counts.total() else f"{tal(counts[Ställning(status)])} ({missing})"

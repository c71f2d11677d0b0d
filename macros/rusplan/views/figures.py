"""Single figures that an editor can name in a text: ``2025.dagar``, ``2025.budget.loner.utfall``."""

from decimal import Decimal

from rusplan.data.collection import Samling
from rusplan.data.model import Status
from rusplan.swedish.formatting import belopp, tal
from rusplan.views.plan_page import flags
from rusplan.views.report_page import status_counts
from rusplan.views.year_facts import days_told


def figures(samling: Samling) -> dict[str, str]:
    """All figures by name, as they are shown."""
    found: dict[str, str] = {}
    for year in samling.årgångar.values():
        found[f"{year.år}.aktiviteter"] = tal(len(year.aktiviteter))
        found[f"{year.år}.dagar"] = days_told(year)
        found[f"{year.år}.prioriterade"] = flags(year)[0]
        for area in year.plan.innehåll.områden:
            found[f"{year.år}.{area.id}.dagar"] = days_told(year, area.id)
            found[f"{year.år}.{area.id}.aktiviteter"] = tal(len(year.in_area(area.id)))
        counts = status_counts(year)
        found.update({f"{year.år}.status.{status}": tal(counts[status]) for status in Status})
        if year.budget:
            lines = [("", year.budget.innehåll.summa), *((f".{r.id}", r) for r in year.budget.innehåll.rader)]
            for name, line in lines:
                for field in ("budget", "utfall"):
                    value: Decimal | None = getattr(line, field)
                    if value is not None:
                        found[f"{year.år}.budget{name}.{field}"] = belopp(value)
    return found

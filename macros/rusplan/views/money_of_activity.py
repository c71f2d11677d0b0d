"""The money of an activity: the lines of the year's budget that go to it."""

from rusplan.data.counted_sums import given_to, unit_of
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.site import addresses
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import belopp
from rusplan.tools.record import small
from rusplan.views.amounts import NONE, TITLES, columns_of, line_cells, line_title


@small
class Pengarvy:
    """A line of the budget, and its amounts in words: «budget 1 250 tkr, utfall 1 100 tkr»."""

    rad: Länk
    belopp: str


def given(sajt: Sajt, activity: Årsaktivitet) -> str | None:
    """What the budget gives the activity, for a list; None on a site whose budgets give activities nothing."""
    if "pengar" not in sajt.samling.använt:
        return None
    year = sajt.samling.årgångar[activity.år]
    value = given_to(year, activity.id)
    return NONE if value is None else belopp(value, unit_of(year))


def money_of(sajt: Sajt, year: Årgång, activity: Årsaktivitet) -> tuple[Pengarvy, ...]:
    """The lines that go to the activity as a whole, in the order of the budget."""
    lines = year.budget.innehåll.rader if year.budget else ()
    found = [(i, line) for i, line in enumerate(lines) if line.aktivitet == activity.id]
    if not found or not year.budget:
        return ()
    columns = columns_of(sajt.samling, year.budget.innehåll)
    return tuple(
        Pengarvy(
            Länk(line_title(line), f"{addresses.budget(year.år)}#rad-{line.id}"),
            ", ".join(
                f"{TITLES[name].lower()} {told}"
                for name, told in zip(columns.namn, line_cells(year, columns, i), strict=False)
                if told != NONE
            ),
        )
        for i, line in found
    )

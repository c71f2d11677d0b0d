"""What a reader asks of two years first: how many activities differ, and which of them most, in days and in money."""

from collections.abc import Iterator, Mapping, Sequence

from rusplan.data.counted_sums import budget_sums, unit_of
from rusplan.data.year import Årgång
from rusplan.site import addresses
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import antal
from rusplan.swedish.labels import SAKNAS
from rusplan.tools.record import small
from rusplan.views.amounts import difference, whole, whole_amount
from rusplan.views.comparison_rows import Jämförelserad
from rusplan.views.year_facts import change_of_days, days_told

MOST_ROWS = 3
# What became of activities: where it stands on the page, and what one and many of them are called.
GROUPS = {
    "nya": ("ny", "nya"),
    "avslutade": ("avslutad", "avslutade"),
    "namnbyten": ("med nytt namn", "med nytt namn"),
    "sammanslagna": ("sammanslagning", "sammanslagningar"),
    "uppdelade": ("uppdelning", "uppdelningar"),
    "overtagna": ("övertagen", "övertagna"),
}


@small
class Skillnader:
    """What differs, in brief. `mest` are the activities whose days differ most, each with how much."""

    rubrik: str
    dagar: str
    mest: tuple[tuple[Länk, str], ...]
    pengar: str
    grupper: tuple[Länk, ...]


def in_brief(
    sajt: Sajt, first: Årgång, second: Årgång, rows: Sequence[Jämförelserad], groups: Mapping[str, int], both: str
) -> Skillnader:
    """The answer; `rows` stand with what differs most first, `groups` tells how many stand below each anchor."""
    has_days = "dagar" in sajt.samling.använt
    return Skillnader(
        rubrik=_heading(rows, both),
        dagar=_days(first, second) if has_days else "",
        mest=tuple((row.nyare, row.skillnad) for row in rows[:MOST_ROWS] if row.ändring) if has_days else (),
        pengar=_money(first, second),
        grupper=tuple(_links(groups, addresses.jämförelse(first.år, second.år))),
    )


def _heading(rows: Sequence[Jämförelserad], both: str) -> str:
    changed, all_of_them = sum(row.ändrad for row in rows), antal(len(rows), "aktivitet", "aktiviteter")
    if not rows:
        return f"Ingen aktivitet finns {both}"
    if not changed:
        return f"Ingen känd ändring i {all_of_them} som finns {both}"
    return f"{changed} av {all_of_them} som finns {both} har ändrats"


def _days(first: Årgång, second: Årgång) -> str:
    change = change_of_days(first, second)
    told = f"{first.år.visad}: {days_told(first)}. {second.år.visad}: {days_told(second)}"
    return f"{told}." if change == SAKNAS else f"{told} ({change})."


def _money(first: Årgång, second: Årgång) -> str:
    if not first.budget or not second.budget:
        return ""
    old, new = (budget_sums(year).budget for year in (first, second))
    told = [whole_amount(old, first), whole_amount(new, second)]
    if old is not None and told[0] == told[1]:
        return f"{told[0]} både {first.år.visad} och {second.år.visad}."
    said = f"{first.år.visad}: {told[0]}. {second.år.visad}: {told[1]}"
    if old is None or new is None or unit_of(first) is not unit_of(second):
        return f"{said}."
    return f"{said} ({difference(whole(old, first), whole(new, second), second)})."


def _links(groups: Mapping[str, int], page: str) -> Iterator[Länk]:
    """«2 nya», «1 avslutad»: to where they stand."""
    for anchor, (one, many) in GROUPS.items():
        if groups.get(anchor):
            yield Länk(antal(groups[anchor], one, many), f"{page}#{anchor}")

"""What is left to do where a text tells a sum of days that no longer holds: the days of an activity have changed since the version before."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rusplan.checks.judged import listed_under
from rusplan.checks.sum_causes import earlier_content
from rusplan.data.collection import Samling
from rusplan.data.model import Aktivitet
from rusplan.data.problems import Problem
from rusplan.data.walk import parts_of
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.git.version_before import VersionBefore
from rusplan.swedish.formatting import tal
from rusplan.tools.record import record


@record
class Summabyte:
    """The working days of an area, or of all activities, before and now."""

    av: str
    före: Decimal
    nu: Decimal


def told_days_are_todays(samling: Samling) -> Iterator[Problem]:
    """No text of a plan that is written here tells the days that an area, or all of it, had before."""
    before = VersionBefore(samling.rot)
    for year in samling.årgångar.values():
        if not year.skrivs_här or year.plan.innehåll.revideringar:
            continue  # a plan that has been revised may tell what was decided
        sums = list(_sums(year, before))
        holding = {change.nu for change in sums}
        for change in sums:
            if change.före and change.före not in holding:
                yield from _telling(year, change)


def _sums(year: Årgång, before: VersionBefore) -> Iterator[Summabyte]:
    groups = [(f"aktiviteterna i {area.titel}", listed_under(year, area.id)) for area in year.plan.innehåll.områden]
    for of, activities in (*groups, ("alla aktiviteter", [*year.aktiviteter.values()])):
        yield Summabyte(av=of, före=_sum(activities, before), nu=_sum(activities))


def _sum(activities: Sequence[Årsaktivitet], before: VersionBefore | None = None) -> Decimal:
    """The days of the activities, now or in the version before."""
    contents = [(before and earlier_content(before, a.plan, Aktivitet)) or a.plan.innehåll for a in activities]
    return sum((content.dagar or Decimal() for content in contents), Decimal())


def _telling(year: Årgång, change: Summabyte) -> Iterator[Problem]:
    """Each text of the year that tells the sum as it was."""
    words = re.compile(rf"(?<![\d,.]){re.escape(tal(change.före))}[ \u00a0](?:arbets)?dagar")
    files = [file for file in (year.plan, year.berättelse, year.budget, year.mål) if file]
    for file in files:
        for loc, part in parts_of(file.innehåll):
            found = words.search(" ".join(part.split())) if type(part) is str else None
            if found and "anmärkningar" not in loc:
                right = found[0].replace(tal(change.före), tal(change.nu), 1)
                yield file.problem(
                    loc,
                    f"«{loc[-1]}» säger «{found[0]}», men {change.av} har nu {tal(change.nu)} dagar tillsammans; skriv «{right}»",
                )

"""What is told as planned comes from a plan."""

import re
from collections.abc import Iterator

from rusplan.data.collection import Samling
from rusplan.data.model import JaNej
from rusplan.data.problems import Problem

PLANNED = re.compile(r"\bplanera(?:r|s|t|ts|d|de|des)?\b", re.I)


def nothing_is_planned_without_a_plan(samling: Samling) -> Iterator[Problem]:
    """Where a year's plan is not at hand, the summary of an activity says what it is about, not what was planned."""
    for year in samling.årgångar.values():
        if year.plan.innehåll.dokument.tillgänglig is not JaNej.NEJ:
            continue
        for activity in year.aktiviteter.values():
            if found := PLANNED.search(activity.plan.innehåll.sammanfattning):
                yield activity.plan.problem(
                    ("sammanfattning",),
                    f"«sammanfattning» säger «{found[0]}», men {year.plan.namn} säger att planen inte finns här («tillgänglig: nej»); skriv vad aktiviteten gäller",
                )

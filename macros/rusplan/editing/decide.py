"""A year's plan is decided: the decision is written, if the plan has all that a decided one must have."""

from pathlib import Path

from rusplan.data.problems import listed
from rusplan.editing.changed_together import Avslag, Filändring, collection_to_change
from rusplan.editing.decision import decide, decision


def decide_plan(root: Path, year: str, day: str, by: str, number: str | None) -> Filändring:
    """Write the decision on the plan of a year. Raises `Avslag` or `DataFel`, and has then changed nothing."""
    made, samling = decision(day, by, number), collection_to_change(root)
    found = samling.årgångar.get(year)
    if found is None:
        raise Avslag(f"Året «{year}» finns inte. Ange ett av {listed(samling.årgångar)}.")
    return decide(root, samling, found.plan, made)

"""Rules for goals that are named: those that activities serve, and those that other goals lie under."""

from collections.abc import Iterator

from rusplan.checks.judged import choices
from rusplan.data.collection import Samling
from rusplan.data.goal_levels import above
from rusplan.data.problems import Problem
from rusplan.data.year import Årgång


def goals_served_are_there(samling: Samling) -> Iterator[Problem]:
    """An activity serves goals of its own plan's mal.yml."""
    for year in samling.årgångar.values():
        if samling.unreadable(year.år, "mal.yml"):
            continue
        known = [goal.id for goal in year.mål.innehåll.mål] if year.mål else []
        for activity in year.aktiviteter.values():
            for i, name in enumerate(activity.plan.innehåll.mål):
                if name not in known:
                    yield activity.plan.problem(("mål", i), f"«mål» nämner «{name}», {_missing(year, name, known)}")


def _missing(year: Årgång, name: str, known: list[str]) -> str:
    if year.mål is None:
        return f"men data/{year.år}/mal.yml finns inte; lägg till den, eller ta bort målet"
    return f"men det målet finns inte i {year.mål.namn}{choices(name, known)}"


def goals_lie_under_goals(samling: Samling) -> Iterator[Problem]:
    """A goal lies under another of the same file, and not under itself."""
    for year in samling.årgångar.values():
        goals = year.mål.innehåll.mål if year.mål else ()
        known = [goal.id for goal in goals]
        for i, goal in enumerate(goals):
            assert year.mål
            if goal.under and goal.under not in known:
                text = f"«under» är «{goal.under}», men det målet finns inte i filen{choices(goal.under, known)}"
                yield year.mål.problem(("mål", i, "under"), text)
            elif goal.under == goal.id or any(each.under == goal.id for each in above(year.mål.innehåll, goal)):
                text = f"«under» är «{goal.under}», men då ligger målet under sig självt; välj ett mål som inte ligger under det här"
                yield year.mål.problem(("mål", i, "under"), text)

"""Goals and the activities that serve them. Where no activity of a plan names a goal, nothing is said of it."""

from rusplan.data.goal_levels import with_levels
from rusplan.data.model import EttMål
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.site import addresses
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt


def goals_of(year: Årgång, activity: Årsaktivitet) -> tuple[Länk, ...]:
    """The goals that the activity serves, in the order of the goals."""
    named = activity.plan.innehåll.mål
    goals = year.mål.innehåll.mål if year.mål else ()
    return tuple(goal_link(year, goal) for goal in goals if goal.id in named)


def goal_link(year: Årgång, goal: EttMål) -> Länk:
    """A goal, where it stands on the page of its period."""
    return Länk(goal.titel, f"{addresses.mål(year.år)}#{goal.id}")


def serving(sajt: Sajt, year: Årgång, goal: EttMål) -> tuple[Länk, ...]:
    """The activities that serve the goal itself, in the order of the plan."""
    found = (activity for activity in year.aktiviteter.values() if goal.id in activity.plan.innehåll.mål)
    return tuple(sajt.aktivitetslänk(activity) for activity in found)


def why_not_served(year: Årgång, goal: EttMål) -> str:
    """That no activity serves the goal or one under it; nothing where some does, or where the plan names no goals."""
    named = {name for activity in year.aktiviteter.values() for name in activity.plan.innehåll.mål}
    assert year.mål
    own = {each.id for each, _ in with_levels(year.mål.innehåll, goal)}
    return "" if not named or own & named else f"Ingen aktivitet {year.år.visad} bidrar till målet."

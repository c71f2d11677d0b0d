"""Goals in levels: which lie under which, and the area that each belongs to."""

from collections.abc import Iterator

from rusplan.data.model import EttMål, MålFörPeriod


def above(goals: MålFörPeriod, goal: EttMål) -> tuple[EttMål, ...]:
    """The goals that a goal lies under, the nearest first; each once, whatever the file says."""
    by_id, found = {each.id: each for each in goals.mål}, list[EttMål]()
    next_ = by_id.get(goal.under or "")
    while next_ and next_ is not goal and next_ not in found:
        found.append(next_)
        next_ = by_id.get(next_.under or "")
    return tuple(found)


def area_of(goals: MålFörPeriod, goal: EttMål) -> str | None:
    """The area that the goal belongs to: its own, or that of the goal above it; None for one of the whole plan."""
    return next((each.område for each in (goal, *above(goals, goal)) if each.område), None)


def top_goals(goals: MålFörPeriod) -> tuple[EttMål, ...]:
    """The goals that lie under no other."""
    return tuple(goal for goal in goals.mål if not above(goals, goal))


def with_levels(goals: MålFörPeriod, goal: EttMål, level: int = 0) -> Iterator[tuple[EttMål, int]]:
    """The goal and all under it, each before those under it, with how many levels down it lies."""
    yield goal, level
    for each in goals.mål:
        if each.under == goal.id and each is not goal and goal in above(goals, each):
            yield from with_levels(goals, each, level + 1)

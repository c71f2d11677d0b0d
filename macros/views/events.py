"""Events of all activities, by year and date."""

from dataclasses import dataclass, replace

from macros.views import parts
from macros.views.parts import HändelseVy, Sajt


@dataclass(frozen=True)
class Händelseår:
    """A year's events by date."""

    år: str
    händelser: tuple[HändelseVy, ...]


def event_list(sajt: Sajt, year: int | None = None) -> tuple[Händelseår, ...]:
    """Events by year, newest year first, each year by date: outcomes' where there is an outcome, else the plan's."""
    found = []
    for each in sajt.samling.nyast_först:
        if year not in (None, each.år):
            continue
        dated = []
        for activity in each.aktiviteter.values():
            source = activity.utfall or activity.plan
            kind = "utfall" if activity.utfall else "plan"
            shown = {event.ankare: event for event in parts.händelser(sajt, activity, source.innehåll.händelser, kind)}
            for number, event in enumerate(source.innehåll.händelser, 1):
                view = shown[f"{kind}-handelse-{number}"]
                place = f"{activity.år}-{activity.id}-{view.ankare}"
                dated.append((event.datum, activity.ref, number, replace(view, ankare=place)))
        ordered = tuple(view for *_, view in sorted(dated, key=lambda d: d[:3]))
        if ordered:
            found.append(Händelseår(str(each.år), ordered))
    return tuple(found)

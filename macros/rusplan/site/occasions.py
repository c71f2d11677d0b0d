"""Which events the site shows, and what each is called: the name that anchors, calendar files and their UIDs are made from.

The name is ``2025-miljomalsdagarna--miljomalsdagarna``: year and activity, two hyphens, and the event's own `id` or else its title.
It does not hold the date, so that a meeting that is moved stays the same meeting in a reader's calendar. Only the second event of
the same title in an activity has the date too. A plan's event keeps its name when the outcome tells of it under the same title.
"""

from collections.abc import Iterator

from rusplan.data.collection import Samling, Årsaktivitet
from rusplan.data.model import Händelse
from rusplan.site.links import anchor
from rusplan.tools.record import record


@record
class Tillfälle:
    """An event with its activity, the part that tells of it (plan or utfall), its number there and its name."""

    aktivitet: Årsaktivitet
    händelse: Händelse
    del_: str
    nummer: int
    namn: str

    @property
    def fil(self) -> str:
        """The data file that tells of it."""
        file = self.aktivitet.utfall if self.del_ == "utfall" else self.aktivitet.plan
        assert file
        return file.namn


def occasions(samling: Samling) -> Iterator[Tillfälle]:
    """All events in the order of years and plans: the outcome's where there is an outcome, else the plan's."""
    for activity in samling.aktiviteter.values():
        part = "utfall" if activity.utfall else "plan"
        events = (activity.utfall or activity.plan).innehåll.händelser
        names = event_names(events)
        for number, (event, name) in enumerate(zip(events, names, strict=True), 1):
            yield Tillfälle(
                aktivitet=activity,
                händelse=event,
                del_=part,
                nummer=number,
                namn=f"{activity.år}-{activity.id}--{name}",
            )


def event_names(events: tuple[Händelse, ...]) -> list[str]:
    """A name for each event of an activity, no two alike: its id, its title, title and date, or with a number after it."""
    taken = {event.id for event in events if event.id}
    found = []
    for event in events:
        name = event.id or next(name for name in _candidates(event) if name not in taken)
        taken.add(name)
        found.append(name)
    return found


def _candidates(event: Händelse) -> Iterator[str]:
    title = anchor(event.titel)
    short = title if len(title) <= 60 else title[:60].rsplit("-", 1)[0]
    short = short or "handelse"
    yield short
    dated = f"{short}-{event.datum.iso}"
    yield dated
    number = 2
    while True:
        yield f"{dated}-{number}"
        number += 1


ALL = "alla"


def has_day(found: Tillfälle) -> bool:
    """True for an event that a calendar can show: one with a whole date."""
    return bool(found.händelse.datum.dag)

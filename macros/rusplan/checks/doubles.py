"""Rules for what stands twice: the same event, publication, point or name."""

from collections.abc import Hashable, Iterable, Iterator

from rusplan.checks.judged import files
from rusplan.data.collection import Samling
from rusplan.data.mentioned import what_it_is
from rusplan.data.model import Händelse, Post
from rusplan.data.problems import Problem, shown
from rusplan.data.reader import Fil


def nothing_stands_twice(samling: Samling) -> Iterator[Problem]:
    """A row of a list is told once; an event of a day once among the plans of a year, and once among its outcomes."""
    for file in files(samling):
        for loc, name in file.nämnt.dubbla:
            label = next(part for part in reversed(loc) if isinstance(part, str))
            yield file.problem(
                loc, f"«{label}» har «{shown(name)}» två gånger; ta bort den ena, eller skriv vad som skiljer dem åt"
            )
    for year in samling.årgångar.values():
        activities = year.aktiviteter.values()
        yield from _events_twice(activity.plan for activity in activities)
        yield from _events_twice(file for activity in activities for file in activity.utfallen)


def _events_twice(told: Iterable[Fil[Post]]) -> Iterator[Problem]:
    """An event of a whole day that another file tells of too: readers would see it twice, and get it twice in their calendars."""
    seen: dict[Hashable, str] = {}
    for file in told:
        for loc, event in file.nämnt.daterade:
            if not isinstance(event, Händelse) or not event.datum.dag:
                continue
            first = seen.setdefault(what_it_is(event), file.namn)
            if first != file.namn:
                yield file.problem(
                    loc,
                    f"händelsen «{shown(event.titel)}» {event.datum.iso} står också i {first}; låt den stå i den ena filen, och hänvisa dit från den andra",
                )

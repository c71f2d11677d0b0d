"""Which events the site shows, and what each is called: the name that anchors, calendar files and their UIDs are made from.

The name is ``2025-hembygdens-dag--hembygdens-dag``: year and activity, two hyphens, and the event's title. It does not hold the date,
so that a meeting that is moved stays the same meeting in a reader's calendar. An event that has been published keeps its name as its `id`
in data, whatever happens to its title, its place in the list or its activity. Without an `id`, an event that the outcome tells of has the
name of the planned one of the same title, and only the second event of a title has the date in its name. So plan and outcome are joined
by name: an event that both tell of is shown once, as the outcome tells it, and a planned one that it does not tell of is still planned.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from rusplan.data.collection import Samling
from rusplan.data.model import Aktivitet, Händelse, JaNej, Utfall
from rusplan.data.reader import Fil
from rusplan.data.values import Datum
from rusplan.data.year import Årsaktivitet
from rusplan.site.links import anchor
from rusplan.tools.record import record, small

ALL = "alla"
BETWEEN = "--"


@record
class Tillfälle:
    """An event with its activity, the part that tells of it (plan or utfall), its name and the data file; `planerad` is the planned event that an
    outcome's tells of."""

    aktivitet: Årsaktivitet
    händelse: Händelse
    del_: str
    namn: str
    fil: str
    planerad: Händelse | None = None

    @property
    def tidigare(self) -> tuple[Datum, ...]:
        """The dates that it has had before, the first first; where the outcome tells another date than the plan, the planned one too."""
        before, now = self.planerad, self.händelse.datum.iso
        dates = (*before.tidigare_datum, before.datum) if before else ()
        all_ = dict.fromkeys((*dates, *self.händelse.tidigare_datum))
        # A month is no other date than a day in it.
        return tuple(day for day in all_ if not now.startswith(day.iso) and not day.iso.startswith(now))

    @property
    def inställd(self) -> bool:
        """True if it is cancelled."""
        return self.händelse.inställd is JaNej.JA

    @property
    def ändringar(self) -> int:
        """How many times it has been moved or cancelled: what a reader's calendar knows a newer version by."""
        cancelled = self.inställd or (self.planerad is not None and self.planerad.inställd is JaNej.JA)
        return len(self.tidigare) + cancelled


@small
class Händelsenamn:
    """The names of an activity's events, in the order of its plan and of its outcomes."""

    plan: tuple[str, ...] = ()
    utfall: tuple[str, ...] = ()


Benämnd = tuple[Händelse, str]


def occasions(samling: Samling, names: Mapping[str, Händelsenamn] | None = None) -> Iterator[Tillfälle]:
    """All events in the order of years and plans, each once: in an activity those that its outcome tells of, then the others of its plan."""
    names = names or names_of_events(samling)
    for ref, activity in samling.aktiviteter.items():
        yield from occasions_of(activity, names[ref])


def occasions_of(activity: Årsaktivitet, names: Händelsenamn) -> Iterator[Tillfälle]:
    """The events of one activity, each once."""
    # What several outcomes tell of is as the newest has it.
    yield from {found.namn: found for found in told_of(activity, names)}.values()
    yield from (found for found in planned(activity, names) if found.namn not in names.utfall)


def planned(activity: Årsaktivitet, names: Händelsenamn) -> Iterator[Tillfälle]:
    """The planned events of an activity."""
    for event, name in zip(activity.plan.innehåll.händelser, names.plan, strict=True):
        yield Tillfälle(aktivitet=activity, händelse=event, del_="plan", namn=name, fil=activity.plan.namn)


def told_of(activity: Årsaktivitet, names: Händelsenamn) -> Iterator[Tillfälle]:
    """The events that the outcomes of an activity tell of."""
    before = dict(zip(names.plan, activity.plan.innehåll.händelser, strict=True))
    _, *outcomes = by_file(activity, names)
    for file, own in outcomes:
        for event, name in zip(file.innehåll.händelser, own, strict=True):
            yield Tillfälle(
                aktivitet=activity, händelse=event, del_="utfall", namn=name, fil=file.namn, planerad=before.get(name)
            )


def telling(activity: Årsaktivitet) -> tuple[Fil[Aktivitet] | Fil[Utfall], ...]:
    """The files that tell of events of an activity."""
    return (activity.plan, *activity.utfallen)


def by_file(
    activity: Årsaktivitet, names: Händelsenamn
) -> Iterator[tuple[Fil[Aktivitet] | Fil[Utfall], tuple[str, ...]]]:
    """The plan and each outcome of an activity, with what their events are called."""
    yield activity.plan, names.plan
    left = iter(names.utfall)
    for file in activity.utfallen:
        yield file, tuple(islice(left, len(file.innehåll.händelser)))


def names_of_events(samling: Samling) -> dict[str, Händelsenamn]:
    """What the events of each activity are called, by the activity (``2025/kulturmiljo``)."""
    ids = _ids(samling)
    # Only an id that begins as the names of an activity do could be in their way.
    alike: dict[str, set[str]] = {}
    for name in set().union(*ids.values()):
        alike.setdefault(name.partition(BETWEEN)[0], set()).add(name)
    return {
        ref: _names(activity, alike.get(own_part(activity).partition(BETWEEN)[0], set()) - ids[ref])
        for ref, activity in samling.aktiviteter.items()
    }


def ids_elsewhere(samling: Samling) -> dict[str, set[str]]:
    """For each activity the ids that events have in all others."""
    ids = _ids(samling)
    taken = set().union(*ids.values())
    return {ref: taken - names for ref, names in ids.items()}


def _ids(samling: Samling) -> dict[str, set[str]]:
    """For each activity the ids that its events have."""
    activities = samling.aktiviteter.items()
    return {ref: set(ids_of(activity, *telling(activity))) for ref, activity in activities}


def ids_of(activity: Årsaktivitet, *files: Fil[Aktivitet] | Fil[Utfall] | None) -> Iterator[str]:
    """The whole ids that events of an activity have in its files."""
    for file in files:
        yield from (whole(activity, event.id) for event in (file.innehåll.händelser if file else ()) if event.id)


def _names(activity: Årsaktivitet, elsewhere: set[str]) -> Händelsenamn:
    planned = activity.plan.innehåll.händelser
    names = event_names(activity, planned, elsewhere)
    told: list[str] = []
    for file in activity.utfallen:
        taken = elsewhere | set(ids_of(activity, activity.plan)) | set(told)
        known = tuple((event, name) for event, name in zip(planned, names, strict=True) if name not in told)
        told += event_names(activity, file.innehåll.händelser, taken, known)
    return Händelsenamn(tuple(names), tuple(told))


def own_part(activity: Årsaktivitet) -> str:
    """How the names of an activity's events begin."""
    return f"{activity.år}-{activity.id}{BETWEEN}"


def whole(activity: Årsaktivitet, name: str) -> str:
    """The name of the event with this `id`: one that says of which activity it was is the whole name already."""
    return name if BETWEEN in name else own_part(activity) + name


def event_names(
    activity: Årsaktivitet, events: Sequence[Händelse], taken: Iterable[str] = (), planned: Sequence[Benämnd] = ()
) -> list[str]:
    """A name for each event of one file, no two alike and none of those `taken`: its id, that of the planned event that it tells of, its
    title, title and date, or with a number after it."""
    used = {whole(activity, event.id) for event in events if event.id}
    found = []
    for event in events:
        name = whole(activity, event.id) if event.id else _planned(event, planned, used)
        name = name or next(name for name in candidates(activity, event) if name not in used and name not in taken)
        used.add(name)
        found.append(name)
    return found


def _planned(event: Händelse, planned: Sequence[Benämnd], used: set[str]) -> str | None:
    """The name of the planned event of the same title, rather the one of the same date."""
    same = [(other, name) for other, name in planned if name not in used and anchor(other.titel) == anchor(event.titel)]
    same.sort(key=lambda found: found[0].datum != event.datum)
    return same[0][1] if same else None


def candidates(activity: Årsaktivitet, event: Händelse) -> Iterator[str]:
    """The names that an event may have, the first of them that is free."""
    title = anchor(event.titel)
    short = title if len(title) <= 60 else title[:60].rsplit("-", 1)[0]
    name = own_part(activity) + (short or "handelse")
    yield name
    dated = f"{name}-{event.datum.iso}"
    yield dated
    number = 2
    while True:
        yield f"{dated}-{number}"
        number += 1


def has_day(found: Tillfälle) -> bool:
    """True for an event that a calendar can show: one with a whole date."""
    return bool(found.händelse.datum.dag)


def numbers(registered: Iterable[str]) -> Mapping[str, int]:
    """The number of each registered event within its activity, which anchors on the activity's page were once made from."""
    count: dict[str, int] = {}
    found = {}
    for name in registered:
        own = name.partition(BETWEEN)[0]
        found[name] = count[own] = count.get(own, 0) + 1
    return found

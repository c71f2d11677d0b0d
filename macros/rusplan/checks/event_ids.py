"""Rules for what events are called: a link or a row in a reader's calendar leads to the same event for ever."""

from collections.abc import Iterator
from itertools import islice

from rusplan.data.collection import Samling
from rusplan.data.mentioned import what_it_is
from rusplan.data.model import Aktivitet, Händelse, Utfall
from rusplan.data.problems import Problem
from rusplan.data.reader import Fil
from rusplan.data.year import Årsaktivitet
from rusplan.site.links import anchor
from rusplan.site.occasions import by_file, candidates, names_of_events, telling, whole
from rusplan.tools.record import small


@small
class Händelseplats:
    """An event where it stands in data."""

    aktivitet: Årsaktivitet
    fil: Fil[Aktivitet] | Fil[Utfall]
    nummer: int
    händelse: Händelse
    namn: str

    def problem(self, field: str, text: str) -> Problem:
        """A problem at a field of the event."""
        return self.fil.problem(("händelser", self.nummer, field), text)


def every_event(samling: Samling) -> Iterator[Händelseplats]:
    """All events of plans and outcomes."""
    for ref, names in names_of_events(samling).items():
        activity = samling.aktiviteter[ref]
        for file, own in by_file(activity, names):
            for number, name in enumerate(own):
                yield Händelseplats(activity, file, number, file.innehåll.händelser[number], name)


def events_of_one_title_have_ids(samling: Samling) -> Iterator[Problem]:
    """Where several events of a file have one title, each has an id: else the second takes over the link of the first."""
    activities = samling.aktiviteter.values()
    if not any(_has_one_title_twice(file) for activity in activities for file in telling(activity)):
        return
    places = list(every_event(samling))
    taken = {place.namn for place in places if place.händelse.id}
    groups: dict[tuple[str, str], list[Händelseplats]] = {}
    for place in places:
        groups.setdefault((place.fil.namn, anchor(place.händelse.titel)), []).append(place)
    for same in groups.values():
        if len({what_it_is(place.händelse) for place in same}) == 1:
            continue  # one event; if it stands twice another rule says so
        for place in (place for place in same if not place.händelse.id):
            yield place.problem("titel", _needs_id(place, taken))


def _has_one_title_twice(file: Fil[Aktivitet] | Fil[Utfall]) -> bool:
    events = file.innehåll.händelser
    return len(events) > 1 and len({anchor(event.titel) for event in events}) < len(events)


def _needs_id(place: Händelseplats, taken: set[str]) -> str:
    """What to write; the id that is offered counts as taken from then on."""
    short, *dated = islice(candidates(place.aktivitet, place.händelse), len(taken) + 2)
    free = next(name for name in dated if name not in taken)
    said = f"flera händelser här heter «{place.händelse.titel}», och då behöver var och en ett «id» som länkar och kalendrar håller sig till; "
    said += f"kör «rusplan permalinks», eller skriv «id: {free}»"
    if short not in taken:
        said += f", men «id: {short}» på den vars länk slutar så i dag"
    taken.add(free)
    return said


def event_ids_are_their_own(samling: Samling) -> Iterator[Problem]:
    """No event has the id of one in another activity; the plan and the outcome of an activity may tell of the same."""
    seen: dict[str, Händelseplats] = {}
    for place in _with_ids(samling):
        first = seen.setdefault(place.namn, place)
        if first.aktivitet is not place.aktivitet:
            yield place.problem(
                "id",
                f"«id» är «{place.händelse.id}», som redan är id för en händelse i {first.fil.namn}; ta bort raden om det här är en annan händelse",
            )


def _with_ids(samling: Samling) -> Iterator[Händelseplats]:
    """The events that have an id, which is their name."""
    for activity in samling.aktiviteter.values():
        for file in telling(activity):
            for number, event in enumerate(file.innehåll.händelser):
                if event.id:
                    yield Händelseplats(activity, file, number, event, whole(activity, event.id))


def published_events_are_there(samling: Samling) -> Iterator[Problem]:
    """Every registered event is there under its name, whatever its title and its activity are now."""
    register = samling.permalänkar
    if not register.innehåll.händelser or samling.oläsliga:
        return
    there = list(every_event(samling.publikt))
    names = {place.namn for place in there}
    removed = {row.adress for row in register.innehåll.borttagna}
    for i, name in enumerate(register.innehåll.händelser):
        if name not in names and f"/handelser/#{name}" not in removed:
            yield register.problem(("händelser", i), _gone(name, [p for p in there if not p.händelse.id]))


def _gone(name: str, nameless: list[Händelseplats]) -> str:
    said = f"händelsen «{name}» är publicerad men finns inte längre under det namnet; "
    short = next((p for p in nameless if anchor(p.händelse.titel) == name.partition("--")[2]), None)
    if short:
        row = short.fil.platser[("händelser", short.nummer)][0]
        return said + f"är det den som står i {short.fil.namn} på rad {row}, så skriv «id: {name}» där"
    return (
        said + f"står den i en annan fil eller med en annan titel, så skriv «id: {name}» på den; "
        f"ska den vara borta, så skriv «adress: /handelser/#{name}» och «skäl: …» under «borttagna»; har den aldrig visats, så ta bort raden här"
    )

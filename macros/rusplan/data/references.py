"""The references between years and texts: what an activity comes from, what becomes of it, and where it is mentioned."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from rusplan.data.collection import Samling
from rusplan.data.model import Besked, Grund, Hänvisning, Post, Relation
from rusplan.data.reader import Fil
from rusplan.data.yaml_text import Loc
from rusplan.data.year import Årsaktivitet
from rusplan.tools.questions import tells
from rusplan.tools.record import record


@record
class Länkning:
    """One typed step between two activities of different years; the later one names it, both ends show it."""

    från: Årsaktivitet
    till: Årsaktivitet
    typ: Relation
    grund: Grund | None
    text: str | None


@record
class Omnämnande:
    """A reference in a text: the page it stands on, what it points at (``2025/kulturmiljo``, ``2026``) and what it says."""

    källa: Fil[Post]
    loc: Loc
    hänvisning: Hänvisning
    aktivitet: Årsaktivitet | None


class Graf:
    """All steps between years and all references in texts of a collection, to be asked from both ends."""

    def __init__(self, samling: Samling) -> None:
        self._samling = samling
        back: dict[str, list[Länkning]] = defaultdict(list)
        forward: dict[str, list[Länkning]] = defaultdict(list)
        for activity in samling.aktiviteter.values():
            for link in activity.plan.innehåll.bygger_på:
                if earlier := samling.aktiviteter.get(link.aktivitet):
                    step = Länkning(från=earlier, till=activity, typ=link.typ, grund=link.grund, text=link.text)
                    back[activity.ref].append(step)
                    forward[earlier.ref].append(step)
        mentions: dict[str, list[Omnämnande]] = defaultdict(list)
        for mention in all_mentions(samling):
            mentions[mention.hänvisning.till].append(mention)
        # Plain dicts from here on: asking changes nothing.
        self._back, self._forward, self._mentions = dict(back), dict(forward), dict(mentions)
        plans = (year.plan.innehåll for year in samling.årgångar.values())
        self._ends = {ending.aktivitet: ending for plan in plans for ending in plan.upphör}

    @property
    def frågas_som(self) -> str:
        """As of its collection."""
        return self._samling.frågas_som

    def prepare(self) -> None:
        """Find all lifelines."""
        _ = self._lines

    @tells
    def bygger_på(self, ref: str) -> tuple[Länkning, ...]:
        """The steps that lead to the activity from earlier years."""
        return tuple(self._back.get(ref, ()))

    @tells
    def fortsätter_i(self, ref: str) -> tuple[Länkning, ...]:
        """The steps that lead on from the activity to later years."""
        return tuple(self._forward.get(ref, ()))

    @tells
    def nämns_i(self, target: str) -> tuple[Omnämnande, ...]:
        """The references in texts that point at an activity, a year, a budget or a set of goals."""
        return tuple(self._mentions.get(target, ()))

    @tells
    def upphör(self, ref: str) -> Besked | None:
        """Why nothing takes over from the activity, if its own file or the plan that comes after says so."""
        return self._samling.aktiviteter[ref].plan.innehåll.upphör or self._ends.get(ref)

    @tells
    def livslinje(self, ref: str) -> tuple[Årsaktivitet, ...]:
        """All activities that hang together with this one over the years, by year and then in the order of the plan."""
        return tuple(self._lines[ref])

    @cached_property
    def _lines(self) -> dict[str, list[Årsaktivitet]]:
        """The lifeline of each activity: found once for all, since asking one by one passes through all for each."""
        lines: dict[str, list[Årsaktivitet]] = {}
        for activity in self._samling.aktiviteter.values():
            if activity.ref not in lines:
                line: list[Årsaktivitet] = []
                lines |= dict.fromkeys(self._together(activity.ref), line)
            lines[activity.ref].append(activity)
        return lines

    def _together(self, ref: str) -> set[str]:
        """All that can be reached from the activity, step by step, back and forward."""
        found, waiting = {ref}, [ref]
        while waiting:
            here = waiting.pop()
            near = [s.från.ref for s in self.bygger_på(here)] + [s.till.ref for s in self.fortsätter_i(here)]
            waiting.extend(new for new in near if new not in found)
            found.update(near)
        return found

    def steg(self, activities: tuple[Årsaktivitet, ...]) -> tuple[Länkning, ...]:
        """The steps between the given activities, in their order."""
        return tuple(step for a in activities for step in self.bygger_på(a.ref))


def all_mentions(samling: Samling) -> Iterator[Omnämnande]:
    """Every reference in every text, in the order of the years and plans."""
    for year in samling.årgångar.values():
        for file in (year.plan, *year.delberättelser.values(), year.berättelse, year.mål, year.budget):
            if file:
                yield from _mentions(file, None)
        for activity in year.aktiviteter.values():
            yield from _mentions(activity.plan, activity)
            for outcome in activity.utfallen:
                yield from _mentions(outcome, activity)


def _mentions(file: Fil[Post], activity: Årsaktivitet | None) -> Iterator[Omnämnande]:
    return (
        Omnämnande(källa=file, loc=loc, hänvisning=reference, aktivitet=activity)
        for loc, reference in file.nämnt.hänvisningar
    )

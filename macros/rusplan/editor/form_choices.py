"""What can be chosen in a form, from what stands in data: organisations, areas, goals, activities, documents; and the words of closed sets."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

from rusplan.data.collection import Samling
from rusplan.data.kinds import Plats
from rusplan.data.model import Insats, Post
from rusplan.data.year import Årgång
from rusplan.editor.form_fields import Formfält, form_fields
from rusplan.swedish import labels
from rusplan.swedish.formatting import sorteringsnyckel
from rusplan.swedish.labels import Märke
from rusplan.tools.record import small


@small
class Formval:
    """A choice: what data says, and what the form shows."""

    värde: str
    text: str


YES_NO = {"ja": "Ja", "nej": "Nej", "okänt": "Vet inte"}
WORDS_OF = {
    "JaNej": YES_NO,
    "Utvecklingsinsats": {**YES_NO, "delvis": "Delvis"},
    "Behov": {**YES_NO, "eventuellt": "Eventuellt"},
}


class Valmängd:
    """The choices in a form for the file at `plats`, where data is `samling`."""

    def __init__(self, samling: Samling, plats: Plats) -> None:
        self._samling, self._plats = samling, plats
        self._found: dict[tuple[str, object], tuple[Formval, ...]] = {}
        self._sources: Mapping[str, Callable[[], Iterable[tuple[str, str]]]] = MappingProxyType({
            "organisationer": self._organisations, "organisationstyper": self._kinds, "områden": self._areas, "mål": self._goals,
            "tidigare mål": self._goals_before, "årets aktiviteter": self._own_activities, "tidigare aktiviteter": self._activities_before,
            "mål för hänvisning": self._targets, "dokument": self._documents, "statusar": self._statuses, "värderingar": self._ratings,
            "insatser": self._items, "budgetrader": self._budget_lines, "revideringar": self._revisions,
        })  # fmt: skip

    def of(self, field: Formfält, owner: type[Post]) -> tuple[Formval, ...]:
        """The choices of a field, in the order that they are shown."""
        key = (field.källa or field.namn, field.ord or (owner if field.källa == "fält" else None))
        if key not in self._found:
            self._found[key] = tuple(Formval(value, text) for value, text in self._pairs(field, owner))
        return self._found[key]

    def _pairs(self, field: Formfält, owner: type[Post]) -> Iterable[tuple[str, str]]:
        if field.ord:
            return [(str(word), word_label(word)) for word in field.ord]
        if field.källa == "fält":
            return [(each.namn, each.etikett) for each in form_fields(owner) if each.namn != field.namn]
        return self._sources[field.källa]() if field.källa else ()

    @cached_property
    def _year(self) -> Årgång | None:
        return self._samling.årgångar.get(self._plats.år) if self._plats.år else None

    def _organisations(self) -> Iterable[tuple[str, str]]:
        found = self._samling.organisationer.values()
        named = ((each.id, f"{each.namn} ({each.kortnamn})" if each.kortnamn else each.namn) for each in found)
        return sorted(named, key=lambda pair: sorteringsnyckel(pair[1]))

    def _kinds(self) -> Iterable[tuple[str, str]]:
        return [(kind.id, kind.namn) for kind in self._samling.organisationstyper.values()]

    def _areas(self) -> Iterable[tuple[str, str]]:
        return [(area.id, area.titel) for area in self._year.plan.innehåll.områden] if self._year else ()

    def _goals(self) -> Iterable[tuple[str, str]]:
        goals = self._year.mål if self._year else None
        return [(goal.id, goal.titel) for goal in goals.innehåll.mål] if goals else ()

    def _goals_before(self) -> Iterable[tuple[str, str]]:
        before = next((year for year in self._earlier() if year.mål), None)
        return [(goal.id, goal.titel) for goal in before.mål.innehåll.mål] if before and before.mål else ()

    def _own_activities(self) -> Iterable[tuple[str, str]]:
        return [(name, each.titel) for name, each in self._year.aktiviteter.items()] if self._year else ()

    def _activities_before(self) -> Iterator[tuple[str, str]]:
        for year in self._earlier():
            yield from ((each.ref, f"{each.titel}, {year.visad}") for each in year.aktiviteter.values())

    def _earlier(self) -> list[Årgång]:
        """Earlier years, the newest first."""
        return [year for year in self._samling.nyast_först if self._plats.år is None or year.år < self._plats.år]

    def _targets(self) -> Iterator[tuple[str, str]]:
        for year in self._samling.nyast_först:
            yield str(year.år), f"Året {year.visad}"
            yield from ((each.ref, f"{each.titel}, {year.visad}") for each in year.aktiviteter.values())
            yield from ((f"{year.år}/budget", f"Budget {year.visad}"),) if year.budget else ()
            yield from ((f"{year.år}/mal", f"Mål {year.visad}"),) if year.mål else ()

    def _documents(self) -> Iterable[tuple[str, str]]:
        return list(self._samling.dokumenttitlar.items())

    def _statuses(self) -> Iterator[tuple[str, str]]:
        yield from ((str(word), word_label(word)) for word in labels.STATUS)
        yield from ((own.id, own.namn) for own in self._samling.webbplats.innehåll.statusar)

    def _ratings(self) -> Iterable[tuple[str, str]]:
        return list(self._samling.värderingar.items())

    def _items(self) -> Iterator[tuple[str, str]]:
        activity = self._year.aktiviteter.get(self._plats.namn) if self._year else None
        items: tuple[Insats, ...] = activity.plan.innehåll.insatser if activity else ()
        yield from ((item.id, item.text) for item in items if item.id)

    def _budget_lines(self) -> Iterable[tuple[str, str]]:
        budget = self._year.budget if self._year else None
        return [(line.id, line.titel) for line in budget.innehåll.rader] if budget else ()

    def _revisions(self) -> Iterable[tuple[str, str]]:
        plan = self._year.plan.innehåll if self._year else None
        return [(each.id, each.skäl) for each in plan.revideringar] if plan else ()


def word_label(word: Any) -> str:
    """What a form shows for a word of a closed set."""
    if own := WORDS_OF.get(type(word).__name__, {}).get(str(word)):
        return own
    label = next((table[word] for table in labels.VOCABULARIES if word in table and _is_of(table, word)), "")
    text = label.text if isinstance(label, Märke) else str(label)
    text = text if text and text != labels.SAKNAS else str(word).replace("_", " ")
    return "Vet inte" if str(word) == "okänt" else f"{text[0].upper()}{text[1:]}"


def _is_of(table: Mapping[Any, object], word: Any) -> bool:
    """True if the table is that of the word's own set: words of two sets may be spelt alike, and are then equal."""
    return type(next(iter(table))) is type(word)

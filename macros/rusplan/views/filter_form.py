"""The form of the activity index: what a reader can filter and sort by, each choice with its word in the address."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from rusplan.data.model import JaNej, Ställning, Utvecklingsinsats
from rusplan.data.year import Årsaktivitet
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import sorteringsnyckel
from rusplan.swedish.labels import Märke
from rusplan.tools.record import record, small
from rusplan.views.responsibility import roles
from rusplan.views.year_change import change_kinds, kinds_told, since_before


@small
class Val:
    """One choice: its word in the address, its label, and other names that a text filter finds it by; what the heading above the
    list calls one and several that it gives, where it has words for that."""

    värde: str
    text: str
    sök: str = ""
    en: str = ""
    flera: str = ""


@small
class Facett:
    """A group of choices. `namn` is its key in the address and in the data."""

    namn: str
    rubrik: str
    val: tuple[Val, ...]

    @property
    def före(self) -> str | None:
        """What the heading above the list says before what is chosen; None where it says the title of the group."""
        return BEFORE.get(self.namn)


# How the list can be sorted: the key in the address, and its label. The same keys stand on the table's headings.
SORTING = (
    Val("titel", "Aktivitet"),
    Val("ar", "År"),
    Val("omrade", "Område"),
    Val("prioritet", "Prioritet"),
    Val("insats", "Slag av insats"),
    Val("dagar", "Arbetstid"),
    Val("pengar", "Budget"),
    Val("ansvar", "Ansvar"),
    Val("tid", "Tid"),
    Val("status", "Status"),
    Val("forandring", "Sedan året före"),
)
# The fields of activities behind the keys in the address, where an organisation may do without them.
FIELDS = {
    "prioritet": "prioriterad",
    "insats": "utvecklingsinsats",
    "dagar": "dagar",
    "medel": "medelsbehov",
    "mal": "mål",
    "ansvar": "ansvar",
    "pengar": "pengar",
    "tid": "tid",
    "start": "tid",
    "organisation": "samverkan",
    "forandring": "förändring",
}

# How the heading above the list goes on: «4 aktiviteter 2025 inom Klimat med Boverket».
BEFORE = {"ar": "", "omrade": "inom ", "mal": "för målet ", "ansvar": "med ansvar hos ", "organisation": "med "}

TIME = {"lopande": "Löpande", "tidsatt": "Har start eller slut", "ingen": "Ingen tid angiven"}


@record
class Filter:
    """The form: its data, and everything that can be chosen."""

    data: str
    version: str
    facetter: tuple[Facett, ...]
    organisationer: Facett
    sortering: tuple[Val, ...]

    @property
    def sökt(self) -> str:
        """Where the words that a reader writes are looked for: «titel, år, område eller samverkan»."""
        ansvar = ["ansvar"] if any(facet.namn == "ansvar" for facet in self.facetter) else []
        *most, last = ["titel", "år", "område", *ansvar, *(["samverkan"] if self.organisationer.val else [])]
        return f"{', '.join(most)} eller {last}"


def key(word: str) -> str:
    """A word of a closed set as it stands in addresses: «okänt» is ``okant``."""
    return word.translate(str.maketrans("åäö", "aao"))


def is_used(sajt: Sajt, name: str) -> bool:
    """True if the site has anything to filter or sort by under the key."""
    return name not in FIELDS or FIELDS[name] in sajt.samling.använt


def sorting(sajt: Sajt) -> tuple[Val, ...]:
    """What the list can be sorted by."""
    named = (replace(choice, text=since_before(sajt)) if choice.värde == "forandring" else choice for choice in SORTING)
    return tuple(choice for choice in named if is_used(sajt, choice.värde))


def facets(sajt: Sajt, rows: Iterable[Årsaktivitet]) -> tuple[Facett, ...]:
    """The groups of choices that the activities give, without organisations."""
    found = tuple(rows)
    years = dict.fromkeys(a.år for a in found)

    def of(name: str, title: str, words: Mapping[Any, str], word: Callable[[Årsaktivitet], Iterable[str]]) -> Facett:
        used = {str(value) for a in found for value in word(a)}
        return Facett(name, title, tuple(Val(key(value), text) for value, text in words.items() if value in used))

    every = (
        Facett("ar", "År", tuple(Val(year, year.visad) for year in years)),
        of("omrade", "Område", sajt.områden, lambda a: [a.plan.innehåll.område]),
        of("mal", "Mål", _goal_titles(sajt), lambda a: a.plan.innehåll.mål),
        _called(sajt, of("status", "Status", _status_texts(sajt), lambda a: status_words(sajt, a))),
        of(
            "prioritet", "Prioritet", _texts(labels.PRIORITERAD), lambda a: [a.plan.innehåll.prioriterad or JaNej.OKÄNT]
        ),
        of(
            "insats",
            "Slag av insats",
            _texts(labels.UTVECKLINGSINSATS),
            lambda a: [a.plan.innehåll.utvecklingsinsats or Utvecklingsinsats.OKÄNT],
        ),
        of("medel", "Behov av pengar", labels.BEHOV, lambda a: [a.plan.innehåll.behov]),
        of("ansvar", "Ansvar", _organisation_names(sajt), lambda a: roles(a.plan.innehåll)),
        of("tid", "Tid", TIME, lambda a: [time_word(a)]),
        of("forandring", since_before(sajt), kinds_told(sajt), lambda a: change_kinds(sajt, a)),
    )
    return tuple(facet for facet in every if is_used(sajt, facet.namn))


def time_word(activity: Årsaktivitet) -> str:
    """What the activity says of its time: that it goes on all the time, when it begins or ends, or nothing."""
    plan = activity.plan.innehåll
    return "lopande" if plan.löpande is JaNej.JA else "tidsatt" if plan.start or plan.slut else "ingen"


def _organisation_names(sajt: Sajt) -> dict[str, str]:
    """What each organisation is called in short, in Swedish order."""
    found = {o.id: o.kortnamn or o.namn for o in sajt.samling.organisationer.values()}
    return dict(sorted(found.items(), key=lambda each: sorteringsnyckel(each[1])))


def organisations(sajt: Sajt, rows: Iterable[Årsaktivitet]) -> Facett:
    """The organisations that take part in any of the activities, in Swedish order; found by all their names."""
    used = {name for activity in rows for name in activity.samverkan}
    return Facett("organisation", "Samverkan med", organisation_choices(sajt, used))


def organisation_choices(sajt: Sajt, names: set[str]) -> tuple[Val, ...]:
    """The organisations of those names to choose among, in Swedish order; found by all their names."""
    known = [sajt.samling.organisationer[name] for name in names & sajt.samling.organisationer.keys()]
    choices = (Val(o.id, o.kortnamn or o.namn, " ".join((o.namn, *o.andra_namn))) for o in known)
    return tuple(sorted(choices, key=lambda c: sorteringsnyckel(c.text)))


def status_words(sajt: Sajt, activity: Årsaktivitet) -> list[str]:
    """The statuses that an activity is found under: how it stands, and the organisation's own word for it where one was said."""
    year, standing = sajt.samling.årgångar[activity.år], sajt.samling.ställning(activity)
    said = activity.känd_status
    own = said in year.statusar and year.sagd(said) is standing if said else False
    return [str(standing), str(said)] if own else [str(standing)]


def _status_texts(sajt: Sajt) -> dict[str, str]:
    """Each status with the organisation's own that answer to it below it."""
    found = dict[str, str]()
    for standing, mark in labels.STÄLLNING.items():
        found[str(standing)] = mark.text
        found |= {
            own.id: own.namn for own in sajt.samling.webbplats.innehåll.statusar if Ställning(own.motsvarar) is standing
        }
    return found


def _called(sajt: Sajt, statuses: Facett) -> Facett:
    """The statuses with what activities that stand so are called."""
    own = {key(own.id): own.namn for own in sajt.samling.webbplats.innehåll.statusar}
    words = {key(standing): pair for standing, pair in labels.AKTIVITETER_SOM.items()}
    words |= {word: (f"aktivitet med status {name}", f"aktiviteter med status {name}") for word, name in own.items()}
    named = (replace(each, en=words[each.värde][0], flera=words[each.värde][1]) for each in statuses.val)
    return replace(statuses, val=tuple(named))


def _goal_titles(sajt: Sajt) -> dict[str, str]:
    """The goals of all periods by id, each with its newest title."""
    found: dict[str, str] = {}
    for year in sajt.samling.nyast_först:
        for goal in year.mål.innehåll.mål if year.mål else ():
            found.setdefault(goal.id, goal.titel)
    return found


def _texts(marks: Mapping[Any, Märke]) -> dict[str, str]:
    return {str(word): mark.text for word, mark in marks.items()}

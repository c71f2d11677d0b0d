"""Rules for a report that is written here: once decided it tells of every activity, and counts them as data does."""

import re
from collections import Counter
from collections.abc import Iterator

from rusplan.data.collection import Samling
from rusplan.data.model import Berättelse, Dokumentläge, Ställning, Ursprung
from rusplan.data.problems import Problem
from rusplan.data.reader import Fil
from rusplan.data.year import Årgång

# Small numbers are often written in letters.
LETTERS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
NUMBER = rf"(\d+|{'|'.join(LETTERS)})"
# «27 av 30 aktiviteter», «24 av årets 30 aktiviteter genomfördes som planerat», «Två av tolv aktiviteter»
OF_ALL = re.compile(
    rf"\b{NUMBER} av (?:(?:årets|planens|de|våra) )?{NUMBER} aktiviteter\b( (?:har )?genomför(?:des|ts) som planerat\b)?",
    re.I,
)
# «Planen hade 30 aktiviteter», «årets 30 aktiviteter»
ALL = re.compile(rf"(?<!av )\b(?:planen (?:har|hade)|årets|planens|samtliga|alla) {NUMBER} aktiviteter\b", re.I)


def closed_reports_tell_of_all(samling: Samling) -> Iterator[Problem]:
    """A decided report has an outcome for each activity."""
    yield from without_outcome(samling, Dokumentläge.BESLUTAD)


def closed_reports_count_right(samling: Samling) -> Iterator[Problem]:
    """How many activities the summary of a decided report says that there are, and went as planned, is how many there are."""
    yield from counted_wrong(samling, Dokumentläge.BESLUTAD)


def without_outcome(samling: Samling, state: Dokumentläge) -> Iterator[Problem]:
    """Each activity that a report of this state does not tell of; one that was taken out of the plan needs no outcome."""
    for year, report in _written_here(samling, state):
        for activity in year.aktiviteter.values():
            name = f"{year.utfallsmapp}/{activity.id}.yml"
            if activity.utfall or activity.plan.innehåll.utgår or name in samling.oläsliga:
                continue
            text = f"berättelsen saknar utfall för «{activity.titel}»; skapa {name} med «status» och «sammanfattning», eller med «status: okänt» om ingen vet"
            yield report.problem(("dokument", "läge"), text)


def counted_wrong(samling: Samling, state: Dokumentläge) -> Iterator[Problem]:
    """Each number of activities in the summary of a report of this state that is not what data has."""
    for year, report in _written_here(samling, state):
        standings = Counter(map(year.ställning, year.aktiviteter.values()))
        for said, right in _numbers(report.innehåll.sammanfattning or "", standings):
            yield report.problem(("sammanfattning",), f"«sammanfattning» säger «{said}», men {right}")


def _numbers(summary: str, standings: Counter[Ställning]) -> Iterator[tuple[str, str]]:
    """What the summary says wrongly, and what is right and to be written."""
    for found in OF_ALL.finditer(summary):
        some, all_, as_planned = found.groups()
        went = standings[Ställning.SOM_PLANERAT]
        if _is_wrong(all_, standings):
            yield found[0], _how_many(standings, all_)
        elif as_planned and _value(some) != went:
            yield found[0], f"{went} har «status: som_planerat»; ändra {some} till {went}"
    for found in ALL.finditer(summary):
        if _is_wrong(found[1], standings):
            yield found[0], _how_many(standings, found[1])


def _is_wrong(number: str, standings: Counter[Ställning]) -> bool:
    """True for a number that is neither all activities nor those that are left in the plan."""
    return _value(number) not in (standings.total(), standings.total() - standings[Ställning.UTGÅR])


def _value(number: str) -> int:
    return int(number) if number.isdigit() else LETTERS.index(number.lower())


def _how_many(standings: Counter[Ställning], said: str) -> str:
    all_, out = standings.total(), standings[Ställning.UTGÅR]
    return (
        f"planen har {all_} aktiviteter" + (f", varav {out} utgår" if out else "") + f"; ändra {said} till {all_ - out}"
    )


def _written_here(samling: Samling, state: Dokumentläge) -> Iterator[tuple[Årgång, Fil[Berättelse]]]:
    """The years whose report is written here and has come so far."""
    years = (part for year in samling.årgångar.values() for part in (year, *map(year.delårgång, year.delåren)))
    for year in years:
        document = year.berättelse.innehåll.dokument if year.berättelse else None
        if year.berättelse and document and document.ursprung is Ursprung.SKRIVET_HÄR and document.läge is state:
            yield year, year.berättelse

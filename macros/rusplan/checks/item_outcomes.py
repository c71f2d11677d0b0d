"""Rules for what an outcome tells of the planned items of its activity."""

from collections.abc import Iterator

from rusplan.checks.judged import choices, unknown_activity
from rusplan.data.collection import Samling
from rusplan.data.model import Insatsläge, Insatsutfall, Utfall
from rusplan.data.problems import Problem
from rusplan.data.reader import Fil
from rusplan.data.values import RESERVED_IDS
from rusplan.data.year import Årsaktivitet


def outcomes_tell_of_planned_items(samling: Samling) -> Iterator[Problem]:
    """What an outcome tells of an item is told once, of an item that is planned, and says where it was moved, if it was."""
    for activity in samling.aktiviteter.values():
        for file in activity.utfallen:
            known, seen = [item.id for item in activity.plan.innehåll.insatser if item.id], set[str]()
            for i, told in enumerate(file.innehåll.insatser):
                if told.insats not in known:
                    yield file.problem(("insatser", i, "insats"), _unknown(activity, told.insats, known))
                elif told.insats in seen:
                    text = f"«insats» är «{told.insats}», som redan står i listan; ta bort den ena"
                    yield file.problem(("insatser", i, "insats"), text)
                seen.add(told.insats)
                yield from _moved(samling, activity, file, i, told)


def _unknown(activity: Årsaktivitet, name: str, known: list[str]) -> str:
    said = f"«insats» är «{name}», men ingen insats i {activity.plan.namn} har det id:t"
    return said + (choices(name, known) if known else f"; skriv «id: {name}» på insatsen där")


def _moved(
    samling: Samling, activity: Årsaktivitet, file: Fil[Utfall], number: int, told: Insatsutfall
) -> Iterator[Problem]:
    loc = ("insatser", number, "flyttad_till")
    if told.läge is Insatsläge.FLYTTAD and not told.flyttad_till:
        later = next((year for year in samling.årgångar if year > activity.år), activity.år.sista + 1)
        text = f"«läge» är «flyttad», men det står inte vart; skriv «flyttad_till: {later}», eller en aktivitet, som {later}/{activity.id}"
        yield file.problem(("insatser", number, "läge"), text)
    elif told.flyttad_till and told.läge is not Insatsläge.FLYTTAD:
        text = f"«flyttad_till» är {told.flyttad_till}, men «läge» är «{told.läge}»; skriv «läge: flyttad», eller ta bort raden"
        yield file.problem(loc, text)
    elif told.flyttad_till and (wrong := _wrong_place(samling, activity, told.flyttad_till)):
        yield file.problem(loc, f"«flyttad_till» är {told.flyttad_till}, {wrong}")


def _wrong_place(samling: Samling, activity: Årsaktivitet, target: str) -> str | None:
    """What is wrong with where an item was moved; an activity of a year that has no data yet cannot be judged."""
    year, _, name = target.partition("/")
    if target == activity.ref or year < activity.år or (year == activity.år and not name):
        return f"men ska vara ett senare år än {activity.år}, eller en annan aktivitet"
    if name in RESERVED_IDS:
        return "men ska vara ett år eller en aktivitet"
    return unknown_activity(samling, year, name) if name and year in samling.årgångar else None

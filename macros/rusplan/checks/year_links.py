"""Rules for references between years and in texts."""

from collections import Counter
from collections.abc import Iterator

from rusplan.checks.judged import files, unknown_activity, unread_plans
from rusplan.data.collection import Samling
from rusplan.data.model import Relation, Upphörande
from rusplan.data.problems import Problem
from rusplan.data.yaml_text import Loc
from rusplan.data.year import Årgång


def predecessors_exist_and_are_earlier(samling: Samling) -> Iterator[Problem]:
    """What an activity builds on is there, and lies in an earlier year; so no chain can run in a circle."""
    for activity in samling.aktiviteter.values():
        for i, link in enumerate(activity.plan.innehåll.bygger_på):
            loc: Loc = ("bygger_på", i, "aktivitet")
            year, _, name = link.aktivitet.partition("/")
            if year >= activity.år:
                yield activity.plan.problem(
                    loc,
                    f"«aktivitet» är «{link.aktivitet}», men en aktivitet {activity.år} kan bara bygga på ett tidigare år; annars går kedjan i cirkel",
                )
            elif problem := unknown_activity(samling, year, name):
                yield activity.plan.problem(loc, f"«aktivitet» är «{link.aktivitet}», {problem}")


def references_resolve(samling: Samling) -> Iterator[Problem]:
    """What a text refers to is there. A year without data may be named (a thing postponed to next year), not what lies in it."""
    for file in files(samling):
        for loc, part in file.nämnt.hänvisningar:
            year, inside, name = part.till.partition("/")
            if not inside:
                continue
            if name in ("budget", "mal"):
                if not samling.unreadable(year, f"{name}.yml") and not _has(samling, year, name):
                    yield file.problem(
                        (*loc, "till"), f"«till» är «{part.till}», men filen data/{year}/{name}.yml finns inte"
                    )
            elif problem := unknown_activity(samling, year, name):
                yield file.problem((*loc, "till"), f"«till» är «{part.till}», {problem}")


def _has(samling: Samling, year: str, name: str) -> bool:
    found = samling.årgångar.get(year)
    return bool(found and {"budget": found.budget, "mal": found.mål}[name])


def every_activity_has_an_origin(samling: Samling) -> Iterator[Problem]:
    """Where an earlier year is present, an activity builds on something or is said to be new, not both."""
    first = min(samling.årgångar, default="")
    for activity in samling.aktiviteter.values():
        plan = activity.plan.innehåll
        if plan.ny and plan.bygger_på:
            yield activity.plan.problem(
                ("ny",), "«ny» kan inte stå tillsammans med «bygger_på»; ta bort det som inte stämmer"
            )
        if activity.år > first and not plan.ny and not plan.bygger_på:
            before = max(year for year in samling.årgångar if year < activity.år)
            yield activity.plan.problem(
                (),
                f"det framgår inte var aktiviteten kommer ifrån; lägg till «bygger_på» med en aktivitet från {before}, eller «ny» med ett skäl",
            )


def every_activity_has_a_fate(samling: Samling) -> Iterator[Problem]:
    """Where a later year is present, an activity goes on in something or is said to end, not both."""
    followed, ended = _followed(samling), {end.aktivitet for _, _, end in _endings(samling)}
    told = followed | ended
    astray = {ref.partition("/")[0] for ref in followed - samling.aktiviteter.keys()}
    unread = _unread_years(samling)
    for activity in samling.aktiviteter.values():
        later = next((year for year in samling.årgångar if year > activity.år), None)
        ends = activity.plan.innehåll.upphör
        if ends and activity.ref in followed:
            yield activity.plan.problem(
                ("upphör",),
                f"«upphör» kan inte stå här, för en senare aktivitet bygger på {activity.ref}; ta bort det som inte stämmer",
            )
        # What is meant by a name that leads nowhere may be this activity; it is told of there.
        if later is None or activity.år in astray or any(activity.år < year <= later for year in unread):
            continue
        if not ends and activity.ref not in told:
            here = f"i data/{later}/plan.yml" if samling.årgångar[later].skrivs_här else "här"
            yield activity.plan.problem(
                (),
                f"det framgår inte vad som händer med aktiviteten {later}; ange {activity.ref} under «bygger_på» i en aktivitet {later}, eller lägg till «upphör» {here} med ett skäl",
            )


def _unread_years(samling: Samling) -> set[str]:
    """The years in which some activity may go on, for all that can be read."""
    without_plan = {name.split("/")[1] for name in samling.oläsliga if name.endswith("/plan.yml")}
    return without_plan | {year for year in samling.årgångar if unread_plans(samling, year)}


def _followed(samling: Samling) -> frozenset[str]:
    """What some later activity builds on."""
    return frozenset(link.aktivitet for a in samling.aktiviteter.values() for link in a.plan.innehåll.bygger_på)


def _endings(samling: Samling) -> Iterator[tuple[Årgång, int, Upphörande]]:
    """What plans say ends with them, each with its place in the list."""
    for year in samling.årgångar.values():
        for i, end in enumerate(year.plan.innehåll.upphör):
            yield year, i, end


def what_a_plan_ends_was_there(samling: Samling) -> Iterator[Problem]:
    """What a plan says ends with it is an activity of an earlier year, that nothing goes on from and that does not say so itself."""
    followed = _followed(samling)
    for year, i, end in _endings(samling):
        before, _, name = end.aktivitet.partition("/")
        found = samling.aktiviteter.get(end.aktivitet)
        if before >= year.år:
            problem: str | None = f"men planen för {year.år} kan bara avsluta en aktivitet från ett tidigare år"
        elif end.aktivitet in followed:
            problem = "men en senare aktivitet bygger på den; ta bort det som inte stämmer"
        elif found and found.plan.innehåll.upphör:
            problem = f"men {found.plan.namn} säger redan att den upphör; ta bort det ena"
        else:
            problem = unknown_activity(samling, before, name)
        if problem:
            yield year.plan.problem(("upphör", i, "aktivitet"), f"«aktivitet» är «{end.aktivitet}», {problem}")


def relations_fit_their_kind(samling: Samling) -> Iterator[Problem]:
    """A merger has several origins, a split several heirs; a rename changes the title, a plain continuation does not; no origin twice."""
    heirs = Counter(
        link.aktivitet
        for a in samling.aktiviteter.values()
        for link in a.plan.innehåll.bygger_på
        if link.typ is Relation.UPPDELNING
    )
    for activity in samling.aktiviteter.values():
        links = activity.plan.innehåll.bygger_på
        merged = sum(link.typ is Relation.SAMMANSLAGNING for link in links)
        for i, link in enumerate(links):
            earlier = samling.aktiviteter.get(link.aktivitet)
            same = earlier is not None and earlier.titel.casefold() == activity.titel.casefold()
            problem, field = None, "typ"
            if link.aktivitet in [other.aktivitet for other in links[:i]]:
                problem, field = f"«{link.aktivitet}» står två gånger under «bygger_på»; ta bort den ena", "aktivitet"
            elif link.typ is Relation.SAMMANSLAGNING and merged < 2:
                problem = "«typ» är «sammanslagning», men då ska minst två tidigare aktiviteter stå under «bygger_på»"
            elif (
                link.typ is Relation.UPPDELNING and heirs[link.aktivitet] < 2 and not unread_plans(samling, activity.år)
            ):
                problem = f"«typ» är «uppdelning», men då ska minst två aktiviteter bygga på {link.aktivitet}"
            elif link.typ is Relation.NAMNBYTE and same:
                problem = "«typ» är «namnbyte», men titeln är densamma båda åren; menade du «fortsätter»?"
            elif link.typ is Relation.FORTSÄTTER and earlier and not same:
                problem = (
                    f"«typ» är «fortsätter», men titeln var «{earlier.titel}» {earlier.år.visad}; menade du «namnbyte»?"
                )
            if problem:
                yield activity.plan.problem(("bygger_på", i, field), problem)

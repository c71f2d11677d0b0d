"""The next year, made from the newest one: every file of its plan, with what each activity comes from, and texts to be written."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from rusplan.data.collection import Samling
from rusplan.data.edits import with_blanks
from rusplan.data.periods import Planperiod
from rusplan.data.values import FIRST_YEAR, LAST_YEAR
from rusplan.data.year import Årgång
from rusplan.editing.changed_together import Avslag, Filändring, collection_to_change, make_together
from rusplan.editing.fates import Öden, all_heirs, fates
from rusplan.editing.next_files import Fields, goals_to_keep, next_activity, next_budget, next_goals, next_plan


def new_year(
    root: Path, after: Planperiod, ended: Sequence[str] = (), merged: Sequence[str] = (), split: Sequence[str] = ()
) -> Filändring:
    """Make the files of the year `after`; what ends stands in its plan. Raises `Avslag` or `DataFel`, and has then changed nothing."""
    samling = collection_to_change(root)
    year = _newest(samling, after)
    found = fates(year, ended, merged, split)
    files = {
        f"data/{after}/{name}": with_blanks(content) for name, content in _contents(year, after, found, samling.använt)
    }
    make_together(root, files)
    return Filändring(innehåll=files, nya=frozenset(files), sagt=tuple(_told(year, after, found)))


def _newest(samling: Samling, after: Planperiod) -> Årgång:
    """The year that the new one comes after."""
    if not FIRST_YEAR <= after.första <= after.sista <= LAST_YEAR:
        raise Avslag(f"Året {after} ligger inte mellan {FIRST_YEAR} och {LAST_YEAR}.")
    if after in samling.årgångar or (samling.rot / f"data/{after}").exists():
        raise Avslag(f"Mappen data/{after} finns redan. Ändra i den, eller ta bort den först om ni vill börja om.")
    newest = max(samling.årgångar, default=None)
    if newest is None or newest > after:
        raise Avslag(
            f"Det finns inget år före {after} att utgå från."
            if newest is None
            else f"Det finns redan ett senare år, {newest}."
        )
    return samling.årgångar[newest]


def _contents(year: Årgång, after: Planperiod, found: Öden, used: Collection[str]) -> Iterator[tuple[str, Fields]]:
    """What each file of the new year says."""
    plan = next_plan(year, after, found)
    yield "plan.yml", plan
    areas = {
        name: area["id"] for area in plan["områden"] for heading in area["rubriker"] for name in heading["aktiviteter"]
    }
    goals = goals_to_keep(year, [*areas.values()])
    for heir in all_heirs(found):
        yield f"aktiviteter/{heir.id}.yml", next_activity(heir, areas[heir.id], used, [goal.id for goal in goals])
    if goals:
        yield "mal.yml", next_goals(year, after, goals)
    if year.budget:
        yield "budget.yml", next_budget(year, found)


def _told(year: Årgång, after: Planperiod, found: Öden) -> Iterator[str]:
    there = {heir.id for heir in all_heirs(found)}
    yield f"Planen för {after} är ett utkast med {len(there)} aktiviteter, gjort efter {year.år}. Kör rusplan check, så visas vad som är kvar att göra."
    if after.första > year.år.sista + 1:
        yield f"Obs: det finns ingen plan mellan {year.år} och {after}. Var det inte meningen tar ni bort mappen data/{after} och anger ett annat år."
    for name, activity in year.aktiviteter.items():
        if activity.plan.innehåll.utgår and name in there:
            yield f"{activity.titel} utgick ur planen {year.år}, men står med {after}. Ta bort den, eller kör rusplan end {activity.ref}, om den inte ska fortsätta."
    plan = year.plan.innehåll
    kept = {
        area.id
        for area in plan.områden
        for heading in area.rubriker
        for old in heading.aktiviteter
        if found.arvtagare.get(old)
    }
    yield from (
        f"Området {area.titel} har inga aktiviteter {after} och är inte med."
        for area in plan.områden
        if area.id not in kept
    )

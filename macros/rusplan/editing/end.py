"""That an activity ends: written in the plan that comes after, while that is a draft, or else in its own file."""

from pathlib import Path
from typing import Any

from rusplan.checks.year_links import every_activity_has_a_fate
from rusplan.data.collection import Samling
from rusplan.data.edits import Edit, Insert, Put, edited
from rusplan.data.model import Aktivitet, Grund, Plan
from rusplan.data.reader import Fil
from rusplan.data.references import Graf
from rusplan.data.yaml_text import Plain
from rusplan.data.year import Årsaktivitet
from rusplan.editing.activity_references import known_activity
from rusplan.editing.changed_together import Avslag, Filändring, collection_to_change, make_together

ORDER, PLAN_ORDER = tuple(Aktivitet.model_fields), tuple(Plan.model_fields)
# What the command mends for one activity after another.
MENDED = (every_activity_has_a_fate,)


def end(root: Path, ref: str, reason: str, ground: Grund | None = None) -> Filändring:
    """Write that the activity ``2025/kulturstigar`` ends, and why. Raises `Avslag` or `DataFel`, and has then changed nothing."""
    samling = collection_to_change(root, but=MENDED)
    activity = known_activity(samling, ref)
    _refuse_what_goes_on(samling, activity)
    file, edit = _ending(samling, activity, reason, ground)
    done = edited((root / file.namn).read_bytes(), [edit])
    make_together(root, {file.namn: done.raw}, but=MENDED)
    return Filändring(innehåll={file.namn: done.raw}, data={file.namn: done})


def _ending(samling: Samling, activity: Årsaktivitet, reason: str, ground: Grund | None) -> tuple[Fil[Any], Edit]:
    """What is written, and where. A draft that comes after tells it with its decision. Only a plan that is read in says on what ground:
    on ours, if nothing else is said."""
    later = next((year for year in samling.årgångar.values() if year.år > activity.år), None)
    if later and later.utkast and ground is not Grund.KÄLLAN:
        return later.plan, _in_next_plan(later.plan.innehåll, {"aktivitet": activity.ref, "text": reason})
    said = {} if samling.årgångar[activity.år].skrivs_här else {"grund": (ground or Grund.REDAKTIONELL).value}
    return activity.plan, Put(at=("upphör",), value={**said, "text": reason}, order=ORDER)


def _in_next_plan(plan: Plan, said: dict[str, Plain]) -> Edit:
    if plan.upphör:
        return Insert(at=("upphör", len(plan.upphör)), value=said)
    return Put(at=("upphör",), value=[said], order=PLAN_ORDER)


def _refuse_what_goes_on(samling: Samling, activity: Årsaktivitet) -> None:
    """Refuse an activity that has a fate already."""
    graph = Graf(samling)
    said = graph.upphör(activity.ref)
    if said:
        own = said is activity.plan.innehåll.upphör
        where = (
            activity.plan.namn
            if own
            else next(year.plan.namn for year in samling.årgångar.values() if said in year.plan.innehåll.upphör)
        )
        raise Avslag(
            f"{where} säger redan att aktiviteten upphör: «{said.text}» Ändra texten där om skälet är ett annat."
        )
    for step in graph.fortsätter_i(activity.ref):
        heir, file = step.till, step.till.plan.namn
        alone = samling.årgångar[heir.år].utkast and len(heir.plan.innehåll.bygger_på) == 1
        undo = (
            f"{file} och dess rad i data/{heir.år}/plan.yml" if alone else f"{activity.ref} under «bygger_på» i {file}"
        )
        raise Avslag(f"Aktiviteten fortsätter i {heir.ref}. Ska den inte göra det tar du först bort {undo}.")

"""That an activity ends: written in its file, where nothing goes on from it."""

from pathlib import Path

from rusplan.checks.year_links import every_activity_has_a_fate
from rusplan.data.collection import Samling, Årgång, Årsaktivitet
from rusplan.data.edits import Put, edited
from rusplan.data.model import Aktivitet, Grund
from rusplan.data.references import Graf
from rusplan.editing.activity_references import known_activity
from rusplan.editing.changed_together import Avslag, Filändring, collection_to_change, make_together

ORDER = tuple(Aktivitet.model_fields)
# What the command mends for one activity after another.
MENDED = (every_activity_has_a_fate,)


def end(root: Path, ref: str, reason: str, ground: Grund | None = None) -> Filändring:
    """Write that the activity ``2025/kulturmiljo`` ends, and why. Raises `Avslag` or `DataFel`, and has then changed nothing."""
    samling = collection_to_change(root, but=MENDED)
    activity = known_activity(samling, ref)
    _refuse_what_goes_on(samling, activity)
    name = activity.plan.namn
    done = edited((root / name).read_bytes(), [ending(samling.årgångar[activity.år], reason, ground)])
    make_together(root, {name: done.raw}, but=MENDED)
    return Filändring(innehåll={name: done.raw}, data={name: done})


def ending(year: Årgång, reason: str, ground: Grund | None = None) -> Put:
    """The edit that writes in the file of an activity of the year that it ends. Only where the plan is read in does it say on what ground:
    on ours, if nothing else is said."""
    said = {} if year.skrivs_här else {"grund": (ground or Grund.REDAKTIONELL).value}
    return Put(at=("upphör",), value={**said, "text": reason}, order=ORDER)


def _refuse_what_goes_on(samling: Samling, activity: Årsaktivitet) -> None:
    """Refuse an activity that has a fate already."""
    said = activity.plan.innehåll.upphör
    if said:
        raise Avslag(
            f"{activity.plan.namn} säger redan att aktiviteten upphör: «{said.text}» Ändra texten där om skälet är ett annat."
        )
    for step in Graf(samling).fortsätter_i(activity.ref):
        heir, file = step.till, step.till.plan.namn
        alone = samling.årgångar[heir.år].utkast and len(heir.plan.innehåll.bygger_på) == 1
        undo = (
            f"{file} och dess rad i data/{heir.år}/plan.yml" if alone else f"{activity.ref} under «bygger_på» i {file}"
        )
        raise Avslag(f"Aktiviteten fortsätter i {heir.ref}. Ska den inte göra det tar du först bort {undo}.")

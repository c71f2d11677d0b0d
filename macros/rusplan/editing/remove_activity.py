"""An activity that is taken out of a draft: its file, and its row in the plan."""

from collections.abc import Iterator
from pathlib import Path

from rusplan.data.edits import Edit, Remove, edited
from rusplan.data.model import Plan
from rusplan.data.yaml_text import Loc
from rusplan.editing.activity_references import known_activity
from rusplan.editing.changed_together import Avslag, Contents, Filändring, collection_to_change, make_together


def remove_activity(root: Path, ref: str) -> Filändring:
    """Take ``2027/kulturstigar`` out of the draft. Raises `Avslag`, or `DataFel` where something else names it, and has then changed nothing."""
    samling = collection_to_change(root)
    activity = known_activity(samling, ref)
    year = samling.årgångar[activity.år]
    if not year.utkast:
        raise Avslag(f"Planen för {year.visad} är inget utkast. Ta bort aktiviteten genom en revidering.")
    plan = edited((root / year.plan.namn).read_bytes(), list(_out_of_lists(year.plan.innehåll, activity.id)))
    gone = {file.namn: None for file in (activity.plan, *activity.utfallen)}
    contents: Contents = {year.plan.namn: plan.raw, **gone}
    make_together(root, contents)
    on = [link.aktivitet for link in activity.plan.innehåll.bygger_på]
    told = f"Aktiviteten byggde på {', '.join(on)}. Avsluta den också, om inget annat tar vid."
    return Filändring(innehåll=contents, data={year.plan.namn: plan}, sagt=(told,) if on else ())


def _out_of_lists(plan: Plan, name: str) -> Iterator[Edit]:
    """The row, with its heading where nothing else stands below it."""
    for loc in _rows(plan, name):
        _, area, _, heading, *_ = loc
        alone = len(plan.områden[int(area)].rubriker[int(heading)].aktiviteter) == 1
        yield Remove(at=loc[:4] if alone else loc)


def _rows(plan: Plan, name: str) -> Iterator[Loc]:
    for i, area in enumerate(plan.områden):
        for j, heading in enumerate(area.rubriker):
            if name in heading.aktiviteter:
                yield ("områden", i, "rubriker", j, "aktiviteter", heading.aktiviteter.index(name))

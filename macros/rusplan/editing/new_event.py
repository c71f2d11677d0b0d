"""A new event of an activity, in its plan or its outcome; where others are called the same, each gets an id."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from pydantic import ValidationError

from rusplan.data.collection import Samling
from rusplan.data.edits import Edit, Insert, Put, edited
from rusplan.data.model import Aktivitet, Händelse, Utfall
from rusplan.data.reader import Fil
from rusplan.data.yaml_text import Plain
from rusplan.data.year import Årsaktivitet
from rusplan.editing.activity_references import known_activity
from rusplan.editing.changed_together import Avslag, Filändring, collection_to_change, make_together
from rusplan.editing.ids_for_events import ORDER, event_ids
from rusplan.site.links import anchor
from rusplan.site.occasions import candidates, names_of_events

Fields = dict[str, Plain]


def new_event(root: Path, ref: str, fields: Fields, *, outcome: bool = False) -> Filändring:
    """Add the event to the plan of the activity ``2025/kulturstigar``, or to its outcome. Raises `Avslag` or `DataFel`, and has then changed
    nothing."""
    samling = collection_to_change(root)
    activity = known_activity(samling, ref)
    file = _file(activity, outcome)
    done = edited((root / file.namn).read_bytes(), list(_edits(samling, activity, file, fields)))
    make_together(root, {file.namn: done.raw})
    return Filändring(innehåll={file.namn: done.raw}, data={file.namn: done})


def _file(activity: Årsaktivitet, outcome: bool) -> Fil[Aktivitet] | Fil[Utfall]:
    if outcome and activity.utfall is None:
        raise Avslag(
            f"Aktiviteten har inget utfall. Skapa först data/{activity.år}/utfall/{activity.id}.yml, eller utelämna --outcome om händelsen är planerad."
        )
    return activity.utfall if outcome and activity.utfall else activity.plan


def _edits(
    samling: Samling, activity: Årsaktivitet, file: Fil[Aktivitet] | Fil[Utfall], fields: Fields
) -> Iterator[Edit]:
    events = file.innehåll.händelser
    alike = [i for i, event in enumerate(events) if anchor(event.titel) == anchor(str(fields["titel"]))]
    if alike:
        names = next(mark.id_ for mark in event_ids(samling) if mark.fil == file.namn)
        yield from (Put(at=("händelser", i, "id"), value=names[i], order=ORDER) for i in alike if not events[i].id)
    name = _id(samling, activity, fields) if alike else _planned_id(activity, file, fields)
    said: Fields = {"titel": fields["titel"], "id": name, **fields}
    value: Fields = {field: part for field, part in said.items() if part}
    if events:
        yield Insert(at=("händelser", len(events)), value=value)
    else:
        yield Put(at=("händelser",), value=[value], order=tuple(type(file.innehåll).model_fields))


def _id(samling: Samling, activity: Årsaktivitet, fields: Fields) -> str:
    """A name that no event has; none where the event cannot be read, which the check tells of."""
    try:
        event = Händelse.model_validate(fields)
    except ValidationError:
        return ""
    taken = {name for names in names_of_events(samling).values() for name in (*names.plan, *names.utfall)}
    taken |= set(samling.permalänkar.innehåll.händelser)
    return next(name for name in islice(candidates(activity, event), len(taken) + 2) if name not in taken)


def _planned_id(activity: Årsaktivitet, file: Fil[Aktivitet] | Fil[Utfall], fields: Fields) -> str:
    """The id of the only planned event of that title: what the outcome tells of is the same."""
    planned: Sequence[Händelse] = activity.plan.innehåll.händelser if file is activity.utfall else ()
    same = [event for event in planned if anchor(event.titel) == anchor(str(fields["titel"]))]
    return (same[0].id or "") if len(same) == 1 else ""

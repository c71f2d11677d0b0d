"""What the plan says beside the fields of an activity's outcome, and what came out of it beside those of the plan."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from rusplan.data.collection import Samling
from rusplan.data.kinds import Plats
from rusplan.data.model.post import Post
from rusplan.data.model.shared_parts import Händelse
from rusplan.editor.form_values import NAMED_BY
from rusplan.swedish.formatting import dagar, tidpunkt
from rusplan.tools.record import record

PLAN, OUTCOME = "Så står det i planen", "Så blev det"
# The field of the plan that stands beside each field of the outcome, and the other way round.
OF_PLAN = {
    "arbetstid": "dagar",
    "sammanfattning": "sammanfattning",
    "insatser": "insatser",
    "händelser": "händelser",
    "publikationer": "publikationer",
}
OF_OUTCOME = OF_PLAN | {"dagar": "arbetstid", "insatser": "resultat"}


@record
class Motsida:
    """What the other of plan and outcome says of the same thing as a field: its heading, and a paragraph each."""

    rubrik: str
    texter: tuple[str, ...]


def other_side(samling: Samling, plats: Plats) -> Mapping[str, Motsida]:
    """What stands beside the fields of a plan or an outcome, by their names; nothing where there is no other side."""
    activity = samling.aktiviteter.get(plats.nyckel)
    if activity is None:
        return {}
    if plats.slag.id == "utfall":
        return _beside(activity.plan.innehåll, OF_PLAN, PLAN)
    if plats.slag.id == "aktivitet" and activity.utfall:
        return _beside(activity.utfall.innehåll, OF_OUTCOME, OUTCOME)
    return {}


def _beside(other: Post, names: Mapping[str, str], heading: str) -> Mapping[str, Motsida]:
    said = {name: tuple(_told(getattr(other, theirs, None))) for name, theirs in names.items()}
    return {name: Motsida(rubrik=heading, texter=texts) for name, texts in said.items() if texts}


def _told(value: object) -> Iterator[str]:
    """A text paragraph by paragraph, a list part by part."""
    match value:
        case str():
            yield from (part for part in value.split("\n\n") if part)
        case Decimal():
            yield dagar(value)
        case tuple():
            for part in value:
                yield from _told(part)
        case Händelse():
            yield f"{value.titel}, {tidpunkt(value.datum, value.slutdatum, value.starttid, value.sluttid)}"
        case Post():
            words = (getattr(value, name, None) for name in NAMED_BY)
            yield from (str(word) for word in [next(filter(None, words), None)] if word)

"""The planned items of an activity, with what became of each as its outcome tells."""

from dataclasses import replace

from rusplan.data.model import Insatsläge, Insatsutfall
from rusplan.data.year import Årsaktivitet
from rusplan.site import addresses
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import tal
from rusplan.views.texts import Insatsutfallsvy, PunktVy, punkt


def planned_items(sajt: Sajt, activity: Årsaktivitet) -> tuple[PunktVy, ...]:
    """The items in the order of the plan."""
    told = _told(activity)
    return tuple(
        replace(punkt(sajt, item), utfall=_outcome(sajt, told[item.id]) if item.id in told else None)
        for item in activity.plan.innehåll.insatser
    )


def how_many_done(activity: Årsaktivitet) -> str | None:
    """«3 av 5 insatser är gjorda.»; None where nothing is told of any of them."""
    told = _told(activity)
    if not told:
        return None
    all_, done = len(activity.plan.innehåll.insatser), sum(t.läge is Insatsläge.GJORD for t in told.values())
    return (
        f"{tal(done)} av {tal(all_)} {'insats' if all_ == 1 else 'insatser'} är {'gjord' if done == 1 else 'gjorda'}."
    )


def _told(activity: Årsaktivitet) -> dict[str | None, Insatsutfall]:
    return {told.insats: told for file in activity.utfallen for told in file.innehåll.insatser}


def _outcome(sajt: Sajt, told: Insatsutfall) -> Insatsutfallsvy:
    return Insatsutfallsvy(
        labels.INSATSLÄGE[told.läge], _where(sajt, told.flyttad_till) if told.flyttad_till else None, told.text
    )


def _where(sajt: Sajt, target: str) -> Länk:
    """The activity, or the year; without link where there are no pages of it yet."""
    activity = sajt.samling.aktiviteter.get(target)
    return sajt.aktivitetslänk(activity, med_år=True) if activity else _year(sajt, target.partition("/")[0])


def _year(sajt: Sajt, year: str) -> Länk:
    return Länk(sajt.samling.period(year), addresses.target(sajt.samling, year))

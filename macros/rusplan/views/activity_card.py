"""An activity as a row of a list, and how it stands."""

from rusplan.data.model import (
    Aktivitet,
    Status,
    Ställning,
)
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import arbetstid, dagar, datum
from rusplan.swedish.labels import Märke, mark
from rusplan.tools.record import record
from rusplan.views import texts
from rusplan.views.money_of_activity import given
from rusplan.views.responsibility import Ansvarskort, responsible_in_brief
from rusplan.views.year_change import förändring


@record
class Aktivitetskort:
    """An activity in a list: the same row everywhere."""

    titel: Länk
    år: str
    område: Länk
    prioriterad: Märke | None
    utvecklingsinsats: Märke | None
    dagar: str | None
    arbetstid: str | None
    pengar: str | None
    ansvar: tuple[Ansvarskort, ...] | None
    tid: str | None
    status: Märke
    avstämd: str | None
    samverkan: tuple[Länk, ...]
    förändring: str
    sammanfattning: str


def status_of(sajt: Sajt, activity: Årsaktivitet, year: Årgång | None = None) -> Märke:
    """The status mark, of one `year` in a longer period where it is given; an activity that was taken out of the plan is just that."""
    if activity.plan.innehåll.utgår:
        return labels.STÄLLNING[Ställning.UTGÅR]
    year = year or sajt.samling.årgångar[activity.år]
    standing, said = year.ställning(activity), activity.känd_status
    return said_mark(year, said) if said and year.sagd(said) is standing else labels.STÄLLNING[standing]


def said_mark(year: Årgång, said: Status | str) -> Märke:
    """The mark of a status as it was said: one of the organisation's own looks like that which it answers to, under its own name."""
    usual, own = labels.STÄLLNING[year.sagd(said)], year.statusar.get(said)
    return Märke(own.namn, usual.tecken, usual.slag) if own else usual


def priority(sajt: Sajt, plan: Aktivitet) -> Märke | None:
    """Whether the activity is prioritised; None where no activity of the site says so of itself."""
    return mark(labels.PRIORITERAD, plan.prioriterad) if "prioriterad" in sajt.samling.använt else None


def effort(sajt: Sajt, plan: Aktivitet) -> Märke | None:
    """Whether the activity is a development effort; None where no activity of the site says so of itself."""
    used = "utvecklingsinsats" in sajt.samling.använt
    return mark(labels.UTVECKLINGSINSATS, plan.utvecklingsinsats) if used else None


def followed_up(activity: Årsaktivitet) -> str | None:
    """The day, or the year of a longer period, that the activity was followed up last, while nothing tells how it went at last."""
    outcome = activity.utfall.innehåll if activity.utfall else None
    if outcome and outcome.känd_status:
        return datum(outcome.senaste.datum) if outcome.senaste and not outcome.status else None
    return next(
        (str(year) for year, told in reversed(list(activity.delutfall.items())) if told.innehåll.känd_status), None
    )


def card(sajt: Sajt, activity: Årsaktivitet, year: Årgång | None = None) -> Aktivitetskort:
    """The activity as a row, as it stands in one `year` of a longer period where it is given."""
    plan, used = activity.plan.innehåll, sajt.samling.använt
    told = activity.berättat
    return Aktivitetskort(
        titel=sajt.aktivitetslänk(activity),
        år=activity.år.visad,
        område=sajt.områdeslänk(plan.område),
        prioriterad=priority(sajt, plan),
        utvecklingsinsats=effort(sajt, plan),
        dagar=dagar(plan.dagar) if "dagar" in used else None,
        arbetstid=arbetstid(plan.dagar) if "dagar" in used else None,
        pengar=given(sajt, activity),
        ansvar=responsible_in_brief(sajt, plan),
        tid=texts.tid(plan) or "–" if "tid" in used else None,
        status=status_of(sajt, activity, year),
        avstämd=followed_up(activity),
        samverkan=sajt.organisationslänkar(activity.samverkan),
        förändring=förändring(sajt, activity),
        sammanfattning=told or plan.sammanfattning,
    )

"""The activity index: all activities, or a choice of them."""

from rusplan.data.model import JaNej, Ställning, Utvecklingsinsats
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import antal
from rusplan.tools.record import record, small
from rusplan.views.activity_card import Aktivitetskort, card
from rusplan.views.filter_form import Filter
from rusplan.views.year_change import since_before


@record
class Urval:
    """Which activities a list holds; None lets all through."""

    år: str | None = None
    område: str | None = None
    status: Ställning | None = None
    egen_status: str | None = None
    prioriterad: JaNej | None = None
    utvecklingsinsats: Utvecklingsinsats | None = None
    organisation: str | None = None

    def lets_through(self, activity: Årsaktivitet, year: Årgång) -> bool:
        """True for an activity of the year that is chosen."""
        if self == EVERY:
            return True
        plan = activity.plan.innehåll
        wanted = (
            (self.år, activity.år),
            (self.område, plan.område),
            (self.status, year.ställning(activity)),
            (self.egen_status, activity.känd_status),
            (self.prioriterad, plan.prioriterad),
            (self.utvecklingsinsats, plan.utvecklingsinsats),
        )
        return all(want in (None, has) for want, has in wanted) and (
            self.organisation is None or self.organisation in activity.samverkan | activity.ansvariga
        )


EVERY = Urval()


@small
class Aktivitetslista:
    """The activity index: rows, newest year first, in the order of the plans; with a filter where it holds all of them."""

    rader: tuple[Aktivitetskort, ...]
    antal: str
    sedan: str
    visar_samverkan: bool
    filter: Filter | None = None


def activities(sajt: Sajt, chosen: Urval) -> tuple[Årsaktivitet, ...]:
    """The chosen activities, newest year first, in the order of the plans."""
    years = sajt.samling.nyast_först
    return tuple(a for year in years for a in year.aktiviteter.values() if chosen.lets_through(a, year))


def activity_list(sajt: Sajt, chosen: Urval, form: Filter | None = None) -> Aktivitetslista:
    """The chosen activities as rows, below the form where there is one."""
    found = activities(sajt, chosen)
    return Aktivitetslista(
        rader=tuple(card(sajt, a) for a in found),
        antal=antal(len(found), "aktivitet", "aktiviteter"),
        sedan=since_before(sajt) if "förändring" in sajt.samling.använt else "",
        visar_samverkan="samverkan" in sajt.samling.använt,
        filter=form,
    )

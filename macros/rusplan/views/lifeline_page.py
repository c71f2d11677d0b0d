"""The lifeline of an activity over all years."""

from rusplan import charts
from rusplan.data.model import Relation
from rusplan.data.revised import decided
from rusplan.data.year import Årsaktivitet
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import arbetstid
from rusplan.swedish.labels import Märke
from rusplan.tools.record import record
from rusplan.views import texts
from rusplan.views.activity_card import status_of
from rusplan.views.activity_page import Årssteg, step_view
from rusplan.views.feed_links import Följ, follow_lifeline
from rusplan.views.findings import of_lifeline
from rusplan.views.year_compared import compared


@record
class Livslinjesteg:
    """One activity on a lifeline, with how it came about and what becomes of it."""

    aktivitet: Länk
    år: str
    arbetstid: str | None
    beslutat: str | None
    status: Märke
    ursprung: tuple[Årssteg, ...]
    ändringar: tuple[str, ...]
    ny: str | None
    upphör: str | None


@record
class Spårsida:
    """The lifeline of an activity over all years."""

    titel: str
    senaste: Länk
    senaste_år: str
    steg: tuple[Livslinjesteg, ...]
    bild: charts.Bild | None
    följ: Följ | None

    @property
    def avsnitt(self) -> tuple[tuple[str, str], ...]:
        """The page's sections."""
        drawn = (("bild", "Livslinjen som bild"),) if self.bild else ()
        return (*drawn, ("lista", "Livslinjen som lista" if self.bild else "Livslinjen"))


def lifeline_page(sajt: Sajt, name: str) -> Spårsida:
    """The lifeline page for the activities called `name`: all that hang together with the newest of them."""
    newest = sajt.nyaste[name]
    line = sajt.graf.livslinje(newest.ref)
    # The newest activity that this one leads on to: itself, or what it was merged into or renamed.
    last = newest
    while steps := [s for s in sajt.graf.fortsätter_i(last.ref) if s.typ is not Relation.AVKNOPPNING]:
        last = steps[0].till
    return Spårsida(
        titel=newest.titel,
        senaste=sajt.aktivitetslänk(last, med_år=True),
        senaste_år=last.år.visad,
        steg=tuple(_on_line(sajt, a) for a in line),
        bild=_picture(sajt, newest, line),
        följ=follow_lifeline(sajt, name),
    )


def _picture(sajt: Sajt, newest: Årsaktivitet, line: tuple[Årsaktivitet, ...]) -> charts.Bild | None:
    """The picture of a lifeline that parts or meets; one that goes straight on says no more than its list."""
    if len({activity.år for activity in line}) == len(line):
        return None
    steps = sajt.graf.steg(line)
    return charts.lifeline(f"livslinje-{newest.id}", of_lifeline(newest.titel, steps), line, steps)


def _on_line(sajt: Sajt, activity: Årsaktivitet) -> Livslinjesteg:
    plan = activity.plan.innehåll
    before, beside = decided(plan, "dagar"), compared(sajt, activity)
    return Livslinjesteg(
        aktivitet=sajt.aktivitetslänk(activity),
        år=activity.år.visad,
        arbetstid=arbetstid(plan.dagar) if "dagar" in sajt.samling.använt else None,
        beslutat=None if plan.tillkom or before == plan.dagar else arbetstid(before),
        status=status_of(sajt, activity),
        ursprung=tuple(step_view(sajt, s.från, s) for s in sajt.graf.bygger_på(activity.ref)),
        ändringar=beside.ändringar if beside else (),
        ny=texts.besked(plan.ny),
        upphör=texts.besked(sajt.graf.upphör(activity.ref)),
    )

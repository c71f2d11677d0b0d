"""The lifeline of an activity over all years."""

from macros import charts
from macros.collection import Årsaktivitet
from macros.formatting import dagar
from macros.labels import Märke
from macros.record import record
from macros.views import parts
from macros.views.activity import Steg, status_of, step_view
from macros.views.follow import Följ, follow_lifeline
from macros.views.parts import (
    Länk,
    Sajt,
)


@record
class Livslinjesteg:
    """One activity on a lifeline, with how it came about and what becomes of it."""

    aktivitet: Länk
    år: str
    dagar: str
    status: Märke
    ursprung: tuple[Steg, ...]
    ny: str | None
    upphör: str | None


@record
class Spårsida:
    """The lifeline of an activity over all years."""

    titel: str
    senaste: Länk
    senaste_år: str
    steg: tuple[Livslinjesteg, ...]
    bild: charts.Bild
    följ: Följ

    @property
    def avsnitt(self) -> tuple[tuple[str, str], ...]:
        """The page's sections."""
        return (("bild", "Livslinjen som bild"), ("lista", "Livslinjen som lista"))


def lifeline_page(sajt: Sajt, name: str) -> Spårsida:
    """The lifeline page for the activities called `name`: all that hang together with the newest of them."""
    newest = sajt.nyaste[name]
    line = sajt.graf.livslinje(newest.ref)
    # The newest activity that this one leads on to: itself, or what it was merged into or renamed.
    last = newest
    while steps := sajt.graf.fortsätter_i(last.ref):
        last = steps[0].till
    picture = charts.lifeline(f"livslinje-{name}", f"Livslinje för {newest.titel}", line, sajt.graf.steg(line))
    return Spårsida(
        newest.titel,
        sajt.aktivitetslänk(last, med_år=True),
        str(last.år),
        tuple(_on_line(sajt, a) for a in line),
        picture,
        follow_lifeline(sajt, name),
    )


def _on_line(sajt: Sajt, activity: Årsaktivitet) -> Livslinjesteg:
    plan = activity.plan.innehåll
    return Livslinjesteg(
        sajt.aktivitetslänk(activity), str(activity.år), dagar(plan.dagar), status_of(sajt, activity),
        tuple(step_view(sajt, s.från, s) for s in sajt.graf.bygger_på(activity.ref)),
        parts.besked(plan.ny), parts.besked(plan.upphör),
    )  # fmt: skip

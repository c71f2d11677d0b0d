"""The start page: the newest plan and report, the areas, the ways in."""

from rusplan.data.collection import Årgång
from rusplan.data.model import Status
from rusplan.site import addresses
from rusplan.site.links import Länk, budgetlänk, jämförelselänk, planlänk, uppföljningslänk
from rusplan.site.occasions import has_day, occasions
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import antal, datum, tal
from rusplan.swedish.labels import Märke
from rusplan.tools.record import record, small
from rusplan.views.area_page import Områdesruta, area_boxes
from rusplan.views.budget_page import amount
from rusplan.views.changes_page import changes_page
from rusplan.views.report_page import Statusöversikt, status_counts, status_overview

LATEST, EVENTS = 6, 5


@small
class Händelserader:
    """A few events: when, and the link to each."""

    rubrik: str
    rader: tuple[tuple[str, Länk], ...]
    alla: Länk


@record
class Startvy:
    """The start page: the newest plan, the newest report, areas and the ways in."""

    namn: str
    beskrivning: str
    plan: Länk
    plan_text: str
    uppföljning: Länk | None
    uppföljning_text: str
    status: Statusöversikt | None
    läge: tuple[tuple[Märke, str], ...]
    läge_text: str
    områden: tuple[Områdesruta, ...]
    händelser: Händelserader
    jämför: Länk | None
    budget: Länk | None
    budget_rader: tuple[tuple[str, str], ...]
    ändrat_titel: str
    ändrat: tuple[Länk, ...]
    ändringar: Länk


def start_page(sajt: Sajt) -> Startvy:
    """What the start page shows."""
    years = list(sajt.samling.årgångar.values())
    newest = years[-1]
    reported = next((y for y in reversed(years) if any(a.utfall for a in y.aktiviteter.values())), None)
    told = reported.berättelse.innehåll.sammanfattning if reported and reported.berättelse else ""
    compare = jämförelselänk(years[-2].år, newest.år) if len(years) > 1 else None
    funded = next((y for y in reversed(years) if y.budget), None)
    overview = status_overview(sajt, reported) if reported else None
    sums = funded.budget.innehåll.summa if funded and funded.budget else None
    site = sajt.samling.webbplats.innehåll
    changed, things = _latest(sajt)
    return Startvy(
        namn=site.namn,
        beskrivning=site.beskrivning,
        plan=planlänk(newest.år),
        plan_text=newest.plan.innehåll.sammanfattning,
        uppföljning=uppföljningslänk(reported.år) if reported else None,
        uppföljning_text=told,
        status=overview,
        läge=tuple(zip(overview.kolumner, overview.summa, strict=True)) if overview else (),
        läge_text=_how_many_as_planned(reported) if reported else "",
        områden=area_boxes(sajt),
        händelser=_events(sajt),
        jämför=compare,
        budget=budgetlänk(funded.år) if funded else None,
        budget_rader=(("Budget", amount(sums.budget)), ("Utfall", amount(sums.utfall))) if sums else (),
        ändrat_titel=changed,
        ändrat=things,
        ändringar=Länk("Alla ändringar", addresses.ÄNDRINGAR),
    )


def _how_many_as_planned(year: Årgång) -> str:
    """«23 av 27 aktiviteter genomfördes som planerat.»; for how many it is unknown stands in a sentence of its own."""
    counts = status_counts(year)
    unknown, total = counts[Status.OKÄNT], antal(counts.total(), "aktivitet", "aktiviteter")
    if unknown == counts.total():
        return "Uppgift om hur aktiviteterna gick saknas."
    missing = f" Uppgift saknas för {antal(unknown, 'aktivitet', 'aktiviteter')}." if unknown else ""
    return f"{tal(counts[Status.SOM_PLANERAT])} av {total} genomfördes som planerat.{missing}"


def _events(sajt: Sajt) -> Händelserader:
    """The next events after the day on which data last changed, or else the latest: never by the clock."""
    dated = sorted(
        ((o.händelse.slutdatum or o.händelse.datum).iso, o.namn, o) for o in occasions(sajt.samling) if has_day(o)
    )
    changed = max(sajt.fildatum.ändrad.values(), default=None)
    coming = [o for day, _, o in dated if changed and day >= changed][:EVENTS]
    shown = coming or [o for _, _, o in reversed(dated[-EVENTS:])]
    rows = tuple((datum(o.händelse.datum), Länk(o.händelse.titel, f"{addresses.HÄNDELSER}#{o.namn}")) for o in shown)
    title = "Kommande händelser" if coming else "Senaste händelser"
    return Händelserader(title, rows, Länk("Alla händelser", addresses.HÄNDELSER))


def _latest(sajt: Sajt) -> tuple[str, tuple[Länk, ...]]:
    """The last day on which something changed, and the first few things that did; minor changes apart."""
    for day in changes_page(sajt).dagar:
        things = dict.fromkeys(thing.länk for step in day.steg if not step.mindre for thing in step.saker)
        if things:
            return day.titel, tuple(things)[:LATEST]
    return "", ()

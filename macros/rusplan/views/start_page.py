"""The start page: the newest plan and report, the areas, the ways in."""

from collections.abc import Iterator

from rusplan.data.model import Ställning
from rusplan.data.year import Årgång
from rusplan.site import addresses
from rusplan.site.links import Länk, budgetlänk, jämförelselänk, planlänk, uppföljningslänk
from rusplan.site.occasions import Tillfälle, has_day
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import antal, datum, tal
from rusplan.swedish.labels import Märke
from rusplan.swedish.sentences import excerpt
from rusplan.tools.record import record, small
from rusplan.views.amounts import whole_amount
from rusplan.views.area_page import Områdesruta, area_boxes
from rusplan.views.changes_page import changes_page
from rusplan.views.report_in_brief import NOT_AS_PLANNED, money_in_brief
from rusplan.views.report_page import Statusöversikt, status_counts, status_overview, unknown_of

LATEST, EVENTS, WAITING = 6, 5, 50


@small
class Händelsepunkt:
    """An event: when it is, its last day for the script, the link to it, and whether it waits to be shown."""

    när: str
    slut: str
    länk: Länk
    inställd: bool
    väntar: bool


@small
class Händelserader:
    """A few events, and others that the reader's day may bring forth."""

    rader: tuple[Händelsepunkt, ...]
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
    läge: tuple[tuple[Märke, str, Länk | None], ...]
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
    reported = sajt.samling.senast_följd_upp
    told = reported.berättelse.innehåll.sammanfattning if reported and reported.berättelse else ""
    compare = jämförelselänk(years[-2].år, newest.år) if len(years) > 1 else None
    funded = next((y for y in reversed(years) if y.budget), None)
    overview = status_overview(sajt, reported) if reported else None
    site = sajt.samling.webbplats.innehåll
    changed, things = _latest(sajt)
    return Startvy(
        namn=site.namn,
        beskrivning=site.beskrivning,
        plan=planlänk(sajt.samling, newest.år),
        plan_text=excerpt(newest.plan.innehåll.sammanfattning),
        uppföljning=uppföljningslänk(reported.år, reported.delår) if reported else None,
        uppföljning_text=excerpt(told) if told else "",
        status=overview,
        läge=tuple(_standings(reported, overview)) if reported and overview else (),
        läge_text=_how_many_as_planned(reported) if reported else "",
        områden=area_boxes(sajt),
        händelser=_events(sajt),
        jämför=compare,
        budget=budgetlänk(funded.år) if funded else None,
        budget_rader=tuple(money_in_brief(sajt, funded, whole_amount)) if funded else (),
        ändrat_titel=changed,
        ändrat=things,
        ändringar=Länk("Alla ändringar", addresses.ÄNDRINGAR),
    )


def _standings(year: Årgång, overview: Statusöversikt) -> Iterator[tuple[Märke, str, Länk | None]]:
    """How many activities stand in each way; the number of those that did not go as planned leads to why."""
    reasons, page = {labels.STÄLLNING[standing] for standing in NOT_AS_PLANNED}, uppföljningslänk(year.år, year.delår)
    for mark, number in zip(overview.kolumner, overview.summa, strict=True):
        yield mark, number, Länk(number, f"{page.adress}#status-{mark.slag}") if mark in reasons else None


def _how_many_as_planned(year: Årgång) -> str:
    """«23 av 27 aktiviteter genomfördes som planerat.»; for how many it is unknown stands in a sentence of its own."""
    counts = status_counts(year)
    unknown, total = unknown_of(counts), antal(counts.total(), "aktivitet", "aktiviteter")
    if unknown == counts.total():
        return "Uppgift om hur aktiviteterna gick saknas."
    missing = f" Uppgift saknas för {antal(unknown, 'aktivitet', 'aktiviteter')}." if unknown else ""
    return f"{tal(counts[Ställning.SOM_PLANERAT])} av {total} genomfördes som planerat.{missing}"


def _events(sajt: Sajt) -> Händelserader:
    """The next events after the day on which data last changed, or else the latest: never by the clock. The script chooses anew by the
    day on which the page is read, so those that may be the next by then wait behind the few that are shown."""
    dated = sorted((o for o in sajt.tillfällen if has_day(o)), key=lambda o: (_last_day(o), o.namn))
    changed = sajt.senast_ändrad
    been = [o for o in dated if not changed or _last_day(o) < changed][-EVENTS if changed else -WAITING :]
    coming = [o for o in dated if changed and _last_day(o) >= changed][:WAITING]
    shown = coming[:EVENTS] or been[: -EVENTS - 1 : -1]
    rows = [_event(o, waits=False) for o in shown]
    rows += [_event(o, waits=True) for o in (*been, *coming) if o not in shown]
    return Händelserader(tuple(rows), Länk("Alla händelser", addresses.HÄNDELSER))


def _last_day(found: Tillfälle) -> str:
    return (found.händelse.slutdatum or found.händelse.datum).iso


def _event(found: Tillfälle, *, waits: bool) -> Händelsepunkt:
    return Händelsepunkt(
        när=datum(found.händelse.datum),
        slut=_last_day(found),
        länk=Länk(found.händelse.titel, addresses.händelse(found.namn)),
        inställd=found.inställd,
        väntar=waits,
    )


def _latest(sajt: Sajt) -> tuple[str, tuple[Länk, ...]]:
    """The last day on which something changed, and the first few things that did; minor changes apart."""
    for day in changes_page(sajt).dagar:
        things = dict.fromkeys(thing.länk for step in day.steg if not step.mindre for thing in step.saker)
        if things:
            return day.titel, tuple(things)[:LATEST]
    return "", ()

"""A whole plan or report in the document's order, for reading from start to end and for paper."""

from rusplan.charts import Bild
from rusplan.data.year import Årgång
from rusplan.site.links import Länk, budgetlänk, planlänk, uppföljningslänk
from rusplan.site.sajt import Sajt
from rusplan.tools.record import record, small
from rusplan.views import pictures
from rusplan.views.activity_page import Aktivitetsdel, activity_in_document
from rusplan.views.budget_page import Budgetsida, budget_page
from rusplan.views.goals_page import Målsida, goals_page
from rusplan.views.plan_page import Plansida, plan_page
from rusplan.views.report_page import Uppföljningssida, report_page
from rusplan.views.texts import AnmärkningVy, KällaVy, PunktVy
from rusplan.views.what_it_was import Förevy, Revideringsvy
from rusplan.views.year_facts import Dokumentvy, Gruppvy


@small
class Utskriftsaktivitet:
    """An activity in the document: its anchor, and what stands before each id within it."""

    ankare: str
    vy: Aktivitetsdel

    @property
    def före(self) -> str:
        """No two activities of a document share an id."""
        return f"{self.ankare}-"


@record
class Utskriftsdel:
    """A part of the document; it shows whatever it has."""

    ankare: str
    titel: str
    uppgifter: tuple[tuple[str, str], ...] = ()
    punkter: tuple[PunktVy, ...] = ()
    ändrat: tuple[Förevy, ...] = ()
    revideringar: tuple[Revideringsvy, ...] = ()
    aktiviteter: tuple[Utskriftsaktivitet, ...] = ()
    bild: Bild | None = None
    mål: Målsida | None = None
    budget: Budgetsida | None = None
    grupp: Gruppvy | None = None
    dokument: Dokumentvy | None = None
    källa: KällaVy | None = None
    anmärkningar: tuple[AnmärkningVy, ...] = ()


@record
class Utskriftssida:
    """A whole document."""

    titel: str
    uppföljning: bool
    webbsida: Länk
    sida: Plansida | Uppföljningssida
    delar: tuple[Utskriftsdel, ...]
    # Whether it tells only what was decided, and nothing of how it went.
    bara_planen: bool = False

    @property
    def avsnitt(self) -> tuple[tuple[str, str], ...]:
        """The page's sections."""
        return tuple((part.ankare, part.titel) for part in self.delar)


def printed_plan(sajt: Sajt, year: Årgång, *, bara_planen: bool = False) -> Utskriftssida:
    """The whole plan of a year; with `bara_planen` without what only a follow-up tells of, in data that has no outcomes."""
    page = plan_page(sajt, year, kort=False)
    areas = [
        Utskriftsdel(
            ankare=f"omrade-{area.id}", titel=area.titel,
            uppgifter=_told(("Aktiviteter", area.antal), ("Arbetstid enligt aktiviteterna", area.dagar_summa), ("Arbetstid som beslutat", area.dagar_beslutat), *_stated(area.dagar_angivet, shown=page.visar_angivet), ("Behov av pengar", area.medel.behov if area.medel else None)),
            punkter=area.beskrivning, ändrat=area.ändrat, aktiviteter=_activities(sajt, year, area.id, report=False), källa=area.källa, anmärkningar=area.anmärkningar,
        )
        for area in page.områden
    ]  # fmt: skip
    totals = _told(
        ("Aktiviteter", page.antal),
        ("Prioriterade", page.prioriterade),
        ("Utvecklingsinsatser", page.insatser),
        ("Arbetstid enligt aktiviteterna", page.dagar_summa),
        ("Arbetstid som beslutat", page.dagar_beslutat),
        *_stated(page.dagar_angivet or "Uppgift saknas i källan", shown=page.visar_angivet),
    )
    first = [Utskriftsdel(ankare="i-korthet", titel="I korthet", uppgifter=totals, bild=pictures.days(sajt, year))]
    link = planlänk(sajt.samling, year.år)
    revised = _revisions(page)
    parts = (
        *first,
        *revised,
        *_goals(sajt, year),
        *areas,
        *_budget(sajt, year, drawn=not bara_planen),
        *_rest(page, "Om planen", page.om_planen),
    )
    return Utskriftssida(
        titel=f"{link.text}: hela dokumentet",
        uppföljning=False,
        webbsida=link,
        sida=page,
        delar=parts,
        bara_planen=bara_planen,
    )


def _told(*facts: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    """The facts that there is anything to say of."""
    return tuple((name, value) for name, value in facts if value)


def _revisions(page: Plansida) -> list[Utskriftsdel]:
    if not page.revideringar:
        return []
    return [Utskriftsdel(ankare="revideringar", titel="Revideringar", revideringar=page.revideringar)]


def _stated(days: str, *, shown: bool) -> tuple[tuple[str, str], ...]:
    """The working time that the document states beside that of its activities: in one that is written here they are the same."""
    return (("Arbetstid enligt dokumentet", days),) if shown else ()


def printed_report(sajt: Sajt, year: Årgång) -> Utskriftssida | None:
    """The whole report of a year; None where data has no report for the year."""
    page = report_page(sajt, year, kort=False)
    if page is None:
        return None
    told = {area.titel: area for area in page.områden}
    areas = []
    for area in year.plan.innehåll.områden:
        found = told.get(area.titel)
        facts = (
            _told(
                ("Arbetstid enligt aktiviteterna", found.dagar_summa),
                *_stated(found.dagar_angivet, shown=page.visar_angivet),
            )
            if found
            else ()
        )
        areas.append(
            Utskriftsdel(
                ankare=f"omrade-{area.id}",
                titel=area.titel,
                uppgifter=facts,
                punkter=found.resursåtgång if found else (),
                aktiviteter=_activities(sajt, year, area.id, report=True),
                källa=found.källa if found else None,
                anmärkningar=found.anmärkningar if found else (),
            )
        )
    drawn, status = pictures.status(sajt, year), page.status
    counts = zip((mark.text for mark in status.kolumner), status.summa, strict=True)
    first = [
        Utskriftsdel(ankare="status", titel="Status per område", bild=drawn, uppgifter=() if drawn else _told(*counts))
    ]
    for anchor, title, points in (
        ("prestationer", "Prestationer", page.prestationer),
        ("bedomning", "Samlad bedömning", page.bedömning),
    ):
        first += [Utskriftsdel(ankare=anchor, titel=title, punkter=points)] if points else []
    link = uppföljningslänk(year.år)
    parts = (*first, *areas, *_goals(sajt, year), *_budget(sajt, year), *_rest(page, "", ()))
    return Utskriftssida(titel=f"{link.text}: hela dokumentet", uppföljning=True, webbsida=link, sida=page, delar=parts)


def _activities(sajt: Sajt, year: Årgång, area: str, *, report: bool) -> tuple[Utskriftsaktivitet, ...]:
    return tuple(
        Utskriftsaktivitet(f"aktivitet-{a.id}", activity_in_document(sajt, a, report=report))
        for a in year.in_area(area)
    )


def _goals(sajt: Sajt, year: Årgång) -> list[Utskriftsdel]:
    page = goals_page(sajt, year)
    return (
        [Utskriftsdel(ankare="mal", titel=f"Mål {page.period}", bild=pictures.goals(sajt, year), mål=page)]
        if page
        else []
    )


def _budget(sajt: Sajt, year: Årgång, *, drawn: bool = True) -> list[Utskriftsdel]:
    page, picture = budget_page(sajt, year), pictures.budget(sajt, year) if drawn else None
    return [Utskriftsdel(ankare="budget", titel=budgetlänk(year.år).text, bild=picture, budget=page)] if page else []


def _rest(page: Plansida | Uppföljningssida, about: str, points: tuple[PunktVy, ...]) -> list[Utskriftsdel]:
    """What stands last: the organisation, the document itself and its source."""
    found = (
        [Utskriftsdel(ankare="om-verksamheten", titel="Om verksamheten", punkter=page.om_verksamheten)]
        if page.om_verksamheten
        else []
    )
    found += [Utskriftsdel(ankare="om-dokumentet", titel=about, punkter=points)] if points else []
    found += [Utskriftsdel(ankare=group.ankare, titel=group.titel, grupp=group) for group in page.grupper]
    last = Utskriftsdel(
        ankare="dokumentet",
        titel="Dokumentet",
        dokument=page.dokument,
        källa=page.källa,
        anmärkningar=page.anmärkningar,
    )
    return [*found, last]

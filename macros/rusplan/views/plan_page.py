"""A year's plan: in brief, area by area, in the document's order."""

from rusplan.data.collection import Årgång
from rusplan.site import addresses
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import antal, dagar
from rusplan.tools.record import record, small
from rusplan.views import texts
from rusplan.views.activity_page import Aktivitetskort, MedelVy, card, medel
from rusplan.views.texts import AnmärkningVy, KällaVy, Omnämnandevy, PunktVy
from rusplan.views.year_facts import Dokumentvy, Gruppvy, days_told, document, group, planned_days, whole, year_links


@small
class Rubrikvy:
    """A heading within an area, with its activities."""

    titel: str | None
    aktiviteter: tuple[Aktivitetskort, ...]


@record
class Planområde:
    """An area of a plan."""

    id: str
    titel: str
    länk: Länk
    dagar_summa: str
    dagar_angivet: str
    dagar_stämmer: bool
    medel: MedelVy
    antal: str
    prioriterade: str
    insatser: str
    beskrivning: tuple[PunktVy, ...]
    rubriker: tuple[Rubrikvy, ...]
    källa: KällaVy
    anmärkningar: tuple[AnmärkningVy, ...]


@record
class Plansida:
    """A year's plan."""

    år: str
    dokument: Dokumentvy
    sammanfattning: str
    vision: str | None
    om_verksamheten: tuple[PunktVy, ...]
    om_planen: tuple[PunktVy, ...]
    områden: tuple[Planområde, ...]
    antal: str
    prioriterade: str
    insatser: str
    dagar_summa: str
    dagar_angivet: str | None
    grupper: tuple[Gruppvy, ...]
    källa: KällaVy
    anmärkningar: tuple[AnmärkningVy, ...]
    länkar: tuple[Länk, ...]
    nämns_i: tuple[Omnämnandevy, ...]


def plan_page(sajt: Sajt, year: Årgång, *, kort: bool = True) -> Plansida:
    """Everything that the page of a plan shows; without `kort` its headings with the activities' cards are left out."""
    plan = year.plan.innehåll
    staff = year.budget.innehåll.bemanning if year.budget else None
    flags = _flags(year, None)
    return Plansida(
        år=str(year.år),
        dokument=document(sajt, year.år, plan.dokument, year.plan.namn),
        sammanfattning=plan.sammanfattning,
        vision=plan.vision.citat if plan.vision else None,
        om_verksamheten=texts.punkter(sajt, plan.om_verksamheten),
        om_planen=texts.punkter(sajt, plan.om_planen),
        områden=tuple(_plan_area(sajt, year, i, kort) for i in range(len(plan.områden))),
        antal=antal(len(year.aktiviteter), "aktivitet", "aktiviteter"),
        prioriterade=flags[0],
        insatser=flags[1],
        dagar_summa=days_told(year),
        dagar_angivet=dagar(staff.dagar) if staff and staff.dagar is not None else None,
        grupper=tuple(group(sajt, g) for g in plan.grupper),
        källa=texts.källa(sajt, plan.källa),
        anmärkningar=texts.anmärkningar(plan.anmärkningar),
        länkar=(*year_links(sajt, year, addresses.plan(year.år)), whole(addresses.plan(year.år))),
        nämns_i=texts.nämns_i(sajt, str(year.år)),
    )


def _flags(year: Årgång, area: str | None) -> tuple[str, str]:
    """How many activities are prioritised and development efforts; «uppgift saknas» where no activity tells."""
    found = [a.plan.innehåll for a in (year.in_area(area) if area else year.aktiviteter.values())]
    known = [a for a in found if a.utvecklingsinsats != "okänt"]
    whole, partly = (sum(a.utvecklingsinsats == word for a in known) for word in ("ja", "delvis"))
    efforts = f"{whole}" + (f" (och {partly} delvis)" if partly else "") if known else "uppgift saknas"
    return str(sum(a.prioriterad == "ja" for a in found)), efforts


def _plan_area(sajt: Sajt, year: Årgång, index: int, kort: bool) -> Planområde:
    area = year.plan.innehåll.områden[index]
    flags = _flags(year, area.id)
    headings = tuple(
        Rubrikvy(h.titel, tuple(card(sajt, year.aktiviteter[name]) for name in h.aktiviteter))
        for h in area.rubriker
        if kort
    )
    return Planområde(
        id=area.id,
        titel=area.titel,
        länk=Länk(area.titel, addresses.område(area.id)),
        dagar_summa=days_told(year, area.id),
        dagar_angivet=dagar(area.dagar),
        dagar_stämmer=area.dagar in (None, planned_days(year, area.id)),
        medel=medel(area.medelsbehov),
        antal=antal(len(year.in_area(area.id)), "aktivitet", "aktiviteter"),
        prioriterade=flags[0],
        insatser=flags[1],
        beskrivning=texts.punkter(sajt, area.beskrivning),
        rubriker=headings,
        källa=texts.källa(sajt, area.källa),
        anmärkningar=texts.anmärkningar(area.anmärkningar),
    )

"""A year's plan: in brief, area by area, in the document's order."""

from macros import addresses
from macros.collection import Årgång
from macros.formatting import antal, dagar
from macros.record import record
from macros.views import parts
from macros.views.activity import Aktivitetskort, MedelVy, card, medel
from macros.views.parts import AnmärkningVy, KällaVy, Länk, Omnämnandevy, PunktVy, Sajt
from macros.views.years import Dokumentvy, Gruppvy, days_told, document, group, planned_days, whole, year_links


@record
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
        om_verksamheten=parts.punkter(sajt, plan.om_verksamheten),
        om_planen=parts.punkter(sajt, plan.om_planen),
        områden=tuple(_plan_area(sajt, year, i, kort) for i in range(len(plan.områden))),
        antal=antal(len(year.aktiviteter), "aktivitet", "aktiviteter"),
        prioriterade=flags[0],
        insatser=flags[1],
        dagar_summa=days_told(year),
        dagar_angivet=dagar(staff.dagar) if staff and staff.dagar is not None else None,
        grupper=tuple(group(sajt, g) for g in plan.grupper),
        källa=parts.källa(sajt, plan.källa),
        anmärkningar=parts.anmärkningar(plan.anmärkningar),
        länkar=(*year_links(sajt, year, addresses.plan(year.år)), whole(addresses.plan(year.år))),
        nämns_i=parts.nämns_i(sajt, str(year.år)),
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
        for h in area.rubriker if kort
    )  # fmt: skip
    return Planområde(
        area.id, area.titel, Länk(area.titel, addresses.område(area.id)), days_told(year, area.id), dagar(area.dagar), area.dagar in (None, planned_days(year, area.id)),
        medel(area.medelsbehov), antal(len(year.in_area(area.id)), "aktivitet", "aktiviteter"), flags[0], flags[1],
        parts.punkter(sajt, area.beskrivning), headings, parts.källa(sajt, area.källa), parts.anmärkningar(area.anmärkningar),
    )  # fmt: skip

"""A year's plan: in brief, area by area, in the document's order."""

from decimal import Decimal
from typing import Any

from rusplan.data.model import Behov, Medelsbehov, Område
from rusplan.data.revised import days_decided
from rusplan.data.year import Årgång
from rusplan.site import addresses
from rusplan.site.links import Länk, planlänk
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import antal, dagar, datum
from rusplan.swedish.sentences import within_sentence
from rusplan.tools.record import record, small
from rusplan.views import texts
from rusplan.views.activity_card import Aktivitetskort, card
from rusplan.views.activity_parts import MedelVy, medel
from rusplan.views.texts import AnmärkningVy, KällaVy, Omnämnandevy, PunktVy
from rusplan.views.what_it_was import Förevy, Revideringsvy, revised_told, revisions, what_it_was
from rusplan.views.year_facts import (
    NOT_HERE,
    Dokumentvy,
    Gruppvy,
    count_told,
    days_told,
    days_told_as_decided,
    document,
    group,
    missing,
    other_documents,
    planned,
    planned_days,
    size_told,
    whole,
    year_links,
)

UNKNOWN = "uppgift saknas"


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
    omfattning: str
    dagar_summa: str | None
    dagar_angivet: str
    dagar_stämmer: bool
    dagar_beslutat: str | None
    ändrat: tuple[Förevy, ...]
    medel: MedelVy | None
    antal: str
    prioriterade: str | None
    insatser: str | None
    beskrivning: tuple[PunktVy, ...]
    rubriker: tuple[Rubrikvy, ...]
    källa: KällaVy | None
    anmärkningar: tuple[AnmärkningVy, ...]


@record
class Plansida:
    """A year's plan; `nyckel` is its year in addresses and anchors, `år` as readers see it."""

    nyckel: str
    år: str
    dokument: Dokumentvy
    sammanfattning: str
    gäller: str | None
    inte_här: str | None
    vision: str | None
    om_verksamheten: tuple[PunktVy, ...]
    om_planen: tuple[PunktVy, ...]
    områden: tuple[Planområde, ...]
    antal: str
    prioriterade: str | None
    insatser: str | None
    omfattning: str
    dagar_summa: str | None
    dagar_beslutat: str | None
    dagar_angivet: str | None
    visar_angivet: bool
    visar_medel: bool
    reviderad: str | None
    revideringar: tuple[Revideringsvy, ...]
    årets_dokument: tuple[tuple[Länk, str], ...]
    grupper: tuple[Gruppvy, ...]
    källa: KällaVy | None
    anmärkningar: tuple[AnmärkningVy, ...]
    länkar: tuple[Länk, ...]
    länk: Länk
    läs: Länk
    nämns_i: tuple[Omnämnandevy, ...]

    @property
    def okända(self) -> tuple[str, ...]:
        """The columns of the plan in brief that no source tells anything of: they are told of once, above the table."""
        needs = [area.medel for area in self.områden]
        columns = (
            ("Prioriterade", self.prioriterade == UNKNOWN),
            ("Utvecklingsinsatser", self.insatser == UNKNOWN),
            ("Behov av pengar", self.visar_medel and all(need is not None and need.okänt for need in needs)),
        )
        return tuple(name for name, is_unknown in columns if is_unknown)


def plan_page(sajt: Sajt, year: Årgång, *, kort: bool = True) -> Plansida:
    """Everything that the page of a plan shows; without `kort` its headings with the activities' cards are left out."""
    plan = year.plan.innehåll
    staff = year.budget.innehåll.bemanning if year.budget else None
    link = planlänk(sajt.samling, year.år)
    return Plansida(
        nyckel=str(year.år),
        år=year.år.visad,
        dokument=document(sajt, year.år, plan.dokument, year.plan.namn),
        sammanfattning=plan.sammanfattning,
        gäller=datum(plan.period.från, plan.period.till) if plan.period else None,
        inte_här=missing(
            plan.dokument,
            plan.sammanfattning,
            f"Planen för {year.år.visad} {NOT_HERE}. Sidan bygger på det som andra dokument berättar om den.",
        ),
        vision=plan.vision.citat if plan.vision else None,
        om_verksamheten=texts.punkter(sajt, plan.om_verksamheten),
        om_planen=texts.punkter(sajt, plan.om_planen),
        områden=tuple(_plan_area(sajt, year, i, kort) for i in range(len(plan.områden))),
        omfattning=size_told(sajt, year),
        **_in_brief(sajt, year),
        reviderad=revised_told(year),
        revideringar=revisions(sajt, year),
        årets_dokument=tuple(
            (Länk(doc.titel, addresses.dokument(doc.ankare)), doc.om) for doc in other_documents(sajt, year)
        ),
        dagar_angivet=dagar(staff.dagar) if staff and staff.dagar is not None else None,
        visar_angivet=not year.skrivs_här and _tells_of_days(sajt, year),
        visar_medel=_tells_of_need(sajt, year),
        grupper=tuple(group(sajt, g) for g in plan.grupper),
        källa=texts.källa(sajt, plan.källa),
        anmärkningar=texts.anmärkningar(plan.anmärkningar),
        länkar=(*year_links(sajt, year, addresses.plan(year.år)), whole(addresses.plan(year.år))),
        länk=link,
        läs=Länk(f"Läs {within_sentence(link.text)}", link.adress),
        nämns_i=texts.nämns_i(sajt, year.år),
    )


def _in_brief(sajt: Sajt, year: Årgång, area: str | None = None) -> dict[str, Any]:
    """The figures of the year or of one area; None for those of a field that no activity of the site uses."""
    used = sajt.samling.använt
    prioritised, efforts = flags(year, area)
    return {
        "antal": count_told(year, area),
        "prioriterade": prioritised if "prioriterad" in used else None,
        "insatser": efforts if "utvecklingsinsats" in used else None,
        "dagar_summa": days_told(year, area) if "dagar" in used else None,
        "dagar_beslutat": days_told_as_decided(year, area) if "dagar" in used else None,
    }


def _tells_of_days(sajt: Sajt, year: Årgång) -> bool:
    """True if working days are told of on the site, or in this plan for its areas alone."""
    return "dagar" in sajt.samling.använt or any(area.dagar is not None for area in year.plan.innehåll.områden)


def _tells_of_need(sajt: Sajt, year: Årgång) -> bool:
    """True if the need of cash is told of on the site, or in this plan for its areas alone."""
    told = (area.medelsbehov for area in year.plan.innehåll.områden)
    return "medelsbehov" in sajt.samling.använt or any(need and need.behov is not Behov.OKÄNT for need in told)


def flags(year: Årgång, area: str | None = None) -> tuple[str, str]:
    """How many activities are prioritised and development efforts, and for how many it is unknown."""
    found = [a.plan.innehåll for a in planned(year, area)]
    return _counted([str(a.prioriterad) for a in found]), _counted([str(a.utvecklingsinsats) for a in found])


def _counted(words: list[str]) -> str:
    """How many of the words are yes: «3 (och 2 delvis, uppgift saknas för 1 aktivitet)»; «uppgift saknas» where none is known, and what is
    blank in a draft is not filled in yet."""
    yes, partly, unknown, blank = (words.count(word) for word in ("ja", "delvis", "okänt", "None"))
    if unknown == len(words):
        return UNKNOWN
    if blank == len(words):
        return "inte ifyllt än"
    lacking = ((unknown, UNKNOWN), (blank, "inte ifyllt"))
    missing = [f"{said} för {antal(number, 'aktivitet', 'aktiviteter')}" for number, said in lacking if number]
    remarks = ", ".join([f"och {partly} delvis", *missing] if partly else missing)
    return f"{yes} ({remarks})" if remarks else str(yes)


def _plan_area(sajt: Sajt, year: Årgång, index: int, kort: bool) -> Planområde:
    area = year.plan.innehåll.områden[index]
    headings = tuple(
        Rubrikvy(
            h.titel, tuple(card(sajt, year.aktiviteter[name]) for name in h.aktiviteter if name in year.aktiviteter)
        )
        for h in area.rubriker
        if kort
    )
    return Planområde(
        id=area.id,
        titel=area.titel,
        länk=Länk(area.titel, addresses.område(area.id)),
        omfattning=size_told(sajt, year, area.id),
        **_in_brief(sajt, year, area.id),
        dagar_angivet=dagar(area.dagar),
        dagar_stämmer=area.dagar in (None, planned_days(year, area.id)) or _is_as_decided(year, area),
        ändrat=what_it_was(sajt, year, area),
        medel=medel(area.medelsbehov or _need(year, area.id)) if _tells_of_need(sajt, year) else None,
        beskrivning=texts.punkter(sajt, area.beskrivning),
        rubriker=headings,
        källa=texts.källa(sajt, area.källa),
        anmärkningar=texts.anmärkningar(area.anmärkningar),
    )


def _need(year: Årgång, area: str) -> Medelsbehov | None:
    """The need of cash of an area for which none is stated, as its activities have it; None where one of them does not say."""
    needs = {a.plan.innehåll.medelsbehov and a.plan.innehåll.behov for a in planned(year, area)}
    found = next((need for need in (Behov.JA, Behov.EVENTUELLT, Behov.OKÄNT, Behov.NEJ) if need in needs), None)
    return Medelsbehov(behov=found) if found and None not in needs else None


def _is_as_decided(year: Årgång, area: Område) -> bool:
    """True where the document states the days of the area as they were when the plan was decided."""
    return area.dagar == sum((days or 0 for days in days_decided(year, area.id)), Decimal())

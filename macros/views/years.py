"""A year's plan and report: in brief, area by area, in the document's order."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from macros import addresses, labels
from macros.collection import Årgång
from macros.formatting import antal, dagar
from macros.labels import Märke
from macros.model import Dokument, Grupp, Status
from macros.views import parts
from macros.views.activity import Aktivitetskort, MedelVy, card, medel
from macros.views.parts import AnmärkningVy, KällaVy, Länk, Omnämnandevy, PunktVy, Sajt


@dataclass(frozen=True)
class Dokumentvy:
    """A source document: what it is and who decided on it."""

    ankare: str
    titel: str
    år: str
    tillgänglig: bool
    beslut: tuple[str, ...]
    beskrivning: tuple[PunktVy, ...]
    länk: str | None
    saknas: tuple[str, ...]
    redigera: str | None


@dataclass(frozen=True)
class Ledamotsvy:
    """Seats in a group."""

    organisation: Länk
    roll: str
    antal: str
    text: str


@dataclass(frozen=True)
class Gruppvy:
    """A group with its seats."""

    ankare: str
    titel: str
    text: str | None
    ledamöter: tuple[Ledamotsvy, ...]
    källa: KällaVy
    anmärkningar: tuple[AnmärkningVy, ...]


@dataclass(frozen=True)
class Rubrikvy:
    """A heading within an area, with its activities."""

    titel: str | None
    aktiviteter: tuple[Aktivitetskort, ...]


@dataclass(frozen=True)
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


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class Statusrad:
    """How many activities of an area have each status."""

    område: Länk
    antal: tuple[str, ...]
    summa: str


@dataclass(frozen=True)
class Statusgrupp:
    """The activities with one status."""

    märke: Märke
    ankare: str
    aktiviteter: tuple[Aktivitetskort, ...]


@dataclass(frozen=True)
class Statusöversikt:
    """Status per area as a table, and the activities by status."""

    år: str
    kolumner: tuple[Märke, ...]
    rader: tuple[Statusrad, ...]
    summa: tuple[str, ...]
    totalt: str
    grupper: tuple[Statusgrupp, ...]


@dataclass(frozen=True)
class Avvikelserad:
    """A deviation with the activity it belongs to."""

    aktivitet: Länk
    avvikelse: parts.AvvikelseVy


@dataclass(frozen=True)
class Områdesutfallsvy:
    """What the report says of an area as a whole."""

    titel: str
    länk: Länk
    dagar_angivet: str
    dagar_summa: str
    resursåtgång: tuple[PunktVy, ...]
    källa: KällaVy
    anmärkningar: tuple[AnmärkningVy, ...]


@dataclass(frozen=True)
class Uppföljningssida:
    """A year's report."""

    år: str
    dokument: Dokumentvy
    sammanfattning: str
    vision: str | None
    om_verksamheten: tuple[PunktVy, ...]
    prestationer: tuple[PunktVy, ...]
    bedömning: tuple[PunktVy, ...]
    områden: tuple[Områdesutfallsvy, ...]
    avvikelser: tuple[Avvikelserad, ...]
    grupper: tuple[Gruppvy, ...]
    källa: KällaVy
    anmärkningar: tuple[AnmärkningVy, ...]
    status: Statusöversikt
    länkar: tuple[Länk, ...]
    nämns_i: tuple[Omnämnandevy, ...]


def document(sajt: Sajt, year: int, doc: Dokument, name: str) -> Dokumentvy:
    """A source document as it is described."""
    return Dokumentvy(
        doc.id, doc.titel, str(year), doc.tillgänglig == "ja", parts.beslut(doc.beslut), parts.punkter(sajt, doc.beskrivning), doc.länk, doc.saknas,
        sajt.edit_url(name),
    )  # fmt: skip


def group(sajt: Sajt, item: Grupp) -> Gruppvy:
    """A group with its seats."""
    seats = tuple(
        Ledamotsvy(sajt.organisationslänk(s.organisation), s.roll or "", str(s.antal) if s.antal else "", s.text or "")
        for s in item.ledamöter
    )
    return Gruppvy(
        item.id, item.titel, item.text, seats, parts.källa(sajt, item.källa), parts.anmärkningar(item.anmärkningar)
    )


def planned_days(year: Årgång, area: str | None = None) -> Decimal:
    """The working days of all activities of the year, or of one area."""
    found = year.in_area(area) if area else tuple(year.aktiviteter.values())
    return sum((a.plan.innehåll.dagar or Decimal() for a in found), Decimal())


def plan_page(sajt: Sajt, year: Årgång) -> Plansida:
    """Everything that the page of a plan shows."""
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
        områden=tuple(_plan_area(sajt, year, i) for i in range(len(plan.områden))),
        antal=antal(len(year.aktiviteter), "aktivitet", "aktiviteter"),
        prioriterade=flags[0],
        insatser=flags[1],
        dagar_summa=dagar(planned_days(year)),
        dagar_angivet=dagar(staff.dagar) if staff and staff.dagar is not None else None,
        grupper=tuple(group(sajt, g) for g in plan.grupper),
        källa=parts.källa(sajt, plan.källa),
        anmärkningar=parts.anmärkningar(plan.anmärkningar),
        länkar=year_links(sajt, year, addresses.plan(year.år)),
        nämns_i=parts.nämns_i(sajt, str(year.år)),
    )


def _flags(year: Årgång, area: str | None) -> tuple[str, str]:
    """How many activities are prioritised and development efforts; «uppgift saknas» where no activity tells."""
    found = [a.plan.innehåll for a in (year.in_area(area) if area else year.aktiviteter.values())]
    known = [a for a in found if a.utvecklingsinsats != "okänt"]
    whole, partly = (sum(a.utvecklingsinsats == word for a in known) for word in ("ja", "delvis"))
    efforts = f"{whole}" + (f" (och {partly} delvis)" if partly else "") if known else "uppgift saknas"
    return str(sum(a.prioriterad == "ja" for a in found)), efforts


def _plan_area(sajt: Sajt, year: Årgång, index: int) -> Planområde:
    area = year.plan.innehåll.områden[index]
    total = planned_days(year, area.id)
    flags = _flags(year, area.id)
    headings = tuple(
        Rubrikvy(h.titel, tuple(card(sajt, year.aktiviteter[name]) for name in h.aktiviteter)) for h in area.rubriker
    )
    return Planområde(
        area.id, area.titel, Länk(area.titel, addresses.område(area.id)), dagar(total), dagar(area.dagar), area.dagar in (None, total),
        medel(area.medelsbehov), antal(len(year.in_area(area.id)), "aktivitet", "aktiviteter"), flags[0], flags[1],
        parts.punkter(sajt, area.beskrivning), headings, parts.källa(sajt, area.källa), parts.anmärkningar(area.anmärkningar),
    )  # fmt: skip


def year_links(sajt: Sajt, year: Årgång, here: str) -> tuple[Länk, ...]:
    """The other pages of the year, and the comparisons with its neighbours."""
    links = [
        Länk(f"Verksamhetsplan {year.år}", addresses.plan(year.år)),
        Länk(f"Uppföljning {year.år}", addresses.uppföljning(year.år)),
    ]
    if year.mål:
        links.append(Länk(f"Mål {year.mål.innehåll.period.replace('-', '–')}", addresses.mål(year.år)))
    if year.budget:
        links.append(Länk(f"Budget {year.år}", addresses.budget(year.år)))
    years = list(sajt.samling.årgångar)
    for first, second in pairwise(years):
        if year.år in (first, second):
            links.append(Länk(f"Jämför {first} och {second}", addresses.jämförelse(first, second)))
    return tuple(link for link in links if link.adress != here)


def report_page(sajt: Sajt, year: Årgång) -> Uppföljningssida | None:
    """Everything that the page of a report shows; None where data has no report for the year."""
    if year.berättelse is None:
        return None
    report = year.berättelse.innehåll
    areas = tuple(
        Områdesutfallsvy(
            a.titel, sajt.områdeslänk(a.id), dagar(a.dagar), dagar(planned_days(year, a.id)), parts.punkter(sajt, a.resursåtgång),
            parts.källa(sajt, a.källa), parts.anmärkningar(a.anmärkningar),
        )
        for a in report.områden
    )  # fmt: skip
    deviations = tuple(
        Avvikelserad(sajt.aktivitetslänk(a), d)
        for a in year.aktiviteter.values() if a.utfall
        for d in parts.avvikelser(sajt, a.utfall.innehåll.avvikelser)
    )  # fmt: skip
    return Uppföljningssida(
        år=str(year.år),
        dokument=document(sajt, year.år, report.dokument, year.berättelse.namn),
        sammanfattning=report.sammanfattning,
        vision=report.vision.citat if report.vision else None,
        om_verksamheten=parts.punkter(sajt, report.om_verksamheten),
        prestationer=parts.punkter(sajt, report.prestationer),
        bedömning=parts.punkter(sajt, report.bedömning),
        områden=areas,
        avvikelser=deviations,
        grupper=tuple(group(sajt, g) for g in report.grupper),
        källa=parts.källa(sajt, report.källa),
        anmärkningar=parts.anmärkningar(report.anmärkningar),
        status=status_overview(sajt, year),
        länkar=year_links(sajt, year, addresses.uppföljning(year.år)),
        nämns_i=parts.nämns_i(sajt, str(year.år)),
    )


def status_counts(year: Årgång, area: str | None = None) -> Counter[Status]:
    """How many activities have each status; those without outcome are unknown."""
    found = year.in_area(area) if area else year.aktiviteter.values()
    return Counter(a.utfall.innehåll.status if a.utfall else Status.OKÄNT for a in found)


def status_overview(sajt: Sajt, year: Årgång) -> Statusöversikt:
    """Status per area, and the activities by status, in the order of the vocabulary."""
    total = status_counts(year)
    used = [status for status in Status if total[status]]
    rows = []
    for area in year.plan.innehåll.områden:
        counts = status_counts(year, area.id)
        rows.append(Statusrad(sajt.områdeslänk(area.id), tuple(str(counts[s]) for s in used), str(counts.total())))
    groups = tuple(
        Statusgrupp(labels.STATUS[s], f"status-{labels.STATUS[s].slag}", tuple(
            card(sajt, a) for a in year.aktiviteter.values() if (a.utfall.innehåll.status if a.utfall else Status.OKÄNT) is s
        ))
        for s in used
    )  # fmt: skip
    marks = tuple(labels.STATUS[s] for s in used)
    return Statusöversikt(
        str(year.år), marks, tuple(rows), tuple(str(total[s]) for s in used), str(total.total()), groups
    )

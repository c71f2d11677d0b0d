"""A year's report: status, results, deviations, areas and groups."""

from collections import Counter

from macros import addresses, labels
from macros.collection import Årgång
from macros.formatting import dagar
from macros.labels import Märke
from macros.model import Status
from macros.record import record
from macros.views import parts
from macros.views.activity import Aktivitetskort, card
from macros.views.parts import AnmärkningVy, KällaVy, Länk, Omnämnandevy, PunktVy, Sajt
from macros.views.years import Dokumentvy, Gruppvy, days_told, document, group, whole, year_links


@record
class Statusrad:
    """How many activities of an area have each status."""

    område: Länk
    antal: tuple[str, ...]
    summa: str


@record
class Statusgrupp:
    """The activities with one status."""

    märke: Märke
    ankare: str
    aktiviteter: tuple[Aktivitetskort, ...]


@record
class Statusöversikt:
    """Status per area as a table, and the activities by status."""

    år: str
    kolumner: tuple[Märke, ...]
    rader: tuple[Statusrad, ...]
    summa: tuple[str, ...]
    totalt: str
    grupper: tuple[Statusgrupp, ...]


@record
class Avvikelserad:
    """A deviation with the activity it belongs to."""

    aktivitet: Länk
    avvikelse: parts.AvvikelseVy


@record
class Områdesutfallsvy:
    """What the report says of an area as a whole."""

    titel: str
    länk: Länk
    dagar_angivet: str
    dagar_summa: str
    resursåtgång: tuple[PunktVy, ...]
    källa: KällaVy
    anmärkningar: tuple[AnmärkningVy, ...]


@record
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


def report_page(sajt: Sajt, year: Årgång, *, kort: bool = True) -> Uppföljningssida | None:
    """Everything that the page of a report shows; None where data has no report for the year. Without `kort` the activities' cards by
    status are left out."""
    if year.berättelse is None:
        return None
    report = year.berättelse.innehåll
    areas = tuple(
        Områdesutfallsvy(
            a.titel, sajt.områdeslänk(a.id), dagar(a.dagar), days_told(year, a.id), parts.punkter(sajt, a.resursåtgång),
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
        status=status_overview(sajt, year, kort=kort),
        länkar=(*year_links(sajt, year, addresses.uppföljning(year.år)), whole(addresses.uppföljning(year.år))),
        nämns_i=parts.nämns_i(sajt, str(year.år)),
    )


def status_counts(year: Årgång, area: str | None = None) -> Counter[Status]:
    """How many activities have each status; those without outcome are unknown."""
    found = year.in_area(area) if area else year.aktiviteter.values()
    return Counter(a.utfall.innehåll.status if a.utfall else Status.OKÄNT for a in found)


def status_overview(sajt: Sajt, year: Årgång, *, kort: bool = True) -> Statusöversikt:
    """Status per area, and the activities by status, in the order of the vocabulary; without `kort` only the former."""
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
        for s in used if kort
    )  # fmt: skip
    marks = tuple(labels.STATUS[s] for s in used)
    return Statusöversikt(
        str(year.år), marks, tuple(rows), tuple(str(total[s]) for s in used), str(total.total()), groups
    )

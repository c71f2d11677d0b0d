"""A year's report: status, results, deviations, areas and groups."""

from collections import Counter
from collections.abc import Iterator

from rusplan.data.document_names import report_within
from rusplan.data.model import JaNej, Områdesutfall, Ställning
from rusplan.data.year import Årgång
from rusplan.site import addresses
from rusplan.site.links import Länk, budgetlänk, mållänk, uppföljningslänk
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import dagar
from rusplan.swedish.labels import Märke
from rusplan.tools.record import record, small
from rusplan.views import texts
from rusplan.views.activity_card import Aktivitetskort, card
from rusplan.views.report_in_brief import (
    Avvikelsegrupp,
    Orsaksgrupp,
    deviations,
    goals_in_brief,
    how_many_as_planned,
    money_in_brief,
    not_as_planned,
)
from rusplan.views.texts import AnmärkningVy, KällaVy, Omnämnandevy, PunktVy
from rusplan.views.year_facts import (
    NOT_HERE,
    Dokumentvy,
    Gruppvy,
    days_told,
    document,
    group,
    known_days,
    missing,
    whole,
    year_links,
)

UNKNOWN = (Ställning.INTE_UPPFÖLJD, Ställning.OKÄNT, Ställning.OVISST, Ställning.INTE_HÄR)


@small
class Statusrad:
    """How many activities of an area have each status."""

    område: Länk
    antal: tuple[str, ...]
    summa: str


@small
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
    räknas: tuple[str, ...]
    grupper: tuple[Statusgrupp, ...]


@record
class Områdesutfallsvy:
    """What the report says of an area as a whole."""

    titel: str
    länk: Länk
    arbetstid: str
    dagar_angivet: str
    dagar_summa: str | None
    resursåtgång: tuple[PunktVy, ...]
    källa: KällaVy | None
    anmärkningar: tuple[AnmärkningVy, ...]

    @property
    def berättad(self) -> bool:
        """Whether the report says anything of the area."""
        return bool(self.arbetstid or self.resursåtgång or self.anmärkningar or self.källa)


@record
class Uppföljningssida:
    """A year's report; `nyckel` is its year in addresses and anchors, `år` as readers see it."""

    länk: Länk
    ankare: str
    dokument: Dokumentvy
    sammanfattning: str
    inte_här: str | None
    vision: str | None
    om_verksamheten: tuple[PunktVy, ...]
    prestationer: tuple[PunktVy, ...]
    bedömning: tuple[PunktVy, ...]
    områden: tuple[Områdesutfallsvy, ...]
    visar_angivet: bool
    hur_många: str
    inte_som_planerat: tuple[Orsaksgrupp, ...]
    avvikelser: tuple[Avvikelsegrupp, ...]
    pengar: tuple[tuple[str, str], ...]
    pengar_länk: Länk | None
    mål: tuple[tuple[str, str], ...]
    mål_länk: Länk | None
    grupper: tuple[Gruppvy, ...]
    källa: KällaVy | None
    anmärkningar: tuple[AnmärkningVy, ...]
    status: Statusöversikt
    länkar: tuple[Länk, ...]
    nämns_i: tuple[Omnämnandevy, ...]


@small
class Pågåendesida:
    """A year without report; `status` where it is followed up here."""

    år: str
    berättelsen: str
    status: Statusöversikt | None
    länkar: tuple[Länk, ...]


def report_page(sajt: Sajt, year: Årgång, *, kort: bool = True) -> Uppföljningssida | None:
    """Everything that the page of a report shows; None where data has no report for the year. Without `kort` the activities' cards by
    status are left out."""
    if year.berättelse is None:
        return None
    report, counts = year.berättelse.innehåll, status_counts(year)
    tells_of_days = "dagar" in sajt.samling.använt or any(area.dagar is not None for area in report.områden)
    areas = tuple(
        Områdesutfallsvy(
            titel=a.titel,
            länk=sajt.områdeslänk(a.id),
            arbetstid=_time_told(year, a) if tells_of_days else "",
            dagar_angivet=dagar(a.dagar),
            dagar_summa=days_told(year, a.id) if "dagar" in sajt.samling.använt else None,
            resursåtgång=texts.punkter(sajt, a.resursåtgång),
            källa=texts.källa(sajt, a.källa),
            anmärkningar=texts.anmärkningar(a.anmärkningar),
        )
        for a in report.områden
    )
    return Uppföljningssida(
        länk=uppföljningslänk(year.år, year.delår),
        ankare=f"uppfoljning-{year.nyckel.replace('/', '-')}",
        dokument=document(sajt, year.år, report.dokument, year.berättelse.namn),
        sammanfattning=report.sammanfattning,
        inte_här=missing(
            report.dokument,
            report.sammanfattning,
            f"{report_within(sajt.samling.webbplats.innehåll, year.visad)} {NOT_HERE}. Därför vet vi inte hur det gick.",
        ),
        vision=report.vision.citat if report.vision else None,
        om_verksamheten=texts.punkter(sajt, report.om_verksamheten),
        prestationer=texts.punkter(sajt, report.prestationer),
        bedömning=texts.punkter(sajt, report.bedömning),
        områden=tuple(area for area in areas if area.berättad),
        visar_angivet=not year.skrivs_här and tells_of_days,
        hur_många=how_many_as_planned(counts, unknown_of(counts)),
        inte_som_planerat=not_as_planned(sajt, year),
        avvikelser=deviations(sajt, year),
        pengar=tuple(money_in_brief(sajt, year)),
        pengar_länk=budgetlänk(year.år) if year.budget else None,
        mål=goals_in_brief(sajt, year),
        mål_länk=mållänk(year.år, year.mål.innehåll.period) if year.mål else None,
        grupper=tuple(group(sajt, g) for g in report.grupper),
        källa=texts.källa(sajt, report.källa),
        anmärkningar=texts.anmärkningar(report.anmärkningar),
        status=status_overview(sajt, year, kort=kort),
        länkar=_links(sajt, year),
        nämns_i=() if year.delår else texts.nämns_i(sajt, year.år),
    )


def running_year(sajt: Sajt, year: Årgång) -> Pågåendesida:
    """What is known of a year that has no report: where it is written here, how its activities stand so far."""
    return Pågåendesida(
        år=year.visad,
        berättelsen=report_within(sajt.samling.webbplats.innehåll, year.visad),
        status=status_overview(sajt, year) if year.skrivs_här or year.delår or year.delåren else None,
        länkar=(*year_links(sajt, year, addresses.uppföljning(year.år, year.delår)), whole(addresses.plan(year.år))),
    )


def _links(sajt: Sajt, year: Årgång) -> tuple[Länk, ...]:
    """The other pages of the year, the summary, and the whole document where there is one to print."""
    here = addresses.uppföljning(year.år, year.delår)
    if year.delår:
        return year_links(sajt, year, here)
    told = year.berättelse and year.berättelse.innehåll.dokument.tillgänglig is JaNej.JA
    summary = (Länk("Sammanfattning, att läsa eller skriva ut", addresses.sammanfattning(here)),) if told else ()
    return (*year_links(sajt, year, here), *summary, whole(here))


def _time_told(year: Årgång, area: Områdesutfall) -> str:
    """The planned working time of an area as its activities and the document have it; what is unknown in a sentence of its own."""
    computed, stated = known_days(year, area.id), area.dagar
    if computed is None and stated is None:
        return "Uppgift om planerad arbetstid saknas."
    if computed is None:
        return f"Planerad arbetstid: {dagar(stated)} enligt dokumentet. Uppgift om aktiviteternas arbetstid saknas."
    told = f"Planerad arbetstid: {days_told(year, area.id)} enligt aktiviteterna"
    if year.skrivs_här:
        return f"Planerad arbetstid: {days_told(year, area.id)}."
    return f"{told}. Dokumentet anger ingen summa." if stated is None else f"{told}, {dagar(stated)} enligt dokumentet."


def status_counts(year: Årgång, area: str | None = None) -> Counter[Ställning]:
    """How many activities stand in each way; what was taken out of the plan is followed up only where something is told of it."""
    found = map(year.ställning, year.in_area(area) if area else year.aktiviteter.values())
    return Counter(standing for standing in found if standing is not Ställning.UTGÅR)


def unknown_of(counts: Counter[Ställning]) -> int:
    """Of how many activities it is not known how they went."""
    return sum(counts[standing] for standing in UNKNOWN)


def _counted_as(year: Årgång) -> Iterator[str]:
    """«Försenad räknas som Pågår.», for each status of the organisation's own that is used."""
    used = {activity.känd_status for activity in year.aktiviteter.values()}
    for own in year.statusar.values():
        usual = labels.STÄLLNING[year.sagd(own.motsvarar)].text
        if own.id in used and own.namn != usual:
            yield f"{own.namn} räknas som {usual}."


def status_overview(sajt: Sajt, year: Årgång, *, kort: bool = True) -> Statusöversikt:
    """Status per area, and the activities by status, in the order of the vocabulary; without `kort` only the former."""
    total = status_counts(year)
    used = [standing for standing in Ställning if total[standing]]
    rows = []
    for area in year.plan.innehåll.områden:
        counts = status_counts(year, area.id)
        rows.append(Statusrad(sajt.områdeslänk(area.id), tuple(str(counts[s]) for s in used), str(counts.total())))
    groups = tuple(
        Statusgrupp(
            labels.STÄLLNING[s],
            f"status-{labels.STÄLLNING[s].slag}",
            tuple(card(sajt, a, year) for a in year.aktiviteter.values() if year.ställning(a) is s),
        )
        for s in used
        if kort
    )
    marks = tuple(labels.STÄLLNING[s] for s in used)
    return Statusöversikt(
        år=year.visad,
        kolumner=marks,
        rader=tuple(rows),
        summa=tuple(str(total[s]) for s in used),
        totalt=str(total.total()),
        räknas=tuple(_counted_as(year)),
        grupper=groups,
    )

"""What the pages of a year share: its documents, groups, working days and the links between its pages."""

from decimal import Decimal
from itertools import pairwise

from rusplan.data.model import Dokument, Grupp, Årsdokument
from rusplan.data.periods import Planperiod
from rusplan.data.revised import days_decided, in_force
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.site import addresses
from rusplan.site.links import Länk, budgetlänk, jämförelselänk, mållänk, planlänk, uppföljningslänk
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import antal, dagar, datum, skillnad
from rusplan.swedish.labels import SAKNAS
from rusplan.tools.record import record
from rusplan.views import texts
from rusplan.views.texts import AnmärkningVy, KällaVy, PunktVy

NOT_HERE = "finns inte här ännu"


@record
class Dokumentvy:
    """A source document: what it is and who decided on it. `om` is its kind, date and diary number, `text` what it is about."""

    ankare: str
    titel: str
    år: str
    om: str
    text: str | None
    tillgänglig: bool
    beslut: tuple[str, ...]
    beskrivning: tuple[PunktVy, ...]
    länk: str | None
    saknas: tuple[str, ...]


@record
class Ledamotsvy:
    """Seats in a group."""

    organisation: Länk
    roll: str
    antal: str
    text: str


@record
class Gruppvy:
    """A group with its seats."""

    ankare: str
    titel: str
    text: str | None
    ledamöter: tuple[Ledamotsvy, ...]
    källa: KällaVy | None
    anmärkningar: tuple[AnmärkningVy, ...]


def document(sajt: Sajt, year: Planperiod, doc: Dokument, name: str) -> Dokumentvy:
    """A source document as it is described."""
    return Dokumentvy(
        ankare=doc.id,
        titel=doc.titel,
        år=year.visad,
        om=f"Diarienummer {doc.diarienummer}" if doc.diarienummer else "",
        text=None,
        tillgänglig=doc.tillgänglig == "ja",
        beslut=texts.beslut(doc.beslut),
        beskrivning=texts.punkter(sajt, doc.beskrivning),
        länk=doc.länk,
        saknas=doc.saknas,
    )


def other_documents(sajt: Sajt, year: Årgång) -> tuple[Dokumentvy, ...]:
    """The other documents of the year, as they are described."""
    if year.dokument is None:
        return ()
    return tuple(_other_document(sajt, year.år, doc, year.dokument.namn) for doc in year.dokument.innehåll.dokument)


def _other_document(sajt: Sajt, year: Planperiod, doc: Årsdokument, name: str) -> Dokumentvy:
    when = datum(doc.datum) if doc.datum else ""
    number = f"diarienummer {doc.diarienummer}" if doc.diarienummer else ""
    return Dokumentvy(
        ankare=doc.id,
        titel=doc.titel,
        år=year.visad,
        om=", ".join(filter(None, (doc.slag, when, number))),
        text=doc.text,
        tillgänglig=True,
        beslut=texts.beslut(doc.beslut),
        beskrivning=(),
        länk=doc.länk,
        saknas=(),
    )


def missing(doc: Dokument, summary: str, told: str) -> str | None:
    """`told` where the document is not at hand and its `summary` does not say so itself: once is enough."""
    return None if doc.tillgänglig == "ja" or NOT_HERE in summary else told


def group(sajt: Sajt, item: Grupp) -> Gruppvy:
    """A group with its seats."""
    seats = tuple(
        Ledamotsvy(
            organisation=sajt.organisationslänk(s.organisation),
            roll=s.roll or "",
            antal=str(s.antal) if s.antal else "",
            text=s.text or "",
        )
        for s in item.ledamöter
    )
    return Gruppvy(
        ankare=item.id,
        titel=item.titel,
        text=item.text,
        ledamöter=seats,
        källa=texts.källa(sajt, item.källa),
        anmärkningar=texts.anmärkningar(item.anmärkningar),
    )


def days_told(year: Årgång, area: str | None = None) -> str:
    """The working days of the year or of one area, and for how many activities they are unknown."""
    return _days_of(tuple(a.plan.innehåll.dagar for a in planned(year, area)), lacks(year))


def lacks(year: Årgång) -> str:
    """What is said of what a year lacks: a draft has not got it yet, any other plan has no source for it."""
    return "inte ifyllt" if year.utkast else dagar(None)


def days_told_as_decided(year: Årgång, area: str | None = None) -> str | None:
    """As `days_told`, before the plan was revised; None where no revision has changed the plan."""
    return _days_of(days_decided(year, area), lacks(year)) if year.plan.innehåll.revideringar else None


def _days_of(days: tuple[Decimal | None, ...], lacking: str) -> str:
    known = [each for each in days if each is not None]
    unknown = len(days) - len(known)
    if not known:
        return f"{lacking} än" if lacking != dagar(None) else lacking
    missing = f" ({lacking} för {antal(unknown, 'aktivitet', 'aktiviteter')})" if unknown else ""
    return dagar(sum(known, Decimal())) + missing


def planned(year: Årgång, area: str | None = None) -> tuple[Årsaktivitet, ...]:
    """The activities that the plan, or an area of it, has: without those that a revision has taken out."""
    return in_force(year.in_area(area) if area else tuple(year.aktiviteter.values()))


def count_told(year: Årgång, area: str | None = None) -> str:
    """«27 aktiviteter», and how many more were taken out: «26 aktiviteter (1 utgår)»."""
    out = _out(year, area)
    return antal(len(planned(year, area)), "aktivitet", "aktiviteter") + (f" ({out} utgår)" if out else "")


def size_told(sajt: Sajt, year: Årgång, area: str | None = None) -> str:
    """How many activities the year or area has and their working days, as it follows «har»; what is unknown in a sentence of its own."""
    found = planned(year, area)
    unknown, count = sum(a.plan.innehåll.dagar is None for a in found), antal(len(found), "aktivitet", "aktiviteter")
    out = _out(year, area)
    gone = f" {antal(out, 'aktivitet', 'aktiviteter')} utgår." if out else ""
    if "dagar" not in sajt.samling.använt:
        return f"{count}.{gone}"
    if unknown == len(found):
        return f"{count}. {'Arbetstiden är inte ifylld än' if year.utkast else 'Uppgift om planerad arbetstid saknas'}.{gone}"
    missing = f" {lacks(year).capitalize()} för {antal(unknown, 'aktivitet', 'aktiviteter')}." if unknown else ""
    return f"{count} och {dagar(planned_days(year, area))} planerad arbetstid.{missing}{gone}"


def _out(year: Årgång, area: str | None) -> int:
    """How many activities have been taken out of the plan."""
    return len(year.in_area(area) if area else year.aktiviteter) - len(planned(year, area))


def known_days(year: Årgång, area: str | None = None) -> Decimal | None:
    """The working days of the year or of one area, or None if they are known for none of its activities."""
    found = planned(year, area)
    return planned_days(year, area) if any(a.plan.innehåll.dagar is not None for a in found) else None


def all_days(year: Årgång, area: str | None = None) -> Decimal | None:
    """The working days of the year or of one area, or None if they are unknown for any of its activities."""
    found = planned(year, area)
    return planned_days(year, area) if found and all(a.plan.innehåll.dagar is not None for a in found) else None


def areas_of_both(old: Årgång, new: Årgång) -> dict[str, str]:
    """The areas of two years by id, each with its newest title: those of the newer plan first, in its order."""
    found: dict[str, str] = {}
    for year in (new, old):
        for area in year.plan.innehåll.områden:
            found.setdefault(area.id, area.titel)
    return found


def change_of_days(old: Årgång, new: Årgång, area: str | None = None) -> str:
    """How the working days changed, with a sign; not told where they are unknown for some activity, which is not none."""
    before, after = all_days(old, area), all_days(new, area)
    return SAKNAS if before is None or after is None else skillnad(after - before)


def planned_days(year: Årgång, area: str | None = None) -> Decimal:
    """The working days of all activities of the year, or of one area."""
    return sum((a.plan.innehåll.dagar or Decimal() for a in planned(year, area)), Decimal())


def year_links(sajt: Sajt, year: Årgång, here: str) -> tuple[Länk, ...]:
    """The other pages of the year, and the comparisons with its neighbours."""
    links = [
        planlänk(sajt.samling, year.år),
        *(uppföljningslänk(year.år, number) for number in sajt.samling.årgångar[year.år].delåren),
        uppföljningslänk(year.år),
    ]
    if year.mål:
        links.append(mållänk(year.år, year.mål.innehåll.period))
    if year.budget:
        links.append(budgetlänk(year.år))
    years = [other.år for other in sajt.samling.årgångar.values() if not other.utkast]
    for first, second in pairwise(years):
        if year.år in (first, second):
            links.append(jämförelselänk(first, second))
    return tuple(link for link in links if link.adress != here)


def whole(page: str) -> Länk:
    """Where the whole document of the plan or report at the address `page` can be read and printed."""
    return Länk("Hela dokumentet, att läsa eller skriva ut", addresses.utskrift(page))

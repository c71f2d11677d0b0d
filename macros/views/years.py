"""What the pages of a year share: its documents, groups, working days and the links between its pages."""

from decimal import Decimal
from itertools import pairwise

from macros import addresses
from macros.collection import Årgång
from macros.formatting import antal, dagar
from macros.model import Dokument, Grupp
from macros.record import record
from macros.views import parts
from macros.views.parts import AnmärkningVy, KällaVy, Länk, PunktVy, Sajt


@record
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
    källa: KällaVy
    anmärkningar: tuple[AnmärkningVy, ...]


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


def days_told(year: Årgång, area: str | None = None) -> str:
    """The working days of the year or of one area, and for how many activities they are unknown."""
    found = year.in_area(area) if area else tuple(year.aktiviteter.values())
    unknown = sum(a.plan.innehåll.dagar is None for a in found)
    if unknown == len(found):
        return dagar(None)
    missing = f" (uppgift saknas för {antal(unknown, 'aktivitet', 'aktiviteter')})" if unknown else ""
    return dagar(planned_days(year, area)) + missing


def known_days(year: Årgång, area: str) -> Decimal | None:
    """The working days of an area, or None if they are known for none of its activities."""
    known = any(a.plan.innehåll.dagar is not None for a in year.in_area(area))
    return planned_days(year, area) if known else None


def planned_days(year: Årgång, area: str | None = None) -> Decimal:
    """The working days of all activities of the year, or of one area."""
    found = year.in_area(area) if area else tuple(year.aktiviteter.values())
    return sum((a.plan.innehåll.dagar or Decimal() for a in found), Decimal())


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


def whole(page: str) -> Länk:
    """Where the whole document of the plan or report at the address `page` can be read and printed."""
    return Länk("Hela dokumentet, att läsa eller skriva ut", addresses.utskrift(page))

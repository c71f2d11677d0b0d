"""The parts that many pages share: links, notes, points, events, publications, and the site they are made for."""

from collections.abc import Iterable

from rusplan.data.kinds import place
from rusplan.data.model import (
    Aktivitet,
    Anmärkning,
    Avvikelse,
    Besked,
    Beslut,
    Grund,
    Hänvisning,
    Insats,
    JaNej,
    Källa,
    Punkt,
    Utvecklingsinsats,
)
from rusplan.data.references import Omnämnande
from rusplan.site import addresses
from rusplan.site.links import Länk, fillänk, uppföljningslänk
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.field_names import ABOUT
from rusplan.swedish.formatting import datum, tidsram
from rusplan.swedish.labels import Märke
from rusplan.swedish.sentences import closed
from rusplan.tools.record import record, small


@small
class HänvisningVy:
    """A reference: what it says, and the link to what it points at; None where that is not here and the text itself names its year."""

    till: Länk | None
    text: str


@record
class PunktVy:
    """A point with its sub-points, partners and references."""

    text: str
    delar: tuple[str, ...]
    märke: Märke | None
    samverkan: tuple[Länk, ...]
    hänvisningar: tuple[HänvisningVy, ...]
    tid: str = ""
    utfall: "Insatsutfallsvy | None" = None


@small
class Insatsutfallsvy:
    """What became of a planned item, and where it was moved."""

    märke: Märke
    flyttad_till: Länk | None
    text: str | None


@small
class AnmärkningVy:
    """An editorial note, with the item it stands on where notes are gathered."""

    gäller: str | None
    citat: str | None
    text: str


@small
class KällaVy:
    """Where something stands: the document as a link, and the section."""

    dokument: Länk
    avsnitt: str


@record
class AvvikelseVy:
    """What did not turn out as planned."""

    typ: str
    text: str
    flyttad_till: str | None
    hänvisningar: tuple[HänvisningVy, ...]


@small
class Omnämnandevy:
    """A text elsewhere that points here."""

    sida: Länk
    text: str


TARGET_NAMES = {"budget": "Budget", "mal": "Mål"}


def hänvisning(sajt: Sajt, ref: Hänvisning) -> HänvisningVy:
    """A reference with the title of what it points at."""
    year, _, name = ref.till.partition("/")
    address = addresses.target(sajt.samling, ref.till)
    if not name or year not in sajt.samling.årgångar:
        title = sajt.samling.period(year)
    elif name in TARGET_NAMES:
        title = f"{TARGET_NAMES[name]} {sajt.samling.period(year)}"
    else:
        title = f"{sajt.samling.aktiviteter[ref.till].titel} ({sajt.samling.period(year)})"
    told = address is None and title in ref.text
    return HänvisningVy(None if told else Länk(title, address), ref.text)


def hänvisningar(sajt: Sajt, refs: Iterable[Hänvisning]) -> tuple[HänvisningVy, ...]:
    """References in the order of the data."""
    return tuple(hänvisning(sajt, ref) for ref in refs)


def tid(part: Aktivitet | Insats) -> str:
    """From when to when an activity or an item of it goes on; nothing where that is not told."""
    return tidsram(part.start, part.slut, running=part.löpande is JaNej.JA)


def punkt(sajt: Sajt, point: Punkt) -> PunktVy:
    """A point as it is shown."""
    mark = labels.UTVECKLINGSINSATS[Utvecklingsinsats.JA] if point.utvecklingsinsats == "ja" else None
    return PunktVy(
        text=point.text,
        delar=point.delar,
        märke=mark,
        tid=tid(point) if isinstance(point, Insats) else "",
        samverkan=sajt.organisationslänkar(point.samverkan),
        hänvisningar=hänvisningar(sajt, point.hänvisningar),
    )


def punkter(sajt: Sajt, points: Iterable[Punkt]) -> tuple[PunktVy, ...]:
    """Points in the order of the data."""
    return tuple(punkt(sajt, point) for point in points)


def anmärkningar(notes: Iterable[Anmärkning]) -> tuple[AnmärkningVy, ...]:
    """Editorial notes; the field they are about is shown in words, the quotation within quotation marks."""
    return tuple(
        AnmärkningVy(ABOUT[note.gäller] if note.gäller else None, _quoted(note.citat), note.text) for note in notes
    )


def _quoted(words: str | None) -> str | None:
    """The source's words within quotation marks, unless the editor has marked several quotations in them."""
    return words if words is None or words.startswith(("«", "”", '"')) else f"”{words}”"


def källa(sajt: Sajt, source: Källa | None) -> KällaVy | None:
    """The source as a link to its description; none where the text itself is the source, or that is a draft."""
    title = sajt.samling.dokumenttitlar.get(source.dokument) if source else None
    return KällaVy(Länk(title, addresses.dokument(source.dokument)), source.avsnitt) if source and title else None


def avvikelser(sajt: Sajt, items: Iterable[Avvikelse]) -> tuple[AvvikelseVy, ...]:
    """An activity's deviations in the order of the data."""
    return tuple(
        AvvikelseVy(
            typ=labels.AVVIKELSE[item.typ],
            text=item.text,
            flyttad_till=f"Flyttat till {item.flyttad_till}" if item.flyttad_till else None,
            hänvisningar=hänvisningar(sajt, item.hänvisningar),
        )
        for item in items
    )


def beslut(decisions: Iterable[Beslut]) -> tuple[str, ...]:
    """Who decided, when and what: «Styrgruppen, 1 februari 2024. Godkände planen.»"""
    return tuple(_decision(decision) for decision in decisions)


def _decision(decision: Beslut) -> str:
    when = datum(decision.datum) if decision.datum else ""
    number = f"diarienummer {decision.diarienummer}" if decision.diarienummer else ""
    who = ", ".join(filter(None, (decision.av, when, number)))
    return f"{who}. {closed(decision.text)}" if decision.text else who


def besked(told: Besked | None) -> str | None:
    """Why an activity is new or ends, and on what ground we say so."""
    return with_ground(told.text, told.grund) if told else None


def with_ground(text: str | None, ground: Grund | None) -> str:
    """A reason in a sentence, and on what ground we say so where that is told."""
    return " ".join(filter(None, (closed(text) if text else "", f"{labels.GRUND[ground]}." if ground else "")))


def omnämnande(sajt: Sajt, mention: Omnämnande) -> Omnämnandevy:
    """The page that a reference stands on, and what it says."""
    if mention.aktivitet:
        page = sajt.aktivitetslänk(mention.aktivitet, med_år=True)
    else:
        where = place(mention.källa.namn)
        assert where
        assert where.år
        year = sajt.samling.årgångar[where.år].år
        page = uppföljningslänk(year, where.delår) if where.delår else fillänk(sajt.samling, where.slag, year)
    return Omnämnandevy(page, mention.hänvisning.text)


def nämns_i(sajt: Sajt, target: str) -> tuple[Omnämnandevy, ...]:
    """All texts that point at `target`."""
    return tuple(omnämnande(sajt, mention) for mention in sajt.graf.nämns_i(target))

"""The parts of an activity's page: what was planned, and how it went, at last and year by year."""

from typing import Any

from rusplan.data.model import (
    Aktivitet,
    Avstämning,
    Berättelse,
    Medelsbehov,
    Plan,
    Utfall,
)
from rusplan.data.reader import Fil
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.site.links import Länk, uppföljningslänk
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import datum
from rusplan.swedish.labels import Märke
from rusplan.tools.record import record, small
from rusplan.views import items, texts
from rusplan.views.activity_card import followed_up, said_mark, status_of
from rusplan.views.items import HändelseVy, PublikationVy
from rusplan.views.planned_items import how_many_done, planned_items
from rusplan.views.texts import AnmärkningVy, AvvikelseVy, HänvisningVy, KällaVy, PunktVy


@small
class MedelVy:
    """The need of cash."""

    behov: str
    rader: tuple[tuple[str, str], ...]

    @property
    def okänt(self) -> bool:
        """True if the source says nothing of it."""
        return self.behov == labels.SAKNAS and not self.rader


@record
class Avstämningsvy:
    """How an activity stood on a day."""

    datum: str
    status: Märke
    text: str | None
    källa: KällaVy | None


@record
class Delvy:
    """What the plan part and the outcome part of an activity page have in common."""

    sammanfattning: str | None
    händelser: tuple[HändelseVy, ...]
    publikationer: tuple[PublikationVy, ...]
    hänvisningar: tuple[HänvisningVy, ...]
    källa: KällaVy | None
    anmärkningar: tuple[AnmärkningVy, ...]
    beslut: tuple[str, ...]

    @property
    def redovisad(self) -> bool:
        """Whether there is anything to tell of where the part comes from."""
        return bool(self.källa or self.beslut or self.anmärkningar)


@record
class Planvy(Delvy):
    """The plan part of an activity page: what was planned, or where the plan is not at hand (`känd`) what the activity is about."""

    känd: bool
    insatser: tuple[PunktVy, ...]
    gjort: str | None

    @property
    def rubrik(self) -> str:
        """The heading of the part."""
        return "Planerat" if self.känd else "Vad aktiviteten gäller"

    @property
    def källrubrik(self) -> str:
        """The heading of its source."""
        return "Planen" if self.känd else "Aktiviteten"


@record
class Utfallsvy(Delvy):
    """The outcome part of an activity page."""

    skäl: str | None
    avstämningar: tuple[Avstämningsvy, ...]
    arbetstid: tuple[str, str] | None
    resultat: tuple[PunktVy, ...]
    avvikelser: tuple[AvvikelseVy, ...]


@record
class Delutfallsvy:
    """The outcome of an activity in one year of a longer period; `före` stands before the anchors of its parts."""

    rubrik: str
    länk: Länk
    före: str
    status: Märke
    utfall: Utfallsvy
    avstämd: str | None


def medel(need: Medelsbehov | None) -> MedelVy:
    """The need of cash as a word and named remarks."""
    if need is None:
        return MedelVy(labels.INTE_IFYLLT.text, ())
    rows = (("Villkor", need.villkor), ("Finansiering", need.finansiering), ("Kommentar", need.kommentar))
    return MedelVy(labels.BEHOV[need.behov], tuple((name, text) for name, text in rows if text))


def plan_part(sajt: Sajt, activity: Årsaktivitet, year: Årgång, *, ensam: bool) -> Planvy:
    """The plan `ensam`, or without what the outcome beside it tells of."""
    return Planvy(
        känd=not is_missing(year.plan),
        insatser=texts.punkter(sajt, activity.plan.innehåll.insatser) if ensam else planned_items(sajt, activity),
        gjort=None if ensam else how_many_done(activity),
        händelser=items.planerade_händelser(sajt, activity, alla=ensam),
        publikationer=items.planerade_publikationer(sajt, activity, alla=ensam),
        **_common(sajt, activity.plan, year.plan),
    )


def part_of_year(sajt: Sajt, activity: Årsaktivitet, number: int, year: Årgång) -> Delutfallsvy:
    """What is told of the activity in one year of a longer period; `year` is that year by itself."""
    alone = year.aktiviteter[activity.id]
    return Delutfallsvy(
        rubrik=f"Utfall {number}",
        länk=uppföljningslänk(year.år, number),
        före=f"{number}-",
        status=status_of(sajt, alone, year),
        utfall=outcome_part(sajt, activity, activity.delutfall[number], year),
        avstämd=followed_up(alone),
    )


def outcome_part(sajt: Sajt, activity: Årsaktivitet, file: Fil[Utfall], year: Årgång) -> Utfallsvy:
    """What an outcome tells of the activity: at last, or in the `year` of a longer period."""
    outcome = file.innehåll
    return Utfallsvy(
        skäl=outcome.skäl,
        avstämningar=tuple(_follow_up(sajt, told, year) for told in outcome.nyast_först),
        arbetstid=(labels.TIDSÅTGÅNG[outcome.arbetstid.bedömning], outcome.arbetstid.text)
        if outcome.arbetstid
        else None,
        resultat=texts.punkter(sajt, outcome.resultat),
        avvikelser=texts.avvikelser(sajt, outcome.avvikelser),
        händelser=items.händelser_i_utfallet(sajt, activity, file),
        publikationer=items.publikationer_i_utfallet(sajt, activity, file),
        **_common(sajt, file, year.berättelse),
    )


def _follow_up(sajt: Sajt, told: Avstämning, year: Årgång) -> Avstämningsvy:
    return Avstämningsvy(
        datum=datum(told.datum),
        status=said_mark(year, told.status),
        text=told.text,
        källa=texts.källa(sajt, told.källa),
    )


def _common(
    sajt: Sajt, file: Fil[Aktivitet] | Fil[Utfall], document: Fil[Plan] | Fil[Berättelse] | None
) -> dict[str, Any]:
    """The fields of `Delvy`, from the plan or the outcome and the document that decides on it."""
    content = file.innehåll
    return {
        "sammanfattning": content.sammanfattning,
        "hänvisningar": texts.hänvisningar(sajt, content.hänvisningar),
        "källa": texts.källa(sajt, content.källa),
        "anmärkningar": texts.anmärkningar(content.anmärkningar),
        "beslut": texts.beslut(document.innehåll.dokument.beslut) if document else (),
    }


def is_missing(document: Fil[Plan] | Fil[Berättelse] | None) -> bool:
    """True for a document that is told of without being at hand."""
    return document is not None and document.innehåll.dokument.tillgänglig == "nej"

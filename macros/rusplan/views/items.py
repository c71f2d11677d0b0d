"""Events and publications as they are shown on many pages."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rusplan.data.model import Form, Post, Publikation, Utfall
from rusplan.data.reader import Fil
from rusplan.data.values import Datum
from rusplan.data.year import Årsaktivitet
from rusplan.site.links import Länk
from rusplan.site.occasions import Tillfälle, own_part, planned, told_of
from rusplan.site.publications import same_publications
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import antal, datum, tidpunkt, uppräkning
from rusplan.swedish.labels import Märke
from rusplan.tools.record import record
from rusplan.views.texts import PunktVy, punkter


@record
class HändelseVy:
    """An event as rows of a definition list; links that were published with one of `ankare_förr` lead here too."""

    ankare: str
    ankare_förr: tuple[str, ...] = ()
    titel: str
    typ: str
    datum: str
    start: str
    slut: str
    tidigare: tuple[Datum, ...]
    inställd: Märke | None
    när: str | None
    antal: str | None
    tema: str | None
    plats: str | None
    form: str
    deltagare: str | None
    målgrupp: str | None
    medverkande: tuple[str, ...]
    program: tuple[PunktVy, ...]
    samverkan: tuple[Länk, ...]
    text: str | None
    länk: str | None
    anmälan: str | None
    aktivitet: Länk

    @property
    def flyttad_från(self) -> str | None:
        """The dates that it has had before: «11 juni och 2 september 2026»."""
        return uppräkning(map(datum, self.tidigare)) if self.tidigare else None


@record
class PublikationVy:
    """A publication with what is known of it."""

    titel: str
    typ: str
    läge: str
    datum: str | None
    samverkan: tuple[Länk, ...]
    text: str | None
    länk: str | None
    aktivitet: Länk


def told_as(sajt: Sajt, activity: Årsaktivitet) -> Mapping[Post, Post]:
    """The planned events and publications of an activity that its outcome tells of too, each as it tells them: they are shown once."""
    if not activity.utfallen:
        return {}
    events: dict[Post, Post] = {
        o.planerad: o.händelse for o in told_of(activity, sajt.händelsenamn[activity.ref]) if o.planerad
    }
    published = [item for file in activity.utfallen for item in file.innehåll.publikationer]
    return {**events, **same_publications(activity.plan.innehåll.publikationer, published)}


def planerade_händelser(sajt: Sajt, activity: Årsaktivitet, *, alla: bool) -> tuple[HändelseVy, ...]:
    """An activity's planned events by date: all of them, or those that its outcome does not tell of."""
    told = {} if alla else told_as(sajt, activity)
    return _by_date(sajt, (o for o in planned(activity, sajt.händelsenamn[activity.ref]) if o.händelse not in told))


def händelser_i_utfallet(sajt: Sajt, activity: Årsaktivitet, file: Fil[Utfall]) -> tuple[HändelseVy, ...]:
    """The events that one of an activity's outcomes tells of, by date."""
    whole = sajt.samling.aktiviteter[activity.ref]
    return _by_date(sajt, (o for o in told_of(whole, sajt.händelsenamn[activity.ref]) if o.fil == file.namn))


def _by_date(sajt: Sajt, found: Iterable[Tillfälle]) -> tuple[HändelseVy, ...]:
    ordered = sorted(found, key=lambda occasion: occasion.händelse.datum)
    return tuple(_of_activity(sajt, occasion) for occasion in ordered)


def _of_activity(sajt: Sajt, found: Tillfälle) -> HändelseVy:
    own, *before = _anchors(sajt, found, found.del_)
    earlier = _anchors(sajt, found, "plan") if found.planerad else ()
    return replace(händelse(sajt, found, own), ankare_förr=(*before, *earlier))


def _anchors(sajt: Sajt, found: Tillfälle, kind: str) -> tuple[str, ...]:
    """The anchor of an event on its activity's page, where `kind` (plan or utfall) keeps the two lists apart, and that which it had when
    events were counted."""
    part = own_part(found.aktivitet)
    number = sajt.händelsenummer.get(found.namn) if found.namn.startswith(part) else None
    own = f"handelse-{kind}-{found.namn.removeprefix(part)}"
    return (own, f"{kind}-handelse-{number}") if number else (own,)


def händelse(sajt: Sajt, found: Tillfälle, anchor: str) -> HändelseVy:
    """An event; `anchor` is where links to it lead."""
    event = found.händelse
    return HändelseVy(
        ankare=anchor,
        titel=event.titel,
        typ=labels.HÄNDELSETYP[event.typ],
        datum=tidpunkt(event.datum, event.slutdatum, event.starttid, event.sluttid),
        start=moment(event.datum, event.starttid),
        slut=moment(event.slutdatum or event.datum, event.sluttid),
        tidigare=found.tidigare,
        inställd=labels.INSTÄLLD if found.inställd else None,
        när=event.när,
        antal=antal(event.antal, "tillfälle", "tillfällen") if event.antal else None,
        tema=event.tema,
        plats=event.plats,
        form=labels.FORM[event.form] if event.form is not Form.OKÄNT else "",
        deltagare=event.deltagare,
        målgrupp=event.målgrupp,
        medverkande=event.medverkande,
        program=punkter(sajt, event.program),
        samverkan=sajt.organisationslänkar(event.samverkan),
        text=event.text,
        länk=event.länk,
        anmälan=None if found.inställd else event.anmälan,
        aktivitet=sajt.aktivitetslänk(found.aktivitet, med_år=True),
    )


def moment(day: Datum, time: str | None) -> str:
    """As machines read it: ``2026-06-11T09:00``, by Swedish time, or the date as far as it is known."""
    return f"{day.iso}T{time}" if time else day.iso


def planerade_publikationer(sajt: Sajt, activity: Årsaktivitet, *, alla: bool) -> tuple[PublikationVy, ...]:
    """An activity's planned publications: all of them, or those that its outcome does not tell of."""
    told = {} if alla else told_as(sajt, activity)
    return publikationer(sajt, activity, (item for item in activity.plan.innehåll.publikationer if item not in told))


def publikationer_i_utfallet(sajt: Sajt, activity: Årsaktivitet, file: Fil[Utfall]) -> tuple[PublikationVy, ...]:
    """The publications that one of an activity's outcomes tells of."""
    return publikationer(sajt, activity, file.innehåll.publikationer)


def publikationer(sajt: Sajt, activity: Årsaktivitet, items: Iterable[Publikation]) -> tuple[PublikationVy, ...]:
    """An activity's publications in the order of the data."""
    return tuple(
        PublikationVy(
            titel=item.titel,
            typ=labels.PUBLIKATIONSTYP[item.typ],
            läge=labels.PUBLIKATIONSLÄGE[item.läge],
            datum=datum(item.datum) if item.datum else None,
            samverkan=sajt.organisationslänkar(item.samverkan),
            text=item.text,
            länk=item.länk,
            aktivitet=sajt.aktivitetslänk(activity, med_år=True),
        )
        for item in items
    )

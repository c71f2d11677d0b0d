"""Events and publications as they are shown on many pages."""

from collections.abc import Iterable
from dataclasses import replace

from rusplan.data.collection import Årsaktivitet
from rusplan.data.model import Form, Händelse, Publikation
from rusplan.site.links import Länk
from rusplan.site.occasions import own_part
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import antal, datum
from rusplan.tools.record import record
from rusplan.views.texts import PunktVy, punkter


@record
class HändelseVy:
    """An event as rows of a definition list; links that were published with `ankare_förr` lead here too."""

    ankare: str
    ankare_förr: str | None = None
    titel: str
    typ: str
    datum: str
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
    aktivitet: Länk


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


def händelser(sajt: Sajt, activity: Årsaktivitet, events: Iterable[Händelse], kind: str) -> tuple[HändelseVy, ...]:
    """An activity's events by date; `kind` (plan or utfall) keeps the anchors of the two lists apart."""
    named = zip(events, getattr(sajt.händelsenamn[activity.ref], kind), strict=True)
    ordered = sorted(named, key=lambda pair: pair[0].datum)
    return tuple(_of_activity(sajt, activity, event, name, kind) for event, name in ordered)


def _of_activity(sajt: Sajt, activity: Årsaktivitet, event: Händelse, name: str, kind: str) -> HändelseVy:
    number = sajt.händelsenummer.get(name) if name.startswith(own_part(activity)) else None
    view = händelse(sajt, activity, event, f"handelse-{kind}-{name.removeprefix(own_part(activity))}")
    return replace(view, ankare_förr=f"{kind}-handelse-{number}" if number else None)


def händelse(sajt: Sajt, activity: Årsaktivitet, event: Händelse, anchor: str) -> HändelseVy:
    """An event of an activity; `anchor` is where links to it lead."""
    form = labels.FORM[event.form] if event.form is not Form.OKÄNT else ""
    return HändelseVy(
        ankare=anchor,
        titel=event.titel,
        typ=labels.HÄNDELSETYP[event.typ],
        datum=datum(event.datum, event.slutdatum),
        när=event.när,
        antal=antal(event.antal, "tillfälle", "tillfällen") if event.antal else None,
        tema=event.tema,
        plats=event.plats,
        form=form,
        deltagare=event.deltagare,
        målgrupp=event.målgrupp,
        medverkande=event.medverkande,
        program=punkter(sajt, event.program),
        samverkan=sajt.organisationslänkar(event.samverkan),
        text=event.text,
        länk=event.länk,
        aktivitet=sajt.aktivitetslänk(activity, med_år=True),
    )


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

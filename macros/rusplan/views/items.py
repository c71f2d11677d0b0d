"""Events and publications as they are shown on many pages."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rusplan.data.collection import Årsaktivitet
from rusplan.data.model import Form, Händelse, Post, Publikation
from rusplan.site.links import Länk
from rusplan.site.occasions import Benämnd, outcome_events, own_part
from rusplan.site.publications import told_of
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import antal, datum
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


def told_as(sajt: Sajt, activity: Årsaktivitet) -> Mapping[Post, Post]:
    """The planned events and publications of an activity that its outcome tells of too, each as it tells them: they are shown once."""
    if not activity.utfall:
        return {}
    plan, outcome, names = activity.plan.innehåll, activity.utfall.innehåll, sajt.händelsenamn[activity.ref]
    events = dict(zip(names.utfall, outcome.händelser, strict=True))
    planned = zip(names.plan, plan.händelser, strict=True)
    return {
        **{event: events[name] for name, event in planned if name in events},
        **told_of(plan.publikationer, outcome.publikationer),
    }


def planerade_händelser(sajt: Sajt, activity: Årsaktivitet, *, alla: bool) -> tuple[HändelseVy, ...]:
    """An activity's planned events by date: all of them, or those that its outcome does not tell of."""
    told = {} if alla else told_as(sajt, activity)
    named = zip(activity.plan.innehåll.händelser, sajt.händelsenamn[activity.ref].plan, strict=True)
    return _by_date(sajt, activity, ((event, name) for event, name in named if event not in told), "plan")


def händelser_i_utfallet(sajt: Sajt, activity: Årsaktivitet) -> tuple[HändelseVy, ...]:
    """The events that an activity's outcome tells of, by date."""
    return _by_date(
        sajt, activity, zip(outcome_events(activity), sajt.händelsenamn[activity.ref].utfall, strict=True), "utfall"
    )


def _by_date(sajt: Sajt, activity: Årsaktivitet, named: Iterable[Benämnd], kind: str) -> tuple[HändelseVy, ...]:
    """`kind` (plan or utfall) keeps the anchors of the two lists apart."""
    ordered = sorted(named, key=lambda pair: pair[0].datum)
    return tuple(_of_activity(sajt, activity, event, name, kind) for event, name in ordered)


def _of_activity(sajt: Sajt, activity: Årsaktivitet, event: Händelse, name: str, kind: str) -> HändelseVy:
    was_planned = kind == "utfall" and name in sajt.händelsenamn[activity.ref].plan
    own, *before = _anchors(sajt, activity, name, kind)
    earlier = _anchors(sajt, activity, name, "plan") if was_planned else ()
    return replace(händelse(sajt, activity, event, own), ankare_förr=(*before, *earlier))


def _anchors(sajt: Sajt, activity: Årsaktivitet, name: str, kind: str) -> tuple[str, ...]:
    """The anchor of an event on its activity's page, and that which it had when events were counted."""
    number = sajt.händelsenummer.get(name) if name.startswith(own_part(activity)) else None
    own = f"handelse-{kind}-{name.removeprefix(own_part(activity))}"
    return (own, f"{kind}-handelse-{number}") if number else (own,)


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


def planerade_publikationer(sajt: Sajt, activity: Årsaktivitet, *, alla: bool) -> tuple[PublikationVy, ...]:
    """An activity's planned publications: all of them, or those that its outcome does not tell of."""
    told = {} if alla else told_as(sajt, activity)
    return publikationer(sajt, activity, (item for item in activity.plan.innehåll.publikationer if item not in told))


def publikationer_i_utfallet(sajt: Sajt, activity: Årsaktivitet) -> tuple[PublikationVy, ...]:
    """The publications that an activity's outcome tells of."""
    return publikationer(sajt, activity, activity.utfall.innehåll.publikationer if activity.utfall else ())


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

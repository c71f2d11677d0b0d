"""Every page that only data makes: its template and its view."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from rusplan.site import addresses
from rusplan.site.links import Länk
from rusplan.site.routes import DRAFT, Rutt, Sidslag, generated_routes
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import med_år
from rusplan.swedish.sentences import excerpt
from rusplan.tools.record import record, small
from rusplan.views.activity_page import activity_page
from rusplan.views.area_page import area_contact, area_page
from rusplan.views.changes_page import changes_page
from rusplan.views.contacts import of_activity
from rusplan.views.lifeline_page import lifeline_page
from rusplan.views.organisation_page import organisation_page
from rusplan.views.organisations_of_kind import organisations_of_kind
from rusplan.views.printout_page import Utskriftssida, printed_plan, printed_report
from rusplan.views.report_summary import report_summary


@record
class Sida:
    """A page for the shell. `mall` is the template's name, `vy` what it shows, `fil` the data file that is edited,
    `utfallsfil` that of the outcome, `kontakt` whom to tell of a mistake, if not those of the whole site.
    `avsnitt` are the sections that the frame lists; none where the template does."""

    adress: str
    titel: str
    beskrivning: str
    spår: tuple[Länk, ...]
    avsnitt: tuple[tuple[str, str], ...]
    mall: str
    vy: Any
    fil: str
    utfallsfil: str | None = None
    kontakt: str | None = None


START = Länk("Start", addresses.START)


@small
class Ogjord:
    """A page before it is made: its address, and what makes it. So pages can be made one at a time, and by several processes."""

    adress: str
    gör: Callable[[], Sida]


def generated_pages(sajt: Sajt) -> Iterator[Sida]:
    """All pages made from data alone, in a fixed order."""
    return (page.gör() for page in unmade_pages(sajt))


def unmade_pages(sajt: Sajt) -> Iterator[Ogjord]:
    """As `generated_pages`, before anything is made of them; after them those of drafts that are shown."""
    for route in generated_routes(sajt.samling):
        yield Ogjord(adress=route.adress, gör=partial(MAKERS[route.slag], sajt, route.nyckel))
    for route in sajt.utkastsidor.values():
        if route.slag in MAKERS:
            yield Ogjord(adress=route.adress, gör=partial(_of_draft, sajt.med_utkast, route))


def _of_draft(sajt: Sajt, route: Rutt) -> Sida:
    page = MAKERS[route.slag](sajt, route.nyckel)
    return replace(page, titel=f"{page.titel} {DRAFT}")


def _activity(sajt: Sajt, ref: str) -> Sida:
    activity = sajt.samling.aktiviteter[ref]
    view = activity_page(sajt, activity)
    told = activity.berättat
    crumbs = (
        START,
        Länk("Aktiviteter", addresses.AKTIVITETER),
        Länk(view.år, addresses.plan(activity.år)),
        view.område,
    )
    return Sida(
        adress=addresses.aktivitet(activity),
        titel=med_år(view.titel, view.år),
        beskrivning=short(told or activity.plan.innehåll.sammanfattning),
        spår=crumbs,
        avsnitt=(),
        mall="sidor/aktivitet.html",
        vy=view,
        fil=activity.plan.namn,
        utfallsfil=activity.utfall.namn if activity.utfall else None,
        kontakt=of_activity(sajt, activity),
    )


def _lifeline(sajt: Sajt, name: str) -> Sida:
    view = lifeline_page(sajt, name)
    years = sorted({step.år for step in view.steg})
    return Sida(
        adress=addresses.spår(name),
        titel=f"{view.titel}: alla år",
        beskrivning=f"Aktiviteten {view.titel} genom åren: {', '.join(years)}.",
        spår=(START, Länk("Aktiviteter", addresses.AKTIVITETER)),
        avsnitt=(),
        mall="sidor/spar.html",
        vy=view,
        fil=sajt.nyaste[name].plan.namn,
        kontakt=of_activity(sajt, sajt.nyaste[name]),
    )


def _area(sajt: Sajt, name: str) -> Sida:
    view, title = area_page(sajt, name), sajt.områden[name]
    return Sida(
        adress=addresses.område(name),
        titel=title,
        beskrivning=f"Området {title} genom åren: {'aktiviteter, arbetstid' if 'dagar' in sajt.samling.använt else 'aktiviteterna'} och hur det gick.",
        spår=(START, Länk("Områden", addresses.OMRÅDEN)),
        avsnitt=view.avsnitt,
        mall="sidor/omrade.html",
        vy=view,
        fil=sajt.samling.nyast_först[0].plan.namn,
        kontakt=area_contact(sajt, name),
    )


def _changes(sajt: Sajt, name: str) -> Sida:
    view, title = changes_page(sajt, name), sajt.områden[name]
    return Sida(
        adress=addresses.områdesändringar(name),
        titel=f"Ändringar: {title}",
        beskrivning=f"Vad som har ändrats i området {title}, dag för dag.",
        spår=(START, Länk("Ändringar", addresses.ÄNDRINGAR)),
        avsnitt=view.avsnitt,
        mall="sidor/andringar.html",
        vy=view,
        fil=sajt.samling.nyast_först[0].plan.namn,
    )


def _organisation(sajt: Sajt, name: str) -> Sida:
    view = organisation_page(sajt, name)
    return Sida(
        adress=addresses.organisation(name),
        titel=view.titel,
        beskrivning=f"Aktiviteter där {view.titel} {'deltar eller ansvarar' if view.ansvarar else 'deltar'}.",
        spår=(START, Länk("Samverkan", addresses.SAMVERKAN)),
        avsnitt=(),
        mall="sidor/organisation.html",
        vy=view,
        fil=sajt.samling.samverkan.namn,
    )


def _kind_of_organisation(sajt: Sajt, name: str) -> Sida:
    view = organisations_of_kind(sajt, name)
    return Sida(
        adress=addresses.organisationstyp(name),
        titel=view.titel,
        beskrivning=f"{view.titel}: välj bland {view.antal} och se grupper, möten och aktiviteter.",
        spår=(START, Länk("Samverkan", addresses.SAMVERKAN)),
        avsnitt=view.avsnitt,
        mall="sidor/organisationstyp.html",
        vy=view,
        fil=sajt.samling.samverkan.namn,
    )


def _printed_plan(sajt: Sajt, number: str) -> Sida:
    year = sajt.samling.årgångar[number]
    return _printout(printed_plan(sajt, year), Länk("Planer", addresses.PLANER), year.plan.namn)


def _printed_report(sajt: Sajt, number: str) -> Sida:
    year = sajt.samling.årgångar[number]
    report = printed_report(sajt, year)
    assert report
    assert year.berättelse
    return _printout(report, Länk("Uppföljning", addresses.UPPFÖLJNING), year.berättelse.namn)


def _summary(sajt: Sajt, number: str) -> Sida:
    year = sajt.samling.årgångar[number]
    view = report_summary(sajt, year)
    assert view
    assert view.webbsida.adress
    assert year.berättelse
    return Sida(
        adress=addresses.sammanfattning(view.webbsida.adress),
        titel=view.titel,
        beskrivning=f"{view.webbsida.text} på några sidor: året i korthet, vad som inte blev gjort, pengarna och målen.",
        spår=(START, Länk("Uppföljning", addresses.UPPFÖLJNING), view.webbsida),
        avsnitt=view.avsnitt,
        mall="sidor/sammanfattning.html",
        vy=view,
        fil=year.berättelse.namn,
    )


def _printout(view: Utskriftssida, above: Länk, file: str) -> Sida:
    assert view.webbsida.adress
    return Sida(
        adress=addresses.utskrift(view.webbsida.adress),
        titel=view.titel,
        beskrivning=f"{view.webbsida.text} i sin helhet, för att läsa i ett svep eller skriva ut.",
        spår=(START, above, view.webbsida),
        avsnitt=view.avsnitt,
        mall="sidor/utskrift.html",
        vy=view,
        fil=file,
    )


MAKERS: Mapping[Sidslag, Callable[[Sajt, str], Sida]] = {
    Sidslag.AKTIVITET: _activity,
    Sidslag.LIVSLINJE: _lifeline,
    Sidslag.OMRÅDE: _area,
    Sidslag.OMRÅDESÄNDRINGAR: _changes,
    Sidslag.ORGANISATION: _organisation,
    Sidslag.ORGANISATIONSTYP: _kind_of_organisation,
    Sidslag.PLANUTSKRIFT: _printed_plan,
    Sidslag.UPPFÖLJNINGSUTSKRIFT: _printed_report,
    Sidslag.SAMMANFATTNING: _summary,
}


def short(text: str) -> str:
    """The first sentence of a text, for descriptions: at most 200 characters."""
    sentence = excerpt(text)
    return sentence if len(sentence) <= 200 else sentence[:199].rsplit(" ", 1)[0] + "…"

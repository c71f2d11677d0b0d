"""What a page says of itself to machines, as schema.org data: the way to it, and what an activity is part of and rests on."""

from collections.abc import Iterable, Iterator
from typing import Any

from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.views.activity_page import Aktivitetssida
from rusplan.views.items import HändelseVy

Data = dict[str, Any]


def structured(sajt: Sajt, address: str, title: str, description: str, crumbs: Iterable[Länk], view: object) -> Data:
    """The page at `address` in schema.org's words: breadcrumbs and the page, or the activity that its view shows."""
    page: Data = {
        "@type": "WebPage",
        "name": title,
        "description": description,
        "url": sajt.absolute(address),
        "inLanguage": "sv",
        "publisher": _publisher(sajt),
    }
    if isinstance(view, Aktivitetssida):
        page |= _activity(sajt, view)
    events = [_event(sajt, address, event) for event in _events(view)] if isinstance(view, Aktivitetssida) else []
    way = [Länk(c.text, "" if c.adress == "./" else c.adress) for c in crumbs]
    graph = [page, _breadcrumbs(sajt, [*way, Länk(title, address)])] if way else [page]
    return {"@context": "https://schema.org", "@graph": [*graph, *events]}


def _publisher(sajt: Sajt) -> Data:
    site = sajt.samling.webbplats.innehåll
    return {"@type": "Organization", "name": site.namn, "alternateName": site.långt_namn, "url": site.webbplats}


def _breadcrumbs(sajt: Sajt, way: Iterable[Länk]) -> Data:
    items = [
        {"@type": "ListItem", "position": i, "name": link.text, "item": sajt.absolute(link.adress or "")}
        for i, link in enumerate(way, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _activity(sajt: Sajt, view: Aktivitetssida) -> Data:
    """An activity that has been followed up is a report; one that has not is known by its plan alone."""
    found: Data = {
        "@type": "Report" if view.utfall else "CreativeWork",
        "temporalCoverage": view.år_iso,
        "about": view.område.text,
        "isPartOf": _work(sajt, view.plan_länk),
        "exampleOfWork": _work(sajt, view.spår, name=f"{view.titel}: alla år"),
    }
    if view.källor:
        found["isBasedOn"] = [_work(sajt, link) for link in view.källor]
    if view.samverkan:
        found["contributor"] = [{"@type": "Organization", "name": partner.text} for partner in view.samverkan]
    return found


def _events(view: Aktivitetssida) -> Iterator[HändelseVy]:
    """The activity's events with a whole date, which search engines and calendars can use."""
    for part in (view.plan, view.utfall):
        yield from (event for event in (part.händelser if part else ()) if len(event.start) >= len("2025-11-12"))


def _event(sajt: Sajt, address: str, event: HändelseVy) -> Data:
    state = "Cancelled" if event.inställd else "Rescheduled" if event.tidigare else "Scheduled"
    found: Data = {
        "@type": "Event",
        "name": event.titel,
        "url": sajt.absolute(f"{address}#{event.ankare}"),
        "startDate": event.start,
        "endDate": event.slut,
        "eventStatus": f"https://schema.org/Event{state}",
        "organizer": _publisher(sajt),
    }
    if event.tidigare and not event.inställd:
        found["previousStartDate"] = [day.iso for day in event.tidigare]
    if event.plats:
        found["location"] = {"@type": "Place", "name": event.plats}
    if event.anmälan:
        found["potentialAction"] = {"@type": "RegisterAction", "target": event.anmälan}
    return found


def _work(sajt: Sajt, link: Länk, name: str | None = None) -> Data:
    return {"@type": "CreativeWork", "name": name or link.text, "url": sajt.absolute(link.adress or "")}

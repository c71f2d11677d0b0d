"""Atom and JSON Feed of what has changed: for all, for each area and for each lifeline. Dates and ids come from git and addresses.

A minor step is in no feed. An entry's id is made from the feed's place on the site and what the step is called for ever, so it stays when
the site moves to another host and when its commit is moved; an entry's date is the day its author made the change.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from uuid import UUID, uuid5

from rusplan.changes.steps import Sakändring, Steg, Ändringar
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt
from rusplan.tools.record import record, small
from rusplan.views.changes_page import address_of, anchor_of, steps_of, title_of
from rusplan.views.feed_links import Flöde, area_feed, everything, lifeline_feed

ENTRIES = 30
# So many changes of one thing, and so many things, stand in an entry; the page has them all.
MOST_ROWS, MOST_THINGS = 8, 20
# The namespace of our ids: a version 5 UUID of «rusplan/andringar» in the DNS namespace. Never change it.
SPACE = UUID("a50e4594-579d-5587-ae68-294b4eca6fd2")
JSON_FEED = "https://jsonfeed.org/version/1.1"


@record
class Inlägg:
    """One entry: a step as it concerns the feed. `tid` is ISO 8601 with offset, `html` is finished."""

    id: str
    titel: str
    adress: str
    tid: str
    html: str


@record
class Flödesvy:
    """A whole feed; all addresses are absolute."""

    id: str
    titel: str
    utgivare: str
    ändrad: str
    sida: str
    atom: str
    json: str
    poster: tuple[Inlägg, ...]


@small
class Saktext:
    """A thing in an entry."""

    titel: str
    adress: str | None
    rader: tuple[str, ...]


def feeds(sajt: Sajt, renderer: Renderer, addresses: list[str]) -> Iterator[tuple[str, str]]:
    """Both files of every feed, at its old addresses too where its page has moved."""
    moved: dict[str, list[str]] = {}
    for row in (row for row in sajt.samling.permalänkar.innehåll.omdirigeringar if row.från.endswith("/")):
        for name in ("atom.xml", "feed.json"):
            moved.setdefault(f"{row.till}{name}".lstrip("/"), []).append(f"{row.från}{name}".lstrip("/"))
    for path, text in _all(sajt, renderer):
        yield from ((place, text) for place in (path, *moved.get(path, ())))


def _all(sajt: Sajt, renderer: Renderer) -> Iterator[tuple[str, str]]:
    steps = [step for step in sajt.historik.steg if not step.mindre]
    yield from _files(sajt, renderer, everything(), steps)
    for area in sajt.områden:
        yield from _files(sajt, renderer, area_feed(sajt, area), list(steps_of(steps, area)))
    by_thing = _by_thing(steps)
    for name in sajt.nyaste:
        yield from _files(sajt, renderer, lifeline_feed(sajt, name), _of_lifeline(sajt, name, steps, by_thing))


def _by_thing(steps: Iterable[Steg]) -> dict[str, list[int]]:
    """Which steps touch each thing, so that a lifeline need not look through all."""
    found: dict[str, list[int]] = {}
    for i, step in enumerate(steps):
        things = [c.sak for c in step.ändringar.saker] + [t for s in step.ändringar.sammandrag for t in s.saker]
        for key in {thing.nyckel for thing in things}:
            found.setdefault(key, []).append(i)
    return found


def _of_lifeline(sajt: Sajt, name: str, steps: list[Steg], by_thing: dict[str, list[int]]) -> list[Steg]:
    keys = frozenset(activity.ref for activity in sajt.graf.livslinje(sajt.nyaste[name].ref))
    touched = sorted({i for key in keys for i in by_thing.get(key, ())})
    return [replace(steps[i], ändringar=steps[i].ändringar.of(keys)) for i in touched]


def _files(sajt: Sajt, renderer: Renderer, feed: Flöde, steps: list[Steg]) -> Iterator[tuple[str, str]]:
    view = _view(sajt, renderer, feed, steps)
    yield feed.atom, renderer.render("flode.atom.xml", "", flöde=view) + "\n"
    yield feed.json, as_json(view)


def _view(sajt: Sajt, renderer: Renderer, feed: Flöde, steps: list[Steg]) -> Flödesvy:
    organisation = sajt.samling.webbplats.innehåll.namn
    told = islice((step for step in steps if step.utförlig), ENTRIES)
    entries = tuple(_entry(sajt, renderer, feed, step) for step in told)
    # A feed without entries is as old as the newest year's plan.
    start = f"{max(sajt.samling.årgångar)[:4]}-01-01T00:00:00Z"
    latest = max((step.tid for step in steps), default=start, key=lambda time: time[:10])
    return Flödesvy(
        id=_id(feed.sida),
        titel=f"{organisation}: {feed.titel[:1].lower()}{feed.titel[1:]}",
        utgivare=organisation,
        ändrad=entries[0].tid if entries else latest,
        sida=sajt.absolute(feed.ändringar),
        atom=sajt.absolute(feed.atom),
        json=sajt.absolute(feed.json),
        poster=entries,
    )


def _entry(sajt: Sajt, renderer: Renderer, feed: Flöde, step: Steg) -> Inlägg:
    found = step.ändringar
    address = f"{sajt.absolute(feed.ändringar)}#{anchor_of(step)}"
    bulk = [s.text[:1].upper() + s.text[1:] for s in found.sammandrag]
    things = [_thing(sajt, change) for change in found.saker[:MOST_THINGS]]
    if len(found.saker) > MOST_THINGS:
        things.append(Saktext(f"och {len(found.saker) - MOST_THINGS} till", address, ()))
    html = renderer.render("flode-innehall.html", "", sammandrag=bulk, saker=things).strip()
    return Inlägg(id=_id(f"{feed.sida}{step.namn}"), titel=_title(found), adress=address, tid=step.tid, html=html)


def _title(found: Ändringar) -> str:
    """A single change in full, else what the step is about."""
    if len(found.saker) == 1 and not found.sammandrag and len(found.saker[0].ändringar) == 1:
        only = found.saker[0]
        told = f"{only.sak.titel}: {only.ändringar[0].text}"
        if len(told) <= 120:
            return told
    return title_of(found)


def _thing(sajt: Sajt, change: Sakändring) -> Saktext:
    rows = [found.text for found in change.ändringar[:MOST_ROWS]]
    if len(change.ändringar) > MOST_ROWS:
        rows.append(f"och {len(change.ändringar) - MOST_ROWS} ändringar till")
    address = address_of(sajt, change.sak)
    return Saktext(
        change.sak.titel, sajt.absolute(address) if address is not None else None, (*rows, *change.anmärkningar)
    )


def _id(name: str) -> str:
    return f"urn:uuid:{uuid5(SPACE, name)}"


def as_json(view: Flödesvy) -> str:
    """JSON Feed 1.1."""
    content = {
        "version": JSON_FEED,
        "title": view.titel,
        "home_page_url": view.sida,
        "feed_url": view.json,
        "language": "sv",
        "authors": [{"name": view.utgivare}],
        "items": [
            {
                "id": post.id, "url": post.adress, "title": post.titel, "content_html": post.html, "date_published": post.tid,
            }
            for post in view.poster
        ],
    }  # fmt: skip
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"

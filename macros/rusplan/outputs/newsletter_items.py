"""Newsletter items: activities, and what has changed since a day; and the data that the page /nyhetsbrev/ works with."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rusplan.changes.since import Nyhet
from rusplan.changes.steps import Sak
from rusplan.data.periods import newest_first
from rusplan.data.year import Årsaktivitet
from rusplan.outputs.newsletter_text import FORMATS, Inslag
from rusplan.render.renderer import Renderer
from rusplan.site import addresses
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import med_år
from rusplan.swedish.sentences import excerpt
from rusplan.views.activity_card import status_of
from rusplan.views.activity_list import EVERY, Urval, activities
from rusplan.views.changes_page import address_of

DATA = "nyhetsbrev/data.json"
# What concerns a whole year, in this order, and a day after all others.
WHOLE_YEAR, LAST = ("plan", "berattelse", "mal", "budget", "dokument"), "9999-12-31"


def newsletter_item(sajt: Sajt, activity: Årsaktivitet) -> Inslag:
    """The activity as an item: what came out of it where that is told, else what it is about."""
    files = [*activity.utfallen[::-1], activity.plan]
    told = activity.berättat
    return Inslag(
        ref=activity.ref,
        titel=med_år(activity.titel, activity.år.visad),
        mening=excerpt(told or activity.plan.innehåll.sammanfattning),
        status=sajt.samling.ställning(activity),
        läge=status_of(sajt, activity).text,
        område=activity.plan.innehåll.område,
        adress=addresses.aktivitet(activity),
        ändrad=sajt.fildatum.newest(file.namn for file in files),
        grupp=f"{activity.år.visad}: {sajt.områden[activity.plan.innehåll.område]}",
    )


def newsletter_items(sajt: Sajt, chosen: Urval) -> tuple[Inslag, ...]:
    """The items of the chosen activities, newest year first."""
    return tuple(newsletter_item(sajt, activity) for activity in activities(sajt, chosen))


def all_news(sajt: Sajt) -> tuple[Inslag, ...]:
    """What has changed, an item for each thing and each day since which something else is to be said of it (`ändrad`), as
    `changes/since.py` tells: by year, what concerns the whole year before its areas, and in the order of the plans."""
    found = [(_order(sajt, piece.sak), item) for piece in sajt.nyheter if (item := _news_item(sajt, piece))]
    return tuple(item for _, item in sorted(found, key=lambda pair: pair[0]))


def news_since(items: Iterable[Inslag], day: str) -> tuple[Inslag, ...]:
    """The items as they are told since a day (ISO), that day counted: of each thing the oldest that is no older."""
    oldest: dict[str, Inslag] = {}
    for item in items:
        if day <= (item.ändrad or "") <= (oldest[item.ref].ändrad or "" if item.ref in oldest else LAST):
            oldest[item.ref] = item
    return tuple(item for item in oldest.values() if item.mening)


def _news_item(sajt: Sajt, piece: Nyhet) -> Inslag | None:
    """The item; None where the year has no page, and of what is a draft."""
    year, _, name = piece.sak.nyckel.partition("/")
    whole = sajt.samling.årgångar.get(year)
    if whole is None or (name == "berattelse" and not whole.berättelse):
        return None
    activity = sajt.samling.aktiviteter.get(piece.sak.nyckel)
    if activity:
        item = newsletter_item(sajt, activity)
        outcome = f" {item.mening}" if piece.uppföljd else ""
        return replace(item, mening=piece.text + outcome, ändrad=piece.dag)
    area = next((name for name in piece.sak.områden if name in sajt.områden), None)
    return Inslag(
        ref=piece.sak.nyckel,
        titel=piece.sak.titel,
        mening=piece.text,
        status=None,
        läge="",
        område=area,
        adress=_address(sajt, piece.sak),
        ändrad=piece.dag,
        grupp=f"{whole.år.visad}: {sajt.områden[area]}" if area else whole.år.visad,
    )


def _address(sajt: Sajt, thing: Sak) -> str:
    """The page of the thing; of one that is gone where it leads on to, or the year's plan."""
    rows = sajt.samling.permalänkar.innehåll.omdirigeringar
    onward = (row.till.removeprefix("/") for row in rows if row.från == f"/aktiviteter/{thing.nyckel}/")
    return address_of(sajt, thing) or next(onward, addresses.plan(thing.nyckel.partition("/")[0]))


def _order(sajt: Sajt, thing: Sak) -> tuple[tuple[int, int], int, int, str]:
    year, _, name = thing.nyckel.partition("/")
    if thing.slag != "aktivitet":
        return newest_first(year), 0, WHOLE_YEAR.index(name.partition("/")[0]), name
    whole = sajt.samling.årgångar.get(year)
    areas = [area.id for area in whole.plan.innehåll.områden] if whole else []
    known = list(whole.aktiviteter) if whole else []
    area = next((areas.index(own) for own in thing.områden[::-1] if own in areas), len(areas))
    return newest_first(year), area + 1, known.index(name) if name in known else len(known), thing.titel


def newsletter_data(sajt: Sajt, renderer: Renderer, addresses: list[str]) -> Iterator[tuple[str, str]]:
    """The output for the page's script: the items and the forms that it fills."""
    data = {
        "bas": sajt.bas if "://" in sajt.bas else "",
        "format": {name: vars(FORMATS[name]) for name in ("html", "text")},
        "inslag": [vars(item) for item in newsletter_items(sajt, EVERY)],
        "nyheter": [vars(item) for item in all_news(sajt)],
    }
    yield DATA, json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"

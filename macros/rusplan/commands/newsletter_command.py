"""The command `rusplan newsletter`: the same text as the page /nyhetsbrev/ gives for the same activities."""

import argparse
import sys
from collections.abc import Iterable
from datetime import date
from typing import Any

from rusplan.checks import read_collection
from rusplan.data.model import Ställning
from rusplan.data.problems import did_you_mean, listed
from rusplan.outputs.newsletter_items import all_news, news_since, newsletter_item, newsletter_items
from rusplan.outputs.newsletter_text import FORMATS, Inslag, newsletter
from rusplan.site.sajt import Sajt
from rusplan.site.site_url import site_url
from rusplan.views.activity_list import Urval

INGEN_ADRESS = (
    "mkdocs.yml säger inte var webbplatsen finns, så länkarna kan inte skrivas ut. "
    "Fyll i site_url, till exempel site_url: https://plan.exempel.se/"
)
INGET_NUMMER = (
    "Det står inte när det förra nyhetsbrevet gick ut. Skriv det i data/organisation.yml, till exempel\n"
    "nyhetsbrev:\n  - datum: 2026-01-31\neller ange dagen med --since 2026-01-31."
)


class OrderFel(Exception):
    """What was asked for does not exist or cannot be told; the text is Swedish and says what to do."""


def add_newsletter(commands: Any) -> None:
    """`rusplan newsletter`."""
    order = commands.add_parser("newsletter", help="skriv text om aktiviteter till ett nyhetsbrev")
    order.add_argument("aktivitet", nargs="*", help="bara de här, i den här ordningen, till exempel 2025/kulturstigar")
    since = order.add_mutually_exclusive_group()
    since.add_argument("--since", metavar="DATUM", help="vad som har ändrats den dagen eller senare: 2026-01-31")
    since.add_argument(
        "--since-last",
        action="store_true",
        help="vad som har ändrats sedan förra numret: nyhetsbrev i organisation.yml",
    )
    order.add_argument("--area", metavar="OMRÅDE", help="bara ett område: dess id i plan.yml")
    order.add_argument("--year", metavar="ÅR", help="bara ett år")
    order.add_argument("--status", metavar="STATUS", help=f"bara en status: {', '.join(Ställning)}")
    order.add_argument("--intro", metavar="TEXT", default="", help="en egen inledande rad")
    order.add_argument("--format", choices=tuple(FORMATS), default="text", help="html, text (om inget anges) eller md")
    order.set_defaults(run=run_newsletter)


def run_newsletter(options: argparse.Namespace) -> int:
    """Print the newsletter. 2 if what was asked for does not exist, 1 if it cannot be told here."""
    samling = read_collection(options.rot).publikt
    base = site_url(options.rot)
    sajt = Sajt(samling=samling, bas=base or "/")
    try:
        since = _since(sajt, options)
        items = _items(sajt, options, since)
    except OrderFel as error:
        print(error, file=sys.stderr)
        return 2
    trouble = f"{sajt.fildatum.brist} {sajt.historik.bot}" if since and sajt.fildatum.brist else None
    if trouble or base is None:
        print(trouble or INGEN_ADRESS, file=sys.stderr)
        return 1
    if not items:
        print(f"{'Ingen nyhet' if since else 'Ingen aktivitet'} stämmer med urvalet.", file=sys.stderr)
    sys.stdout.write(newsletter(items, options.intro, options.format, base, grouped=bool(since)))
    return 0


def _since(sajt: Sajt, options: argparse.Namespace) -> str | None:
    """The day that is asked for, or that of the last newsletter."""
    if not options.since_last:
        return _day(options.since) if options.since else None
    issues = sajt.samling.webbplats.innehåll.nyhetsbrev
    if not issues:
        raise OrderFel(INGET_NUMMER)
    return max(issue.datum for issue in issues).iso


def _items(sajt: Sajt, options: argparse.Namespace, since: str | None) -> tuple[Inslag, ...]:
    year = _known(options.year, sajt.samling.årgångar, "året")
    area = _known(options.area, sajt.områden, "området")
    status = _known(options.status, Ställning, "statusen")
    named = dict.fromkeys(_known(ref, sajt.samling.aktiviteter, "aktiviteten") or "" for ref in options.aktivitet)
    if since:
        wanted = {"år": year, "område": area, "status": status}
        found = tuple(item for item in news_since(all_news(sajt), since) if _fits(item, **wanted))
        by_ref = {item.ref: item for item in found}
        return tuple(by_ref[ref] for ref in named if ref in by_ref) if named else found
    chosen = Urval(år=year, område=area, status=Ställning(status) if status else None)
    if not named:
        return newsletter_items(sajt, chosen)
    activities = (sajt.samling.aktiviteter[ref] for ref in named)
    return tuple(
        newsletter_item(sajt, activity)
        for activity in activities
        if chosen.lets_through(activity, sajt.samling.årgångar[activity.år])
    )


def _fits(item: Inslag, *, år: str | None, område: str | None, status: str | None) -> bool:
    """As the page's filter: what has no area or status fits no choice of one."""
    has = ((år, item.ref.partition("/")[0]), (område, item.område), (status, item.status))
    return all(want in (None, own) for want, own in has)


def _known(word: str | None, known: Iterable[str], what: str) -> str | None:
    words = [str(name) for name in known]
    if word is None or word in words:
        return word
    hint = did_you_mean(word, words) or f"; det som finns är {listed(words)}"
    raise OrderFel(f"{what} «{word}» finns inte{hint}")


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise OrderFel(f"«{text}» är inget datum; skriv år, månad och dag, till exempel 2026-01-31") from None

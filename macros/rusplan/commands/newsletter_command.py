"""The command `rusplan newsletter`: the same text as the page /nyhetsbrev/ gives for the same activities."""

import argparse
import sys
from collections.abc import Iterable
from datetime import date
from typing import Any

from rusplan.checks import read_collection
from rusplan.commands.site_url import site_url
from rusplan.data.model import Status
from rusplan.data.problems import did_you_mean, listed
from rusplan.outputs.newsletter_items import FORMATS, Inslag, newsletter, newsletter_item, newsletter_items
from rusplan.site.sajt import Sajt
from rusplan.views.activity_list import Urval

INGEN_ADRESS = (
    "mkdocs.yml säger inte var webbplatsen finns, så länkarna kan inte skrivas ut. "
    "Fyll i site_url, till exempel site_url: https://plan.rus.se/"
)


class OrderFel(Exception):
    """What was asked for does not exist or cannot be told; the text is Swedish and says what to do."""


def add_newsletter(commands: Any) -> None:
    """`rusplan newsletter`."""
    order = commands.add_parser("newsletter", help="skriv text om aktiviteter till ett nyhetsbrev")
    order.add_argument("aktivitet", nargs="*", help="bara de här, i den här ordningen, till exempel 2025/kulturmiljo")
    order.add_argument(
        "--since", metavar="DATUM", help="bara sådant som har ändrats den dagen eller senare: 2026-01-31"
    )
    order.add_argument("--area", metavar="OMRÅDE", help="bara ett område: dess id i plan.yml")
    order.add_argument("--year", metavar="ÅR", help="bara ett år")
    order.add_argument("--status", metavar="STATUS", help=f"bara en status: {', '.join(Status)}")
    order.add_argument("--intro", metavar="TEXT", default="", help="en egen inledande rad")
    order.add_argument("--format", choices=tuple(FORMATS), default="text", help="html, text (om inget anges) eller md")
    order.set_defaults(run=run_newsletter)


def run_newsletter(options: argparse.Namespace) -> int:
    """Print the newsletter. 2 if what was asked for does not exist, 1 if it cannot be told here."""
    samling = read_collection(options.rot)
    base = site_url(options.rot)
    sajt = Sajt(samling=samling, bas=base or "/")
    try:
        items = _items(sajt, options)
    except OrderFel as error:
        print(error, file=sys.stderr)
        return 2
    trouble = f"{sajt.fildatum.brist} {sajt.historik.bot}" if options.since and sajt.fildatum.brist else None
    if trouble or base is None:
        print(trouble or INGEN_ADRESS, file=sys.stderr)
        return 1
    if not items:
        print("Ingen aktivitet stämmer med urvalet.", file=sys.stderr)
    sys.stdout.write(newsletter(items, options.intro, options.format, base))
    return 0


def _items(sajt: Sajt, options: argparse.Namespace) -> tuple[Inslag, ...]:
    year = _known(options.year, map(str, sajt.samling.årgångar), "året")
    area = _known(options.area, sajt.områden, "området")
    status = _known(options.status, Status, "statusen")
    chosen = Urval(år=int(year) if year else None, område=area, status=Status(status) if status else None)
    since = _day(options.since) if options.since else None
    found = newsletter_items(sajt, chosen, since)
    if not options.aktivitet:
        return found
    named = [_known(ref, sajt.samling.aktiviteter, "aktiviteten") for ref in options.aktivitet]
    wanted = [newsletter_item(sajt, sajt.samling.aktiviteter[ref]) for ref in dict.fromkeys(named) if ref]
    return tuple(item for item in wanted if item in found)


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

"""The command `rusplan word`: a plan that was written in Word becomes a draft."""

import argparse
import sys
from pathlib import Path
from typing import Any

from rusplan.commands.read_in import YES, bytes_of, read_in
from rusplan.data.periods import Planperiod
from rusplan.exchange.matched_activities import Likhet
from rusplan.exchange.word_in import read_word


def add_word(commands: Any) -> None:
    """`rusplan word`."""
    text = "läs in en plan som är skriven i Word, som ett utkast"
    command = commands.add_parser("word", help=text, description=f"{text[:1].upper()}{text[1:]}.")
    parts = command.add_subparsers(dest="vad", required=True, metavar="import")
    back = parts.add_parser("import", help=text)
    back.add_argument("fil", type=Path, metavar="FIL", help="dokumentet: plan.docx")
    back.add_argument("--year", required=True, type=Planperiod, metavar="ÅR", help="året: 2026 eller 2026-2028")
    back.add_argument(
        "--yes",
        action="store_true",
        help="fråga inte: aktiviteter som liknar förra årets räknas som samma, och allt läses in direkt",
    )
    back.set_defaults(run=run_word)


def run_word(options: argparse.Namespace) -> int:
    """Show what the document becomes, ask, and write it."""
    same = (lambda _: True) if options.yes else is_same
    return read_in(
        options.rot, lambda: read_word(options.rot, bytes_of(options.fil), options.year, same), yes=options.yes
    )


def is_same(likely: Likhet) -> bool:
    """True if the one who is asked says that two activities are the same; nobody there is a no."""
    question = f"Är «{likely.titel}» samma aktivitet som «{likely.förr}» ({likely.ref})? Skriv ja eller nej: "
    print(question, end="", flush=True)
    return sys.stdin.readline().strip().casefold() in YES

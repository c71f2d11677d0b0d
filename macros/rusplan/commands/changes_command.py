"""`rusplan changes A..B`: what has changed, as text, Markdown, HTML or JSON."""

import argparse
import sys
from typing import Any

from rusplan.changes.formats import FORMATS
from rusplan.changes.span import FORM, SpannFel, between
from rusplan.checks import read_collection
from rusplan.data.problems import did_you_mean, listed


def add_changes(commands: Any) -> None:
    """`rusplan changes`."""
    changes = commands.add_parser(
        "changes",
        help="vad som har ändrats mellan två versioner, dagar eller år",
        description="Vad som har ändrats i data: mellan två versioner i git, två dagar eller två år. "
        "Bara det som är sparat i git räknas när du anger versioner eller dagar.",
    )
    changes.add_argument("span", metavar="A..B", help=f"{FORM}; utan slut menas fram till nu, som 2026-01-01..")
    changes.add_argument("--format", dest="form", choices=tuple(FORMATS), default="text", help="hur svaret ska skrivas")
    changes.add_argument("--omrade", metavar="ID", help="bara det som rör ett område, till exempel kultur")
    changes.set_defaults(run=run_changes)


def run_changes(options: argparse.Namespace) -> int:
    """Print the changes; a span that cannot be used is told in one line."""
    if options.omrade:
        years = read_collection(options.rot).årgångar.values()
        areas = dict.fromkeys(area.id for year in years for area in year.plan.innehåll.områden)
        if options.omrade not in areas:
            hint = did_you_mean(options.omrade, areas)
            print(f"området «{options.omrade}» finns inte{hint or f'; områdena är {listed(areas)}'}", file=sys.stderr)
            return 1
    try:
        span = between(options.rot, options.span)
    except SpannFel as error:
        print(error, file=sys.stderr)
        return 1
    if options.omrade:
        span = type(span)(span.från, span.till, span.ändringar.in_area(options.omrade))
    print(FORMATS[options.form](span), end="")
    return 0

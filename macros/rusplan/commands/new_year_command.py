"""The command `rusplan new-year`: the files of the next year, made from the newest one."""

import argparse
from typing import Any

from rusplan.commands.change_told import run_change
from rusplan.data.periods import Planperiod
from rusplan.editing.new_year import new_year


def add_new_year(commands: Any) -> None:
    """`rusplan new-year`."""
    text = "skapa nästa års filer efter det senaste årets"
    command = commands.add_parser(
        "new-year",
        help=text,
        description=f"{text.capitalize()}. Ordning, rubriker och namn följer med. Texter och tal står tomma, med förra årets som kommentar.",
    )
    command.add_argument("år", type=Planperiod, help="det nya året, eller åren: 2026 eller 2026-2028")
    several = {"action": "append", "default": []}
    command.add_argument(
        "--end", metavar="AKTIVITET=SKÄL", help="en aktivitet upphör: «halsa=Uppdraget är slutfört.»", **several
    )
    command.add_argument(
        "--merge", metavar="A+B=TITEL", help="flera slås ihop till en: «halsa+robusthet=Hälsa och robusthet»", **several
    )
    command.add_argument(
        "--split", metavar="A=TITEL+TITEL", help="en delas upp i flera: «halsa=Luft+Vatten»", **several
    )
    command.set_defaults(run=run_new_year)


def run_new_year(options: argparse.Namespace) -> int:
    """Make the year and tell which files there are now."""
    year = getattr(options, "år")  # noqa: B009
    return run_change(lambda: new_year(options.rot, year, options.end, options.merge, options.split))

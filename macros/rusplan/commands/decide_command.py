"""The command `rusplan decide`: the decision on a year's plan, which tells what is missing until all is there."""

import argparse
from typing import Any

from rusplan.commands.change_told import run_change
from rusplan.editing.decide import decide_plan


def add_decide(commands: Any) -> None:
    """`rusplan decide`."""
    text = "skriv in beslutet om ett års verksamhetsplan, eller se vad som återstår"
    described = f"{text.capitalize()}. Planen syns för alla när den är beslutad, och då ligger adresserna fast."
    command = commands.add_parser("decide", help=text, description=described)
    command.add_argument("år", help="året som planen gäller: 2026")
    command.add_argument("--date", required=True, metavar="DATUM", help="dagen då planen beslutades: 2026-02-10")
    command.add_argument("--by", required=True, metavar="VEM", help="vem som beslutade")
    command.add_argument("--number", metavar="DIARIENUMMER", help="beslutets diarienummer, om det har ett")
    command.set_defaults(run=run_decide)


def run_decide(options: argparse.Namespace) -> int:
    """Write the decision and tell where; 1 with all that is left to do."""
    return run_change(
        lambda: decide_plan(options.rot, getattr(options, "år"), options.date, options.by, options.number)  # noqa: B009
    )

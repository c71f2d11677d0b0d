"""The command `rusplan new-activity`: a new activity in a draft."""

import argparse
from typing import Any

from rusplan.commands.change_told import run_change
from rusplan.data.periods import Planperiod
from rusplan.editing.new_activity import new_activity


def add_new_activity(commands: Any) -> None:
    """`rusplan new-activity`."""
    text = "lägg till en ny aktivitet i ett utkast till plan"
    command = commands.add_parser("new-activity", help=text, description=f"{text.capitalize()}.")
    command.add_argument("år", type=Planperiod, help="planens år: 2026 eller 2026-2028")
    command.add_argument("titel", help="aktivitetens namn")
    command.add_argument("--area", required=True, metavar="OMRÅDE", help="områdets id i årets plan.yml: kultur")
    command.add_argument("--after", metavar="AKTIVITET", help="aktiviteten som den står efter; annars sist i området")
    command.add_argument("--reason", metavar="SKÄL", help="varför den är ny, i en mening")
    command.add_argument("--id", metavar="NAMN", help="filens namn utan .yml; annars görs det av titeln")
    command.set_defaults(run=run_new_activity)


def run_new_activity(options: argparse.Namespace) -> int:
    """Add the activity and tell where."""
    year = getattr(options, "år")  # noqa: B009
    return run_change(
        lambda: new_activity(options.rot, year, options.titel, options.area, options.after, options.reason, options.id)
    )

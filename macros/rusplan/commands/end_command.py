"""The command `rusplan end`: an activity that nothing goes on from the next year."""

import argparse
from typing import Any

from rusplan.commands.change_told import run_change
from rusplan.data.model import Grund
from rusplan.editing.end import end


def add_end(commands: Any) -> None:
    """`rusplan end`."""
    text = "skriv att en aktivitet upphör, och varför"
    command = commands.add_parser("end", help=text, description=f"{text.capitalize()}.")
    command.add_argument("aktivitet", help="aktiviteten det sista året som den finns: 2025/halsa")
    command.add_argument("--reason", required=True, metavar="SKÄL", help="skälet, i en mening")
    command.add_argument(
        "--ground",
        choices=[ground.value for ground in Grund],
        help="i en inläst plan: källan om källan själv säger det, annars redaktionell",
    )
    command.set_defaults(run=run_end)


def run_end(options: argparse.Namespace) -> int:
    """Write the ending and tell where."""
    return run_change(
        lambda: end(options.rot, options.aktivitet, options.reason, options.ground and Grund(options.ground))
    )

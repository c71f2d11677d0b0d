"""The command `rusplan close`: the decision on a year's report, which tells what is missing until all is there."""

import argparse
from typing import Any

from rusplan.commands.change_told import run_change
from rusplan.commands.decision_options import add_decision, told_decision
from rusplan.editing.close import close


def add_close(commands: Any) -> None:
    """`rusplan close`."""
    text = "skriv in beslutet om ett års verksamhetsberättelse, eller se vad som återstår"
    described = (
        f"{text.capitalize()}. Varje aktivitet ska ha ett utfall med status och sammanfattning, eller «status: okänt»."
    )
    command = commands.add_parser("close", help=text, description=described)
    add_decision(
        command,
        year="året som berättelsen gäller: 2026; ett år i en längre plan: 2024-2026/2025",
        date="dagen då berättelsen beslutades: 2027-02-10",
    )
    command.set_defaults(run=run_close)


def run_close(options: argparse.Namespace) -> int:
    """Write the decision and tell where; 1 with all that is left to do."""
    return run_change(lambda: close(options.rot, *told_decision(options)))

"""The command `rusplan merge`: two organisations, or two activities of a year, that become one."""

import argparse
from typing import Any

from rusplan.commands.change_told import run_change
from rusplan.editing.merge_activities import merge_activities
from rusplan.editing.merge_organisations import merge_organisations


def add_merge(commands: Any) -> None:
    """`rusplan merge`."""
    text = "slå ihop två organisationer, eller två aktiviteter samma år, till en"
    command = commands.add_parser(
        "merge", help=text, description=f"{text.capitalize()}. Allt som hänvisar till den som går bort följer med."
    )
    command.add_argument("bort", help="den som går upp i den andra: en organisations id, eller 2026/halsa")
    command.add_argument("kvar", help="den som är kvar, skriven på samma sätt")
    command.set_defaults(run=run_merge)


def run_merge(options: argparse.Namespace) -> int:
    """Merge and tell what was done; what has a slash in its name is an activity."""
    merge = merge_activities if "/" in options.bort + options.kvar else merge_organisations
    return run_change(lambda: merge(options.rot, options.bort, options.kvar))

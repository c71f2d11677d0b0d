"""The command `rusplan first-year`: a site's own first year in place of the example."""

import argparse
from typing import Any

from rusplan.commands.change_told import run_change
from rusplan.own_site.first_year import first_year


def add_first_year(commands: Any) -> None:
    """`rusplan first-year`."""
    text = "börja på det första egna året, och ta bort exemplet"
    command = commands.add_parser(
        "first-year", help=text, description=f"{text.capitalize()}. Planen blir ett utkast med de områden som du anger."
    )
    command.add_argument("år", help="året som planen gäller: 2027, eller 2027-2029")
    command.add_argument(
        "--area",
        action="append",
        required=True,
        metavar="TITEL",
        help="ett område i planen; ange ett --area för varje område",
    )
    command.set_defaults(run=run_first_year)


def run_first_year(options: argparse.Namespace) -> int:
    """Make the year and tell which files there are now."""
    return run_change(lambda: first_year(options.rot, vars(options)["år"], options.area))

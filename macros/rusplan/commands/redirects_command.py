"""The command `rusplan redirects`: the redirects as rules for nginx."""

import argparse
from typing import Any

from rusplan.checks import read_collection
from rusplan.outputs.redirects import nginx_rules


def add_redirects(commands: Any) -> None:
    """`rusplan redirects`."""
    text = "skriv ut omdirigeringarna som regler för nginx"
    command = commands.add_parser("redirects", help=text, description=f"{text.capitalize()}.")
    command.add_argument(
        "--under", default="/", metavar="SÖKVÄG", help="mappen som webbplatsen ligger i, till exempel /plan/"
    )
    command.set_defaults(run=run_redirects)


def run_redirects(options: argparse.Namespace) -> int:
    """Print the rules."""
    print(nginx_rules(read_collection(options.rot), options.under), end="")
    return 0

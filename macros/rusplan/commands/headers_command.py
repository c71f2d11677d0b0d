"""The command `rusplan headers`: the security headers as rules for nginx."""

import argparse
from typing import Any

from rusplan.publish.headers import nginx_headers


def add_headers(commands: Any) -> None:
    """`rusplan headers`."""
    text = "skriv ut säkerhetshuvudena som regler för nginx"
    command = commands.add_parser(
        "headers", help=text, description=f"{text.capitalize()}. Läs in dem i serverblocket med include."
    )
    command.set_defaults(run=run_headers)


def run_headers(options: argparse.Namespace) -> int:
    """Print the rules."""
    print(nginx_headers(), end="")
    return 0

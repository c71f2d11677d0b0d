"""The command `rusplan keep`: a decided plan or report as PDF and Word, for those who could not make them when it was decided."""

import argparse
from typing import Any

from rusplan.commands.change_told import run_change
from rusplan.editing.keep_document import keep


def add_keep(commands: Any) -> None:
    """`rusplan keep`."""
    text = "spara ett års beslutade plan och berättelse som PDF och Word"
    described = f"{text.capitalize()}, om det inte gjordes när de beslutades."
    command = commands.add_parser("keep", help=text, description=described)
    command.add_argument("år", help="året som dokumenten gäller: 2026")
    command.set_defaults(run=run_keep)


def run_keep(options: argparse.Namespace) -> int:
    """Keep what is not kept yet, and tell where."""
    return run_change(lambda: keep(options.rot, getattr(options, "år")))  # noqa: B009

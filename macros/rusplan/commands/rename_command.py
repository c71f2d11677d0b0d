"""The command `rusplan rename`: another name for an activity's file, with all that refers to it."""

import argparse
from typing import Any

from rusplan.commands.change_told import run_change
from rusplan.editing.rename import rename


def add_rename(commands: Any) -> None:
    """`rusplan rename`."""
    text = "byt namn på en aktivitets fil, med allt som hänvisar till den"
    command = commands.add_parser(
        "rename", help=text, description=f"{text.capitalize()}. Den gamla adressen leder sedan vidare."
    )
    command.add_argument("gammal", help="aktiviteten som den heter nu: 2025/gammal")
    command.add_argument("ny", help="vad den ska heta: 2025/ny")
    command.set_defaults(run=run_rename)


def run_rename(options: argparse.Namespace) -> int:
    """Rename and tell what was done."""
    return run_change(lambda: rename(options.rot, options.gammal, options.ny))

"""The command `rusplan rename`: another name for an activity's file, with all that refers to it."""

import argparse
import sys
from typing import Any

from rusplan.data.problems import DataFel
from rusplan.editing.changed_together import told_anew
from rusplan.editing.rename import Namnbytesfel, rename


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
    """Rename and tell what was done; a refusal ends with 1 and has changed nothing."""
    try:
        done = rename(options.rot, options.gammal, options.ny)
    except Namnbytesfel as error:
        print(f"{error} Inget är ändrat.", file=sys.stderr)
        return 1
    except DataFel:
        print("Inget är ändrat, eftersom data inte går igenom kontrollen:", file=sys.stderr)
        raise
    for before, after in done.flyttar.items():
        print(f"Flyttade {before} till {after}")
    for name in done.ändrade:
        print(f"Ändrade {name}")
    for line in told_anew(done.data):
        print(line)
    for before, after in done.leder.items():
        print(f"{before} leder nu till {after}")
    return 0

"""The command `rusplan excel`: a year to a workbook, and what has been changed in it back."""

import argparse
from pathlib import Path
from typing import Any

from rusplan.checks import read_collection
from rusplan.commands.change_told import run_change
from rusplan.commands.read_in import bytes_of, read_in
from rusplan.data.periods import Planperiod
from rusplan.editing.changed_together import Avslag, Filändring
from rusplan.exchange.excel_in import read_workbook
from rusplan.exchange.excel_out import workbook
from rusplan.exchange.sheets import BLADEN


def add_excel(commands: Any) -> None:
    """`rusplan excel`."""
    text = "ändra ett år i Excel: skriv ut det till en arbetsbok, och läs in den igen"
    command = commands.add_parser("excel", help=text, description=f"{text[:1].upper()}{text[1:]}.")
    parts = command.add_subparsers(dest="vad", required=True, metavar="export|import")
    out = parts.add_parser("export", help="skriv ett år till en arbetsbok")
    out.add_argument("fil", type=Path, metavar="FIL", help="arbetsboken som ska skrivas: plan-2026.xlsx")
    out.add_argument("--year", required=True, type=Planperiod, metavar="ÅR", help="året: 2026 eller 2026-2028")
    names = [sheet.id for sheet in BLADEN]
    out.add_argument(
        "--only",
        action="append",
        default=[],
        choices=names,
        metavar="BLAD",
        help="bara det bladet; kan anges flera gånger",
    )
    out.set_defaults(run=run_export)
    back = parts.add_parser("import", help="läs in det som har ändrats i en arbetsbok")
    back.add_argument("fil", type=Path, metavar="FIL", help="arbetsboken")
    back.add_argument("--yes", action="store_true", help="fråga inte, utan läs in ändringarna direkt")
    back.set_defaults(run=run_import)


def run_export(options: argparse.Namespace) -> int:
    """Write the workbook and tell where."""
    return run_change(lambda: _written(options))


def _written(options: argparse.Namespace) -> Filändring:
    raw = workbook(read_collection(options.rot), options.year, options.only)
    try:
        options.fil.write_bytes(raw)
    except OSError:
        raise Avslag(
            f"Filen {options.fil} gick inte att skriva. Kontrollera mappen, och att filen inte är öppen i ett annat program."
        ) from None
    return Filändring(innehåll={str(options.fil): raw}, nya=frozenset({str(options.fil)}))


def run_import(options: argparse.Namespace) -> int:
    """Show what differs, ask, and write it."""
    return read_in(options.rot, lambda: read_workbook(options.rot, bytes_of(options.fil)), yes=options.yes)

"""The commands for addresses that hold: `rusplan permalinks`, `rusplan rename` and `rusplan redirects`."""

import argparse
import sys
from typing import Any

from macros.checks import read_collection
from macros.formatting import antal
from macros.permalinks import REGISTER, nginx_rules, page_addresses, register_text, with_addresses
from macros.problems import DataFel, Problem
from macros.rename import Namnbytesfel, rename
from macros.values import ADDRESS


def add_permalinks(commands: Any) -> None:
    """`rusplan permalinks`."""
    text = "lägg till webbplatsens alla adresser i data/permalankar.yml"
    commands.add_parser("permalinks", help=text, description=f"{text.capitalize()}.").set_defaults(run=run_permalinks)


def run_permalinks(options: argparse.Namespace) -> int:
    """Add what is new to the register and tell what; the file is written only if it changes."""
    samling = read_collection(options.rot)
    pages = page_addresses(samling)
    if bad := sorted(address for address in pages if not ADDRESS.fullmatch(address)):
        raise DataFel(Problem("docs", 1, 1, _bad_name(address)) for address in bad)
    register = samling.permalänkar.innehåll
    grown = with_addresses(register, pages)
    path = options.rot / REGISTER
    text = register_text(grown).encode()
    if not path.exists() or path.read_bytes() != text:
        path.write_bytes(text)
    new = sorted(set(grown.adresser) - set(register.adresser))
    print("".join(f"{address}\n" for address in new), end="")
    told = antal(len(grown.adresser), "adress", "adresser")
    print(f"{len(new)} nya i {REGISTER}, som nu har {told}." if new else f"Inget nytt: {REGISTER} har {told}.")
    return 0


def _bad_name(address: str) -> str:
    return f"sidan med adressen «{address}» har ett namn som inte håller i länkar; byt namn på filen så att det bara har små bokstäver a–z, siffror och bindestreck"


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
    for before, after in done.leder.items():
        print(f"{before} leder nu till {after}")
    return 0


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

"""The command `rusplan permalinks`: adds every address of the site to the register."""

import argparse
from typing import Any

from rusplan.data.problems import DataFel, Problem
from rusplan.data.values import ADDRESS
from rusplan.editing.changed_together import collection_to_change, told_anew
from rusplan.site.register import REGISTER, register_file, with_addresses
from rusplan.site.routes import page_addresses
from rusplan.swedish.formatting import antal


def add_permalinks(commands: Any) -> None:
    """`rusplan permalinks`."""
    text = "lägg till webbplatsens alla adresser i data/permalankar.yml"
    commands.add_parser("permalinks", help=text, description=f"{text.capitalize()}.").set_defaults(run=run_permalinks)


def run_permalinks(options: argparse.Namespace) -> int:
    """Add what is new to the register and tell what; the file is written only if it changes."""
    samling = collection_to_change(options.rot)
    pages = page_addresses(samling)
    if bad := sorted(address for address in pages if not ADDRESS.fullmatch(address)):
        raise DataFel(Problem("docs", 1, 1, _bad_name(address)) for address in bad)
    register = samling.permalänkar.innehåll
    grown = with_addresses(register, pages)
    path = options.rot / REGISTER
    before = path.read_bytes() if path.exists() else None
    after = register_file(grown, before)
    if after.raw != before:
        path.write_bytes(after.raw)
    new = sorted(set(grown.adresser) - set(register.adresser))
    print("".join(f"{address}\n" for address in new), end="")
    print("".join(f"{line}\n" for line in told_anew({REGISTER: after})), end="")
    told = antal(len(grown.adresser), "adress", "adresser")
    print(f"{len(new)} nya i {REGISTER}, som nu har {told}." if new else f"Inget nytt: {REGISTER} har {told}.")
    return 0


def _bad_name(address: str) -> str:
    return f"sidan med adressen «{address}» har ett namn som inte håller i länkar; byt namn på filen så att det bara har små bokstäver a–z, siffror och bindestreck"

"""The command `rusplan upgrade`: the files in data/ in the newest format."""

import argparse
import sys
from typing import Any

from rusplan.data.dataformat import newest
from rusplan.editing.changed_together import told_anew, write_together
from rusplan.editing.upgrade import as_diff, upgrades
from rusplan.swedish.formatting import antal


def add_upgrade(commands: Any) -> None:
    """`rusplan upgrade`."""
    text = "skriv om filerna i data/ i det nyaste formatet"
    command = commands.add_parser(
        "upgrade",
        help=text,
        description=f"{text.capitalize()}. Först visas vad som ändras. Innehållet är detsamma efteråt.",
    )
    command.add_argument("--yes", action="store_true", help="ändra utan att fråga")
    command.set_defaults(run=run_upgrade)


def run_upgrade(options: argparse.Namespace) -> int:
    """Show what changes, ask, and change it; 1 if nothing was changed although something should have been."""
    files = upgrades(options.rot)
    if not files:
        print(f"Inget att göra: filerna i data är skrivna i format {newest()}, som är det nyaste.")
        return 0
    print(as_diff(options.rot, files))
    for line in told_anew(files):
        print(line)
    if not (options.yes or _is_wanted(f"Ändra {antal(len(files), 'fil', 'filer')}? Skriv ja eller nej: ")):
        print("Inget är ändrat.", file=sys.stderr)
        return 1
    write_together(options.rot, {name: file.raw for name, file in files.items()})
    print(f"Filerna i data är nu skrivna i format {newest()}. Spara det i git som en ändring för sig.")
    return 0


def _is_wanted(question: str) -> bool:
    """True if the answer is yes; nobody to answer is no."""
    print(question, end="", flush=True)
    answer = sys.stdin.readline().strip().casefold()
    print("" if answer else "\nIngen svarade. Kör rusplan upgrade --yes om du vill ändra utan att bli frågad.")
    return answer in ("ja", "j")

"""The command `rusplan upgrade`: the files in data/ in the newest format, and a site's own engine as the one that runs."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rusplan.data.dataformat import newest
from rusplan.data.edits import Edited
from rusplan.editing.changed_together import Avslag, Contents, told_anew, write_together
from rusplan.editing.upgrade import as_diff, upgrades
from rusplan.own_site.newer_engine import newer_engine, refuse_older, told_of_engine
from rusplan.own_site.own_wheel import own_version
from rusplan.own_site.packed_engine import run_packed
from rusplan.swedish.formatting import antal


def add_upgrade(commands: Any) -> None:
    """`rusplan upgrade`."""
    text = "skriv om filerna i data/ i det nyaste formatet"
    command = commands.add_parser(
        "upgrade",
        help=text,
        description=f"{text.capitalize()}. En egen webbplats får också den nya versionen av rusplan. Först visas vad som ändras. Innehållet är detsamma efteråt.",
    )
    command.add_argument("--yes", action="store_true", help="ändra utan att fråga")
    command.add_argument(
        "--engine",
        type=Path,
        metavar="FIL",
        help="paketet med den nya versionen av rusplan, som rusplan-1.1.0-py3-none-any.whl",
    )
    command.set_defaults(run=run_upgrade)


def run_upgrade(options: argparse.Namespace) -> int:
    """Show what changes, ask, and change it; 1 if nothing was changed although something should have been."""
    try:
        if options.engine:
            return run_packed(
                options.engine, ["--rot", str(options.rot), "upgrade", *(["--yes"] if options.yes else [])]
            )
        refuse_older(options.rot)
    except Avslag as error:
        print(f"{error} Inget är ändrat.", file=sys.stderr)
        return 1
    files, engine = upgrades(options.rot), newer_engine(options.rot)
    if not (files or engine):
        print(f"Inget att göra: filerna i data är skrivna i format {newest()}, som är det nyaste.")
        return 0
    return _change(options, files, engine)


def _change(options: argparse.Namespace, files: Mapping[str, Edited], engine: Contents) -> int:
    for line in _what_changes(options.rot, files, engine):
        print(line)
    if not (
        options.yes or _is_wanted(f"Ändra {antal(len(files) + len(engine), 'fil', 'filer')}? Skriv ja eller nej: ")
    ):
        print("Inget är ändrat.", file=sys.stderr)
        return 1
    write_together(options.rot, {**engine, **{name: file.raw for name, file in files.items()}})
    for line in _what_is_done(files, engine):
        print(line)
    return 0


def _what_changes(root: Path, files: Mapping[str, Edited], engine: Contents) -> Iterator[str]:
    if engine:
        yield from told_of_engine(root, engine)
    if files:
        yield as_diff(root, files)
        yield from told_anew(files)


def _what_is_done(files: Mapping[str, Edited], engine: Contents) -> Iterator[str]:
    if engine:
        yield f"Webbplatsen har nu rusplan {own_version()}. Kör make site, så installeras den, och se att sidorna är som de ska."
    if files:
        yield f"Filerna i data är nu skrivna i format {newest()}. Spara det i git som en ändring för sig."


def _is_wanted(question: str) -> bool:
    """True if the answer is yes; nobody to answer is no."""
    print(question, end="", flush=True)
    answer = sys.stdin.readline().strip().casefold()
    print("" if answer else "\nIngen svarade. Kör rusplan upgrade --yes om du vill ändra utan att bli frågad.")
    return answer in ("ja", "j")

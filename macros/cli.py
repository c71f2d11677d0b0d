"""The command `rusplan`: what an editor or a CI job calls; thin over the library.

A new command is one function that adds it to the parser, its name in `COMMANDS`, and the function that runs it.
"""

import argparse
import gc
import sys
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from macros.changes.command import add_changes
from macros.checks import read_collection
from macros.formatting import antal
from macros.link_commands import add_permalinks, add_redirects, add_rename
from macros.newsletter_command import add_newsletter
from macros.page_changes import add_pages_changed
from macros.problems import DataFel, as_github, as_text, count_of
from macros.publish_command import add_publish
from macros.readability import Läsbarhet, readability
from macros.server_commands import add_compress, add_headers


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the return value is the exit code."""
    parser = argparse.ArgumentParser(prog="rusplan", description="Kontrollera och bygg verksamhetsdata.")
    parser.add_argument("--rot", type=Path, default=Path.cwd(), help="projektets mapp (den du står i, om inget anges)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="KOMMANDO")
    for add in COMMANDS:
        add(commands)
    options = parser.parse_args(arguments)
    # A terminal that lacks a letter shows «?» for it.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    gc.disable()  # a command is done before any cycle of objects is worth looking for
    try:
        return int(options.run(options))
    except DataFel as error:
        print({"text": as_text, "github": as_github}[getattr(options, "annotations", "text")](error.problems))
        print(count_of(error.problems), file=sys.stderr)
        return 1
    finally:
        gc.freeze()  # Python looks once more when it ends


def add_check(commands: Any) -> None:
    """`rusplan check`."""
    check = commands.add_parser("check", help="kontrollera alla filer i data/")
    check.add_argument(
        "--format",
        dest="annotations",
        choices=("text", "github"),
        default="text",
        help="text för människor, github för annoteringar i CI",
    )
    check.add_argument("--verbose", action="store_true", help="visa även hur lättlästa texterna är (LIX)")
    check.set_defaults(run=run_check)


def run_check(options: argparse.Namespace) -> int:
    """Read and check data/; one line if all is well, else `DataFel` with every problem."""
    samling = read_collection(options.rot)
    years = ", ".join(map(str, samling.årgångar))
    print(f"Inga fel: {antal(len(samling.aktiviteter), 'aktivitet', 'aktiviteter')} för {years}.")
    if options.verbose:
        print_readability(readability(samling))
    return 0


def print_readability(found: list[Läsbarhet]) -> None:
    """LIX of each file, heaviest first; what is too heavy is told as a warning, which stops nothing."""
    print("\nLIX per fil. Under 40 är lätt, 40–50 är som en vanlig tidningstext, över 55 är för tungt.")
    for one in found:
        print(f"{one.lix:4}  {one.fil} ({one.ord} ord)")
    for one in found:
        if one.tung:
            print(
                f"Varning: {one.fil} har LIX {one.lix}. Skriv kortare meningar och byt långa ord mot korta.",
                file=sys.stderr,
            )


COMMANDS: tuple[Callable[[Any], None], ...] = (
    add_check,
    add_changes,
    add_newsletter,
    add_permalinks,
    add_rename,
    add_redirects,
    add_publish,
    add_pages_changed,
    add_headers,
    add_compress,
)


if __name__ == "__main__":
    sys.exit(main())

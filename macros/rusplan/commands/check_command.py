"""The command `rusplan check`: every mistake in data/ and docs/, and how heavy their texts are to read."""

import argparse
import sys
from itertools import groupby
from operator import attrgetter
from typing import Any

from rusplan.build.kept_folder import kept_files
from rusplan.build.page_checks import page_problems_of
from rusplan.checks import read_collection
from rusplan.checks.left_to_do import left_to_do, title_of_file
from rusplan.checks.readability import Läsbarhet, readability
from rusplan.data.collection import Samling
from rusplan.data.dataformat import format_of_folder, newest
from rusplan.data.problems import DataFel, Problem
from rusplan.macros import MACROS, trial_of
from rusplan.swedish.formatting import antal


def add_check(commands: Any) -> None:
    """`rusplan check`."""
    check = commands.add_parser("check", help="kontrollera alla filer i data/ och docs/")
    check.add_argument(
        "--format",
        dest="annotations",
        choices=("text", "github", "html"),
        default="text",
        help="text för människor, github för annoteringar i CI, html för en sida med felen",
    )
    check.add_argument("--verbose", action="store_true", help="visa även hur lättlästa texterna är (LIX)")
    check.set_defaults(run=run_check)


def run_check(options: argparse.Namespace) -> int:
    """Read and check data/, and then docs/; one line if all is well, else `DataFel` with every problem."""
    kept = kept_files(options.rot)
    samling = read_collection(options.rot, kept.read if kept else None)
    if problems := page_problems_of(samling, MACROS, trial_of(samling.publikt)):
        raise DataFel(problems)
    years = ", ".join(map(str, samling.årgångar))
    print(f"Inga fel: {antal(len(samling.aktiviteter), 'aktivitet', 'aktiviteter')} för {years}.")
    if (stated := format_of_folder(options.rot)) < newest():
        print(
            f"Filerna i data är skrivna i format {stated}. Allt fungerar, men kör rusplan upgrade innan ni ändrar mer i dem."
        )
    print_left_to_do(samling, left_to_do(samling))
    if options.verbose:
        print_readability(readability(samling))
    return 0


def print_left_to_do(samling: Samling, found: list[Problem]) -> None:
    """What is left to do, in the plan's order: below the name of each thing what stands in its file."""
    if not found:
        return
    print(f"\nKvar att göra: {antal(len(found), 'sak', 'saker')}. Det stoppar ingenting.")
    for name, problems in groupby(found, key=attrgetter("fil")):
        print(f"\n{title_of_file(samling, name)}")
        for problem in problems:
            print(f"  {problem}")


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

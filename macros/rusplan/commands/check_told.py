"""What `rusplan check` says where nothing is wrong: of what, what is left to do, and how heavy the texts are to read."""

import sys
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path

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


def told_of(root: Path, *, verbose: bool) -> str:
    """Rows of text; raises `DataFel` with every problem. `verbose` tells of readability too."""
    kept = kept_files(root)
    samling = read_collection(root, kept.read if kept else None)
    if problems := page_problems_of(samling, MACROS, trial_of(samling.publikt)):
        raise DataFel(problems)
    rows = [*_in_short(samling), *_left_to_do(samling, left_to_do(samling))]
    if verbose:
        found = readability(samling)
        rows += _readability(found)
        warn_of_heavy_texts(found)
    return "\n".join(rows)


def _in_short(samling: Samling) -> Iterator[str]:
    years = ", ".join(map(str, samling.årgångar))
    yield f"Inga fel: {antal(len(samling.aktiviteter), 'aktivitet', 'aktiviteter')} för {years}."
    if (stated := format_of_folder(samling.rot)) < newest():
        yield f"Filerna i data är skrivna i format {stated}. Allt fungerar, men kör rusplan upgrade innan ni ändrar mer i dem."


def _left_to_do(samling: Samling, found: list[Problem]) -> Iterator[str]:
    """What is left to do, in the plan's order: below the name of each thing what stands in its file."""
    if found:
        yield f"\nKvar att göra: {antal(len(found), 'sak', 'saker')}. Det stoppar ingenting."
    for name, problems in groupby(found, key=attrgetter("fil")):
        yield f"\n{title_of_file(samling, name)}"
        yield from (f"  {problem}" for problem in problems)


def _readability(found: list[Läsbarhet]) -> Iterator[str]:
    """LIX of each file, heaviest first."""
    yield "\nLIX per fil. Under 40 är lätt, 40–50 är som en vanlig tidningstext, över 55 är för tungt."
    yield from (f"{one.lix:4}  {one.fil} ({one.ord} ord)" for one in found)


def warn_of_heavy_texts(found: list[Läsbarhet]) -> None:
    """A warning of each text that is too heavy, which stops nothing."""
    for one in (one for one in found if one.tung):
        print(
            f"Varning: {one.fil} har LIX {one.lix}. Skriv kortare meningar och byt långa ord mot korta.",
            file=sys.stderr,
        )

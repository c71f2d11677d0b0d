"""What is wrong in files that came of a workbook, told where it stands there: with sheet and cell, as far as that can be known."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rusplan.data.problems import Problem
from rusplan.data.yaml_text import Loc, parse
from rusplan.exchange.excel_cells import Cellrad, column_letters

MISSING = re.compile(r"fältet «([^»]+)» saknas")


def in_cells(
    problems: Iterable[Problem],
    contents: Mapping[str, Any],
    texts: Mapping[str, bytes | None],
    row_of: Mapping[int, Cellrad],
) -> Iterator[str]:
    """A sentence for each problem. `contents` are the files whose items `row_of` knows by their identity, `texts` the same as written."""
    for problem in problems:
        found = _row(problem, contents.get(problem.fil), texts.get(problem.fil), row_of)
        text = problem.text[:1].upper() + problem.text[1:]
        yield f"{found}: {problem.text}." if found else f"{problem.fil}: {text}."


def _row(problem: Problem, content: Any, raw: bytes | None, row_of: Mapping[int, Cellrad]) -> str | None:
    """«bladet Händelser, cell E7», for a problem in what a row says."""
    loc = _loc(problem, raw) if raw and content else None
    if loc is None:
        return None
    here, row, rest = content, row_of.get(id(content)), loc
    for i, part in enumerate(loc):
        try:
            here = here[part]
        except (KeyError, IndexError, TypeError):
            break
        if id(here) in row_of:
            row, rest = row_of[id(here)], loc[i + 1 :]
    if row is None:
        return None
    names = (".".join(str(part) for part in rest[:length]) for length in range(len(rest), 0, -1))
    column = next((name for name in (*_missing(problem), *names) if name in row.kolumner), None)
    letters = column_letters(row.kolumner[column]) if column else ""
    return f"Bladet {row.titel}, cell {letters}{row.nummer}" if letters else f"Bladet {row.titel}, rad {row.nummer}"


def _missing(problem: Problem) -> Iterator[str]:
    """The field that a problem says is missing, which stands nowhere."""
    if found := MISSING.match(problem.text):
        yield found[1]


def _loc(problem: Problem, raw: bytes) -> Loc | None:
    """The place in the content that stands at the line and column of a problem; that of its line, where nothing begins at its column."""
    parsed = parse(raw, problem.fil, 10)
    places = {
        **parsed.places,
        **{loc: place for loc, place in parsed.keys.items() if place == (problem.rad, problem.kolumn)},
    }
    exact = [loc for loc, place in places.items() if place == (problem.rad, problem.kolumn)]
    on_line = [loc for loc, (row, _) in places.items() if row == problem.rad]
    return max(exact or on_line, key=len, default=None)

"""`A..B`: what differs between two commits, two days or two years."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from rusplan.changes.between_years import year_changes
from rusplan.changes.changed_files import thing_changes
from rusplan.changes.read_blobs import Läsare
from rusplan.changes.steps import Ändringar
from rusplan.data.model import Permalänkar
from rusplan.data.periods import is_period
from rusplan.data.reader import Fil, read_file
from rusplan.data.reading import read_data
from rusplan.data.values import Datum
from rusplan.git import log
from rusplan.git.asking import BOT, YTLIG, YTLIG_BOT, GitFel
from rusplan.git.blobs import Innehåll
from rusplan.git.log import Commit, Filrad
from rusplan.swedish.formatting import datum
from rusplan.tools.record import small

DAY = re.compile(r"\d{4}-\d\d-\d\d")
FORM = "skriv till exempel 2026-01-01..2026-06-30 (dagar), 2024..2025 (år) eller v1..main (versioner i git)"
NAMED = {"HEAD": "senaste versionen"}


class SpannFel(Exception):
    """The span cannot be used; the text is Swedish and says what to do."""


@small
class Spann:
    """Two versions or years, in words, and what differs between them."""

    från: str
    till: str
    ändringar: Ändringar


def between(root: Path, span: str) -> Spann:
    """What `span` asks for: ``A..B``, ``A..`` or ``A`` (up to the newest commit). Raises `SpannFel`."""
    first, dots, second = span.partition("..")
    first, second = first.strip(), second.strip()
    if not first or second.startswith("."):
        raise SpannFel(f"«{span}» går inte att förstå; {FORM}")
    if dots and is_period(first) and is_period(second):
        return _years(root, *sorted((first, second)))
    try:
        return _versions(root, first, second or "HEAD")
    except GitFel as error:
        raise SpannFel(f"{error.hinder.value.replace(' där webbplatsen byggdes', '')} {BOT[error.hinder]}") from None


def _years(root: Path, first: str, second: str) -> Spann:
    samling = read_data(root)
    for year in (first, second):
        if year not in samling.årgångar:
            known = ", ".join(samling.årgångar)
            raise SpannFel(f"året {year} finns inte i data; åren är {known}")
    if first == second:
        raise SpannFel(f"båda åren är {first}; ange två olika år, som {first}..{int(first[:4]) + 1}")
    names = [samling.årgångar[year].år.visad for year in (first, second)]
    return Spann(names[0], names[1], year_changes(samling, first, second))


def _versions(root: Path, first: str, second: str) -> Spann:
    days = [name for name in (first, second) if DAY.fullmatch(name)]
    if len(days) == 2:
        first, second = sorted(days)
    said = [_day(name) if name in days else NAMED.get(name, name) for name in (first, second)]
    start, end = (None if name in days else _commit(root, name) for name in (first, second))
    if start and end:
        return Spann(said[0], said[1], _told(root, end, log.differences(root, start, end), counted=False))
    found, cut = log.commits(root, end or "HEAD", start, published_by_version(root))
    if cut and not start and not any(commit.dag < first for commit in found):
        raise SpannFel(f"{YTLIG} Den {said[0]} ligger före det som finns. {YTLIG_BOT}")
    chosen = [commit for commit in found if (start or first <= commit.dag) and (end or commit.dag <= second)]
    # What the first import brought is counted.
    counted = bool(chosen) and not cut and not start and chosen[-1] is found[-1]
    return Spann(said[0], said[1], _told(root, end or "HEAD", changed_rows(chosen), counted=counted))


def _told(root: Path, tip: str, rows: Iterable[Filrad], *, counted: bool) -> Ändringar:
    with Innehåll(root) as contents:
        return thing_changes(rows, Läsare(contents, log.files(root, tip)), counted=counted)


def published_by_version(root: Path) -> str | None:
    """What the register says of which changes were published while they were called by their versions."""
    name = "data/permalankar.yml"
    register = read_file(root / name, name, Permalänkar)
    return register.innehåll.ändringar_till if isinstance(register, Fil) else None


def changed_rows(newest_first: Sequence[Commit]) -> Iterator[Filrad]:
    """What the commits have changed in all: a row for each file, from before the first of them to after the last. Where two have changed a
    file beside each other, and nothing in the span joins them, it has a row for each."""
    found: dict[str, list[Filrad]] = {}
    for commit in reversed(newest_first):
        for row in commit.filer:
            parts, before = found.setdefault(row.fil, []), (row.före, *row.andra)
            ends = [part for part in parts if part.efter in before]
            if ends:
                parts[:] = [part for part in parts if part not in ends] + [replace(ends[0], efter=row.efter)]
            elif not row.andra:
                parts.append(row)
    yield from (row for parts in found.values() for row in parts if row.före != row.efter)


def _commit(root: Path, name: str) -> str:
    found = log.commit_of(root, name)
    if found is None:
        raise SpannFel(f"versionen «{name}» finns inte i git; {FORM}")
    return found


def _day(name: str) -> str:
    try:
        day = date.fromisoformat(name)
    except ValueError:
        raise SpannFel(f"«{name}» är inget datum som finns; {FORM}") from None
    return datum(Datum(day.year, day.month, day.day))

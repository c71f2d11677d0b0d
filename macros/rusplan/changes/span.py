"""`A..B`: what differs between two commits, two days or two years."""

import re
from datetime import date
from pathlib import Path

from rusplan.changes.between_years import year_changes
from rusplan.changes.changed_files import thing_changes
from rusplan.changes.read_blobs import Läsare
from rusplan.changes.steps import Ändringar
from rusplan.data.reading import read_data
from rusplan.data.values import Datum
from rusplan.git import log
from rusplan.git.asking import BOT, YTLIG, YTLIG_BOT, GitFel
from rusplan.git.blobs import Innehåll
from rusplan.git.log import Commit
from rusplan.swedish.formatting import datum
from rusplan.tools.record import small

YEAR = re.compile(r"(19|20)\d\d")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
FORM = "skriv till exempel 2026-01-01..2026-06-30 (dagar), 2024..2025 (år) eller v1..main (versioner i git)"


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
    if dots and YEAR.fullmatch(first) and YEAR.fullmatch(second):
        return _years(root, *sorted((int(first), int(second))))
    try:
        return _versions(root, first, second or "HEAD")
    except GitFel as error:
        raise SpannFel(f"{error.hinder.value.replace(' där webbplatsen byggdes', '')} {BOT[error.hinder]}") from None


def _years(root: Path, first: int, second: int) -> Spann:
    samling = read_data(root)
    for year in (first, second):
        if year not in samling.årgångar:
            known = ", ".join(map(str, samling.årgångar))
            raise SpannFel(f"året {year} finns inte i data; åren är {known}")
    if first == second:
        raise SpannFel(f"båda åren är {first}; ange två olika år, som {first}..{first + 1}")
    return Spann(str(first), str(second), year_changes(samling, first, second))


def _versions(root: Path, first: str, second: str) -> Spann:
    line, cut = log.commits(root)
    start, from_text = _end(root, line, cut, first, before=True)
    end, to_text = _end(root, line, cut, second, before=False)
    if end is None:
        return Spann(from_text, to_text, Ändringar())
    rows = log.differences(root, start, end)
    with Innehåll(root) as contents:
        reader = Läsare(contents, log.files(root, end))
        return Spann(from_text, to_text, thing_changes(rows, reader, counted=start is None))


def _end(root: Path, line: list[Commit], cut: bool, name: str, *, before: bool) -> tuple[str | None, str]:
    """The commit at one end of a span, and what to call it.

    A day stands for its own changes too: as the start for what was just before it, as the end for what was at its close.
    """
    if not DAY.fullmatch(name):
        found = log.commit_of(root, name)
        if found is None:
            raise SpannFel(f"versionen «{name}» finns inte i git; {FORM}")
        return found, name if name != "HEAD" else "senaste versionen"
    try:
        day = date.fromisoformat(name)
    except ValueError:
        raise SpannFel(f"«{name}» är inget datum som finns; {FORM}") from None
    said = datum(Datum(day.year, day.month, day.day))
    for commit in line:
        if commit.tid[:10] < name or (not before and commit.tid[:10] == name):
            return commit.version, said
    if cut:
        raise SpannFel(f"{YTLIG} Den {said} ligger före det som finns. {YTLIG_BOT}")
    return None, said

"""What a commit of the editor says: what has changed in the data, in Swedish."""

from collections.abc import Iterable
from pathlib import Path

from rusplan.changes.changed_files import thing_changes
from rusplan.changes.read_blobs import Läsare
from rusplan.changes.steps import PLAN_DECIDED, REPORT_DECIDED, Sakändring, Ändringar
from rusplan.git import log
from rusplan.git.blobs import Innehåll
from rusplan.swedish.formatting import antal

LONGEST = 72
# A document that is written here is told of as decided when readers first see it; in the editor it is seen before.
BEGUN = {PLAN_DECIDED: "planen är påbörjad", REPORT_DECIDED: "berättelsen är påbörjad"}
NOTHING_TOLD = "Ändrade uppgifter som inte visas"


def told_between(root: Path, first: str, second: str, only: Iterable[str] | None = None) -> Ändringar:
    """What differs in data/ between two commits or trees, in these files or in all."""
    names = None if only is None else set(only)
    rows = [row for row in log.differences(root, first, second) if names is None or row.fil in names]
    with Innehåll(root) as contents:
        return thing_changes(rows, Läsare(contents, log.files(root, second)))


def as_message(changes: Ändringar) -> str:
    """A first line that tells the most, and below it a line for each thing."""
    lines = [f"{row.text[:1].upper()}{row.text[1:]}" for row in changes.sammandrag] + list(map(_line, changes.saker))
    if not lines:
        return NOTHING_TOLD
    first = _first(changes, lines)
    return first if lines == [first] else "\n".join((first, "", *(f"- {line}" for line in lines)))


def as_typed(text: str) -> str:
    """What somebody has typed about a change, without signs that no message can hold or that would steer a terminal."""
    rows = text.replace("\r\n", "\n").split("\n")
    return "\n".join("".join(filter(str.isprintable, row)) for row in rows).strip()


def told_changes(change: Sakändring) -> tuple[str, ...]:
    """All that has changed in a thing, as it is told in the editor."""
    return (*(BEGUN.get(part.text, part.text) for part in change.ändringar), *change.anmärkningar)


def _first(changes: Ändringar, lines: list[str]) -> str:
    """The only line where it is short; else what it is about, and how much more there is."""
    if len(lines) == 1 and len(lines[0]) <= LONGEST:
        return lines[0]
    titles = [row.text for row in changes.sammandrag] + [change.sak.titel for change in changes.saker]
    more = f" och {antal(len(lines) - 1, 'sak', 'saker')} till"
    if len(lines) == 1:
        more = f": {antal(sum(len(told_changes(change)) for change in changes.saker), 'ändring', 'ändringar')}"
    return f"{titles[0][:1].upper()}{titles[0][1:]}{more}".replace("\N{NO-BREAK SPACE}", " ")


def _line(change: Sakändring) -> str:
    return f"{change.sak.titel}: {'; '.join(told_changes(change))}".replace("\N{NO-BREAK SPACE}", " ")

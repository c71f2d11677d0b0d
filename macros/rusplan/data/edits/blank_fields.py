"""A new file that begins where another stood: fields to fill in are there and empty, with what the other said as a comment above each; and
those that should stay empty taken out."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rusplan.data.edits.edited_file import BOM, MEGABYTES, written
from rusplan.data.edits.removal import removal
from rusplan.data.edits.splice import spliced
from rusplan.data.edits.yaml_layout import Layout
from rusplan.data.edits.yaml_writing import STEP, WIDTH, field, whole_text
from rusplan.data.yaml_text import Loc, Plain, parse
from rusplan.tools.record import record

# Stands in the text for a field that is to be blank: no text of data can hold the sign.
SIGN = "\x00"
MARK = re.compile(rf"^( *)(\S+): {SIGN}(\d+)$", re.M)


@record
class Blank:
    """A field to be filled in. `före` is what it held before, each with the words that the comment begins with; it may be nothing."""

    före: Sequence[tuple[str, Plain]] = ()


def with_blanks(content: dict[str, Any], header: str = "") -> bytes:
    """A new file that says `content`, whose groups may hold a `Blank`, though not as the first field of an item in a list."""
    blanks: list[Blank] = []
    text = whole_text(_marked(content, blanks), header)
    raw = MARK.sub(lambda mark: _blank(mark, blanks), text).encode()
    written(without_blanks(content))  # refuses what no file can hold
    return raw


def without_blank_fields(raw: bytes, blank: Iterable[Loc]) -> bytes:
    """The file without the fields at `blank`, and the comments above them, where they stand there and hold nothing."""
    text, bom = raw.decode("utf-8-sig"), raw.startswith(BOM)
    for loc in blank:
        if loc in parse(text.encode(), "", MEGABYTES).empty:
            layout = Layout(text)
            text = spliced(text, removal(layout, loc, with_comments=True), layout.line_break) or text
    return (BOM if bom else b"") + text.encode()


def _marked(part: Any, blanks: list[Blank]) -> Any:
    """The content with a mark for each blank."""
    if isinstance(part, Blank):
        blanks.append(part)
        return f"{SIGN}{len(blanks) - 1}"
    if isinstance(part, dict):
        return {name: _marked(value, blanks) for name, value in part.items()}
    return [_marked(value, blanks) for value in part] if isinstance(part, list) else part


def without_blanks(part: Any) -> Any:
    """The content as it reads: a blank says nothing."""
    if isinstance(part, dict):
        found = {name: without_blanks(value) for name, value in part.items() if not isinstance(value, Blank)}
        return {name: value for name, value in found.items() if value}
    return [without_blanks(value) for value in part] if isinstance(part, list) else part


def _blank(mark: re.Match[str], blanks: list[Blank]) -> str:
    indent, name, number = mark.groups()
    rows = [row for label, before in blanks[int(number)].före for row in _comment(label, before, len(indent))]
    return "\n".join(f"{indent}{row}" for row in (*rows, f"{name}:"))


def _comment(label: str, before: Plain, indent: int) -> Iterator[str]:
    """The rows of a comment: a text as it reads, all else as it stands in a file."""
    width = WIDTH - indent - STEP
    if isinstance(before, str):
        paragraphs = f"{label}: {before}".split("\n\n")
        rows = [
            row
            for part in paragraphs
            for row in textwrap.wrap(part, width, break_long_words=False, break_on_hyphens=False)
        ]
    else:
        rows = field(label, before, 0).split("\n")
    yield from (f"# {row}".rstrip() for row in rows)

"""What people write in docs/, before MkDocs reads it: saved as UTF-8, with fields above the text that can be read."""

import re
from collections.abc import Iterator
from pathlib import Path

from rusplan.data.decoding import in_utf8
from rusplan.data.problems import Problem
from rusplan.data.yaml_causes import Slip
from rusplan.data.yaml_text import parse

READ_AS_TEXT = (".md", ".html", ".js")
# As MkDocs finds them: between two rows of three hyphens, from the first row.
OPENED = re.compile(r"---[ \t]*\n")
FIELDS = re.compile(r"---[ \t]*\n(.*?)^(?:\.{3}|-{3})[ \t]*(?:\n|\Z)", re.M | re.S)


def source_problems(docs: Path, root: Path) -> Iterator[Problem]:
    """What cannot be read in the folder `docs`; files are named from `root`."""
    for path in sorted(docs.rglob("*")):
        if path.suffix in READ_AS_TEXT and path.is_file():
            yield from page_problems(path.relative_to(root).as_posix(), path.read_bytes())


def page_problems(name: str, raw: bytes) -> Iterator[Problem]:
    """What cannot be read in one file; fields stand above the text of a page alone."""
    text = in_utf8(raw)
    if isinstance(text, Slip):
        yield Problem(name, *text)
    elif name.endswith(".md"):
        yield from _field_problems(name, text.replace("\r\n", "\n").replace("\r", "\n"))


def _field_problems(name: str, text: str) -> Iterator[Problem]:
    if not OPENED.match(text):
        return
    found = FIELDS.match(text)
    if not found:
        yield Problem(name, 1, 1, "fälten överst på sidan saknar slut; skriv en rad med --- efter det sista fältet")
        return
    written = [line for line in found[1].split("\n") if line.strip() and not line.lstrip().startswith("#")]
    if not written:
        yield Problem(name, 1, 1, "det står inget mellan raderna med --- överst på sidan; ta bort dem")
        return
    # The row of hyphens is an empty one to the reader, so that its rows are those of the page.
    parsed = parse(f"\n{found[1]}".encode(), name)
    yield from parsed.problems
    if not parsed.problems and not isinstance(parsed.value, dict):
        text = "mellan raderna med --- överst på sidan ska det stå fält, som «title: Sidans rubrik»"
        yield Problem(name, 2, 1, text)

"""What people lay in docs/, before MkDocs reads it: plain files of a size that readers can wait for; pages saved as UTF-8, with fields
above the text that can be read."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from rusplan.data.decoding import in_utf8, of_page
from rusplan.data.problems import Problem
from rusplan.data.yaml_causes import Slip
from rusplan.data.yaml_text import parse
from rusplan.tools.plain_files import found_below

MEGABYTE = 1_000_000
# A page, any other file, and all together: what fits a repository and a reader's patience.
PAGE, FILE, ALL = MEGABYTE, 20 * MEGABYTE, 100 * MEGABYTE
READ_AS_TEXT = (".md", ".html", ".js")
# As MkDocs finds them: between two rows of three hyphens, from the first row.
OPENED = re.compile(r"---[ \t]*\n")
FIELDS = re.compile(r"---[ \t]*\n(.*?)^(?:\.{3}|-{3})[ \t]*(?:\n|\Z)", re.M | re.S)


def source_problems(docs: Path, root: Path) -> Iterator[Problem]:
    """What cannot be read in the folder `docs`; files are named from `root`."""
    size = 0
    for path, hinder in found_below(docs):
        name = Path(os.path.relpath(path, root)).as_posix()
        if hinder:
            yield Problem(name, 1, 1, hinder)
            continue
        bytes_, most = path.stat().st_size, PAGE if path.suffix in READ_AS_TEXT else FILE
        size += bytes_
        if bytes_ > most:
            told = f"{bytes_ / MEGABYTE:.0f} megabyte, men får vara högst {most // MEGABYTE}"
            yield Problem(name, 1, 1, f"filen är {told}; gör den mindre eller dela upp den")
        elif path.suffix in READ_AS_TEXT:
            yield from page_problems(name, path.read_bytes())
    if size > ALL:
        told = f"{size / MEGABYTE:.0f} megabyte, men får vara högst {ALL // MEGABYTE}"
        yield Problem(docs.name, 1, 1, f"mappen är {told}; ta bort filer som ingen sida visar eller länkar till")


def page_problems(name: str, raw: bytes) -> Iterator[Problem]:
    """What cannot be read in one file; fields stand above the text of a page alone."""
    text = of_page(raw) if name.endswith(".md") else in_utf8(raw)
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

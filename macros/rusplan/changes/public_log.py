"""The log as readers are told of it: a draft is not there until it is decided, and then all of it comes at once.

While a year's plan is a draft, no file of the year has any content; while its report is one, or is not begun in a year that is written
here, the report has none, and the outcomes say nothing that is final (`data_formats.without_final`). So whatever is told of the log begins with the decision, as one step.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from rusplan.data.periods import is_period
from rusplan.git.blobs import Innehåll
from rusplan.git.data_formats import parted, without_final
from rusplan.git.log import Commit, Filrad, Logg, files

# It is looked for in the text, and so found also in a draft with mistakes.
DRAFT = re.compile(rb"^[^#\r\n]*\bl\xc3\xa4ge:[ \t]*[\"']?utkast\b", re.M)
WRITTEN_HERE = re.compile(rb"^[^#\r\n]*\bursprung:[ \t]*[\"']?skrivet_h\xc3\xa4r\b", re.M)
PLAN, REPORT = DOCUMENTS = ("plan.yml", "berattelse.yml")


def without_drafts(log: Logg, root: Path, contents: Innehåll) -> tuple[Mapping[str, str], Logg]:
    """The files of the newest version (`log.files`) and the log, both without drafts."""
    found, drafts = files(root, "HEAD"), _ever_drafts(log, contents)
    if not drafts:
        return found, log
    shown = _Shown(root, contents, drafts)
    newest = {path: name for path, blob in found.items() if (name := shown.name("HEAD", path, blob))}
    seen = map(shown.commit, log.commits)
    return newest, replace(log, commits=tuple(commit for commit in seen if commit.filer))


def _ever_drafts(log: Logg, contents: Innehåll) -> frozenset[str]:
    """The documents (``2026/plan.yml``) that have been drafts in any version, or may have been: a report that is not begun is one."""
    rows = {
        (row.fil, blob)
        for commit in log.commits
        for row in commit.filer
        for blob in (row.före, row.efter, *row.andra)
        if blob
    }
    found = set[str]()
    for name, blob in rows:
        if name.endswith(DOCUMENTS) or "/berattelser/" in name:
            document, raw = name.partition("/")[2], contents.read(parted(blob)[0])
            found |= {document} if _says(DRAFT, raw) else set()
            found |= {document.replace(PLAN, REPORT)} if _says(WRITTEN_HERE, raw) else set()
    return frozenset(found)


def _says(what: re.Pattern[bytes], raw: bytes | None) -> bool:
    return raw is not None and what.search(raw.replace(b"\r", b"\n")) is not None


def _is_draft(contents: Innehåll, version: str, path: str) -> bool:
    raw = contents.read(f"{version}:./{path}")
    if raw is None and path.endswith(REPORT):
        return _says(WRITTEN_HERE, contents.read(f"{version}:./{path.replace(REPORT, PLAN)}"))
    return _says(DRAFT, raw)


def _report_of(year: str, rest: Sequence[str]) -> str | None:
    """The report that decides whether readers see the file at `rest` in the folder of a year; of a longer period each year has its own."""
    match rest:
        case ["berattelse.yml"] | ["utfall", _]:
            return f"{year}/{REPORT}"
        case ["berattelser", file]:
            return f"{year}/berattelser/{file}"
        case ["utfall", part, _]:
            return f"{year}/berattelser/{part}.yml"
        case _:
            return None


class _Shown:
    """What readers see of each commit."""

    def __init__(self, root: Path, contents: Innehåll, drafts: frozenset[str]) -> None:
        self._drafts = drafts
        self._files = cache(lambda version: files(root, version))
        self._draft_at = cache(lambda version, path: _is_draft(contents, version, path))

    def is_draft(self, version: str, path: str) -> bool:
        """True if the document is a draft in that version."""
        return path in self._drafts and bool(self._draft_at(version, path))

    def name(self, version: str, path: str, blob: str | None) -> str | None:
        """What the content of a file is called, as readers see it in that version."""
        _, year, *rest = path.split("/")
        if blob is None or not is_period(year) or self.is_draft(version, f"{year}/plan.yml"):
            return blob if blob and not is_period(year) else None
        report = _report_of(year, rest)
        if report is None or not self.is_draft(version, report):
            return blob
        return without_final(blob) if rest[0] == "utfall" else None

    def commit(self, commit: Commit) -> Commit:
        """The commit as readers see it, with what a decision in it lets them see."""
        rows = {row.fil: row for row in commit.filer}
        rows |= {row.fil: row for row in self._decided(commit) if row.fil not in rows}
        seen = (self._row(commit.version, row) for row in rows.values())
        return replace(commit, filer=tuple(row for row in seen if {row.före, *row.andra} != {row.efter}))

    def _row(self, version: str, row: Filrad) -> Filrad:
        before = [
            self.name(f"{version}^{number}", row.fil, blob) for number, blob in enumerate((row.före, *row.andra), 1)
        ]
        return replace(row, före=before[0], efter=self.name(version, row.fil, row.efter), andra=tuple(before[1:]))

    def _decided(self, commit: Commit) -> Iterator[Filrad]:
        """The files that belong to a document that is decided in this commit, as they stand in it and stood before."""
        parents = 1 + max((len(row.andra) for row in commit.filer), default=0)
        for document in sorted(self._drafts):
            before = (self.is_draft(f"{commit.version}^{number}", document) for number in range(1, parents + 1))
            if not self.is_draft(commit.version, document) and all(before):
                for path, blob in self._files(commit.version).items():
                    if path.startswith(f"data/{document.partition('/')[0]}/"):
                        yield Filrad(path, blob, blob, (blob,) * (parents - 1))

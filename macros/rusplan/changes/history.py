"""The whole history of data/ as steps, newest first. The newest are told field by field, older ones by the things they touch."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from hashlib import sha1
from pathlib import Path

from rusplan.changes.changed_files import thing_changes
from rusplan.changes.meaning import says_something_else
from rusplan.changes.merges import made_by_merge
from rusplan.changes.public_log import without_drafts
from rusplan.changes.read_blobs import Läsare
from rusplan.changes.remembered import Memory, Remembered, asked_for_older
from rusplan.changes.since import Nyhet, news
from rusplan.changes.steps import Historik, Steg, Ändringar
from rusplan.data.model import Post
from rusplan.git.asking import GitFel, Hinder
from rusplan.git.blobs import Innehåll
from rusplan.git.file_dates import Fildatum, file_dates
from rusplan.git.log import Commit, Logg, read_log
from rusplan.git.messages import minor_commits
from rusplan.tools.record import small

# How many steps are told field by field: what a page and a feed can hold, and what a build has time to read.
DETAILED = 100


@small
class Förflutet:
    """What git tells of data/: its steps, when each file was last changed, and what is new since each day."""

    historik: Historik
    fildatum: Fildatum
    nyheter: tuple[Nyhet, ...] = ()
    # What the next build can tell again.
    minne: Mapping[bytes, Remembered] = field(default_factory=dict)


def read_history(root: Path, log: Logg | None = None, detailed: int = DETAILED) -> Historik:
    """The history of `root`/data as it is committed. Never raises: what stands in the way is in `hinder`."""
    return read_past(root, log or read_log(root), detailed=detailed).historik


def read_past(
    root: Path,
    log: Logg,
    known: Mapping[str, Post] | None = None,
    detailed: int = DETAILED,
    before: Mapping[bytes, Remembered] | None = None,
) -> Förflutet:
    """As `read_history`, with the dates of files, and with what is new. `known` are files that have been read already, by path; they are
    used where they are what is committed. `before` is what an earlier build remembered."""
    if log.hinder:
        return _unknown(log.hinder)
    try:
        minor = minor_commits(root)
        with Innehåll(root) as contents:
            tip, log = without_drafts(log, root, contents)
            reader = Läsare(contents, tip, root, known or {}, Memory(before))
            steps = _named(_steps(log, minor, reader, detailed))
            dates = file_dates(log, partial(says_something_else, reader=reader))
            told = () if log.avkortad else news(log.commits, minor, reader)
    except GitFel as error:
        return _unknown(error.hinder)
    ordered = sorted(steps, key=lambda step: step.tid[:10], reverse=True)
    return Förflutet(Historik(tuple(ordered), ytlig=log.avkortad), dates, told, reader.memory.now)


def _unknown(trouble: Hinder) -> Förflutet:
    return Förflutet(Historik(hinder=trouble), file_dates(Logg(hinder=trouble), lambda _: True))


def _steps(log: Logg, minor: frozenset[str], reader: Läsare, detailed: int) -> Iterator[Steg]:
    told, oldest = 0, len(log.commits) - 1
    for i, commit in enumerate(log.commits):
        full = told < detailed
        counted = i == oldest and not log.avkortad
        tell = partial(commit_changes, commit, log.commits[i + 1 :], reader, counted=counted, brief=not full)
        changed = reader.remembered(("steg", commit.filer, counted, full), tell)
        if changed:
            told += 1
            minor_ = commit.version in minor
            yield Steg(
                version=commit.version,
                namn=commit.namn,
                tid=commit.tid,
                mindre=minor_,
                ändringar=changed,
                utförlig=full,
            )


def commit_changes(
    commit: Commit, older: Sequence[Commit], reader: Läsare, *, counted: bool = False, brief: bool = False
) -> Ändringar:
    """What a commit amounts to; a merge only to what none of its parents has."""
    earlier = partial(_last_readable, older, reader)
    parents = [[replace(row, före=before) for before in (row.före, *row.andra)] for row in commit.filer]
    return made_by_merge(
        thing_changes(rows, reader, counted=counted, brief=brief, earlier=earlier)
        for rows in zip(*parents, strict=True)
    )


def _named(steps: Iterable[Steg]) -> list[Steg]:
    """The steps with names of their own. One that was copied from branch to branch is the same step, and is told once."""
    found: list[Steg] = []
    known: dict[str, list[Steg]] = {}
    for step in reversed(list(steps)):
        same = known.setdefault(step.namn, [])
        if step.utförlig and any(step.ändringar == other.ändringar for other in same):
            continue
        same.append(step)
        found.append(step if len(same) == 1 else replace(step, namn=_numbered(step.namn, len(same))))
    return found[::-1]


def _numbered(name: str, number: int) -> str:
    """Another name for another step of the same author's second and message; all of it differs, as only its beginning may be used."""
    return sha1(f"{name} {number}".encode(), usedforsecurity=False).hexdigest()


def _last_readable(older: Sequence[Commit], reader: Läsare, path: str) -> Post | None:
    """The last content of a file that can be read, before one that cannot."""
    asked_for_older()
    for commit in older:
        for row in commit.filer:
            if row.fil == path and (found := reader.content(path, row.före)):
                return found
    return None

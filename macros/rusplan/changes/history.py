"""The whole history of data/ as steps, newest first. The newest are told field by field, older ones by the things they touch."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from rusplan.changes.changed_files import thing_changes
from rusplan.changes.read_blobs import Läsare
from rusplan.changes.steps import Historik, Steg
from rusplan.data.model import Post
from rusplan.git.asking import GitFel
from rusplan.git.blobs import Innehåll
from rusplan.git.log import Commit, Logg, files, read_log
from rusplan.git.messages import minor_commits

# How many steps are told field by field: what a page and a feed can hold, and what a build has time to read.
DETAILED = 100


def read_history(
    root: Path, log: Logg | None = None, known: Mapping[str, Post] | None = None, detailed: int = DETAILED
) -> Historik:
    """The history of `root`/data as it is committed, from the `log` where it is read already. Never raises: what stands in the way
    is in `hinder`.

    `known` are files that have been read already, by path; they are used where they are what is committed.
    """
    log = log or read_log(root)
    if log.hinder:
        return Historik(hinder=log.hinder)
    try:
        minor = minor_commits(root, log.commits)
        with Innehåll(root) as contents:
            reader = Läsare(contents, files(root, "HEAD"), root, known or {})
            steps = list(_steps(log.commits, log.avkortad, minor, reader, detailed))
    except GitFel as error:
        return Historik(hinder=error.hinder)
    order = sorted(range(len(steps)), key=lambda i: (_reversed_day(steps[i]), i))
    return Historik(tuple(steps[i] for i in order), ytlig=log.avkortad)


def _reversed_day(step: Steg) -> int:
    day = step.datum
    return -(day.år * 10_000 + day.månad * 100 + day.dag)


def _steps(found: Sequence[Commit], cut: bool, minor: frozenset[str], reader: Läsare, detailed: int) -> Iterator[Steg]:
    told = 0
    for i, commit in enumerate(found):
        first = i == len(found) - 1 and not cut
        full = told < detailed
        changed = thing_changes(
            commit.filer,
            reader,
            counted=first,
            brief=not full,
            earlier=partial(_last_readable, found[i + 1 :], reader),
        )
        if changed:
            told += 1
            yield Steg(
                version=commit.version, tid=commit.tid, mindre=commit.version in minor, ändringar=changed, utförlig=full
            )


def _last_readable(older: Sequence[Commit], reader: Läsare, path: str) -> Post | None:
    """The last content of a file that can be read, before one that cannot."""
    for commit in older:
        for row in commit.filer:
            if row.fil == path and (found := reader.content(path, row.före)):
                return found
    return None

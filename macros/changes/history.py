"""The whole history of data/ as steps, newest first. The newest are told field by field, older ones by the things they touch."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from macros.changes import git
from macros.changes.contents import Läsare
from macros.changes.files import thing_changes
from macros.changes.git import Commit, GitFel, Innehåll
from macros.changes.model import Hinder, Historik, Steg
from macros.model import Post

# How many steps are told field by field: what a page and a feed can hold, and what a build has time to read.
DETAILED = 100


def read_history(root: Path, known: Mapping[str, Post] | None = None, detailed: int = DETAILED) -> Historik:
    """The history of `root`/data as it is committed. Never raises: what stands in the way is in `hinder`.

    `known` are files that have been read already, by path; they are used where they are what is committed.
    """
    try:
        found, cut = git.commits(root)
        if not found and not cut:
            return Historik(hinder=Hinder.INGEN_HISTORIK)
        minor = git.minor_commits(root, found)
        with Innehåll(root) as contents:
            reader = Läsare(contents, git.files(root, "HEAD"), root, known or {})
            steps = list(_steps(found, cut, minor, reader, detailed))
    except GitFel as error:
        return Historik(hinder=error.hinder)
    order = sorted(range(len(steps)), key=lambda i: (_reversed_day(steps[i]), i))
    return Historik(tuple(steps[i] for i in order), ytlig=cut)


def _reversed_day(step: Steg) -> int:
    day = step.datum
    return -(day.år * 10_000 + day.månad * 100 + day.dag)


def _steps(found: list[Commit], cut: bool, minor: frozenset[str], reader: Läsare, detailed: int) -> Iterator[Steg]:
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
            yield Steg(commit.version, commit.tid, commit.version in minor, changed, full)


def _last_readable(older: list[Commit], reader: Läsare, path: str) -> Post | None:
    """The last content of a file that can be read, before one that cannot."""
    for commit in older:
        for row in commit.filer:
            if row.fil == path and (found := reader.content(path, row.före)):
                return found
    return None

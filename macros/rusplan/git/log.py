"""The history of data/ as git has it: one `git log` for all that a build asks of it.

Only what is committed is read, and git is asked within data/, which may be a repository of its own. A change belongs to the commit that
made it, whichever branch it came by: all parents are walked, and a merge holds only what none of its parents has. So no merge moves
anything that has been shown.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha1
from pathlib import Path

from rusplan.git.asking import GitFel, Hinder, run
from rusplan.git.data_formats import Namnge, names_of_contents
from rusplan.tools.record import record, small

FILES = {"100644", "100755"}
RAW = ("--raw", "-z", "--no-renames", "--no-abbrev", "--no-color")
HEADS = ("--format=%H|%ad|%cd|%f", "--date=raw", "--encoding=UTF-8")
# All parents, each commit after its children and otherwise in the order of their authors' clocks, whatever the order of the parents.
ALL_PARENTS = ("--full-history", "--parents", "--author-date-order", "--diff-merges=combined")
# As it was told before: a merged branch is one step.
MAIN_LINE = ("--first-parent", "--diff-merges=first-parent")
MOMENT = re.compile(r"(\d{1,11}) ([+-])(\d\d)(\d\d)")


@small
class Filrad:
    """One file that differs: its path from the project's root, and what its content is called (`data_formats.py`) before and after. In a merge `före` is the
    content in its first parent and `andra` in the others."""

    fil: str
    före: str | None
    efter: str | None
    andra: tuple[str | None, ...] = ()


@record
class Commit:
    """A commit that changes data/. `tid` is when its author made the change, as ISO 8601 with offset: it stays when the commit is moved.

    `namn` is what all that is published of it is called by, and stays for the same reason."""

    version: str
    namn: str
    tid: str
    skriven: str
    filer: tuple[Filrad, ...]

    @property
    def dag(self) -> str:
        """The day (ISO) that the commit itself states."""
        return self.tid[:10]


@small
class Logg:
    """The commits that change data/, newest first. `avkortad` says that older ones are not at hand, as in a shallow clone; `hinder` why
    there are none."""

    commits: tuple[Commit, ...] = ()
    avkortad: bool = False
    hinder: Hinder | None = None


def read_log(root: Path, by_version_to: str | None = None) -> Logg:
    """The log of `root`/data. Never raises: what stands in the way is in `hinder`. The last argument is as in `commits`."""
    try:
        found, cut = commits(root, by_version_to=by_version_to)
    except GitFel as error:
        return Logg(hinder=error.hinder)
    if not found and not cut:
        return Logg(hinder=Hinder.INGEN_HISTORIK)
    return Logg(commits=tuple(found), avkortad=cut)


def commits(
    root: Path, tip: str = "HEAD", but: str | None = None, by_version_to: str | None = None
) -> tuple[list[Commit], bool]:
    """The commits that change data/ and that `tip` has and `but` has not, newest first; and whether older ones are cut off (a shallow clone).

    What `by_version_to` has was published while a step was a commit of the main line, called by its version and dated by its committer:
    so it is told as long as that commit is a part of history. The oldest commit of a shallow clone looks as if it had brought
    everything, so it is left out.
    """
    old = by_version_to if by_version_to and is_part(root, by_version_to, tip) else None
    without = tuple(f"^{version}" for version in (but, old) if version)
    found = [_by_author(*head, rows) for head, rows in _log(root, *ALL_PARENTS, tip, *without)]
    if old:
        earlier = _log(root, *MAIN_LINE, old, *(f"^{version}" for version in (but,) if version))
        found += [_by_version(*head, rows) for head, rows in earlier]
    cut = shallow(root)
    kept = [commit for commit in found if commit.version not in cut and commit.filer]
    with names_of_contents(root) as name:
        return [_in_formats(commit, name) for commit in kept], bool(cut)


def _in_formats(commit: Commit, name: Namnge) -> Commit:
    """The commit with its files called by their formats, too."""
    version = commit.version
    rows = (
        Filrad(
            row.fil,
            name(f"{version}^1", row.före),
            name(version, row.efter),
            tuple(name(f"{version}^{number}", blob) for number, blob in enumerate(row.andra, 2)),
        )
        for row in commit.filer
    )
    return replace(commit, filer=tuple(rows))


Huvud = tuple[str, str, str, str]


def _log(root: Path, *arguments: str) -> Iterator[tuple[Huvud, list[Filrad]]]:
    """Each commit with its files: its version, the author's and the committer's time, and the first line of its message as a name."""
    prefix = run(root / "data", "rev-parse", "--show-prefix").strip("\n")
    tokens = iter(run(root / "data", "log", *RAW, *HEADS, *arguments, "--", ".").split("\0"))
    head, rows = "", list[Filrad]()
    for token in tokens:
        row = token.lstrip("\n")
        if row.startswith(":"):
            rows.append(_row(row, next(tokens), prefix))
        elif row:
            if head:
                yield _parts(head), rows
            head, rows = row, []
    if head:
        yield _parts(head), rows


def _parts(head: str) -> Huvud:
    version, written, made, subject = head.split("|", 3)
    return version, written, made, subject


def _by_author(version: str, written: str, _made: str, subject: str, rows: list[Filrad]) -> Commit:
    name = sha1(f"{written.partition(' ')[0]} {subject}".encode(), usedforsecurity=False).hexdigest()
    time = moment(written)
    return Commit(version=version, namn=name, tid=time, skriven=time, filer=tuple(rows))


def _by_version(version: str, written: str, made: str, _subject: str, rows: list[Filrad]) -> Commit:
    return Commit(version=version, namn=version, tid=moment(made), skriven=moment(written), filer=tuple(rows))


def moment(raw: str) -> str:
    """A time as git keeps it (``1767265200 +0100``) as ISO 8601; what is no time is the beginning of git's time."""
    found = MOMENT.fullmatch(raw)
    seconds, sign, hours, minutes = found.groups() if found else ("0", "+", "00", "00")
    offset = timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if sign == "-" else 1)
    try:
        return datetime.fromtimestamp(int(seconds), timezone(offset)).isoformat()
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC).isoformat()


def _row(row: str, path: str, prefix: str) -> Filrad:
    """``:100644 100644 old new M``; in a merge as many modes and hashes before the last as it has parents, and as many colons."""
    parents = len(row) - len(row.lstrip(":"))
    words = row[parents:].split(" ")
    modes, hashes = words[: parents + 1], words[parents + 1 : 2 * parents + 2]
    *before, after = (hash_ if mode in FILES else None for mode, hash_ in zip(modes, hashes, strict=True))
    return Filrad(f"data/{path.removeprefix(prefix)}", before[0], after, tuple(before[1:]))


def differences(root: Path, first: str, second: str) -> tuple[Filrad, ...]:
    """The files in data/ that differ between two commits."""
    prefix = run(root / "data", "rev-parse", "--show-prefix").strip("\n")
    out = run(root / "data", "diff", *RAW, "--no-ext-diff", first, second, "--", ".").split("\0")
    rows = [_row(row, path, prefix) for row, path in zip(out[::2], out[1::2], strict=False) if row]
    with names_of_contents(root) as name:
        return tuple(Filrad(row.fil, name(first, row.före), name(second, row.efter)) for row in rows)


def files(root: Path, commit: str) -> dict[str, str]:
    """The files of data/ in a commit: path from the project's root -> what the content is called."""
    rows = run(root / "data", "ls-tree", "-r", "-z", commit).split("\0")
    with names_of_contents(root) as name:
        found = (row for row in rows if row and row.split()[0] in FILES)
        return {f"data/{row.partition(chr(9))[2]}": name(commit, row.split()[2]) or "" for row in found}


def gone(root: Path) -> Iterator[tuple[str, str]]:
    """The files of data/ that the main line has had and lost again, each with the commit that took it away: what came and went on a branch
    was never shown."""
    there = files(root, "HEAD")
    for (version, *_), rows in _log(root, *MAIN_LINE, "--diff-filter=D", "HEAD"):
        yield from ((row.fil, version) for row in rows if row.efter is None and row.fil not in there)


def shallow(root: Path) -> frozenset[str]:
    """The commits where a shallow clone has been cut off."""
    path = root / "data" / run(root / "data", "rev-parse", "--git-path", "shallow").strip("\n")
    return frozenset(path.read_text(encoding="ascii").split()) if path.is_file() else frozenset()


def is_part(root: Path, version: str, tip: str) -> bool:
    """True if `tip` has the commit `version` in its history."""
    try:
        return bool(commit_of(root, version)) and not run(root / "data", "rev-list", "-1", version, "--not", tip)
    except GitFel:
        return False


def commit_of(root: Path, name: str) -> str | None:
    """The commit that `name` (hash, branch, tag) stands for in the repository that data/ lies in, or None."""
    if name.startswith("-"):
        return None
    try:
        return run(root / "data", "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").strip() or None
    except GitFel as error:
        if error.hinder is Hinder.GIT_FEL:
            return None
        raise


def head(root: Path) -> str | None:
    """The newest commit, or None without one."""
    try:
        return commit_of(root, "HEAD")
    except GitFel:
        return None


def told(root: Path) -> str | None:
    """The newest commit of the project in words: its short hash, its day and the first line of its message; None without one."""
    try:
        return run(root, "log", "-1", "--format=%h %cs %s", "--encoding=UTF-8").strip() or None
    except GitFel:
        return None

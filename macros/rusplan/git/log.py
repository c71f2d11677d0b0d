"""The history of data/ as git has it: one `git log` for all that a build asks of it.

Only what is committed is read. The main line (first parents) is what counts: a merged branch is one step, at the time of
its merge, so that the steps add up to what the site has shown.
"""

from collections.abc import Iterator
from pathlib import Path

from rusplan.git.asking import GitFel, Hinder, run
from rusplan.tools.record import record, small

FILES = {"100644", "100755"}


RAW = ("--raw", "-z", "--no-renames", "--no-abbrev", "--relative", "--no-color")


@small
class Filrad:
    """One file that differs: its path from the project's root, and the hash of its content before and after."""

    fil: str
    före: str | None
    efter: str | None


@record
class Commit:
    """One step of the main line that touches data/: `tid` is when it was made, `skriven` when its author wrote it, as ISO 8601 with offset."""

    version: str
    föräldrar: tuple[str, ...]
    tid: str
    skriven: str
    filer: tuple[Filrad, ...]

    @property
    def dag(self) -> str:
        """The day (ISO) that the commit itself states."""
        return self.tid[:10]


@small
class Logg:
    """The commits of the main line that touch data/, newest first. `avkortad` says that older ones are not at hand, as in a shallow
    clone; `hinder` why there are none."""

    commits: tuple[Commit, ...] = ()
    avkortad: bool = False
    hinder: Hinder | None = None


def read_log(root: Path) -> Logg:
    """The log of `root`/data. Never raises: what stands in the way is in `hinder`."""
    try:
        found, cut = commits(root)
    except GitFel as error:
        return Logg(hinder=error.hinder)
    if not found and not cut:
        return Logg(hinder=Hinder.INGEN_HISTORIK)
    return Logg(commits=tuple(found), avkortad=cut)


def commits(root: Path, tip: str = "HEAD") -> tuple[list[Commit], bool]:
    """The commits of the main line that touch data/, newest first; and whether older ones are cut off (a shallow clone).

    The oldest commit of a shallow clone looks as if it had brought everything, so it is left out.
    """
    form = "--format=%H %P|%cI|%aI"
    log = run(root, "log", "--first-parent", "--diff-merges=first-parent", *RAW, form, tip, "--", "data")
    cut = shallow(root)
    found = [commit for commit in _commits(log) if commit.version not in cut]
    return found, bool(cut)


def _commits(log: str) -> Iterator[Commit]:
    tokens = iter(log.split("\0"))
    head, rows = "", list[Filrad]()
    for token in tokens:
        row = token.lstrip("\n")
        if row.startswith(":"):
            rows.append(_row(row, next(tokens)))
        elif row:
            if head:
                yield _commit(head, rows)
            head, rows = row, []
    if head:
        yield _commit(head, rows)


def _commit(head: str, rows: list[Filrad]) -> Commit:
    hashes, made, written = head.split("|")
    version, *parents = hashes.split()
    return Commit(version=version, föräldrar=tuple(parents), tid=made, skriven=written, filer=tuple(rows))


def _row(row: str, path: str) -> Filrad:
    old_mode, new_mode, old, new = row[1:].split(" ")[:4]
    return Filrad(path, old if old_mode in FILES else None, new if new_mode in FILES else None)


def differences(root: Path, first: str | None, second: str) -> tuple[Filrad, ...]:
    """The files in data/ that differ between two commits; `first` is None for the empty beginning."""
    start = first or run(root, "hash-object", "-t", "tree", "--stdin").strip()
    out = run(root, "diff", *RAW, "--no-ext-diff", start, second, "--", "data").split("\0")
    return tuple(_row(row, path) for row, path in zip(out[::2], out[1::2], strict=False) if row)


def files(root: Path, commit: str) -> dict[str, str]:
    """The files of data/ in a commit: path from the project's root -> hash."""
    rows = run(root, "ls-tree", "-r", "-z", commit, "data/").split("\0")
    return {row.partition("\t")[2]: row.split()[2] for row in rows if row and row.split()[0] in FILES}


def shallow(root: Path) -> frozenset[str]:
    """The commits where a shallow clone has been cut off."""
    path = root / run(root, "rev-parse", "--git-path", "shallow").strip()
    return frozenset(path.read_text(encoding="ascii").split()) if path.is_file() else frozenset()


def commit_of(root: Path, name: str) -> str | None:
    """The commit that `name` (hash, branch, tag) stands for, or None."""
    if name.startswith("-"):
        return None
    try:
        return run(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").strip() or None
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
    """The newest commit in words: its short hash, its day and the first line of its message; None without one."""
    try:
        return run(root, "log", "-1", "--format=%h %cs %s").strip() or None
    except GitFel:
        return None

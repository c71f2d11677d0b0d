"""Reads the history of data/ from git: one `git log` for all commits, one `git cat-file --batch` for all contents.

Only what is committed is read. The main line (first parents) is what counts: a merged branch is one step, at the time of
its merge, so that the steps add up to what the site has shown.
"""

import hashlib
import re
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from macros.changes.model import Hinder
from macros.record import record

FILES = {"100644", "100755"}
RAW = ("--raw", "-z", "--no-renames", "--no-abbrev", "--relative", "--no-color")
MINOR = re.compile(r"mindre[- ][äa]ndring\s*:\s*ja", re.IGNORECASE)
TRAILER = re.compile(r"[\w-]+( [\w-]+)?\s*:\s.*|-{3,}")


class GitFel(Exception):
    """Git cannot tell; `hinder` is the reason, `text` what git said."""

    def __init__(self, hinder: Hinder, text: str = "") -> None:
        self.hinder, self.text = hinder, text
        super().__init__(text or hinder.value)


@record
class Filrad:
    """One file that differs: its path from the project's root, and the hash of its content before and after."""

    fil: str
    före: str | None
    efter: str | None


@record
class Commit:
    """One step of the main line that touches data/."""

    version: str
    föräldrar: tuple[str, ...]
    tid: str
    filer: tuple[Filrad, ...]


def run(root: Path, *arguments: str) -> str:
    """What git prints. Raises `GitFel`."""
    command = ["git", "-c", "log.showSignature=false", "-c", "log.follow=false", "--no-pager", *arguments]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    except OSError:
        raise GitFel(Hinder.GIT_SAKNAS) from None
    said = done.stderr.decode(errors="replace").strip()
    if done.returncode:
        if "dubious ownership" in said:
            raise GitFel(Hinder.FRÄMMANDE_ÄGARE, said)
        if "not a git repository" in said or "does not have any commits" in said or "bad revision 'HEAD'" in said:
            raise GitFel(Hinder.INGEN_HISTORIK, said)
        raise GitFel(Hinder.GIT_FEL, said)
    return done.stdout.decode(errors="surrogateescape")


def commits(root: Path, tip: str = "HEAD") -> tuple[list[Commit], bool]:
    """The commits of the main line that touch data/, newest first; and whether older ones are cut off (a shallow clone).

    The oldest commit of a shallow clone looks as if it had brought everything, so it is left out.
    """
    log = run(
        root, "log", "--first-parent", "--diff-merges=first-parent", *RAW, "--format=%H %P|%cI", tip, "--", "data"
    )
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
    hashes, _, time = head.partition("|")
    version, *parents = hashes.split()
    return Commit(version, tuple(parents), time, tuple(rows))


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


def minor_commits(root: Path, found: list[Commit]) -> frozenset[str]:
    """The commits that are marked as minor; a merge is minor if it says so, or if all that it brings to data/ is."""
    if not found:
        return frozenset()
    tip = found[0].version
    marked = {v for v, text in _messages(root, "--first-parent", tip) if is_minor(text)}
    if any(len(commit.föräldrar) > 1 for commit in found):
        told = dict(_messages(root, "--no-merges", tip))
        for merge, brought in _brought(root, tip).items():
            own = [told[version] for version in brought if version in told]
            if own and all(map(is_minor, own)):
                marked.add(merge)
    return frozenset(commit.version for commit in found if commit.version in marked)


def _messages(root: Path, *arguments: str) -> Iterator[tuple[str, str]]:
    log = run(root, "log", "-z", "--no-color", "--encoding=UTF-8", "--format=%H%n%B", *arguments, "--", "data")
    for entry in log.split("\0"):
        version, _, text = entry.partition("\n")
        yield version, text


def _brought(root: Path, tip: str) -> dict[str, list[str]]:
    """Each merge of the main line with the commits that it brought there."""
    rows = [line.split() for line in run(root, "rev-list", "--parents", tip).splitlines()]
    parents = {row[0]: row[1:] for row in rows}
    line, seen = [tip], {tip}
    while above := parents.get(line[-1], [])[:1]:
        line += above
        seen.add(above[0])
    found = {}
    for merge in reversed(line):
        waiting, brought = list(parents.get(merge, [])[1:]), list[str]()
        while waiting:
            version = waiting.pop()
            if version not in seen:
                seen.add(version)
                brought.append(version)
                waiting += parents.get(version, [])
        if brought:
            found[merge] = brought
    return found


def is_minor(message: str) -> bool:
    """True if the trailers at the end of a commit message say `Mindre-ändring: ja`."""
    lines = [line.strip() for line in unicodedata.normalize("NFC", message).strip().splitlines()[1:]]
    for line in reversed(lines):
        if MINOR.fullmatch(line):
            return True
        if line and not TRAILER.fullmatch(line):
            return False
    return False


def blob_of(path: Path, length: int) -> str | None:
    """The hash that git would give the file, in the repository's kind of hash; None if it cannot be read."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    kind = hashlib.sha256 if length == 64 else hashlib.sha1
    return kind(b"blob %d\0" % len(content) + content).hexdigest()


class Innehåll:
    """The contents of files by hash, from one process of git that is asked again and again. Use it in a `with`."""

    def __init__(self, root: Path) -> None:
        command = ["git", "cat-file", "--batch"]
        try:
            self._process = subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        except OSError:
            raise GitFel(Hinder.GIT_SAKNAS) from None

    def __enter__(self) -> "Innehåll":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def read(self, blob: str) -> bytes | None:
        """The content, or None if git does not have it at hand."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{blob}\n".encode())
        self._process.stdin.flush()
        head = self._process.stdout.readline().split()
        if len(head) < 3 or head[1] != b"blob":
            return None
        content = self._process.stdout.read(int(head[2]))
        self._process.stdout.read(1)
        return content

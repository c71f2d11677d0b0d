"""Branches that are written in beside the main line: begun, committed to, joined and sent. Each has a checkout of its own."""

from collections.abc import Iterable
from pathlib import Path

from rusplan.git.asking import GitFel, run, run_and_hear
from rusplan.git.blobs import Innehåll
from rusplan.tools.record import record

# Whatever whoever keeps the server has set for their own commits.
PLAIN = ("-c", "commit.gpgsign=false", "-c", "i18n.commitEncoding=UTF-8")
# Seconds: to fetch, and to send what the other end publishes before it answers.
FETCHED, SENT = 60, 1200


@record
class Upphov:
    """In whose name a commit is made."""

    namn: str
    epost: str


def state_folder(root: Path) -> Path:
    """A folder in the repository of `root` where what is not to be committed may lie."""
    return Path(run(root, "rev-parse", "--path-format=absolute", "--git-common-dir").strip("\n"))


def branches(root: Path, *patterns: str, remote: str = "") -> list[str]:
    """The branches with such names, here or at a remote, sorted."""
    place = f"refs/remotes/{remote}/" if remote else "refs/heads/"
    told = run(root, "for-each-ref", "--format=%(refname)", *(place + pattern for pattern in patterns))
    return sorted(name.removeprefix(place) for name in told.splitlines())


def current_branch(root: Path) -> str:
    """The branch of the checkout; "" where it stands on none."""
    try:
        return run(root, "symbolic-ref", "--quiet", "--short", "HEAD").strip()
    except GitFel:
        return ""


def has_remote(root: Path, remote: str) -> bool:
    """True if the repository knows another by that name."""
    return remote in run(root, "remote").split()


def fetch(root: Path, remote: str) -> None:
    """Learn what the branches of the remote are now."""
    run_and_hear(root, "fetch", "--quiet", "--prune", "--no-tags", remote, seconds=FETCHED)


# How git tells that somebody was quicker.
BEHIND = ("non-fast-forward", "fetch first", "stale info", "cannot lock ref")


def is_behind(error: GitFel) -> bool:
    """True if what was to be sent lacks what somebody else has sent."""
    return any(sign in error.text for sign in BEHIND)


def send(root: Path, remote: str, *moves: str, instead: bool = False) -> list[str]:
    """Move branches at the remote (``here:refs/heads/there``), all or none, and tell what it said of that. `instead` puts the branch in place of
    what was last known to be there. Raises `GitFel`."""
    how = ("--force-with-lease",) if instead else ()
    told = run_and_hear(root, "push", "--quiet", "--atomic", *how, remote, *moves, seconds=SENT)
    lines = (line.removeprefix("remote:").strip() for line in told.splitlines() if line.startswith("remote:"))
    return [line for line in lines if line]


def open_checkout(root: Path, folder: Path, branch: str, start: str) -> None:
    """A checkout of the branch in the folder; the branch begins at `start`, if it is new."""
    run(root, "worktree", "prune")
    is_known = branch in branches(root, branch)
    how = (str(folder), branch) if is_known else ("--no-track", "-b", branch, str(folder), start)
    run(root, "worktree", "add", "--quiet", *how)


def close_checkout(root: Path, folder: Path, branch: str) -> None:
    """Take the checkout away, and its branch."""
    run(root, "worktree", "remove", "--force", str(folder))
    run(root, "branch", "--quiet", "-D", branch)


def forget_locks(root: Path) -> None:
    """Take away the locks that processes of git have left that were killed; for whoever knows that none is running."""
    folder = state_folder(root)
    for found in (*folder.glob("*.lock"), *folder.glob("worktrees/*/*.lock"), *folder.glob("refs/**/*.lock")):
        found.unlink(missing_ok=True)


def as_committed(folder: Path, to: str = "HEAD") -> None:
    """All that is in the checkout is as in the commit, and what is not in it goes."""
    run(folder, "reset", "--quiet", "--hard", to)
    run(folder, "clean", "--quiet", "--force", "-d", "--", "data")


def staged(folder: Path, paths: Iterable[str]) -> str:
    """The tree of the last commit with these files as they are now, those that are gone too."""
    _take_up(folder, list(paths))
    return run(folder, "write-tree").strip()


def _take_up(folder: Path, names: list[str]) -> None:
    """Have git know the files and folders as they are now. One that is gone may have been taken up before, which `add` refuses."""
    there = [name for name in names if (folder / name).exists()]
    gone = [name for name in names if name not in there]
    if there:
        run(folder, "add", "--all", "--force", "--", *there)
    if gone:
        run(folder, "rm", "--quiet", "-r", "--cached", "--ignore-unmatch", "--", *gone)


def commit(folder: Path, paths: Iterable[str], message: str, by: Upphov) -> str:
    """A commit of these files as they are now, and of nothing else that may have changed; its version."""
    names = list(paths)
    _take_up(folder, names)
    who = ("-c", f"user.name={by.namn}", "-c", f"user.email={by.epost}")
    run(folder, *PLAIN, *who, "commit", "--quiet", "--no-verify", "--only", "--message", message, "--", *names)
    return run(folder, "rev-parse", "HEAD").strip()


def commit_of_tree(folder: Path, tree: str, parents: Iterable[str], message: str, by: Upphov) -> str:
    """A commit of a whole tree; no branch is moved. Its version."""
    who = ("-c", f"user.name={by.namn}", "-c", f"user.email={by.epost}")
    before = (word for parent in parents for word in ("-p", parent))
    return run(folder, *PLAIN, *who, "commit-tree", tree, *before, "-m", message).strip()


def moved_onto(folder: Path, version: str, after: str, by: Upphov) -> None:
    """The branch of the checkout is `version` with what has been committed since `after`, each in the name it had. Raises `GitFel`, and has then
    changed nothing."""
    who = ("-c", f"user.name={by.namn}", "-c", f"user.email={by.epost}")
    try:
        run(folder, *PLAIN, *who, "rebase", "--quiet", "--no-verify", "--onto", version, after)
    except GitFel:
        run(folder, "rebase", "--abort")
        raise


def tree_of(folder: Path, version: str) -> str:
    """The tree of a commit."""
    return run(folder, "rev-parse", f"{version}^{{tree}}").strip()


def common_ancestor(root: Path, first: str, second: str) -> str:
    """The newest commit that both have."""
    return run(root, "merge-base", first, second).strip()


def kept_blob(folder: Path, path: str) -> str:
    """The hash of a file as it is now; git keeps its content from here on."""
    return run(folder, "hash-object", "-w", "--no-filters", "--", path).strip()


def note(root: Path, branch: str, name: str, value: str) -> None:
    """Keep a word about a branch; "" forgets it."""
    if value:
        run(root, "config", "--replace-all", f"branch.{branch}.{name}", value)
    elif noted(root, branch, name):
        run(root, "config", "--unset-all", f"branch.{branch}.{name}")


def noted(root: Path, branch: str, name: str) -> str:
    """What has been kept about a branch, or ""."""
    return _setting(root, f"branch.{branch}.{name}")


def content_of(root: Path, blob: str) -> bytes | None:
    """The content that git knows by this hash; None if it knows none."""
    with Innehåll(root) as contents:
        return contents.read(blob)


def own_name(root: Path) -> Upphov:
    """In whose name git would commit here."""
    name, mail = (_setting(root, f"user.{part}") for part in ("name", "email"))
    return Upphov(namn=name or "Redaktör", epost=mail or "redaktor@localhost")


def _setting(root: Path, name: str) -> str:
    try:
        return run(root, "config", "--get", name).strip("\n")
    except GitFel:
        return ""


@record
class Sparad:
    """A commit as a line: in whose name, when (ISO 8601), and what its message says first."""

    namn: str
    tid: str
    ämne: str


def saved_since(root: Path, main: str, most: int = 50) -> list[Sparad]:
    """What has been committed here that `main` does not have, newest first."""
    form = ("-z", f"--max-count={most}", "--no-merges", "--encoding=UTF-8", "--format=%an%n%aI%n%s")
    entries = run(root, "log", *form, f"{main}..HEAD", "--").split("\0")
    rows = (entry.split("\n", 2) for entry in entries if entry)
    return [Sparad(namn=name, tid=time, ämne=subject.strip()) for name, time, subject in rows]


def before_last(folder: Path) -> dict[str, bytes | None]:
    """What each file held that the last commit has changed, before it; None for one that was not there. Nothing for a commit that joins two."""
    if len(run(folder, "log", "-1", "--format=%P").split()) != 1:
        return {}
    told = run(folder, "diff-tree", "-r", "-z", "--no-renames", "HEAD^", "HEAD").split("\0")[:-1]
    blobs = {path: row.split()[2] for row, path in zip(told[::2], told[1::2], strict=True)}
    return {path: content_of(folder, blob) if blob.strip("0") else None for path, blob in blobs.items()}


def take_tree(folder: Path, version: str) -> None:
    """All files of the checkout are as in another commit; its branch stays where it is."""
    run(folder, "read-tree", "--reset", "-u", version)

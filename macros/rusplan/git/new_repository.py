"""A new git repository, for a site that begins."""

from pathlib import Path

from rusplan.git.asking import run


def begin_repository(folder: Path) -> None:
    """Make a repository with the branch main in the folder, if it is none. Nothing is committed: what is, is part of the site's history.
    Raises `GitFel`."""
    if not (folder / ".git").exists():
        run(folder, "init", "--quiet", "--initial-branch=main")

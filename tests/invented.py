"""Älvbygden, an invented body with two years, that tests of the engine read: the one place that says what they are run on."""

import os
import shutil
import subprocess
from pathlib import Path

from rusplan.checks import read_collection
from rusplan.data.collection import Samling

from tests.built import ROOT, SITE_URL, Site, build_site

INVENTED = Path(__file__).parent / "alvbygden"
WHO = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "kansliet", "GIT_COMMITTER_NAME": "kansliet"} | {
    "GIT_AUTHOR_EMAIL": "kansli@alvbygden.example",
    "GIT_COMMITTER_EMAIL": "kansli@alvbygden.example",
}
# What was written when: each row a day, what was done, and what it was done in.
HISTORY = (
    ("2024-01-15", "Planen för 2024", ("organisation.yml", "samverkan.yml", "ordlista.yml", "2024")),
    ("2025-01-10", "Planen för 2025", ("2025/plan.yml", "2025/aktiviteter", "2025/mal.yml")),
    ("2025-06-07", "Stigen vid hyttan är öppen", ("2025/utfall/kulturstigar.yml",)),
    ("2026-02-19", "Berättelsen för 2025", ("2025", "samverkan.yml")),
)  # fmt: skip


def lay_out(root: Path) -> Path:
    """Its project in `root`, to break: everything is a copy."""
    for name in ("data", "docs"):
        shutil.copytree(INVENTED / name, root / name)
    configure(root)
    return root


def configure(root: Path) -> None:
    """Let the project in `root` be built as the invented body's is."""
    config = (INVENTED / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(config.replace("../..", str(ROOT)), encoding="utf-8")


def commit_as_it_came(root: Path) -> None:
    """Keep what stands in `root`/data in git, as if it had been written a part at a time."""

    def git(*arguments: str, day: str = "2024-01-15") -> None:
        when = {"GIT_AUTHOR_DATE": f"{day}T09:00:00+01:00", "GIT_COMMITTER_DATE": f"{day}T09:00:00+01:00"}
        subprocess.run(["git", *arguments], cwd=root, env=os.environ | WHO | when, check=True)

    git("init", "--quiet", "--initial-branch=main")
    for day, message, parts in HISTORY:
        git("add", *(f"data/{part}" for part in parts))
        git("commit", "--quiet", "--message", message, day=day)


def invented_site(folder: Path) -> None:
    """Its project with a history, in `folder`, and its site in `folder`/site."""
    commit_as_it_came(lay_out(folder))
    build_site(folder / "site", root=folder)


def site_in(folder: Path) -> Site:
    """What `invented_site` made."""
    return Site(folder / "site", SITE_URL)


def read_invented() -> Samling:
    """All that stands in its data."""
    return read_collection(INVENTED)

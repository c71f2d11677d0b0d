"""What files in data/ held before: in the last commit, or in the one before it where nothing has been changed since.

It is asked only where something is wrong, to tell what has been lost or changed; where git cannot tell nothing was before.
"""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from rusplan.git.asking import GitFel, run
from rusplan.git.blobs import Innehåll
from rusplan.git.log import RAW

MOST = 300  # files: a step that changes more has another cause than a slip


class VersionBefore:
    """The version before the one in the folder `root`. Git is asked when the first file is."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def read(self, name: str) -> bytes | None:
        """What the file held, if it was there and is now another or gone; `name` is its path from the project's root."""
        return self.files.get(name)

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """The earlier content of each file that has changed or gone since."""
        try:
            blobs = self._changed("HEAD") or self._changed("HEAD^1", "HEAD")
            return self._contents(blobs) if len(blobs) <= MOST else {}
        except GitFel:
            return {}  # no git, no commit, or only one

    def _changed(self, *versions: str) -> dict[str, str]:
        """The hash of what each file held that has changed since the first version."""
        options = ("--no-ext-diff", "--diff-filter=MD")
        told = run(self._root, "diff", *RAW, *options, *versions, "--", "data").split("\0")
        return {path: row.split(" ")[2] for row, path in zip(told[::2], told[1::2], strict=False)}

    def _contents(self, blobs: Mapping[str, str]) -> dict[str, bytes]:
        with Innehåll(self._root) as contents:
            found = {path: contents.read(blob) for path, blob in blobs.items()}
        return {path: content for path, content in found.items() if content is not None}

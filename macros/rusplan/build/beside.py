"""A site that is built beside the one that stands and takes its place when it is whole: whatever stops a build, the old one is as it was."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from rusplan.publish.file_list import write_list
from rusplan.tools.engine import mark
from rusplan.tools.plain_files import remove


class Beside:
    """The folder that a build writes to while `site` stands: `.site.ny` beside it. Names with a dot first in `site` are somebody else's, but for
    `.well-known`."""

    def __init__(self, site: Path) -> None:
        self.standing = site.resolve()
        self.folder, self._old = (self.standing.with_name(f".{self.standing.name}.{word}") for word in ("ny", "gammal"))
        _move(self._old, self.standing)  # of a build that was killed while it took its place
        self.leave()

    def take_place(self, known: Mapping[str, bytes] = MappingProxyType({})) -> None:
        """Show what has been built, with the list of its files, of which the checksums of some are `known`. If that cannot be done, the old
        site is put back."""
        write_list(self.folder, mark(), known)
        _move(self.standing, self._old)
        try:
            _move(self.folder, self.standing)
        except BaseException:
            for path in _own(self.standing):
                remove(path)
            _move(self._old, self.standing)
            raise
        self.leave()

    def leave(self) -> None:
        """Remove what lies beside the site."""
        for folder in (self.folder, self._old):
            remove(folder, missing_ok=True)


def _own(folder: Path) -> list[Path]:
    found = folder.iterdir() if folder.is_dir() else ()
    return [path for path in found if not path.name.startswith(".") or path.name == ".well-known"]


def _move(source: Path, target: Path) -> None:
    """Move what lies in a folder to another, by a rename each where they lie on one disk; what is there already gives way."""
    for path in _own(source):
        target.mkdir(parents=True, exist_ok=True)
        remove(target / path.name, missing_ok=True)
        shutil.move(path, target / path.name)

"""Data files as they were when last read: one that has not been written since is the same object, and is not read again."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from rusplan.data.model import Post
from rusplan.data.reading import Found, Read, data_files, read_files


class KeptFiles:
    """The files of one data/ folder."""

    def __init__(self) -> None:
        self._stamps: dict[str, object] = {}
        self._read: dict[str, Read] = {}

    def read(self, found: Sequence[Found]) -> Mapping[str, Read]:
        """As `reading.read_files`; a file that has not changed on disk is not read again."""
        stamps = {each[1]: _stamp(each) for each in found}
        changed = [each for each in found if self._stamps.get(each[1]) != stamps[each[1]]]
        fresh = {name: self._kept(name, read) for name, read in read_files(changed).items()}
        self._stamps, self._read = stamps, {name: fresh[name] if name in fresh else self._read[name] for name in stamps}
        return self._read

    def _kept(self, name: str, read: Read) -> Read:
        return read


def _stamp(found: Found) -> object:
    """What changes when a file is written; something new each time for a file that cannot be asked."""
    path, _, _, dataformat = found
    try:
        status = os.lstat(path)
    except OSError:
        return object()
    return dataformat, status.st_mtime_ns, status.st_size, status.st_ino, status.st_mode


def looked_through(root: Path) -> int:
    """Another number once any file below `root`/data has been written, has come or gone: looking takes a tenth of the time that rules do."""
    return hash(tuple((name, _stamp((path, name, Post, 0))) for name, path in data_files(root, lambda _: None)))

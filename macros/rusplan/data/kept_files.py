"""Data files as they were when they were last read: one that holds what it held is not read again. Each notes when it is asked."""

import hashlib
import os
import pickle
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from rusplan.data.mentioned import Nämnt
from rusplan.data.model import Post
from rusplan.data.reader import Fil
from rusplan.data.reading import Found, Read, data_files, read_files
from rusplan.tools.questions import asked


class Packed(NamedTuple):
    """A file that has been read: the checksum of its bytes, the format that it was read as, and what it holds, packed."""

    checksum: bytes
    dataformat: int
    content: bytes


class Tracked(Fil[Post]):
    """A file that notes when it is asked for what it holds."""

    @property
    def innehåll(self) -> Post:
        """As in `Fil`."""
        asked("fil", self.namn)
        found: Post = vars(self)["innehåll"]
        return found

    @property
    def nämnt(self) -> Nämnt:
        """As in `Fil`."""
        asked("fil", self.namn)
        found: Nämnt = vars(self)["nämnt"]
        return found


class KeptFiles:
    """The files of one data/ folder. `packed` are those of an earlier program; what has been read since is added there."""

    def __init__(self, packed: Mapping[str, Packed] | None = None) -> None:
        self.packed: dict[str, Packed] = dict(packed or {})
        self._stamps: dict[str, object] = {}
        self._read: dict[str, Read] = {}

    def read(self, found: Sequence[Found]) -> Mapping[str, Read]:
        """As `reading.read_files`; a file that has not changed is not read again."""
        stamps = {each[1]: _stamp(each) for each in found}
        changed = [each for each in found if self._stamps.get(each[1]) != stamps[each[1]]]
        sums = {each[1]: _checksum(each[0]) for each in changed}
        known = {each[1] for each in changed if sums[each[1]] and self._holds(each, sums[each[1]])}
        fresh: dict[str, Read] = {each[1]: self._unpacked(each) for each in changed if each[1] in known}
        for name, read in read_files([each for each in changed if each[1] not in known]).items():
            fresh[name] = self._kept(read, sums[name], stamps[name]) if isinstance(read, Fil) else read
        self._stamps, self._read = stamps, {name: fresh[name] if name in fresh else self._read[name] for name in stamps}
        self.packed = {name: self.packed[name] for name in stamps if name in self.packed}
        return self._read

    def checksum(self, name: str) -> bytes:
        """The checksum of a file that has been read; nothing for one that is not there."""
        return self.packed[name].checksum if name in self.packed else b""

    def _holds(self, found: Found, checksum: bytes) -> bool:
        kept = self.packed.get(found[1])
        return bool(kept and (kept.checksum, kept.dataformat) == (checksum, found[3]))

    def _unpacked(self, found: Found) -> Fil[Post]:
        content, mentioned = pickle.loads(self.packed[found[1]].content)  # noqa: S301 - `kept.py` has seen whose it is
        return _tracked(found[1], content, mentioned, Path(found[0]))

    def _kept(self, read: Fil[Post], checksum: bytes, stamp: object) -> Fil[Post]:
        content = pickle.dumps((read.innehåll, read.nämnt), pickle.HIGHEST_PROTOCOL)
        dataformat = stamp[0] if isinstance(stamp, tuple) else 0
        self.packed[read.namn] = Packed(checksum, dataformat, content)
        return _tracked(read.namn, read.innehåll, read.nämnt, read.väg)


def _tracked(name: str, content: Post, mentioned: Nämnt, path: Path | None) -> Tracked:
    made = object.__new__(Tracked)
    vars(made).update(namn=name, innehåll=content, nämnt=mentioned, väg=path)
    return made


def _checksum(path: str) -> bytes:
    """Of what lies at a path; nothing where it is no file that can be read."""
    with suppress(OSError):
        if os.path.isfile(path) and not os.path.islink(path):
            with open(path, "rb", buffering=0) as file:
                return hashlib.sha256(file.read()).digest()
    return b""


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

"""What lies in the folder that a web server shows from.

    TARGET/aktuell -> versioner/000012-3f2ab41c9d07/sajt    what the web server shows
    TARGET/versioner/000012-3f2ab41c9d07/sajt/              the files of one version
    TARGET/versioner/000012-3f2ab41c9d07/filer.txt          what it is of, and the checksum of each file
    TARGET/versioner/000012-3f2ab41c9d07/aldre.txt          the files that pages of older versions ask for, which lie there too
    TARGET/.las                                             held while somebody publishes

A version is written under a name that starts with a dot and gets its own by one rename when all of it is on the disk; the
link is replaced by one rename too. So whatever stops the work, at any moment, the link leads to a whole version, and what
is left under a dotted name is removed the next time. What somebody else has put there is left alone. The files of versions may
be the same on the disk, so none of them can be written. Knows nothing of data/, and imports no more than Python's own.
"""

import errno
import fcntl
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from rusplan.publish.file_list import read_list
from rusplan.tools.plain_files import remove
from rusplan.tools.record import small

KEPT = 5
CURRENT, VERSIONS, SITE, MANIFEST, CARRIED, LOCK = "aktuell", "versioner", "sajt", "filer.txt", "aldre.txt", ".las"
UNFINISHED = ".ny"
NAME = re.compile(r"([0-9]{6,})-[0-9a-f]{12}")
LONGEST = 600.0  # seconds: how long one who publishes waits for another


class Publiceringsfel(Exception):
    """What stands in the way, in Swedish; the site is as it was."""


@small(order=True)
class Version:
    """One published version: its number, counted from one and never used again, and where it lies."""

    nummer: int
    mapp: Path

    @property
    def sajt(self) -> Path:
        """The folder with its files."""
        return self.mapp / SITE

    @property
    def summa(self) -> str:
        """What its content is known by: the same for the same files."""
        return self.mapp.name.partition("-")[2]

    @property
    def text(self) -> str:
        """What it is of, as it was told when it was published."""
        with (self.mapp / MANIFEST).open(encoding="utf-8", errors="surrogateescape") as rows:
            return rows.readline().removeprefix("# ").rstrip("\n")

    @cached_property
    def filer(self) -> dict[str, str]:
        """Path and checksum of each file of its own."""
        return read_list(self.mapp / MANIFEST) or {}

    @cached_property
    def äldre(self) -> dict[str, tuple[str, int]]:
        """Path of each file that only pages of older versions ask for, its checksum, and since when in seconds."""
        rows = read_list(self.mapp / CARRIED) or {}
        return {
            path: (digest, int(since)) for path, (digest, _, since) in ((p, d.partition("@")) for p, d in rows.items())
        }

    @property
    def allt(self) -> dict[str, str]:
        """Path and checksum of each file that lies there."""
        return {path: digest for path, (digest, _) in self.äldre.items()} | self.filer


@contextmanager
def locked(target: Path, waiting: Callable[[str], None], longest: float | None = None) -> Iterator[None]:
    """Alone in `target`; if somebody else is there `waiting` is told who, and it is waited for a bounded time. What an unfinished
    publishing left is removed."""
    lock = _open_lock(target / LOCK)
    try:
        _take(lock, waiting, LONGEST if longest is None else longest)
        os.ftruncate(lock, 0)
        os.pwrite(lock, f"process {os.getpid()}, som började {time.strftime('%H:%M')}".encode(), 0)
        clean(target)
        try:
            yield
        finally:
            clean(target)
    finally:
        os.close(lock)


def _open_lock(path: Path) -> int:
    """The lock file; what it links to would be written in."""
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise Publiceringsfel(f"{path} är en länk, men ska vara en vanlig fil. Ta bort länken") from None
        raise


def _take(lock: int, waiting: Callable[[str], None], longest: float) -> None:
    end, told = time.monotonic() + longest, False
    while True:
        try:
            return fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            other = os.pread(lock, 100, 0).decode(errors="replace") or "en annan publicering"
        if not told:
            waiting(other)
            told = True
        if time.monotonic() > end:
            raise Publiceringsfel(f"{other}, är inte färdig än. Se efter vad den väntar på, och försök igen")
        time.sleep(0.05)


def versions(target: Path) -> list[Version]:
    """The whole versions that are kept, the oldest first."""
    return sorted(version for version in _named(target) if (version.mapp / MANIFEST).is_file())


def next_number(target: Path) -> int:
    """A number that no version has."""
    return max((version.nummer for version in _named(target)), default=0) + 1


def _named(target: Path) -> Iterator[Version]:
    for folder in (target / VERSIONS).glob("*"):
        name = NAME.fullmatch(folder.name)
        if name and folder.is_dir() and not folder.is_symlink():
            yield Version(int(name[1]), folder)


def current(target: Path) -> Version | None:
    """The version that is shown; None before the first one, and where the link leads nowhere."""
    link = target / CURRENT
    shown = os.readlink(link) if link.is_symlink() else None
    return next((version for version in versions(target) if _place(version) == shown), None)


def latest(target: Path) -> Version | None:
    """The version that is shown, or the newest where the link leads nowhere; None before the first one."""
    return current(target) or next(reversed(versions(target)), None)


def show(target: Path, version: Version) -> None:
    """Lead the link to `version` in one step."""
    link = target / f".{CURRENT}"
    link.symlink_to(_place(version))
    link.replace(target / CURRENT)
    sync(target)


def _place(version: Version) -> str:
    return f"{VERSIONS}/{version.mapp.name}/{SITE}"


def keep(target: Path, wanted: list[Version]) -> None:
    """Let all other versions go."""
    for version in versions(target):
        if version not in wanted:
            # Loses its name first, so that a version with a name is always whole.
            version.mapp.rename(version.mapp.with_name(f".{version.mapp.name}"))


def clean(target: Path) -> None:
    """Remove what we have given a dotted name: drafts and links that were never finished, and versions on their way out."""
    (target / f".{CURRENT}").unlink(missing_ok=True)
    (target / VERSIONS).mkdir(exist_ok=True)
    for left in (target / VERSIONS).glob(".*"):
        if left.name == UNFINISHED or NAME.fullmatch(left.name.removeprefix(".")):
            remove(left)


def sync(path: Path) -> None:
    """Wait until what has been written to a file or a folder is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

"""A built site put into place, so that the web server shows the whole of the old site or the whole of the new one.

    TARGET/aktuell -> versioner/000012-3f2ab41c9d07/sajt    what the web server shows
    TARGET/versioner/000012-3f2ab41c9d07/sajt/              the files of one version
    TARGET/versioner/000012-3f2ab41c9d07/filer.txt          what it is of, and the checksum of each file
    TARGET/.las                                             held while somebody publishes

A version is written under a name that starts with a dot and gets its own by one rename when all of it is on the disk; the
link is replaced by one rename too. So whatever stops the work, at any moment, the link leads to a whole version, and what
is left under a dotted name is removed the next time. Knows nothing of data/, and imports no more than Python's own.
"""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rusplan.tools.record import small

KEPT = 5
CURRENT, VERSIONS, SITE, MANIFEST, LOCK = "aktuell", "versioner", "sajt", "filer.txt", ".las"
UNFINISHED = ".ny"
# What every built site holds. The build writes the last of them last, so a build that was cut short lacks it.
MARKS = ("index.html", "404.html", "sitemap.xml", "assets/sok/start.json")
# A page that a reader already has asks for the style and scripts of its own version.
OUTLIVES = "assets/"


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
        return self._rows()[0].removeprefix("# ")

    @property
    def filer(self) -> dict[str, str]:
        """Path and checksum of each file of its own; those it carries on from older versions are not among them."""
        return {path: digest for digest, _, path in (row.partition("  ") for row in self._rows()[1:])}

    def _rows(self) -> list[str]:
        return (self.mapp / MANIFEST).read_text(encoding="utf-8").splitlines()


@contextmanager
def locked(target: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Alone in `target`; `waiting` is called if somebody else is there. What an unfinished publishing left is removed."""
    with (target / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(lock, fcntl.LOCK_EX)
        _clean(target)
        try:
            yield
        finally:
            _clean(target)


def versions(target: Path) -> list[Version]:
    """The versions that are kept, the oldest first."""
    found = (target / VERSIONS).glob("[0-9]*-*")
    return sorted(Version(int(folder.name.partition("-")[0]), folder) for folder in found)


def current(target: Path) -> Version | None:
    """The version that is shown; None before the first one."""
    link = target / CURRENT
    if not link.is_symlink():
        return None
    shown = os.readlink(link).split("/")[1:2]
    return next((version for version in versions(target) if [version.mapp.name] == shown), None)


def publish(site: Path, target: Path, text: str) -> Version:
    """Show `site`; a site just like the one shown changes nothing. Call it with the target locked."""
    files = _files(site)
    shown, kept = current(target), versions(target)
    refuse_lost_addresses(files, shown)
    digest = hashlib.sha256("".join(f"{path}\0{sum_}\0" for path, sum_ in files.items()).encode()).hexdigest()[:12]
    # Whoever has gone back has rejected what came after.
    followed = [version for version in kept if shown and version <= shown]
    if shown and shown.summa == digest:
        _keep(target, followed[-KEPT:])
        return shown
    followed = followed[1 - KEPT :]
    number = max((version.nummer for version in kept), default=0) + 1
    draft = Version(number, target / VERSIONS / UNFINISHED)
    _write(draft, site, files, followed, text)
    new = Version(number, target / VERSIONS / f"{number:06d}-{digest}")
    draft.mapp.rename(new.mapp)
    _sync(target / VERSIONS)
    show(target, new)
    _keep(target, [*followed, new])
    return new


def roll_back(target: Path) -> Version:
    """Show the version before the one shown. Call it with the target locked."""
    shown = current(target)
    older = [version for version in versions(target) if shown and version < shown]
    if not older:
        raise Publiceringsfel("det finns ingen äldre version att gå tillbaka till")
    show(target, older[-1])
    return older[-1]


def show(target: Path, version: Version) -> None:
    """Lead the link to `version` in one step."""
    link = target / f".{CURRENT}"
    link.symlink_to(f"{VERSIONS}/{version.mapp.name}/{SITE}")
    link.replace(target / CURRENT)
    _sync(target)


def pages(files: dict[str, str]) -> frozenset[str]:
    """The addresses that answer, from the root of the site: «/», «/aktiviteter/2025/museum/»."""
    return frozenset("/" + path.removesuffix("index.html") for path in files if f"/{path}".endswith("/index.html"))


def refuse_lost_addresses(files: dict[str, str], shown: Version | None) -> None:
    """An address that answers today must answer tomorrow, with a page or with a redirect."""
    lost = sorted(pages(shown.filer) - pages(files)) if shown else []
    if lost:
        named = " " + ", ".join(lost[:10]) + (f" och {len(lost) - 10} till" if len(lost) > 10 else "")
        raise Publiceringsfel(
            "adresser som är publicerade skulle sluta svara. Lägg tillbaka sidorna, eller låt adresserna leda vidare "
            f"med «från» och «till» under «omdirigeringar» i data/permalankar.yml. Det gäller{named}"
        )


def _files(site: Path) -> dict[str, str]:
    """Path and checksum of each file, sorted by path."""
    found = sorted(
        (Path(folder) / name for folder, _, names in os.walk(site) for name in names), key=lambda path: path.as_posix()
    )
    if links := [path for path in found if path.is_symlink()]:
        raise Publiceringsfel(f"{links[0]} är en länk, men en webbplats ska bara ha vanliga filer")
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def _write(draft: Version, site: Path, files: dict[str, str], older: list[Version], text: str) -> None:
    """Write the files and their list to the draft's folder, and see to it that they are on the disk."""
    draft.sajt.mkdir(parents=True)
    shown = older[-1:]
    same = {(path, digest) for version in shown for path, digest in version.filer.items()}
    for path, digest in files.items():
        copy = draft.sajt / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        if (path, digest) in same:
            copy.hardlink_to(shown[0].sajt / path)
        else:
            _copy(site / path, copy, [version.sajt / path for version in older])
    _carry_on(draft, older)
    rows = "".join(f"{digest}  {path}\n" for path, digest in files.items())
    (draft.mapp / MANIFEST).write_text(f"# {' '.join(text.split())}\n{rows}", encoding="utf-8")
    for folder, _, names in os.walk(draft.mapp):
        for name in names:
            _sync(Path(folder) / name)
        _open_to_all(Path(folder))
        _sync(Path(folder))
    _open_to_all(draft.mapp.parent)


def _open_to_all(folder: Path) -> None:
    """The web server reads as another user, whatever the habits of whoever publishes."""
    folder.chmod(0o755)


def _copy(source: Path, copy: Path, older: list[Path]) -> None:
    """Copy, with a later time than any older file of that name: a web server tells versions apart by time and size alone."""
    shutil.copyfile(source, copy)
    copy.chmod(0o644)
    times = [path.stat().st_mtime for path in older if path.exists()]
    time = int(max([source.stat().st_mtime, *(time + 1 for time in times)]))
    os.utime(copy, (time, time))


def _carry_on(draft: Version, older: list[Version]) -> None:
    """Keep what the pages of the older versions ask for, where the new one has nothing of that name."""
    for version in reversed(older):
        for path in version.filer:
            copy = draft.sajt / path
            if path.startswith(OUTLIVES) and not copy.exists():
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.hardlink_to(version.sajt / path)


def _keep(target: Path, wanted: list[Version]) -> None:
    for version in versions(target):
        if version not in wanted:
            # Loses its name first, so that a version with a name is always whole.
            version.mapp.rename(version.mapp.with_name(f".{version.mapp.name}"))


def _clean(target: Path) -> None:
    """Remove what has a dotted name: drafts and links that were never finished, and versions on their way out."""
    (target / f".{CURRENT}").unlink(missing_ok=True)
    (target / VERSIONS).mkdir(exist_ok=True)
    for left in (target / VERSIONS).glob(".*"):
        shutil.rmtree(left)


def _sync(path: Path) -> None:
    """Wait until what has been written to a file or a folder is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

"""The plain files below a folder, what is written whole, and what is taken away there. Nothing outside it is read because of a link in it, and nothing that never ends:
a pipe, a device, a loop."""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

# Folders within each other: more than anybody finds their way in, and far from what a system can name.
DEEPEST = 20


def plain_files(folder: Path, ending: str = "") -> Iterator[Path]:
    """Each plain file below `folder` whose name ends so, in a fixed order."""
    return (path for path, hinder in found_below(folder) if not hinder and path.name.endswith(ending))


def found_below(folder: Path) -> Iterator[tuple[Path, str]]:
    """Each file below `folder`, in a fixed order, with what hinders that it is read: nothing for a plain file."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        hinder = _hinder(here, folder)
        if hinder is not None:
            yield here, hinder
            continue
        try:
            waiting += sorted((here / name for name in os.listdir(here)), reverse=True)
        except OSError:
            yield here, "mappen går inte att läsa; kontrollera att du har rätt till den"


def remove(path: Path, *, missing_ok: bool = False) -> None:
    """Remove a file, a link but not what it leads to, or a folder with all that lies in it."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=missing_ok)


def write_whole(path: Path, raw: bytes) -> None:
    """Write a file, for its owner alone, so that it holds all of this or all of what it held; it is on the disk when this returns."""
    new = path.with_name(f".{path.name}.ny")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def is_ours(path: Path) -> bool:
    """True if nobody but whoever builds, or the system's own user, has written or may write what lies there."""
    found = path.lstat()
    others = found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return not stat.S_ISLNK(found.st_mode) and not others and found.st_uid in (0, os.getuid())


def leads_out(path: Path, root: Path) -> Path | None:
    """The first link on the way from `root` to `path`, where that lies below `root`."""
    if root not in path.parents:
        return None
    way = (
        root.joinpath(*path.relative_to(root).parts[:count])
        for count in range(1, len(path.relative_to(root).parts) + 1)
    )
    return next((part for part in way if part.is_symlink()), None)


def _hinder(path: Path, folder: Path) -> str | None:
    """Why nothing is read at `path`, "" where a plain file lies there; None for a folder to look into."""
    try:
        mode = path.lstat().st_mode
        os.fsencode(path).decode("utf-8")
    except OSError:
        return "går inte att läsa; kontrollera att du har rätt till mappen"
    except UnicodeDecodeError:
        return "namnet är inte skrivet i UTF-8; byt namn"
    if stat.S_ISLNK(mode):
        return "det här är en länk till något annat; lägg själva filen eller mappen här"
    if not path.name.isprintable():
        return "namnet har ett tecken som inte syns; byt namn"
    if stat.S_ISDIR(mode):
        too_deep = len(path.relative_to(folder).parts) > DEEPEST
        return f"mappen ligger i fler än {DEEPEST} mappar; flytta den uppåt" if too_deep else None
    if not stat.S_ISREG(mode):
        return "det här är ingen vanlig fil; ta bort den"
    return "" if os.access(path, os.R_OK) else "filen går inte att läsa; kontrollera att du har rätt till den"

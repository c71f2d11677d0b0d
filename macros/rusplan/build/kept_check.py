"""What a check has found right, kept while nothing that it looks at has changed: it is not tried again. Knows nothing of the data, so that it
is read in at once."""

import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from rusplan.build.kept_place import folder_of, from_folder, keep, loaded
from rusplan.git.asking import GitFel, run

# The name of what is kept.
PART = "kontroll"
# What a check reads: the facts, the pages that people write, and with git what the facts have been.
READ = ("data", "docs")


def content_of(root: Path) -> bytes:
    """A checksum of all that a check looks at; nothing where something about it is odd."""
    with suppress(OSError, GitFel, ValueError):
        found = sha256(_history(root).encode())
        for name in READ:
            for row in _rows(str(root / name)):
                found.update(row)
        return found.digest()
    return b""


def kept_check(root: Path, content: bytes) -> str | None:
    """What was said when this content was found right; None where it has not been."""
    found = from_folder(root, lambda folder: loaded(folder / PART)) if content else None
    return found[1] if isinstance(found, tuple) and found[0] == content else None


def keep_check(root: Path, content: bytes, said: str) -> None:
    """Keep what was said, beside what a build has kept of the project."""
    folder = folder_of(root)
    if content and folder and folder.is_dir():
        keep(root, {PART: (content, said)})


def _history(root: Path) -> str:
    """The newest version, and where a shallow clone has been cut off."""
    version, shallow = run(root / "data", "rev-parse", "HEAD", "--git-path", "shallow").splitlines()
    cut = root / "data" / shallow
    return f"{version} {cut.read_text(encoding='ascii') if cut.is_file() else ''}"


def _rows(folder: str) -> Iterator[bytes]:
    """The name and the content of each file below a folder, in a fixed order."""
    for name in sorted(os.listdir(folder)):
        path = f"{folder}/{name}"
        kind = os.lstat(path).st_mode
        if S_ISDIR(kind):
            yield f"{path}/\0".encode()
            yield from _rows(path)
        elif S_ISREG(kind):
            with open(path, "rb", buffering=0) as file:
                yield f"{path}\0".encode() + sha256(file.read()).digest()
        else:
            raise ValueError(path)

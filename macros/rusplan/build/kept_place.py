"""Where builds keep what they have made: in the project's .git, where no commit can put anything, in a folder that nobody else may read.

What is cut, foreign or of another version is passed over, and then everything is made. Where there is no git nothing is kept.
"""

import pickle
import shutil
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from rusplan.git.asking import GitFel, run
from rusplan.tools.engine import mark
from rusplan.tools.plain_files import is_ours

T = TypeVar("T")

FOLDER = "rusplan-cache"
# Whose code takes part in a build; what else they need changes with them in the lock file.
PACKAGES = (
    "mkdocs",
    "mkdocs-material",
    "mkdocs-macros-plugin",
    "jinja2",
    "markdown",
    "pydantic",
    "pyyaml",
    "tinycss2",
    "typst",
    "python-docx",
    "xlsxwriter",
)
# Bytes: a cache that is larger is not kept.
LARGEST = 500_000_000
# Bytes before each part: two checksums.
HEAD = 64


def folder_of(root: Path) -> Path | None:
    """Where it is kept for the project in `root`; None where there is no git."""
    try:
        common = run(root, "rev-parse", "--path-format=absolute", "--git-common-dir").strip()
    except GitFel:
        return None
    return Path(common) / FOLDER / sha256(str(root.resolve()).encode()).hexdigest()[:12]


def from_folder(root: Path, load: Callable[[Path], T]) -> T | None:
    """What is kept of the project, if it is ours and whole."""
    folder = folder_of(root)
    if folder is None:
        return None
    with suppress(
        OSError,
        ValueError,
        TypeError,
        KeyError,
        EOFError,
        AttributeError,
        ImportError,
        IndexError,
        pickle.UnpicklingError,
    ):
        if is_ours(folder.parent) and is_ours(folder) and not folder.stat().st_mode & 0o077:
            return load(folder)
    return None


def keep(root: Path, parts: Mapping[str, object]) -> None:
    """Keep something in the project's folder, each part by its name. Where that cannot be, nothing is kept, and nothing is said: the next
    build takes longer."""
    folder = folder_of(root)
    if folder is None:
        return
    with suppress(OSError):
        for each in (folder.parent, folder):
            each.mkdir(mode=0o700, exist_ok=True)
            if not is_ours(each):
                return
            each.chmod(0o700)
        # One name for each, so that what a killed build has left is written over.
        drafts = {name: folder / f".{name}.ny" for name in parts}
        if sum(_write(drafts[name], part) for name, part in parts.items()) > LARGEST:
            shutil.rmtree(folder)
            return
        for name, draft in drafts.items():
            draft.replace(folder / name)


class _Summed:
    """A file that is summed while it is written: what is kept of a large site is never in memory in one piece."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.sum, self.size = file, sha256(), 0

    def write(self, data: bytes) -> int:
        self.sum.update(data)
        self.size += len(data)
        return self._file.write(data)


def _write(path: Path, part: object) -> int:
    """Write a part with who has made it and its checksum before it; how many bytes it takes is returned."""
    with path.open("wb") as file:
        file.write(bytes(HEAD))
        summed = _Summed(file)
        pickle.dump(part, summed, 5)
        file.seek(0)
        file.write(_made_by() + summed.sum.digest())
    return summed.size


def loaded(path: Path) -> Any:
    """What was kept there by this code, whole."""
    if not is_ours(path):
        raise ValueError(path)
    data = memoryview(path.read_bytes())
    head, packed = data[:HEAD], data[HEAD:]
    if head != _made_by() + sha256(packed).digest():
        raise ValueError(path)
    return pickle.loads(packed)  # noqa: S301 - only we can have written it


def _made_by() -> bytes:
    """The code that makes a site: the engine's own, Python's, and that of the packages."""
    others = (sys.version, *(f"{name} {_version(name)}" for name in PACKAGES))
    return sha256("\0".join((mark(), *others)).encode()).digest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # of an extra that is not installed
        return ""

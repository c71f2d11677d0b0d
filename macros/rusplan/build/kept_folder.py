"""Where builds keep what they have made: in the project's .git, where no commit can put anything, in a folder that nobody else may read.

What is cut, foreign or of another version is passed over, and then everything is made. Where there is no git nothing is kept.
"""

import os
import pickle
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypeVar

from rusplan.build.kept import Kept, checksum
from rusplan.data.kept_files import KeptFiles
from rusplan.git.asking import GitFel, run
from rusplan.render.compiled import is_ours
from rusplan.tools.engine import mark

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


def folder_of(root: Path) -> Path | None:
    """Where it is kept for the project in `root`; None where there is no git."""
    try:
        common = run(root, "rev-parse", "--path-format=absolute", "--git-common-dir").strip()
    except GitFel:
        return None
    return Path(common) / FOLDER / checksum(str(root.resolve()).encode()).hex()[:12]


def opened(root: Path) -> Kept:
    """What is kept of the project in `root`; nothing where something about it is odd."""
    found = _from(root, lambda folder: Kept(files=KeptFiles(_load(folder / "data")), **_load(folder / "gjort")))
    return found or Kept()


def kept_files(root: Path) -> KeptFiles | None:
    """The data files as a build has read them; None where none has."""
    return _from(root, lambda folder: KeptFiles(_load(folder / "data")))


def _from(root: Path, load: Callable[[Path], T]) -> T | None:
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


def save(root: Path, kept: Kept) -> None:
    """Keep it in the project's folder. Where that cannot be, nothing is kept, and nothing is said: the next build takes longer."""
    folder = folder_of(root)
    if folder is None:
        return
    with suppress(OSError):
        for each in (folder.parent, folder):
            each.mkdir(mode=0o700, exist_ok=True)
            if not is_ours(each):
                return
            each.chmod(0o700)
        packed = {"data": pickle.dumps(kept.files.packed, 5), "gjort": pickle.dumps(_folded(kept), 5)}
        if sum(map(len, packed.values())) > LARGEST:
            shutil.rmtree(folder)
            return
        for name, data in packed.items():
            draft = folder / f"{name}.{os.getpid()}"
            draft.write_bytes(_made_by() + checksum(data) + data)
            draft.replace(folder / name)


def _load(path: Path) -> Any:
    """What was kept there by this code, whole."""
    if not is_ours(path):
        raise ValueError(path)
    data = path.read_bytes()
    maker, summed, packed = data[:32], data[32:64], data[64:]
    if maker != _made_by() or summed != checksum(packed):
        raise ValueError(path)
    return pickle.loads(packed)  # noqa: S301 - only we can have written it


def _made_by() -> bytes:
    """The code that makes a site: the engine's own, Python's, and that of the packages."""
    others = (sys.version, *(f"{name} {_version(name)}" for name in PACKAGES))
    return checksum("\0".join((mark(), *others)).encode())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # of an extra that is not installed
        return ""


def _folded(kept: Kept) -> dict[str, Any]:
    """What is kept beside the data files, as `Kept` takes it."""
    return {
        "whole": kept.whole,
        "made": kept.made,
        "asked": kept.asked,
        "questions": kept.questions,
        "answers": kept.answers,
        "pieces": {name: kept.pieces[name] for name in kept.pieces if name in kept.used},
    }

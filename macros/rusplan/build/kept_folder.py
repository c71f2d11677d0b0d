"""What is kept for the next build, in and out of its place (`kept_place.py`)."""

from pathlib import Path
from typing import Any

from rusplan.build.kept import Kept
from rusplan.build.kept_place import from_folder, keep, loaded
from rusplan.data.kept_files import KeptFiles


def opened(root: Path) -> Kept:
    """What is kept of the project in `root`; nothing where something about it is odd."""
    found = from_folder(root, lambda folder: Kept(files=KeptFiles(loaded(folder / "data")), **loaded(folder / "gjort")))
    return found or Kept()


def kept_files(root: Path) -> KeptFiles | None:
    """The data files as a build has read them; None where none has."""
    return from_folder(root, lambda folder: KeptFiles(loaded(folder / "data")))


def save(root: Path, kept: Kept) -> None:
    """Keep it for the next build."""
    keep(root, {"data": kept.files.packed, "gjort": _folded(kept)})


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

"""What Excel and Word have in common: the programs for them, which only some sites need, and how large a file may be."""

import zipfile
from importlib import import_module
from io import BytesIO
from typing import Any

from rusplan.editing.changed_together import Avslag

# As the file lies on the disk, and unpacked.
MEGABYTES, UNPACKED = 30, 500
HOW = "Det behövs fler program för det här. Kör make .venv/edit.ok i projektets mapp, eller installera rusplan[edit]."


def needed(name: str) -> Any:
    """The module of an extra that is called so. Raises `Avslag`, which says how to install it."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != name.partition(".")[0]:
            raise
        raise Avslag(HOW) from None


def refuse_too_large(raw: bytes, what: str) -> None:
    """Raise `Avslag` for a file that is larger than `what` may be, packed or unpacked."""
    if len(raw) > MEGABYTES * 1_000_000 or _unpacked(raw) > UNPACKED * 1_000_000:
        raise Avslag(f"Filen är för stor. {what} får vara högst {MEGABYTES} megabyte.")


def _unpacked(raw: bytes) -> int:
    """How large the parts of a packed file are; nothing for what is not packed."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as packed:
            return sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, ValueError):
        return 0

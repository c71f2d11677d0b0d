"""Another engine than the one that runs, in the file that it is given out in: unpacked, and asked to do one thing."""

import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from rusplan.editing.changed_together import Avslag

COMMANDS = "rusplan/commands/cli.py"


def run_packed(wheel: Path, arguments: Sequence[str]) -> int:
    """Run a command of the engine in the wheel, with the packages that are installed here; its exit code. Raises `Avslag` where the file
    is no engine."""
    with tempfile.TemporaryDirectory() as folder:
        _unpack(wheel, Path(folder))
        command = [sys.executable, "-P", "-m", "rusplan.commands.cli", *arguments]
        return subprocess.run(command, env=os.environ | {"PYTHONPATH": folder}, check=False).returncode


def _unpack(wheel: Path, folder: Path) -> None:
    """Unpack it with the modes that its files have, so that the same wheel can be made of them again."""
    try:
        with zipfile.ZipFile(wheel) as packed:
            if COMMANDS not in packed.namelist():
                raise Avslag(f"Filen {wheel} innehåller inte rusplan. Hämta paketet från sidan med utgåvor.")
            for entry in packed.infolist():
                Path(packed.extract(entry, folder)).chmod(entry.external_attr >> 16 & 0o777 or 0o644)
    except (OSError, zipfile.BadZipFile):
        raise Avslag(
            f"Filen {wheel} gick inte att läsa, eller är inget paket. Kontrollera namnet, eller hämta den igen."
        ) from None

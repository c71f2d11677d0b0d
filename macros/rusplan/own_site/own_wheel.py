"""The engine that runs, as the wheel that a site holds: of an installed engine the same bytes as the wheel it was installed from.

Built by hand in the order and with the marks that hatchling gives, since nothing keeps the file that pip has installed.
"""

import base64
import hashlib
import os
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from io import BytesIO
from pathlib import Path

from rusplan.tools.record import record
from rusplan.tools.resources import ENGINE

PACKAGE = "rusplan"
# The same for every wheel, so that the same files give the same bytes.
MADE = (2020, 2, 2, 0, 0, 0)
METADATA = ("METADATA", "WHEEL", "entry_points.txt", "licenses/LICENSE")


@record
class Hjul:
    """A wheel: the file's name, what it holds, and the version of the engine in it."""

    namn: str
    innehåll: bytes
    version: str

    @property
    def kontrollsumma(self) -> str:
        """The checksum that pip compares it with."""
        return hashlib.sha256(self.innehåll).hexdigest()


def own_version() -> str:
    """The version of the engine that runs."""
    return distribution(PACKAGE).version


def own_wheel() -> Hjul:
    """The wheel of the engine that runs."""
    found = distribution(PACKAGE)
    packed, rows = BytesIO(), list[str]()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as wheel:
        for name, content, mode in _parts(found):
            wheel.writestr(_entry(name, mode), content)
            rows.append(f"{name},sha256={_digest(content)},{len(content)}\n")
        listed = f"{_info(found)}/RECORD"
        wheel.writestr(_entry(listed, 0o644), "".join((*rows, f"{listed},,\n")))
    return Hjul(namn=f"{PACKAGE}-{found.version}-py3-none-any.whl", innehåll=packed.getvalue(), version=found.version)


def _parts(found: Distribution) -> Iterator[tuple[str, bytes, int]]:
    """Each file of the wheel with its name, its content and its mode, in hatchling's order."""
    for path in _of_the_package(ENGINE):
        mode = 0o100755 if path.stat().st_mode & 0o100 else 0o100644
        yield f"{PACKAGE}/{path.relative_to(ENGINE).as_posix()}", path.read_bytes(), mode
    for name in METADATA:
        whole = f"{_info(found)}/{name}"
        yield whole, Path(str(found.locate_file(whole))).read_bytes(), 0o644


def _of_the_package(folder: Path) -> Iterator[Path]:
    """The files of a folder and then those of each folder in it; what Python has made of them is left out."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(set(folders) - {"__pycache__"})
        yield from (Path(here, name) for name in sorted(files) if not name.endswith(".pyc"))


def _info(found: Distribution) -> str:
    return f"{PACKAGE}-{found.version}.dist-info"


def _entry(name: str, mode: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, MADE)
    entry.external_attr = mode << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    return entry


def _digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")

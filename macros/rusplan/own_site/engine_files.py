"""What a site has of the engine in its folder engine/: the wheel, what else is installed, each held by its hash, the commands of `make`, the
settings of a web server, and what shows each push on a server of its own."""

import re
from collections.abc import Mapping
from pathlib import Path

from rusplan.own_site.own_wheel import Hjul, own_wheel
from rusplan.tools.resources import ALONG, EXAMPLE

FOLDER = "engine"
LOCK = f"{FOLDER}/requirements.txt"
WHEEL = re.compile(r"rusplan-(\d+(?:\.\d+)*)-py3-none-any\.whl")
ALONG_AS_IT_IS = (
    "build-commit",
    "nginx.conf",
    "post-receive",
    "redigera.conf",
    "requirements-documents.txt",
    "requirements-edit.txt",
    "rusplan-redigera.service",
    "set-up",
    "set-up-editor",
    "within-limits",
)
HEAD = """\
# What the site is built with: every package with its version and its hash. `rusplan upgrade` writes the file anew.
"""


def engine_files() -> dict[str, bytes]:
    """Each file by its path from the site's folder, with what it holds."""
    wheel = own_wheel()
    own = {f"{FOLDER}/{path.name}": path.read_bytes() for path in sorted((EXAMPLE / FOLDER).iterdir())}
    along = {f"{FOLDER}/{name}": (ALONG / name).read_bytes() for name in ALONG_AS_IT_IS}
    return {**own, **along, LOCK: _lock(wheel).encode(), f"{FOLDER}/{wheel.namn}": wheel.innehåll}


def _lock(wheel: Hjul) -> str:
    others = (ALONG / "requirements.txt").read_text(encoding="utf-8")
    return f"{HEAD}./{FOLDER}/{wheel.namn} --hash=sha256:{wheel.kontrollsumma}\n{others}"


def standing_wheels(root: Path) -> Mapping[str, tuple[int, ...]]:
    """The wheels of the engine that a site has, by their paths, each with its version; none where the engine lies elsewhere."""
    found = (root / FOLDER).glob("*.whl") if (root / FOLDER).is_dir() else ()
    named = ((path, WHEEL.fullmatch(path.name)) for path in sorted(found))
    return {f"{FOLDER}/{path.name}": as_numbers(name[1]) for path, name in named if name}


def as_numbers(version: str) -> tuple[int, ...]:
    """A version that can be compared: «1.10.0» is newer than «1.9.2»."""
    return tuple(map(int, version.split(".")))

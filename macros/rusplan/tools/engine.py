"""What the engine is known by: two sites with the same mark are made by the same code, and differ because data differs."""

import hashlib
from functools import cache

from rusplan.tools.resources import ENGINE


@cache
def mark() -> str:
    """A checksum of all that the engine consists of."""
    found = hashlib.sha256()
    for path in sorted(path for path in ENGINE.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        found.update(f"{path.relative_to(ENGINE).as_posix()}\0".encode())
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:16]

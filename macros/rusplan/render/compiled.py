"""Compiled templates kept for the next build: code, so they lie among the programs of the project, and nothing but what we wrote is run."""

import hashlib
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from rusplan.tools.plain_files import is_ours


class Compiled(BytecodeCache):
    """A file for each template: the checksum of what follows, and then the code. A file that is cut, or that another user has written or
    may write, is passed over and written anew."""

    def __init__(self, folder: Path) -> None:
        self.directory = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja for each template."""
        with suppress(OSError):
            path = self.directory / bucket.key
            if is_ours(path):
                digest, _, code = path.read_bytes().partition(b"\n")
                if digest == _digest(code):
                    bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja for each template that it has compiled. The file gets its name when it is whole."""
        code = bucket.bytecode_to_string()
        path = self.directory / bucket.key
        draft = path.with_name(f".{bucket.key}.{os.getpid()}")
        with suppress(OSError):
            draft.write_bytes(_digest(code) + b"\n" + code)
            draft.chmod(0o644)
            draft.replace(path)


def compiled(code: Iterable[object]) -> Compiled | None:
    """The kept templates; None where nothing can be kept. What a template says in so many words is drawn when it is compiled, so another
    way to draw, in the modules `code`, has a folder of its own, as have other versions of Python and Jinja."""
    how = [Path(str(getattr(module, "__file__", ""))).read_bytes() for module in code]
    how += [sys.version.encode(), jinja2.__version__.encode()]
    folder = Path(sys.prefix) / "var/cache/rusplan" / hashlib.sha256(b"\0".join(how)).hexdigest()[:12]
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        return Compiled(folder) if os.access(folder, os.W_OK) and is_ours(folder) else None
    return None


def _digest(code: bytes) -> bytes:
    return hashlib.sha256(code).hexdigest().encode()

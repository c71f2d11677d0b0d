"""The contents of files as git holds them, by hash."""

import hashlib
import subprocess
from pathlib import Path

from rusplan.git.asking import GitFel, Hinder


def blob_of(path: Path, length: int) -> str | None:
    """The hash that git would give the file, in the repository's kind of hash; None if it cannot be read."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    kind = hashlib.sha256 if length == 64 else hashlib.sha1
    return kind(b"blob %d\0" % len(content) + content).hexdigest()


class Innehåll:
    """The contents of files by hash, from one process of git that is asked again and again. Use it in a `with`."""

    def __init__(self, root: Path) -> None:
        command = ["git", "cat-file", "--batch"]
        try:
            self._process = subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        except OSError:
            raise GitFel(Hinder.GIT_SAKNAS) from None

    def __enter__(self) -> "Innehåll":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def read(self, blob: str) -> bytes | None:
        """The content, or None if git does not have it at hand."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{blob}\n".encode())
        self._process.stdin.flush()
        head = self._process.stdout.readline().split()
        if len(head) < 3 or head[1] != b"blob":
            return None
        content = self._process.stdout.read(int(head[2]))
        self._process.stdout.read(1)
        return content

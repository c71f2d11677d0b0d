"""The contents of files as git holds them, by hash."""

import hashlib
import subprocess
import tempfile
from pathlib import Path

from rusplan.git.asking import GitFel, Hinder, command, environment, refusal


def blob_of(path: Path, length: int) -> str | None:
    """The hash that git would give the file, in the repository's kind of hash; None if it cannot be read."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    kind = hashlib.sha256 if length == 64 else hashlib.sha1
    return kind(b"blob %d\0" % len(content) + content).hexdigest()


class Innehåll:
    """The contents of files in `root`/data by hash, from one process of git that is asked again and again. Use it in a `with`."""

    def __init__(self, root: Path) -> None:
        # Not a pipe: git may say more than one holds, and nobody reads it in the meantime.
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the process has ended
        pipe = subprocess.PIPE
        try:
            self._process = subprocess.Popen(
                command("cat-file", "--batch"),
                cwd=root / "data",
                env=environment(),
                stdin=pipe,
                stdout=pipe,
                stderr=self._said,
            )
        except OSError:
            self._said.close()
            raise GitFel(Hinder.GIT_SAKNAS) from None

    def __enter__(self) -> "Innehåll":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()
        self._said.close()

    def read(self, blob: str) -> bytes | None:
        """The content, or None if git has nothing of that hash. Raises `GitFel` where git should have it but cannot fetch it."""
        assert self._process.stdin
        assert self._process.stdout
        try:
            self._process.stdin.write(f"{blob}\n".encode())
            self._process.stdin.flush()
        except BrokenPipeError:
            raise self._gave_up() from None
        head = self._process.stdout.readline().split()
        if not head:
            raise self._gave_up()
        if len(head) < 3 or head[1] != b"blob":
            return None
        content = self._process.stdout.read(int(head[2]))
        self._process.stdout.read(1)
        return content

    def _gave_up(self) -> GitFel:
        self._process.wait()
        self._said.seek(0)
        return refusal(self._said.read().decode(errors="replace"))

"""What the messages of commits say: which steps are minor."""

import re
import unicodedata
from pathlib import Path

from rusplan.git.asking import run

MINOR = re.compile(r"mindre[- ][äa]ndring\s*:\s*ja", re.IGNORECASE)


TRAILER = re.compile(r"[\w-]+( [\w-]+)?\s*:\s.*|-{3,}")


def minor_commits(root: Path) -> frozenset[str]:
    """The commits that their messages mark as minor."""
    form = ("-z", "--no-color", "--encoding=UTF-8", "--format=%H%n%B")
    log = run(root / "data", "log", *form, "--full-history", "HEAD", "--", ".")
    entries = (entry.partition("\n") for entry in log.split("\0"))
    return frozenset(version for version, _, text in entries if is_minor(text))


def is_minor(message: str) -> bool:
    """True if the trailers at the end of a commit message say `Mindre-ändring: ja`."""
    lines = [line.strip() for line in unicodedata.normalize("NFC", message).strip().splitlines()[1:]]
    for line in reversed(lines):
        if MINOR.fullmatch(line):
            return True
        if line and not TRAILER.fullmatch(line):
            return False
    return False

"""What lies in a project before and after a command."""

from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]


def contents(root: Path) -> dict[str, str]:
    """Every file below `root`."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8", errors="replace") for path in files}


def without_documents(changed: dict[str, tuple[list[str], list[str]]]) -> dict[str, tuple[list[str], list[str]]]:
    """What has changed but for the documents that are kept, which have tests of their own."""
    return {name: rows for name, rows in changed.items() if "/dokument/" not in name}


def rows(before: dict[str, str], after: dict[str, str]) -> dict[str, tuple[list[str], list[str]]]:
    """The rows that went away and those that came, of each file that changed."""
    return {
        name: _rows(before.get(name, ""), after.get(name, ""))
        for name in sorted(before.keys() | after.keys())
        if before.get(name) != after.get(name)
    }


def _rows(old: str, new: str) -> tuple[list[str], list[str]]:
    before, after = old.splitlines(), new.splitlines()
    return [row for row in before if row not in after], [row for row in after if row not in before]


def change(root: Path, name: str, old: str, new: str) -> None:
    """Write something else in a file, where `old` stands."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")

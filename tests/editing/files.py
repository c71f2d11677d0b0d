"""What lies in a project before and after a command."""

from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]


def contents(root: Path) -> dict[str, str]:
    """Every file below `root`."""
    return {
        p.relative_to(root).as_posix(): p.read_text(encoding="utf-8") for p in sorted(root.rglob("*")) if p.is_file()
    }


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

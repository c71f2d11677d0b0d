"""The files in data/ in the newest format: each is changed only where the format is, and says what it said."""

from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path

from rusplan.data.dataformat import FORMAT_FILE, Group, format_of_folder, upgraded, with_format
from rusplan.data.edits import Edited, Put, edited
from rusplan.data.file_names import model_of
from rusplan.data.problems import DataFel, Problem
from rusplan.data.reading import closed_folder, data_files, unfit
from rusplan.data.yaml_text import parse


def upgrades(root: Path) -> Mapping[str, Edited]:
    """Every file that changes, as it will be. Raises `DataFel` where a file cannot be read, or is newer than this engine."""
    if hinder := unfit(root):
        raise DataFel([hinder])
    problems = list[Problem]()
    found = dict(_upgrades(root, problems))
    if problems:
        raise DataFel(problems)
    return found


def _upgrades(root: Path, problems: list[Problem]) -> Iterator[tuple[str, Edited]]:
    dataformat = format_of_folder(root)
    closed: list[OSError] = []
    for name, path in data_files(root, closed.append):
        model = model_of(name)
        if not model or Path(path).is_symlink() or not Path(path).is_file():
            continue  # the check tells of it
        raw = Path(path).read_bytes()
        parsed = parse(raw, name, model.megabyte)
        problems.extend(parsed.problems)
        if not parsed.problems and isinstance(parsed.value, dict):
            done = edited(raw, [Put(at=(), value=_newest(name, parsed.value, dataformat))])
            if done.raw != raw:
                yield name, done
    problems += [closed_folder(root, error) for error in closed]


def _newest(name: str, content: Group, dataformat: int) -> Group:
    content = upgraded(name, content, dataformat)
    return with_format(content) if name == FORMAT_FILE else content


def as_diff(root: Path, files: Mapping[str, Edited]) -> str:
    """What changes, row by row."""
    return "".join(
        f"{row}\n" for name, file in files.items() for row in _rows(name, (root / name).read_bytes(), file.raw)
    )


def _rows(name: str, before: bytes, after: bytes) -> Iterator[str]:
    old, new = (raw.decode("utf-8-sig").splitlines() for raw in (before, after))
    return unified_diff(old, new, name, name, lineterm="", n=1)

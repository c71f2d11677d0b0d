"""A data file that holds what it held is not read again, by this program or by the next one."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from rusplan.data import kept_files
from rusplan.data.file_names import model_of
from rusplan.data.kept_files import KeptFiles, looked_through
from rusplan.data.reader import Fil
from rusplan.data.reading import Found, Read, data_files, read_files

BAS = Path(__file__).parent / "golden/bas"
SKOG, ORD = "data/2025/aktiviteter/skog.yml", "data/ordlista.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BAS / "data", tmp_path / "data")
    return tmp_path


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The names of the files that were read, each time."""
    times: list[list[str]] = []

    def read(found: Sequence[Found]) -> dict[str, Read]:
        times.append(sorted(each[1] for each in found))
        return dict(read_files(found))

    monkeypatch.setattr(kept_files, "read_files", read)
    return times


def found(root: Path, dataformat: int = 2) -> list[Found]:
    paths = dict(data_files(root, lambda _: None))
    return [(path, name, model, dataformat) for name, path in paths.items() if (model := model_of(name))]


def written(path: Path, text: str) -> None:
    """Other text in the file, at another time."""
    status = path.stat()
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000))


def test_only_what_has_changed_is_read_again(root: Path, asked: list[list[str]]) -> None:
    kept = KeptFiles()
    first = dict(kept.read(found(root)))
    assert asked == [sorted(first)]
    assert kept.read(found(root)) == first
    written(root / ORD, "termer:\n  - {term: stig, förklaring: En väg.}\n")
    (root / SKOG).unlink()
    again = kept.read(found(root))
    assert asked[1:] == [[], [ORD]]
    assert first.keys() - again.keys() == {SKOG}
    assert (kept.checksum(SKOG), len(kept.checksum(ORD))) == (b"", 32)
    assert all(again[name] is first[name] for name in again if name != ORD)


def test_file_that_is_written_anew_with_the_same_words_is_not_read_again(root: Path, asked: list[list[str]]) -> None:
    kept = KeptFiles()
    kept.read(found(root))
    written(root / SKOG, (root / SKOG).read_text(encoding="utf-8"))
    file = kept.read(found(root))[SKOG]
    assert asked[1:] == [[]]
    assert isinstance(file, Fil)
    assert file.problem(("dagar",), "").rad == 5


def test_next_program_reads_only_what_the_earlier_one_could_not(root: Path, asked: list[list[str]]) -> None:
    (root / ORD).write_text("termer: [\n", encoding="utf-8")
    first = KeptFiles()
    before = dict(first.read(found(root)))
    after = KeptFiles(first.packed).read(found(root))
    assert asked[1:] == [[ORD]]
    assert first.packed.keys() == before.keys() - {ORD}
    for name in first.packed:
        was, now = before[name], after[name]
        assert isinstance(was, Fil)
        assert isinstance(now, Fil)
        assert (now.namn, now.innehåll, now.nämnt, now.väg) == (was.namn, was.innehåll, was.nämnt, root / name)
    assert after[ORD] == before[ORD]


def test_file_of_another_format_is_read_again(root: Path, asked: list[list[str]]) -> None:
    kept = KeptFiles()
    names = sorted(kept.read(found(root)))
    KeptFiles(kept.packed).read(found(root, 1))
    kept.read(found(root, 1))
    assert asked[1:] == [names, names]
    assert {each.dataformat for each in kept.packed.values()} == {1}


def test_link_in_the_place_of_a_file_is_not_the_file(root: Path, asked: list[list[str]]) -> None:
    kept = KeptFiles()
    kept.read(found(root))
    (root / SKOG).rename(root / "skog.yml")
    (root / SKOG).symlink_to(root / "skog.yml")
    (problem,) = list(kept.read(found(root))[SKOG])  # type: ignore[arg-type]
    assert "filen är en länk till en annan fil" in problem.text
    assert asked[1:] == [[SKOG]]


def test_whoever_looks_through_the_files_sees_each_change(root: Path) -> None:
    seen = [looked_through(root), looked_through(root)]
    assert seen[0] == seen[1]
    written(root / SKOG, "titel: x\n")
    seen.append(looked_through(root))
    (root / SKOG).unlink()
    seen.append(looked_through(root))
    assert len(set(seen)) == 3

"""Whatever stops a build, the site that stands is as it was."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rusplan.build.beside import Beside
from rusplan.publish.file_list import BUILT

from tests.build.test_package import MKDOCS_YML
from tests.built import ROOT, files_of

Preparing = Callable[[Path], None]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with its site."""
    root = tmp_path_factory.mktemp("projekt")
    shutil.copytree(ROOT / "tests/golden/bas/data", root / "data")
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    (root / "site").mkdir()
    (root / "site/.git").write_text("gitdir: annanstans\n", encoding="utf-8")
    (root / "site/gammal.html").write_text("Något som inte byggs längre.", encoding="utf-8")
    done = finished(start(root))
    assert done[0] == 0, done[1]
    return root


def start(root: Path, largest: int | None = None) -> subprocess.Popen[str]:
    """A build that begins; no file can be larger than `largest`, as on a disk that is full."""

    def limited() -> None:
        if largest:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=root,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | {"NO_MKDOCS_2_WARNING": "1"},
        preexec_fn=limited,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def finished(process: subprocess.Popen[str]) -> tuple[int, str]:
    said = process.communicate()[0]
    return process.returncode, said


def laid_beside(root: Path) -> list[str]:
    return [path.name for path in root.iterdir() if path.name.startswith(".site")]


def page(text: str, name: str = "prov.md") -> Preparing:
    def write(root: Path) -> None:
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / name).write_text(text, encoding="utf-8")

    return write


CAUSES: dict[str, tuple[Preparing, int | None, str]] = {
    "a link that leads nowhere, which is told when all is written": (page("# Prov\n\n[Dit](ingenstans.md)\n"), None, "ingenstans.md"),
    "a macro that does not exist": (page("# Prov\n\n{{ finns_inte() }}\n"), None, "finns_inte"),
    "a page where data makes one": (page("# Prov\n", "aktiviteter/2025/skog.md"), None, "finns två gånger"),
    "a disk that is full": (page("# Prov\n"), 60_000, "File too large"),
}  # fmt: skip


@pytest.mark.parametrize("cause", list(CAUSES))
def test_build_that_fails_leaves_the_site_as_it_was(built: Path, cause: str) -> None:
    prepare, largest, told = CAUSES[cause]
    before = files_of(built / "site")
    assert {"index.html", ".git", "aktiviteter/2025/skog/index.html"} <= set(before)
    assert "gammal.html" not in before, "a build that succeeds leaves nothing of the site before it"
    prepare(built)
    try:
        code, said = finished(start(built, largest))
    finally:
        shutil.rmtree(built / "docs")
        (built / "docs").mkdir()
    assert code != 0
    assert told in said
    assert files_of(built / "site") == before
    assert laid_beside(built) == []


def test_build_that_is_killed_leaves_the_site_as_it_was_and_the_next_one_succeeds(built: Path) -> None:
    before = files_of(built / "site")
    process = start(built)
    while not (built / ".site.ny").exists():
        assert process.poll() is None
    process.kill()
    finished(process)
    assert files_of(built / "site") == before
    assert finished(start(built))[0] == 0
    assert files_of(built / "site") == before
    assert laid_beside(built) == []


def test_site_that_cannot_take_its_place_leaves_the_old_one_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = Beside(tmp_path / "site")
    for folder, names in ((tmp_path / "site", "ab"), (beside.folder, "bcd")):
        folder.mkdir()
        for name in names:
            (folder / name).write_text(folder.name, encoding="utf-8")
    move = shutil.move

    def refused(source: Path, target: Path) -> None:
        if target == tmp_path / "site/c":
            raise OSError(28, "No space left on device")
        move(source, target)

    monkeypatch.setattr(shutil, "move", refused)
    with pytest.raises(OSError, match="No space"):
        beside.take_place()
    assert files_of(tmp_path / "site") == {"a": b"site", "b": b"site"}


def test_what_stands_in_well_known_is_of_this_build_and_all_else_with_a_dot_is_left(tmp_path: Path) -> None:
    for name in (".well-known/security.txt", ".well-known/gammal.txt", ".nojekyll"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text("före", encoding="utf-8")
    beside = Beside(tmp_path / "site")
    (beside.folder / ".well-known").mkdir(parents=True)
    (beside.folder / ".well-known/security.txt").write_text("efter", encoding="utf-8")
    beside.take_place()
    standing = files_of(tmp_path / "site")
    assert standing.pop(BUILT).decode().split("  ")[1] == ".well-known/security.txt\n"
    assert standing == {".well-known/security.txt": b"efter", ".nojekyll": "före".encode()}

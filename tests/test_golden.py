"""Each folder in tests/golden/fel is a mistake that an editor made in tests/golden/bas, and what the editor is told."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from rusplan.checks import CHECKS, read_collection
from rusplan.data.problems import DataFel, as_text
from rusplan.data.reading import read_what_can_be_read
from rusplan.data.yaml_mistakes import YAML_MESSAGES
from rusplan.data.yaml_text import MAX_BYTES

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(case.name for case in (GOLDEN / "fel").iterdir())
SKOG = "data/2025/aktiviteter/skog.yml"


def turn_into_folder(file: Path) -> None:
    """A folder where the file was."""
    file.unlink()
    file.mkdir()


def turn_into_link(file: Path) -> None:
    """A symbolic link to another file where the file was."""
    file.unlink()
    file.symlink_to("vatten.yml")


# What git cannot keep, or should not: made in the copy.
MADE: dict[str, Callable[[Path], object]] = {
    "filen-ar-storre-an-en-megabyte": lambda root: (root / SKOG).write_bytes(b"#" * (MAX_BYTES + 1)),
    "filen-ar-en-lank": lambda root: turn_into_link(root / SKOG),
    "filen-ar-en-mapp": lambda root: turn_into_folder(root / SKOG),
    "filen-far-inte-lasas": lambda root: (root / SKOG).chmod(0),
    "filnamn-som-inte-ar-utf-8": lambda root: (root / os.fsdecode(b"data/2025/utfall/sk\xf6g.yml")).touch(),
    "mappen-data-saknas": lambda root: shutil.rmtree(root / "data"),
}


def lay_out(case: str, root: Path) -> Path:
    """The base with the mistake of `case` in it, below `root`."""
    shutil.copytree(GOLDEN / "bas/data", root / "data")
    removed = GOLDEN / "fel" / case / "tas-bort.txt"
    for name in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
        (root / "data" / name).unlink()
    if (overlay := GOLDEN / "fel" / case / "data").exists():
        shutil.copytree(overlay, root / "data", dirs_exist_ok=True)
    MADE.get(case, Path)(root)
    return root


def told(root: Path) -> str:
    """What the editor is told, as a file's text."""
    try:
        read_collection(root)
    except DataFel as error:
        return as_text(error.problems) + "\n"
    return ""


@pytest.fixture(autouse=True)
def no_rights_for_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """File modes hold for root too, so that the suite tells the same in a container."""
    read = Path.read_bytes

    def read_if_allowed(path: Path) -> bytes:
        if path.is_file() and not path.stat().st_mode & 0o400:
            raise PermissionError(path)
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", read_if_allowed)


def test_base_is_right(tmp_path: Path) -> None:
    assert told(lay_out("", tmp_path)) == ""


@pytest.mark.parametrize("case", CASES)
def test_mistake_is_told(case: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    expected, said = GOLDEN / "fel" / case / "problem.txt", told(lay_out(case, tmp_path))
    assert said, "no mistake was found"
    if request.config.getoption("--update-golden"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", sorted(str(path.relative_to(GOLDEN / "bas")) for path in GOLDEN.glob("bas/data/**/*.yml"))
)
def test_file_that_cannot_be_read_is_told_of_alone(name: str, tmp_path: Path) -> None:
    """What refers to it cannot be judged, and is not called wrong."""
    root = lay_out("", tmp_path)
    with (root / name).open("a", encoding="utf-8") as file:
        file.write("<<<<<<< HEAD\n")
    (only,) = told(root).splitlines()
    assert only.startswith(f"{name}:")


def test_source_of_another_year_is_not_judged_while_the_plan_that_describes_it_cannot_be_read(tmp_path: Path) -> None:
    root = lay_out("", tmp_path)
    skog = root / "data/2025/aktiviteter/skog.yml"
    skog.write_text(skog.read_text(encoding="utf-8").replace("dokument: plan-2025", "dokument: plan-2024"), "utf-8")
    assert "som gäller 2024, men filen gäller 2025" in told(root)
    with (root / "data/2024/plan.yml").open("a", encoding="utf-8") as file:
        file.write("<<<<<<< HEAD\n")
    (only,) = told(root).splitlines()
    assert only.startswith("data/2024/plan.yml:")


@pytest.mark.parametrize("message", [swedish for _, swedish in YAML_MESSAGES])
def test_every_message_about_yaml_has_a_case(message: str) -> None:
    assert any(message in path.read_text(encoding="utf-8") for path in GOLDEN.glob("fel/*/problem.txt"))


def test_every_rule_has_a_case(tmp_path: Path) -> None:
    silent = set(CHECKS)
    for case in CASES:
        samling, _ = read_what_can_be_read(lay_out(case, tmp_path / case))
        silent -= {rule for rule in silent if samling and any(rule(samling))}
    assert not silent


@pytest.mark.parametrize("name", ["Thumbs.db", "desktop.ini", ".DS_Store", "~$plan.docx", "skog.yml~", ".skog.yml.swp"])
def test_what_systems_and_editors_leave_is_no_data(name: str, tmp_path: Path) -> None:
    root = lay_out("", tmp_path)
    for folder in ("data", "data/2025", "data/2025/aktiviteter"):
        (root / folder / name).write_bytes(b"x")
    assert told(root) == ""

"""Documents that are kept as they were decided: what is told where they are not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rusplan.data.kept_documents import (
    Bevarad,
    checksum,
    is_kept_folder,
    kept_documents,
    problems_of_kept,
    written_sums,
)

FOLDER, SUMS = "data/2025/dokument", "data/2025/dokument/kontrollsummor.txt"
BACK = "hämta tillbaka filen ur versionshistoriken: det som är beslutat ändras inte"
PLAN, REPORT = (
    Bevarad(år="2025", namn=name, summa=checksum(name.encode())) for name in ("plan.pdf", "berattelse.docx")
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two documents of 2025; a folder of that name elsewhere is none of a year."""
    (tmp_path / FOLDER).mkdir(parents=True)
    for kept in (PLAN, REPORT):
        (tmp_path / kept.sökväg).write_bytes(kept.namn.encode())
    (tmp_path / SUMS).write_bytes(written_sums([PLAN, REPORT]))
    (tmp_path / FOLDER / ".DS_Store").touch()
    (tmp_path / "data/gammalt/dokument").mkdir(parents=True)
    (tmp_path / "data/gammalt/dokument/plan.pdf").touch()
    return tmp_path


def told(root: Path) -> list[str]:
    return list(map(str, problems_of_kept(root)))


def test_documents_as_they_were_are_right_and_known_by_name(root: Path) -> None:
    assert told(root) == []
    assert list(kept_documents(root)) == [REPORT, PLAN]
    assert PLAN.sökväg == "data/2025/dokument/plan.pdf"
    assert (root / SUMS).read_text() == f"{REPORT.summa}  berattelse.docx\n{PLAN.summa}  plan.pdf\n"


def add_row(row: bytes) -> Callable[[Path], object]:
    return lambda root: (root / SUMS).write_bytes((root / SUMS).read_bytes() + row)


def link(root: Path) -> None:
    (root / PLAN.sökväg).rename(root / "plan.pdf")
    (root / PLAN.sökväg).symlink_to(root / "plan.pdf")


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        (lambda root: (root / PLAN.sökväg).write_bytes(b"x"), [f"{PLAN.sökväg}:1:1: filen är inte den som beslutades: kontrollsumman är en annan än i kontrollsummor.txt; {BACK}"]),
        (lambda root: (root / PLAN.sökväg).unlink(), [f"{SUMS}:2:67: plan.pdf finns inte; {BACK}"]),
        (link, [f"{SUMS}:2:67: plan.pdf finns inte; {BACK}"]),
        (add_row(b"sk\xe5l.pdf\n"), [f"{SUMS}:3:1: raden är «sk�l.pdf», men ska vara en kontrollsumma, två blanksteg och ett filnamn; {BACK}"]),
        (
            add_row(f"{PLAN.summa}  ../../plan.pdf\n".encode()),
            [f"{SUMS}:3:67: filnamnet är «../../plan.pdf», men ska sluta på .pdf eller .docx och ha små bokstäver a–z, siffror och bindestreck; {BACK}"],
        ),
        (
            lambda root: (root / SUMS).unlink(),
            [
                f"{FOLDER}/{name}:1:1: filen står inte i kontrollsummor.txt; flytta den härifrån, om den inte är ett beslutat dokument vars rad har tagits bort: {BACK}"
                for name in ("berattelse.docx", "plan.pdf")
            ],
        ),
    ],
)  # fmt: skip
def test_what_is_not_as_it_was_is_told_where_it_stands(
    change: Callable[[Path], object], problems: list[str], root: Path
) -> None:
    change(root)
    assert told(root) == problems


@pytest.mark.parametrize(
    ("path", "is_kept"),
    [("data/2025/dokument", True), ("data/2025/dokument/x", False), ("data/dokument", False), ("data/2025/dokumenten", False), ("data/2025/utfall/dokument", False)],
)  # fmt: skip
def test_folder_of_kept_documents_is_known_by_its_place(path: str, is_kept: bool) -> None:
    assert is_kept_folder(path) is is_kept

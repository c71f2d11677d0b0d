"""What is decided is kept as PDF and Word, published as it is for ever, and may not be changed."""

import hashlib
import shutil
from pathlib import Path

import pytest
from rusplan.build.made_downloads import Nedladdningar, Omfattning
from rusplan.checks import read_and_check, read_collection
from rusplan.editing import keep_document
from rusplan.render.renderer import Renderer
from rusplan.site.downloads import Nedladdning
from rusplan.site.sajt import Sajt

from tests.drafts.half_written import half_written
from tests.editing.files import Run, change, contents
from tests.editing.test_decide import DECIDE, write_the_rest
from tests.permalinks.conftest import run as run_in

FOLDER = "data/2026/dokument"
NAMES = ("plan-2026-beslutad.docx", "plan-2026-beslutad.pdf")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = half_written(tmp_path)
    write_the_rest(project)
    return project


run = run_in


def files(project: Path) -> dict[str, Nedladdning]:
    """The documents that a build without the extra offers, by address."""
    samling = read_collection(project).publikt
    made = Nedladdningar(sajt=Sajt(samling=samling), renderer=Renderer(samling), omfattning=Omfattning.VANLIGA)
    return {file.adress: file for file in made.filer if file.adress.startswith("dokument/")}


def test_a_decided_plan_is_kept_with_checksums_that_others_can_try(run: Run, project: Path) -> None:
    code, said, _ = run(*DECIDE)
    assert code == 0
    assert f"Det som beslutades är sparat som PDF och Word i {FOLDER}. Ändra aldrig de filerna." in said
    rows = (project / FOLDER / "kontrollsummor.txt").read_text(encoding="utf-8").splitlines()
    assert rows == [f"{hashlib.sha256((project / FOLDER / name).read_bytes()).hexdigest()}  {name}" for name in NAMES]


def test_it_is_published_as_it_is_without_the_extra_whatever_data_says_later(run: Run, project: Path) -> None:
    run(*DECIDE)
    decided = {f"dokument/2026/{name}": (project / FOLDER / name).read_bytes() for name in NAMES}
    change(project, "data/2026/aktiviteter/vatten.yml", "Vi räknar gäddor.", "Vi räknar abborrar.")
    offered = files(project)
    assert {address: file.innehåll for address, file in offered.items()} == decided
    for file in offered.values():
        assert file.titel == "Verksamhetsplan 2026, som den beslutades"
        assert file.sidor == ("planer/2026/", "planer/2026/utskrift/")


def test_a_kept_document_that_is_changed_or_gone_is_a_mistake_of_its_own(run: Run, project: Path) -> None:
    run(*DECIDE)
    changed, gone = (project / FOLDER / name for name in NAMES)
    changed.write_bytes(changed.read_bytes() + b" ")
    gone.unlink()
    (project / FOLDER / "plan-2026-egen.pdf").write_bytes(b"%PDF")
    told = [str(problem) for problem in read_and_check(project)[1]]
    assert len(told) == 3
    assert any(f"{FOLDER}/{NAMES[0]}" in row and "filen är inte den som beslutades" in row for row in told)
    assert any(f"{FOLDER}/kontrollsummor.txt" in row and f"{NAMES[1]} finns inte" in row for row in told)
    assert any(f"{FOLDER}/plan-2026-egen.pdf" in row and "står inte i kontrollsummor.txt" in row for row in told)


def test_a_decision_without_the_extra_says_how_the_document_is_kept_later(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(keep_document, "has_extra", lambda: False)
        code, said, _ = run(*DECIDE)
        assert code == 0
        assert "kör sedan «rusplan keep 2026»" in said
        assert not (project / FOLDER).exists()
    assert run("keep", "2026")[0] == 0
    assert {path.name for path in (project / FOLDER).iterdir()} == {*NAMES, "kontrollsummor.txt"}
    before = contents(project)
    assert run("keep", "2026")[2] == "Allt som är beslutat för 2026 är redan sparat. Inget är ändrat.\n"
    assert contents(project) == before


def test_a_kept_document_is_registered_and_missed_if_it_is_taken_away_with_its_checksum(
    run: Run, project: Path
) -> None:
    run("permalinks")
    assert run(*DECIDE)[0] == 0
    register = (project / "data/permalankar.yml").read_text(encoding="utf-8")
    for name in NAMES:
        assert f"  - /dokument/2026/{name}\n" in register
    shutil.rmtree(project / FOLDER)
    told = [str(problem) for problem in read_and_check(project)[1]]
    assert len([row for row in told if "/dokument/2026/plan-2026-beslutad" in row and "görs inte längre" in row]) == 2

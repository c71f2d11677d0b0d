"""Files of an older format are read as if they were of the newest, and `rusplan upgrade` writes them in it."""

import io
import shutil
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from rusplan.checks import read_collection
from rusplan.commands.cli import main
from rusplan.data import dataformat
from rusplan.data.dataformat import Group, stated_format, with_origin_of_documents
from rusplan.data.kinds import place
from rusplan.data.yaml_text import Plain

from tests.older_formats import UPGRADERS, as_format_one

BAS = Path(__file__).parent / "golden/bas"
Run = Callable[..., tuple[int, str, str]]
SKOG = "data/2025/aktiviteter/skog.yml"
ORGANISATION = "data/organisation.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small collection, as it is."""
    shutil.copytree(BAS / "data", tmp_path / "data")
    return tmp_path


@pytest.fixture
def older(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small collection in format 1, and an engine that has seen two changes of format."""
    as_format_one(project)
    monkeypatch.setattr(dataformat, "UPGRADERS", UPGRADERS)
    return project


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return lambda root, *arguments: (main(["--rot", str(root), *arguments]), *capsys.readouterr())


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*.yml"))}


@pytest.mark.parametrize(
    ("organisation", "stated"),
    [
        (None, 1), (b"", 1), (b"namn: x\n", 1), (b"dataformat: 3\nnamn: x\n", 3), (b"\xef\xbb\xbfdataformat: 3\r\n", 3), (b"a: [\ndataformat: '2' # k\n", 2),
        (b"dataformat: tre\n", 1), (b"  dataformat: 3\n", 1), (b"dataformat: 0\n", 1), (b"namn: x\rdataformat: 12", 12),
    ],
)  # fmt: skip
def test_format_is_what_organisation_says_and_else_the_first(organisation: bytes | None, stated: int) -> None:
    assert stated_format(organisation) == stated


@pytest.mark.parametrize(
    ("path", "document", "upgraded"),
    [
        ("plan", {"id": "p", "titel": "P", "typ": "verksamhetsplan", "tillgänglig": "ja", "utgivare": "X"},
         "id titel typ ursprung läge tillgänglig utgivare"),
        ("berattelse", {"tillgänglig": "nej", "titel": "B", "id": "b"}, "id titel ursprung tillgänglig"),
        ("plan", {"id": "p", "ursprung": "skrivet_här"}, "id ursprung"),
        ("budget", {"id": "b"}, "id"),
    ],
)  # fmt: skip
def test_document_of_format_one_gets_its_origin_after_what_names_it(
    path: str, document: dict[str, Plain], upgraded: str
) -> None:
    where = place(f"data/2025/{path}.yml")
    assert where
    content: Group = {"dokument": dict(document), "sammanfattning": "Kort."}
    after = with_origin_of_documents(where, content)
    written = after["dokument"]
    assert isinstance(written, dict)
    assert list(written) == upgraded.split()
    assert written.get("ursprung") in (None, "inläst", document.get("ursprung"))
    assert written.get("läge") in (None, "beslutad")
    assert list(after) == ["dokument", "sammanfattning"]


def test_older_files_are_read_as_the_newest(older: Path) -> None:
    assert "namn: Skogen\n" in (older / SKOG).read_text(encoding="utf-8")
    activity = read_collection(older).aktiviteter["2025/skog"].plan.innehåll
    assert (activity.titel, activity.dagar) == ("Skogen", Decimal(12))
    assert read_collection(older).webbplats.innehåll.dataformat == 3


def test_check_says_that_the_files_can_be_upgraded(older: Path, run: Run) -> None:
    code, said, _ = run(older, "check")
    assert code == 0
    assert said.splitlines()[1].startswith("Filerna i data är skrivna i format 1. Allt fungerar")
    run(older, "upgrade", "--yes")
    assert len(run(older, "check")[1].splitlines()) == 1


def test_upgrade_shows_its_rows_and_gives_the_files_of_the_newest_format(older: Path, run: Run) -> None:
    before = contents(older)
    code, said, _ = run(older, "upgrade", "--yes")
    assert code == 0
    assert (
        "--- data/2025/aktiviteter/skog.yml\n+++ data/2025/aktiviteter/skog.yml\n@@ -1,2 +1,2 @@\n-namn: Skogen\n+titel: Skogen\n"
        in said
    )
    assert "-arbetstid: 12 dagar\n+dagar: 12\n" in said
    assert said.endswith("Filerna i data är nu skrivna i format 3. Spara det i git som en ändring för sig.\n")
    after = contents(older)
    original = contents(BAS)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {name for name in before if "/aktiviteter/" in name} | {ORGANISATION}
    assert all(after[name] == original[name] for name in changed - {ORGANISATION})
    assert after[ORGANISATION].startswith(b"dataformat: 3\n")
    assert run(older, "upgrade")[:2] == (
        0,
        "Inget att göra: filerna i data är skrivna i format 3, som är det nyaste.\n",
    )


@pytest.mark.parametrize(("answer", "code"), [("ja\n", 0), ("nej\n", 1), ("", 1), ("kanske\n", 1)])
def test_upgrade_asks_first_and_changes_nothing_without_a_yes(
    answer: str, code: int, older: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(older)
    monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
    ended, said, mistakes = run(older, "upgrade")
    assert ended == code
    assert "+titel: Skogen\n" in said
    assert "filer? Skriv ja eller nej: " in said
    assert (contents(older) == before) == bool(code) == (mistakes == "Inget är ändrat.\n")


def test_comments_and_line_ends_stay_through_an_upgrade(older: Path, run: Run) -> None:
    path = older / SKOG
    path.write_bytes(b"# v\xc3\xa5r skog\r\n" + path.read_bytes().replace(b"\n", b"\r\n"))
    run(older, "upgrade", "--yes")
    assert path.read_bytes() == b"# v\xc3\xa5r skog\r\n" + (BAS / SKOG).read_bytes().replace(b"\n", b"\r\n")


def test_mistake_in_an_older_file_is_told_with_its_row_and_what_to_run(older: Path, run: Run) -> None:
    path = older / SKOG
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("arbetstid: 12 dagar", "arbetstid: tolv dagar"), encoding="utf-8")
    _, said, _ = run(older, "check")
    row = next(line for line in said.splitlines() if line.startswith(SKOG))
    assert row.startswith(f"{SKOG}:1:1: «dagar» är «tolv»")
    assert row.endswith("; filen är skriven i format 1, så kör rusplan upgrade först")
    assert run(older, "upgrade", "--yes")[0] == 0
    assert f"{SKOG}:5:8: «dagar» är «tolv»" in run(older, "check")[1]


def test_file_that_cannot_be_read_stops_the_upgrade_before_anything_is_changed(older: Path, run: Run) -> None:
    (older / "data/2025/plan.yml").write_text("dokument: [\n", encoding="utf-8")
    before = contents(older)
    code, said, _ = run(older, "upgrade", "--yes")
    assert code == 1
    assert said.startswith("data/2025/plan.yml:")
    assert contents(older) == before


def test_nothing_outside_the_project_is_written_because_of_a_link(older: Path, run: Run, tmp_path: Path) -> None:
    elsewhere = tmp_path / "annan.yml"
    (older / SKOG).rename(elsewhere)
    (older / SKOG).symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    assert run(older, "upgrade", "--yes")[0] == 0
    assert elsewhere.read_bytes() == before


@pytest.mark.parametrize("command", [("rename", "2025/skog", "2025/park"), ("permalinks",)])
def test_commands_that_write_data_ask_for_an_upgrade_first(command: tuple[str, ...], older: Path, run: Run) -> None:
    before = contents(older)
    code, said, _ = run(older, *command)
    assert code == 1
    assert (
        said
        == f"{ORGANISATION}:1:1: filerna i data är skrivna i format 1, men kommandot ändrar bara filer i format 3; kör rusplan upgrade först\n"
    )
    assert contents(older) == before


@pytest.mark.parametrize("command", [("check",), ("upgrade", "--yes"), ("permalinks",)])
def test_newer_files_than_the_engine_knows_are_told_of_by_that_alone(
    command: tuple[str, ...], project: Path, run: Run
) -> None:
    path = project / ORGANISATION
    text = path.read_text(encoding="utf-8").replace("dataformat: 2\n", "")
    path.write_text(f"{text}dataformat: 7\n", encoding="utf-8")
    (project / SKOG).write_text("ett: nytt fält\n", encoding="utf-8")
    code, said, _ = run(project, *command)
    assert code == 1
    assert said == (
        f"{ORGANISATION}:{text.count(chr(10)) + 1}:13: «dataformat» är 7, men den här versionen av rusplan kan bara läsa format 1–2; "
        "installera en nyare version av rusplan\n"
    )


def test_upgrade_in_the_first_format_writes_the_number_out_and_nothing_else(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dataformat, "UPGRADERS", ())
    path = project / ORGANISATION
    text = path.read_text(encoding="utf-8").replace("dataformat: 2\n", "")
    path.write_text(text, encoding="utf-8")
    before = contents(project)
    assert run(project, "upgrade", "--yes")[0] == 0
    assert contents(project) == {**before, ORGANISATION: f"dataformat: 1\n{text}".encode()}


def test_the_sites_own_files_are_in_the_newest_format() -> None:
    organisation = (Path(__file__).parents[1] / ORGANISATION).read_bytes()
    assert b"dataformat:" in organisation
    assert stated_format(organisation) == dataformat.newest()

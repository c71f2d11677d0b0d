"""What LibreOffice has opened and saved is read as what it has not touched. Run with `make test-office`."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from rusplan.changes.formats import as_lines
from rusplan.checks import read_collection
from rusplan.exchange.docx_blocks import read_document
from rusplan.exchange.docx_plan import Känt, plan_of
from rusplan.exchange.excel_in import read_workbook
from rusplan.exchange.excel_out import workbook

from tests.exchange.books import Sheet, book_of
from tests.exchange.invented_plan import AREAS, STYLES, invented, saved

BAS, EXAMPLE = Path("tests/golden/bas"), Path("macros/rusplan/example")
Save = Callable[[Path, str], bytes]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Opens a file in LibreOffice and saves it, in another form if asked."""

    def call(path: Path, form: str) -> bytes:
        program = shutil.which("soffice") or pytest.fail(
            "LibreOffice is not here: apt-get install libreoffice-calc libreoffice-writer"
        )
        out = tmp_path / "sparad"
        profile = f"-env:UserInstallation=file://{tmp_path}/profil"
        command = [program, profile, "--headless", "--convert-to", form, "--outdir", str(out), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return (out / path.with_suffix(f".{form}").name).read_bytes()

    return call


@pytest.mark.parametrize("form", ["xlsx", "ods"])
@pytest.mark.parametrize("root", [BAS, EXAMPLE])
def test_workbook_that_libreoffice_has_saved_changes_nothing(tmp_path: Path, save: Save, root: Path, form: str) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(workbook(read_collection(root), "2025"))
    found = read_workbook(root, save(path, form))
    assert (found.fel, found.innehåll, found.sagt) == ((), {}, ())


def test_what_was_changed_is_read_from_what_libreoffice_has_saved(tmp_path: Path, save: Save) -> None:
    path, book = tmp_path / "plan.xlsx", book_of(BAS)
    Sheet(book, "Aktiviteter").put("Skogen", "dagar_kommentar", '="Tolv"&" dagar"')
    Sheet(book, "Insatser").add(below="Bygga en bro.", aktivitet="Skogen", text="Rensa stigarna.\n\nVarje vår.")
    Sheet(book, "Händelser").put("Skogens dag", "datum", "2025-05-09")
    book.save(path)
    found = read_workbook(BAS, save(path, "xlsx"))
    assert found.fel == ()
    assert as_lines(found.ändringar) == [
        "Skogen 2025: kommentar om dagar satt till ”Tolv dagar”; ny insats: ”Rensa stigarna. Varje vår.”; "
        "den planerade händelsen Skogens dag: datum 10–11\u00a0maj 2025 → 9–11\u00a0maj 2025"
    ]


@pytest.mark.parametrize("way", [("docx",), ("odt", "docx")], ids=["saved", "written in Writer"])
@pytest.mark.parametrize("style", STYLES)
def test_plan_that_writer_has_saved_is_read_as_it_was(
    tmp_path: Path, save: Save, style: str, way: tuple[str, ...]
) -> None:
    path, plan = tmp_path / "plan.docx", invented()
    raw = saved(STYLES[style](plan))
    for form in way:
        path.write_bytes(raw)
        raw = save(path, form)
        path = path.with_suffix(f".{form}")
    before, after = (plan_of(read_document(each), Känt()) for each in (saved(STYLES[style](plan)), raw))
    assert [area.titel for area in after.områden] == list(AREAS)
    assert after.aktiviteter == before.aktiviteter
    assert (after.mål, after.budget, after.om) == (before.mål, before.budget, before.om)

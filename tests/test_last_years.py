"""A year that began as a copy of the one before: whatever is still last year's is named, wherever it came from."""

import re
import shutil
from pathlib import Path

import pytest
from rusplan.checks import read_collection
from rusplan.checks.left_to_do import left_to_do
from rusplan.data.model import Dokumenttyp
from rusplan.data.periods import Planperiod
from rusplan.data.problems import DataFel
from rusplan.editing.new_year import new_year

from tests.invented import INVENTED

ROOT = Path(__file__).parents[1]
YEAR = re.compile(r"2025")


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The invented body, with 2026 as a copy of 2025 in which only what stops the check has been mended."""
    shutil.copytree(INVENTED / "data", tmp_path / "data")
    shutil.copytree(INVENTED / "data/2025", tmp_path / "data/2026")
    for path in (tmp_path / "data/2026").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        if path.parent.name == "aktiviteter":
            text = re.sub(r"^(bygger_på|ny|upphör):\n(?:[ -].*\n)*", "", text, flags=re.M)
            text += f"bygger_på:\n  - aktivitet: 2025/{path.stem}\n    typ: fortsätter\n    grund: redaktionell\n"
        text = re.sub(r"^    id: 2025-.*\n", "", text, flags=re.M)
        text = re.sub(r"^(  id: verksamhets\w+-)2025$", r"\g<1>2026", text, flags=re.M)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def told(root: Path) -> list[str]:
    """Every mistake, a line each."""
    try:
        read_collection(root)
    except DataFel as error:
        return [str(problem) for problem in error.problems]
    return []


def test_copy_in_which_only_structure_is_mended_ends_in_errors_that_name_what_is_last_years(copied: Path) -> None:
    found = told(copied)
    of = {
        name: [row for row in found if f"data/2026/{name}.yml:" in row]
        for name in ("plan", "berattelse", "mal", "budget")
    }
    assert any(
        "«titel» är «Verksamhetsplan 2025», men filen gäller 2026; skriv «titel: Verksamhetsplan 2026»" in row
        for row in of["plan"]
    )
    assert any("«sammanfattning» talar om 2025, men filen gäller 2026" in row for row in of["plan"])
    assert any("«period» är 2025, men filen gäller 2026" in row for row in of["mal"])
    assert any(
        "«dokument» är «verksamhetsberattelse-2025», som gäller 2025, men filen gäller 2026" in row
        for row in of["budget"]
    )
    assert any(
        "samma dag som Styrgruppen beslutade om dokumentet i data/2025/berattelse.yml" in row
        for row in of["berattelse"]
    )
    outcomes = [row for row in found if "data/2026/utfall/hembygdens-dag.yml" in row]
    assert any(
        "före året som filen gäller, 2026; skriv årets datum, eller ta bort händelsen" in row for row in outcomes
    )
    for path in (copied / "data/2026").rglob("*.yml"):
        assert any(row.startswith(path.relative_to(copied).as_posix()) for row in found), (
            f"{path.name} is taken for 2026's"
        )


@pytest.mark.parametrize("name", ["verksamhetsplan-2024-2026", "plan-for-miljon", "verksamhetsplan-2026"])
def test_document_over_several_years_or_without_a_year_is_of_each(name: str, copied: Path) -> None:
    plan = copied / "data/2026/plan.yml"
    plan.write_text(
        plan.read_text(encoding="utf-8").replace("id: verksamhetsplan-2026", f"id: {name}"), encoding="utf-8"
    )
    assert not [row for row in told(copied) if "plan.yml" in row and "«id»" in row]


def test_text_that_is_last_years_is_left_to_do_until_it_is_said_to_hold(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/golden/bas/data", tmp_path / "data")
    old = tmp_path / "data/2025/aktiviteter/skog.yml"
    old.write_text(old.read_text(encoding="utf-8").replace("rita dem i GIS.", "rita dem i GIS 2025."), encoding="utf-8")
    new_year(tmp_path, Planperiod("2026"))
    skog, budget = (tmp_path / f"data/2026/{name}.yml" for name in ("aktiviteter/skog", "budget"))
    text = skog.read_text(encoding="utf-8").replace("sammanfattning:\n", "sammanfattning: Stigarna i skogen märks.\n")
    skog.write_text(
        text.replace(
            "insatser:\n", "insatser:\n  - text: Bygga en bro.\n  - text: Märka stigarna och rita dem i GIS 2026.\n"
        ),
        encoding="utf-8",
    )
    budget.write_text(
        budget.read_text(encoding="utf-8").replace("titel: Löner\n", "titel: Löner\n    utfall: 80000\n"),
        encoding="utf-8",
    )
    found = [str(problem) for problem in left_to_do(read_collection(tmp_path)) if "samma sak som 2025" in str(problem)]
    assert [row.partition(": «")[2] for row in sorted(found)] == [
        "sammanfattning» säger samma sak som 2025: «Stigarna i skogen märks.»; skriv årets text, eller lägg till «samma_som_förra_året: [sammanfattning]» i filen om den gäller även 2026",
        "insatser» säger samma sak som 2025: «Märka stigarna och rita dem i GIS 2026.»; skriv årets text, eller lägg till «samma_som_förra_året: [insatser]» i filen om den gäller även 2026",
        "rader» säger samma sak som 2025: «Löner: 80000 kr»; skriv årets text, eller lägg till «samma_som_förra_året: [rader]» i filen om den gäller även 2026",
    ]
    for path, said in ((skog, "[sammanfattning, insatser]"), (budget, "[rader]")):
        path.write_text(path.read_text(encoding="utf-8") + f"samma_som_förra_året: {said}\n", encoding="utf-8")
    assert not [problem for problem in left_to_do(read_collection(tmp_path)) if "samma sak" in problem.text]


def test_copy_in_which_every_year_has_been_exchanged_is_told_of_too(copied: Path) -> None:
    for path in (copied / "data/2026").rglob("*.yml"):
        text = path.read_text(encoding="utf-8").replace("2025", "2026")
        path.write_text(text.replace("aktivitet: 2026/", "aktivitet: 2025/"), encoding="utf-8")
    assert any("10 av 10 aktiviteter har ordagrant samma sammanfattning som året före" in row for row in told(copied))


def test_document_need_not_say_what_its_file_says(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/golden/bas/data", tmp_path / "data")
    files = [tmp_path / f"data/2025/{name}.yml" for name in ("plan", "berattelse")]
    for path in files:
        path.write_text(re.sub("  typ: verksamhets.*\n", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    year = read_collection(tmp_path).årgångar["2025"]
    assert year.berättelse
    said = [file.innehåll.dokument.typ for file in (year.plan, year.berättelse)]
    assert said == [Dokumenttyp.VERKSAMHETSPLAN, Dokumenttyp.VERKSAMHETSBERÄTTELSE]

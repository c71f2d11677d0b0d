"""What is told when data/ as a whole cannot be used, and how values are written as JSON."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from rusplan.data.model import Budgetsumma, Händelse, Ordlista
from rusplan.data.problems import DataFel, Problem
from rusplan.data.reader import read_file
from rusplan.data.reading import read_data, read_what_can_be_read

from tests.built import ROOT
from tests.views.lillby import FILER, lay_out

NO_YEAR = "data:1:1: det finns inget år i data; lägg till en mapp som heter som året, med en plan.yml"


def test_data_without_a_year_is_told_of(tmp_path: Path) -> None:
    lay_out(tmp_path, {name: content for name, content in FILER.items() if "/" not in name})
    _, problems = read_what_can_be_read(tmp_path)
    assert list(map(str, problems)) == [NO_YEAR]


def test_whoever_wants_all_gets_every_problem_at_once(tmp_path: Path) -> None:
    lay_out(tmp_path)
    assert list(read_data(tmp_path).årgångar) == ["2024", "2025"]
    for name in ("ordlista.yml", "2025/plan.yml"):
        (tmp_path / "data" / name).write_text("titel: [\n", encoding="utf-8")
    with pytest.raises(DataFel) as error:
        read_data(tmp_path)
    assert {problem.fil for problem in error.value.problems} == {"data/ordlista.yml", "data/2025/plan.yml"}


def test_pipe_is_told_of_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yml")
    assert read_file(tmp_path / "a.yml", "data/a.yml", Ordlista) == [
        Problem("data/a.yml", 1, 1, "det här är ingen vanlig fil; ta bort den och lägg en textfil här")
    ]


def test_values_are_written_as_json_in_their_own_form() -> None:
    event = Händelse.model_validate({"titel": "Möte", "typ": "möte", "datum": "2025-05"})
    assert event.model_dump(mode="json")["datum"] == "2025-05"
    total = Budgetsumma.model_validate({"titel": "Summa", "budget": "12400.50"})
    assert total.model_dump(mode="json")["budget"] == "12400.50"


@pytest.mark.parametrize("folder", ["data/2025/utfall", "data/2025", "data"])
def test_folder_that_cannot_be_read_is_told_and_is_no_empty_one(folder: str, tmp_path: Path) -> None:
    """Root reads everything, but not without its rights to."""
    shutil.copytree(ROOT / "tests/golden/bas/data", tmp_path / "data")
    (tmp_path / folder).chmod(0)
    without = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    command = [*without, sys.executable, "-m", "rusplan.commands.cli", "--rot", str(tmp_path), "check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    (tmp_path / folder).chmod(0o755)
    told = f"{folder}:1:1: mappen går inte att läsa; kontrollera att du har rätt att läsa den, och kör igen\n"
    assert (done.stdout, done.returncode) == (told, 1), done.stderr

"""What would change if files were written, told before they are, with no git."""

import shutil
from pathlib import Path

from rusplan.changes.formats import as_lines
from rusplan.changes.not_saved import changes_to_make

from tests.changes.data_repository import BAS, SKOG, UTFALL
from tests.changes.test_two_kinds_of_year import PLAN, as_format_one

MUSEUM = "data/2025/aktiviteter/museum.yml"


def test_what_would_change_is_told_before_it_is_written(tmp_path: Path) -> None:
    shutil.copytree(BAS / "data", tmp_path / "data")
    skog = (tmp_path / SKOG).read_text(encoding="utf-8")
    contents = {
        SKOG: skog.replace("dagar: 12", "dagar: 9").encode(),
        MUSEUM: (tmp_path / MUSEUM).read_bytes(),
        UTFALL: None,
        "data/2025/utfall/vatten.yml": b"status: klar\n",
    }
    assert as_lines(changes_to_make(tmp_path, contents)) == [
        "Skogen 2025: dagar 12 → 9; utfallet togs bort",
        "Vattnet 2025: utfallet lades till, status satt till klar",
    ]
    assert (tmp_path / SKOG).read_text(encoding="utf-8") == skog


def test_what_would_change_in_files_of_an_older_format_is_told_as_they_mean(tmp_path: Path) -> None:
    shutil.copytree(BAS / "data", tmp_path / "data")
    as_format_one(tmp_path)
    before = (tmp_path / PLAN).read_text(encoding="utf-8")
    after = before.replace("Året då museet samlar sin verksamhet.", "Museets år.")
    assert as_lines(changes_to_make(tmp_path, {PLAN: after.encode()})) == [
        "Verksamhetsplan 2025: sammanfattning: ”Året då museet samlar sin verksamhet.” → ”Museets år.”"
    ]

"""What open data tells of a year is kept until that year changes, and all of it is then as if nothing had been kept."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from rusplan.build.kept import Kept
from rusplan.build.whole import whole
from rusplan.checks import read_and_check, read_collection
from rusplan.open_data.data_files import open_data
from rusplan.open_data.reader_csv import lists_as_csv
from rusplan.open_data.year_data import Årsdata, data_by_year
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt, seen
from rusplan.tools.questions import Answers, noting

from tests.open_data.published import BASE, ROOTS

OUTCOME, ACTIVITY = "data/2025/utfall/skog.yml", "data/2025/aktiviteter/museum.yml"
OF_NO_YEAR = ""


def read(root: Path, kept: Kept) -> Sajt:
    """The site of the project as the next build has it."""
    sajt = Sajt(samling=seen(read_collection(root, kept.files.read)), bas=BASE, bitar=kept.each_piece)
    answers = Answers({"fil": kept.files.checksum}, sajt, sajt.samling, sajt.graf)
    kept.begin(whole(sajt), answers)
    return sajt


def files_of(sajt: Sajt) -> dict[str, str | bytes]:
    """Every file of open data and every list."""
    renderer = Renderer(sajt.samling)
    lists = {file.adress: file.innehåll for file in lists_as_csv(sajt, renderer)}
    return {**dict(open_data(sajt, renderer, [])), **lists}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOTS["bas"] / "data", tmp_path / "data")
    return tmp_path


def replaced(project: Path, name: str, old: str, new: str) -> None:
    path = project / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def written_again(before: Mapping[str, Årsdata], after: Mapping[str, Årsdata]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) is not after.get(name)}


@pytest.mark.parametrize(
    ("name", "old", "new", "years"),
    [
        (OUTCOME, "sammanfattning: ", "sammanfattning: Prov. ", {"2025"}),
        (OUTCOME, "samverkan: [museet]", "samverkan: [fiskeradet]", {"2025", OF_NO_YEAR}),
        (ACTIVITY, "titel: Museet", "titel: Museet vid ån", {"2025"}),
        ("data/2025/budget.yml", "titel: Löner", "titel: Löner med mera", {"2025"}),
        ("data/2025/mal.yml", "titel: Stigar", "titel: Stigar för alla", {"2025"}),
        # What comes after it tells what it was called.
        ("data/2024/aktiviteter/utstallning.yml", "titel: ", "titel: Stora ", {"2024", "2025"}),
        ("data/2024/aktiviteter/tidning.yml", "dagar: ", "dagar: 1", {"2024"}),
        ("data/samverkan.yml", "namn: Åkerbo museum", "namn: Åkerbo stadsmuseum", {"2024", "2025", OF_NO_YEAR}),
        ("data/ordlista.yml", "En märkt väg", "Prov. En märkt väg", {OF_NO_YEAR}),
        ("data/organisation.yml", "namn: Åkerbo", "namn: Åkerbo prov", {"2024", "2025", OF_NO_YEAR}),
    ],
)
def test_years_that_a_change_does_not_touch_are_not_written_again(
    project: Path, name: str, old: str, new: str, years: set[str]
) -> None:
    kept = Kept()
    before = data_by_year(read(project, kept))
    replaced(project, name, old, new)
    sajt = read(project, kept)
    assert written_again(before, data_by_year(sajt)) == years
    assert files_of(sajt) == files_of(read(project, Kept()))


@pytest.mark.parametrize("fewest", [1, 99], ids=["made in copies", "made here"])
def test_whoever_asks_for_what_is_kept_has_asked_for_what_it_was_made_of(
    project: Path, monkeypatch: pytest.MonkeyPatch, fewest: int
) -> None:
    monkeypatch.setattr("rusplan.build.kept.FEWEST_PIECES", fewest)
    kept, first, second = Kept(), set[tuple[str, ...]](), set[tuple[str, ...]]()
    for questions in (first, second):
        sajt = read(project, kept)
        with noting(questions):
            data_by_year(sajt)
    assert first == second
    assert {("fil", OUTCOME), ("fil", ACTIVITY), ("fil", "data/ordlista.yml")} <= first


def test_events_of_several_years_stand_by_their_dates(project: Path) -> None:
    event = "händelser:\n  - {titel: Jul, typ: möte, datum: 2025-01}\n"
    replaced(project, "data/2024/aktiviteter/skog.yml", "källa:", f"{event}källa:")
    rows = str(files_of(read(project, Kept()))["data/handelser.csv"]).splitlines()[1:]
    dates = [row.split(",")[1] for row in rows]
    assert dates == sorted(dates)
    assert [row.split(",")[1] for row in rows if row.startswith("2024")] == ["2025-01"]


def test_a_preview_with_an_area_that_no_plan_has_is_made_all_the_same(project: Path) -> None:
    replaced(project, ACTIVITY, "område: kultur", "område: kulturr")
    samling, problems = read_and_check(project)
    assert samling
    assert [problem.fil for problem in problems] == [ACTIVITY]
    assert "kulturr" in str(files_of(Sajt(samling=seen(samling), bas=BASE))["data/aktiviteter.csv"])

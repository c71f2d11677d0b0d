"""Two hundred of the fuzzer's cases: whatever happens to a file, the editor is told where and nothing hangs or falls."""

import os
import re
import shutil
from pathlib import Path

import pytest
from rusplan.checks import read_collection
from rusplan.data.problems import DataFel

from tests.fuzz.fuzz import HARMLESS, HEAVY, MUTATIONS, Case, cases, share_near

ROOT = Path(__file__).parents[2]
HALVES = ((range(0, 100), MUTATIONS), (range(100, 200), MUTATIONS), (range(18), HEAVY))
SWEDISH = re.compile(r"[a-zåäö]")


@pytest.fixture(scope="module", params=HALVES, ids=["first", "second", "heavy"])
def found(request: pytest.FixtureRequest) -> list[Case]:
    """A hundred cases or fewer, each in a process of its own."""
    return list(cases(*request.param))


def test_each_case_gets_an_answer_in_five_seconds_of_processor(found: list[Case]) -> None:
    assert not [case for case in found if case.died]


def test_no_case_is_told_of_in_more_words_than_anybody_reads(found: list[Case]) -> None:
    assert max(len(case.problems) for case in found) <= 200


def test_each_case_is_valid_or_told_of_in_the_file_that_was_broken(found: list[Case]) -> None:
    lost = [case for case in found if case.problems and case.file not in {problem.fil for problem in case.problems}]
    assert not [case for case in lost if case.kind not in ("missing_row", "moved_in")], (
        "what others refer to is told of where they do"
    )


def test_nearly_all_are_told_of_within_two_rows(found: list[Case]) -> None:
    assert share_near(found) >= 0.95


def test_what_a_program_adds_by_itself_is_no_mistake(found: list[Case]) -> None:
    harmless = {mutation.__name__ for mutation in HARMLESS}
    assert not [case for case in found if case.kind in harmless and case.problems]


def test_every_message_is_a_sentence_and_no_traceback(found: list[Case]) -> None:
    texts = [problem.text for case in found for problem in case.problems]
    assert not [text for text in texts if "Traceback" in text or "Error" in text or not SWEDISH.search(text)]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the small collection."""
    shutil.copytree(ROOT / "tests/golden/bas/data", tmp_path / "data")
    return tmp_path


def told(root: Path) -> list[str]:
    """What is said of the data, a line each."""
    with pytest.raises(DataFel) as error:
        read_collection(root)
    return [f"{problem.fil}:{problem.rad} {problem.text}" for problem in error.value.problems]


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.mkdir(), "det här är en mapp"),
        (lambda path: os.mkfifo(path), "ingen vanlig fil"),
        (lambda path: path.symlink_to("/etc/hostname"), "en länk till en annan fil"),
        (lambda path: path.symlink_to(path), "en länk till en annan fil"),
        (lambda path: path.symlink_to("finns-inte.yml"), "en länk till en annan fil"),
    ],
)
def test_what_is_no_file_is_told_of_by_name(make: object, said: str, data: Path) -> None:
    path = data / "data/2025/aktiviteter/skog.yml"
    path.unlink()
    make(path)  # type: ignore[operator]
    assert any(line.startswith("data/2025/aktiviteter/skog.yml:1 ") and said in line for line in told(data))


def test_link_to_a_folder_elsewhere_is_not_followed(data: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("annat")
    (elsewhere / "hemlig.yml").write_text("titel: Hemlig\n")
    (data / "data/2025/fler").symlink_to(elsewhere)
    assert "Hemlig" not in "".join(told(data))


@pytest.mark.skipif(os.getuid() == 0, reason="root may read everything")
def test_file_that_may_not_be_read_is_told_of(data: Path) -> None:
    (data / "data/2025/aktiviteter/skog.yml").chmod(0)
    assert any("går inte att läsa" in line for line in told(data))

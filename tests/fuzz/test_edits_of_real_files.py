"""Random edits of the real files: each file says what was meant, and nothing but what was edited has changed. `make fuzz` does 5,000."""

from statistics import median

import pytest

from tests.fuzz.edits import Trial, trial


@pytest.fixture(scope="module")
def trials() -> list[Trial]:
    """Two hundred edits, every other of a file with comments, empty lines and other line ends."""
    return [trial(number) for number in range(200)]


def test_every_edit_comes_out_as_it_was_meant(trials: list[Trial]) -> None:
    assert not [each for each in trials if not each.right]


def test_half_of_the_edits_change_a_single_row(trials: list[Trial]) -> None:
    assert median(each.rows for each in trials) == 1


def test_comments_stay_where_nothing_goes(trials: list[Trial]) -> None:
    assert [each for each in trials if b"# k" in each.raw]
    assert not [(each.file, each.edit, each.lost) for each in trials if each.lost]


def test_line_ends_and_mark_stay(trials: list[Trial]) -> None:
    foreign = [each for each in trials if b"\r\n" in each.raw]
    assert foreign
    assert not [each.edit for each in foreign if b"\n" in each.done.raw.replace(b"\r\n", b"")]
    assert all(each.raw[:3] == each.done.raw[:3] for each in trials if each.raw.startswith(b"\xef\xbb\xbf"))


def test_no_file_is_written_anew_and_hardly_any_part(trials: list[Trial]) -> None:
    assert not [each.edit for each in trials if () in each.done.anew]
    assert sum(bool(each.done.anew) for each in trials) <= 2

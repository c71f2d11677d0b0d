"""How much of what costs a machine more than in proportion a text may hold."""

import pytest
from rusplan.data.bounds import long_word, many_marks, may_nest

MARK, BELOW = "\u0301", "\u0323"


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("a" + MARK * 30, None),
        ("a" + MARK * 31, 31),
        ("ab" + MARK * 40, 32),
        ("a" + (MARK + BELOW) * 20, 31),
        ("漢" * 40, None),
        (("漢" + MARK * 30) * 2, None),
        ("漢" * 5 + MARK * 31, 35),
        (MARK * 20 + "漢" + MARK * 31, 51),
        ("a" * 100, None),
    ],
)
def test_letter_with_more_than_thirty_marks_is_found(text: str, at: int | None) -> None:
    assert many_marks(text) == at


@pytest.mark.parametrize(
    ("text", "at"),
    [("a" * 400, None), ("a" * 401, 0), (f"ett {'å' * 401} till", 4), (f"{'a' * 300}-{'b' * 300}", None), ("", None)],
)
def test_word_of_more_than_four_hundred_letters_is_found(text: str, at: int | None) -> None:
    assert long_word(text) == at


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("[" * 3, False),
        ("[" * 4, True),
        ("[[{{", True),
        ("[[{", False),
        ("a:\n" + " " * 24 + "b: 1", False),
        ("a:\n" + " " * 25 + "b: 1", True),
        ("- " * 13 + "a", True),
        ("?\t:-" * 6, False),
        ("?\t:-" * 7, True),
    ],
)
def test_text_that_may_nest_deeper_is_known(text: str, may: bool) -> None:
    assert may_nest(text, 3) is may

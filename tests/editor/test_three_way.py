"""What two have written from the same beginning, joined."""

import pytest
from rusplan.data.yaml_text import Plain
from rusplan.editor.three_way import joined

BASE: Plain = {
    "titel": "Skogen",
    "dagar": "12",
    "insatser": [{"text": "Ett"}, {"text": "Två"}],
    "mål": ["a", "b"],
    "delar": ["a", "b", "c"],
}


def with_(**fields: Plain) -> dict[str, Plain]:
    assert isinstance(BASE, dict)
    return BASE | fields


def items(*texts: str) -> list[Plain]:
    return [{"text": text} for text in texts]


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        pytest.param(with_(dagar="13"), with_(titel="Skog"), with_(dagar="13", titel="Skog"), id="different fields"),
        pytest.param(with_(dagar="13"), with_(dagar="13"), with_(dagar="13"), id="the same in one field"),
        pytest.param(
            with_(insatser=items("Ett", "Två", "Min")),
            with_(insatser=items("Ett", "Din", "Två")),
            with_(insatser=items("Ett", "Din", "Två", "Min")),
            id="each a new part of a list",
        ),
        pytest.param(
            with_(insatser=items("Två", "Ett")),
            with_(insatser=items("Ett", "Två", "Din")),
            with_(insatser=items("Två", "Ett", "Din")),
            id="one moves parts and the other adds one",
        ),
        pytest.param(
            with_(insatser=items("Två")),
            with_(insatser=[{"text": "Ett"}, {"text": "Två", "samverkan": ["museet"]}]),
            with_(insatser=[{"text": "Två", "samverkan": ["museet"]}]),
            id="one removes a part and the other changes another",
        ),
        pytest.param(with_(mål=["b"]), with_(mål=["a", "b", "c"]), with_(mål=["b", "c"]), id="names in a list"),
        pytest.param(
            {**with_(), "ny": "x"}, {**with_(), "din": "y"}, {**with_(), "ny": "x", "din": "y"}, id="new fields"
        ),
    ],
)
def test_what_only_one_has_changed_is_joined(mine: Plain, theirs: Plain, both: Plain) -> None:
    assert joined(BASE, mine, theirs, {}) == (both, ())
    assert joined(BASE, theirs, mine, {})[1] == ()


@pytest.mark.parametrize(
    ("mine", "theirs", "at"),
    [
        pytest.param(with_(dagar="13"), with_(dagar="14"), ("dagar",), id="one field"),
        pytest.param(
            with_(insatser=[{"text": "Ett", "samverkan": "x"}, {"text": "Två"}]),
            with_(insatser=items("Två")),
            ("insatser", 0),
            id="a part that the other has removed",
        ),
        pytest.param(
            with_(delar=["c", "a", "b"]),
            with_(delar=["b", "a", "c"]),
            ("delar",),
            id="a list that both have put in another order",
        ),
        pytest.param({**with_(), "ny": "x"}, {**with_(), "ny": "y"}, ("ny",), id="a new field"),
    ],
)
def test_what_both_have_changed_is_chosen_and_nothing_is_lost_either_way(
    mine: Plain, theirs: Plain, at: tuple[str | int, ...]
) -> None:
    content, clashes = joined(BASE, mine, theirs, {})
    assert [clash.at for clash in clashes] == [at]
    assert content == theirs
    assert joined(BASE, mine, theirs, {0: True})[0] == mine
    assert joined(BASE, mine, theirs, {0: False})[0] == theirs


def test_a_file_that_one_has_taken_away_and_the_other_changed_is_chosen_as_a_whole() -> None:
    content, clashes = joined(BASE, None, with_(dagar="13"), {0: True})
    assert content is None
    assert [clash.at for clash in clashes] == [()]

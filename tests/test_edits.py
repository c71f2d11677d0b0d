"""Single values of a file are exchanged where the reader says that they stand; every other byte stays."""

import pytest
from rusplan.data.edits import EjFunnet, replace_values
from rusplan.data.yaml_text import Place, parse


@pytest.mark.parametrize(
    ("raw", "edits", "expected"),
    [
        (b"a: skog\n", {(1, 4): ("skog", "park")}, b"a: park\n"),
        (b"a: 'skog'  # skog\n", {(1, 4): ("skog", "park")}, b"a: 'park'  # skog\n"),
        (b'a: "skog"\r\nb: skog\r\n', {(2, 4): ("skog", "park")}, b'a: "skog"\r\nb: park\r\n'),
        (b"a: x\rb: skog\r", {(2, 4): ("skog", "park")}, b"a: x\rb: park\r"),
        (b"[skog, skog, skog]\n", {(1, 2): ("skog", "storskogen"), (1, 14): ("skog", "a")}, b"[storskogen, skog, a]\n"),
        (b"\xef\xbb\xbfa: skog", {(1, 4): ("skog", "park")}, b"\xef\xbb\xbfa: park"),
        (b"a: 2025/skog\n", {(1, 4): ("2025/skog", "2025/park")}, b"a: 2025/park\n"),
        (b"a: skog\n", {}, b"a: skog\n"),
    ],
)
def test_only_the_value_is_exchanged(raw: bytes, edits: dict[Place, tuple[str, str]], expected: bytes) -> None:
    assert replace_values(raw, edits) == expected


@pytest.mark.parametrize(
    "letters", ["å", "a\u030a", "ä e\u0301 a\u030a o\u0308"], ids=["one sign", "two signs", "many"]
)
def test_letters_of_two_signs_before_the_value_do_not_move_it(letters: str) -> None:
    raw = f"{{{letters}: skog, b: [skog]}}\n".encode()
    place = parse(raw, "a.yml").places["b", 0]
    assert replace_values(raw, {place: ("skog", "park")}).decode() == f"{{{letters}: skog, b: [park]}}\n"


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("a: skogen", 4),
        ("a: skog-park", 4),
        ("a: skog/park", 4),
        ("a: skog", 3),
        ("a: skog", 5),
        ("a: 'skog", 4),
        ("a", 9),
    ],
)
def test_value_that_does_not_stand_there_is_an_error_with_its_place(line: str, column: int) -> None:
    with pytest.raises(EjFunnet) as error:
        replace_values(line.encode(), {(1, column): ("skog", "park")})
    assert error.value.place == (1, column)
    assert str(error.value) == f"(1, {column})"

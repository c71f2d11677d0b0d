"""The edges of what is read as YAML, and the place that is told for each mistake."""

import pytest
from rusplan.data.decoding import of_page
from rusplan.data.yaml_text import MAX_DEPTH, parse


def told(text: str) -> list[tuple[int, int, str]]:
    """Each problem: row, column and the first words."""
    return [(p.rad, p.kolumn, " ".join(p.text.split()[:3])) for p in parse(text.encode(), "a.yml").problems]


def nested(sign: str, depth: int) -> str:
    """`depth` groups within each other, written in one of the ways of YAML."""
    if sign == "[":
        return "[" * depth + "x" + "]" * depth + "\n"
    if sign == "rows":
        return "".join(f"{' ' * i}a:\n" for i in range(depth - 1)) + f"{' ' * (depth - 1)}a: x\n"
    return f"{sign} " * depth + "x\n"


@pytest.mark.parametrize("sign", ["[", "-", "rows", "?"])
def test_thirty_levels_are_read_and_one_more_is_refused_at_its_row(sign: str) -> None:
    assert "för många nivåer" not in " ".join(text for _, _, text in told(nested(sign, MAX_DEPTH)))
    row = MAX_DEPTH + 1 if sign == "rows" else 1
    assert told(nested(sign, MAX_DEPTH + 1)) == [(row, 1, "för många nivåer")]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\nb: x\u200by\n", (2, 5, "raden innehåller ett")),
        ("\u200ba: 1\n", (1, 1, "raden innehåller ett")),
        ("a: 1\nb: [x\n", (2, 4, "en lista som")),
        ("a: 'x\nb: 1\nc: 'y'\n", (1, 4, "citattecknet här saknar")),
        ('a: "x\nb: 1\nc: "y"\n', (1, 4, "citattecknet här saknar")),
        ("a:\n\tb: 1\n", (2, 1, "raden har ett")),
        ("a: 1\n\u00a0b: 2\n", (2, 1, "raden har ett")),
        ("a: 1\na: 2\n", (2, 1, "fältet «a» står")),
        ("källa:\n  dokument:plan\n  avsnitt: Skog\n", (2, 3, "efter fältets namn")),
        ("länk: https://a.example\n  titel: Skog\n", (2, 3, "raden är längre")),
        ("a: 1\nb: x â€“ y\n", (2, 6, "«–» har blivit")),
        ("a: Â» y\n", (1, 4, "«»» har blivit")),
        ("a: rÃ¶d\n", (1, 5, "«ö» har blivit")),
        ("a: *b\n", (1, 4, "tecknen & och")),
        ("a: 1\nb: !c d\n", (2, 4, "texten börjar med")),
        ("a: Plan # 1\n", (1, 4, "texten efter #")),
        ("? [x]\n: y\n", (1, 3, "ett fältnamn ska")),
        ("a: 1\n<<<<<<< HEAD\n", (2, 1, "raden är kvar")),
        ("# bara det här\n", (1, 1, "filen är tom")),
    ],
)
def test_mistake_is_told_at_its_place(text: str, problem: tuple[int, int, str]) -> None:
    ((row, column, words),) = told(text)
    assert ((row, column), words.startswith(problem[2])) == (problem[:2], True), words


def test_every_value_and_every_name_has_its_place() -> None:
    parsed = parse(b"a: 1\nb:\n  - c: 2\n    d: [x, {e: 3}]\n", "a.yml")
    assert parsed.value == {"a": "1", "b": [{"c": "2", "d": ["x", {"e": "3"}]}]}
    assert parsed.places == {
        (): (1, 1), ("a",): (1, 4), ("b",): (3, 3), ("b", 0): (3, 5), ("b", 0, "c"): (3, 8), ("b", 0, "d"): (4, 8),
        ("b", 0, "d", 0): (4, 9), ("b", 0, "d", 1): (4, 12), ("b", 0, "d", 1, "e"): (4, 16),
    }  # fmt: skip
    assert parsed.keys == {
        ("a",): (1, 1), ("b",): (2, 1), ("b", 0, "c"): (3, 5), ("b", 0, "d"): (4, 5), ("b", 0, "d", 1, "e"): (4, 13),
    }  # fmt: skip


def test_file_that_is_too_large_is_not_read() -> None:
    assert told("#" * 1_000_000) == [(1, 1, "filen är tom")]
    assert told("#" * 1_000_001) == [(1, 1, "filen är större")]
    (problem,) = parse(b"#" * 3_000_000, "a.yml", 2).problems
    assert str(problem) == "a.yml:1:1: filen är större än 2 megabyte; dela upp den"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("titel: a\n" + "? - " * 15_000 + "a\n", (2, "för många nivåer")),
        ("- " * 12 + "? " * 5_000 + "a\n", (1, "för många nivåer")),
        ("titel: a" + "\u0301\u0323" * 40_000, (1, "en bokstav har fler än 30 accenter")),
        ("titel: a" + "\u0301" * 31, (1, "en bokstav har fler än 30 accenter")),
        ("titel: " + "ord" * 40_000, (1, "raden har ett ord med fler än 400")),
        ("".join(f"a{i}: x\n" for i in range(20_000)) * 2, None),
        ("".join(f"a{i}: &a{i} x\n" for i in range(20_000)), None),
    ],
)
def test_what_costs_more_than_in_proportion_is_told_of(text: str, said: tuple[int, str] | None) -> None:
    found = parse(text.encode(), "data/x.yml").problems
    assert 0 < len(found) <= 101
    if said:
        assert [(p.rad, p.text[: len(said[1])]) for p in found] == [said]


def test_long_addresses_and_letters_with_marks_are_read() -> None:
    text = f"länk: https://example.se/{'abc-' * 200}\nnamn: Vie\u0302\u0323t Nam och 漢字\n"
    assert parse(text.encode(), "data/x.yml").problems == []


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        (b"# Om\r\n\r\nVi.\r", "# Om\r\n\r\nVi.\r"),
        (b"\xef\xbb\xbfVi\t\xc3\xa5", "Vi\t\u00e5"),
        ("# Om\na\u200bb".encode(), (2, 2, "raden innehåller")),
        (b"# Om\n\na\x07", (3, 2, "raden innehåller")),
        (("# Om\na" + "\u0301" * 31).encode(), (2, 1, "en bokstav")),
        ("åa".encode("cp1252"), (1, 1, "filen är")),
        ("å".encode()[:1], (1, 1, "filen slutar")),
        ("Å".encode("utf-16-be"), (1, 1, "filen är")),
    ],
)
def test_page_is_read_as_it_stands_or_told_of_at_its_place(raw: bytes, read: object) -> None:
    found = of_page(raw)
    assert (found if isinstance(found, str) else (*found[:2], " ".join(found.text.split()[:2]))) == read

"""A new file with fields to fill in: what it says, what stands above the empty fields, and how they are taken out again."""

import pytest
from rusplan.data.edits import Blank, EjRedigerbar, with_blanks, without_blank_fields
from rusplan.data.yaml_text import Loc

WORDS = "ord " * 28


def test_blank_stands_empty_below_what_it_held_before() -> None:
    content = {
        "titel": "Skog",
        "dagar": Blank(före=(("2025", "12"), ("2024", ["a", "b c"]))),
        "grupp": {"behov": Blank(), "text": Blank(före=(("2025", f"{WORDS}slut\n\nNytt stycke."),))},
        "lista": [{"id": "x", "b": Blank()}, "y"],
        "tomt": {"a": Blank()},
    }
    assert with_blanks(content, "# Ny\n").decode() == (
        "# Ny\ntitel: Skog\n# 2025: 12\n# 2024:\n#   - a\n#   - b c\ndagar:\ngrupp:\n  behov:\n"
        f"  # 2025: {WORDS[:-5]}\n  # ord slut\n  # Nytt stycke.\n  text:\nlista:\n  - id: x\n    b:\n  - y\ntomt:\n  a:\n"
    )


@pytest.mark.parametrize(("length", "rows"), [(112, 1), (113, 2)])
def test_comment_is_no_longer_than_a_line_of_the_file(length: int, rows: int) -> None:
    """«# 2025: » takes eight of the 120 signs."""
    text = f"{'x' * (length - 2)} y"
    raw = with_blanks({"titel": "T", "a": Blank(före=(("2025", text),))})
    assert sum(row.startswith(b"#") for row in raw.splitlines()) == rows


def test_content_that_no_file_can_hold_is_refused() -> None:
    with pytest.raises(EjRedigerbar):
        with_blanks({"titel": "a\x00b", "dagar": Blank()})


STANDING = "# Ny\ntitel: Skog\n# 2025: 12\ndagar:\n# 2025: nej\nbehov: nej\ngrupp:\n  # Var\n  a:\n  b: 1\n"


@pytest.mark.parametrize(
    ("blank", "left"),
    [
        ([], STANDING),
        ([("dagar",)], STANDING.replace("# 2025: 12\ndagar:\n", "")),
        ([("behov",), ("finns-inte",), ("titel",)], STANDING),
        ([("grupp", "a"), ("dagar",)], STANDING.replace("# 2025: 12\ndagar:\n", "").replace("  a:\n", "")),
    ],
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_field_that_is_still_empty_goes_with_the_comment_above_it(
    blank: list[Loc], left: str, mark: str, line_break: str
) -> None:
    raw = (mark + STANDING.replace("\n", line_break)).encode()
    assert without_blank_fields(raw, blank).decode() == mark + left.replace("\n", line_break)

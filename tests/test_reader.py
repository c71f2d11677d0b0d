"""What looks odd and is right is read as meant; what is wrong is never a traceback."""

import unicodedata
from pathlib import Path

import pytest
from rusplan.data.model import Aktivitet, Term
from rusplan.data.problems import Problem
from rusplan.data.reader import Fil, read_file, read_text

SKOG_FILE = Path(__file__).parent / "golden/bas/data/2025/aktiviteter/skog.yml"
SKOG = SKOG_FILE.read_text(encoding="utf-8")
ODD = [*"\t\n\r :-[]{}\"'#&*!|>%@`?,~<=\\ä\x00\u00a0\u2028\ufeff", "- ", ": ", "\n---\n", "\n...\n", "[" * 40]


def term(raw: bytes) -> Term:
    """The glossary entry in `raw`, which must be right."""
    file = read_text(raw, "term.yml", Term)
    assert isinstance(file, Fil), list(map(str, file))
    return file.innehåll


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("null", "null"),
        ("~", "~"),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("12:30:45", "12:30:45"),
        ("2025-11-12", "2025-11-12"),
        ("1.50", "1.50"),
        ("=", "="),
        ("5 000 kr", "5 000 kr"),
        ('"Stigar: nya"', "Stigar: nya"),
        ("'Stigar: nya'", "Stigar: nya"),
        ("'Lars'' skog'", "Lars' skog"),
        ("skog#1", "skog#1"),
        ("Räkna!", "Räkna!"),
        ("skog&sjö", "skog&sjö"),
        ("2*3", "2*3"),
        ("&skog", None),
        ("*skog", None),
        ("!skog sjö", None),
        ("\n  &skog sjö", None),
        ("skog # en kommentar", None),
        ("https://akerbo.example:80/a", "https://akerbo.example:80/a"),
        ("1–2 stigar", "1–2 stigar"),
        ("{{ 7 * 7 }}", None),
        ("'{{ 7 * 7 }}'", "{{ 7 * 7 }}"),
        ("<b>fet</b>", "<b>fet</b>"),
        ("  skog   och  sjö  ", "skog och sjö"),
        ("skog\n  och sjö", "skog och sjö"),
        ('"skog\n\n  och sjö"', "skog och sjö"),
        ("\tskog", "skog"),
    ],
)
def test_scalar_stays_the_text_in_the_file(written: str, meant: str | None) -> None:
    raw = f"term: {written}\nförklaring: x\n".encode()
    if meant is None:
        assert not isinstance(read_text(raw, "term.yml", Term), Fil)
    else:
        assert term(raw).term == meant


@pytest.mark.parametrize("value", ["&a skog", "!a skog", "*a"])
@pytest.mark.parametrize(
    "written", ['{"term":VALUE,"förklaring":x}', "{förklaring: x, term: VALUE}", "term:\n  VALUE\nförklaring: x"]
)
def test_anchor_tag_or_alias_is_refused_wherever_a_value_begins(written: str, value: str) -> None:
    read = read_text(written.replace("VALUE", value).encode(), "term.yml", Term)
    assert not isinstance(read, Fil)
    assert "citattecken" in str(read[0])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("|\n  Rad ett\n  rad två\n", "Rad ett rad två"),
        ("|\n  Stycke: ett\n\n  Stycke två\n", "Stycke: ett\n\nStycke två"),
        (">\n  Rad ett\n  rad två\n\n  Stycke två\n", "Rad ett rad två\n\nStycke två"),
        ("|-\n  # ingen kommentar\n", "# ingen kommentar"),
        ("|2-\n    indraget\n", "indraget"),
        ("\n  på nästa rad\n", "på nästa rad"),
        ("Rad ett\n\n  Stycke två\n", "Rad ett\n\nStycke två"),
        ('"Rad ett\n\n  Stycke två"\n', "Rad ett\n\nStycke två"),
    ],
)
def test_text_over_several_lines_keeps_its_paragraphs(written: str, meant: str) -> None:
    assert term(f"term: x\nförklaring: {written}".encode()).förklaring == meant


PLAIN = "term: sjö\nförklaring: |\n  Ett vatten.\n\n  Med ö.\n"


@pytest.mark.parametrize(
    "raw",
    [
        PLAIN.encode("utf-8-sig"),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        unicodedata.normalize("NFD", PLAIN).encode(),
        PLAIN.rstrip("\n").encode(),
        f"# kommentar\n\n---\n{PLAIN}".encode(),
        f"{PLAIN}...\n".encode(),
        PLAIN.replace("term", '"term"').encode(),
        b'{"term": "sj\\u00f6", "f\\u00f6rklaring": "Ett vatten.\\n\\nMed \\u00f6."}',
    ],
    ids=["BOM", "CRLF", "CR", "NFD", "no last newline", "leading ---", "closing ...", "quoted key", "JSON"],
)
def test_file_from_another_editor_reads_the_same(raw: bytes) -> None:
    assert term(raw) == Term(term="sjö", förklaring="Ett vatten.\n\nMed ö.")


def test_problem_stands_at_the_value_or_at_the_nearest_part_that_the_file_has() -> None:
    file = read_file(SKOG_FILE, "skog.yml", Aktivitet)
    assert isinstance(file, Fil)
    assert file.problem(("bygger_på", 0, "typ"), "x") == Problem("skog.yml", 11, 10, "x")
    assert file.problem(("bygger_på", 0, "text"), "x") == Problem("skog.yml", 10, 5, "x")
    assert file.problem(("ny", "text"), "x") == Problem("skog.yml", 1, 1, "x")


def test_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    read = read_file(tmp_path / "saknas.yml", "saknas.yml", Term)
    assert not isinstance(read, Fil)
    assert [p.fil for p in read] == ["saknas.yml"]


def check_places(raw: bytes) -> None:
    """Whatever `raw` is, it is read or told as one-line problems that lie within it."""
    read = read_text(raw, "f.yml", Aktivitet)
    rows = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    if not isinstance(read, Fil):
        assert read
        assert all(1 <= p.rad <= rows and p.kolumn >= 1 and "\n" not in p.text for p in read)


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf", SKOG.encode()], ids=["empty file", "BOM", "real file"])
def test_no_bytes_give_a_traceback(start: bytes) -> None:
    for first in range(256):
        for last in b"\x00\n:a\xff":
            check_places(start + bytes([first, last]))


@pytest.mark.parametrize("odd", ODD)
def test_no_slip_of_the_hand_gives_a_traceback(odd: str) -> None:
    for place in range(0, len(SKOG), 3):
        check_places((SKOG[:place] + odd + SKOG[place:]).encode())
        check_places((SKOG[:place] + odd + SKOG[place + 5 :]).encode())
        check_places((SKOG[:place] + odd).encode())


@pytest.mark.parametrize("text", ["a:\n  " + "[\n" * 100_000, "[" * 500_000, "- " * 400_000, "{a: " * 200_000])
def test_nesting_without_end_does_not_crash_the_parser(text: str) -> None:
    check_places(text.encode())

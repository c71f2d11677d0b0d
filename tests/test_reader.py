"""What looks odd and is right is read as meant; what is wrong is never a traceback."""

import unicodedata
from pathlib import Path

import pytest
import yaml
from rusplan.data.model import Aktivitet, Händelse, Term, Utfall
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
        ("null", None),
        ("~", None),
        ("'~'", "~"),
        ('"null"', "null"),
        ("~skog", "~skog"),
        ("Null och Nix", "Null och Nix"),
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


TEXTS = {
    "one line": ("Ett stycke.", ["Ett stycke."]),
    "lines": ("Ett stycke.\nEtt till.\nOch ett.", ["Ett stycke.", "Ett till.", "Och ett."]),
    "parted": ("Ett stycke.\n\nEtt till: med kolon # och mer.", ["Ett stycke.", "Ett till: med kolon # och mer."]),
    "parted, over several lines": ("Ett\nstycke. Och\nmer.\n\n\nEtt till.", ["Ett stycke. Och mer.", "Ett till."]),
    "one paragraph over several lines": ("Ett stycke.\nDet går\növer flera rader.\n", ["Ett stycke. Det går över flera rader."]),
    "wide": (f"{'ord ' * 40}slut.\n\n{'och ' * 40}slut.", [f"{'ord ' * 40}slut.", f"{'och ' * 40}slut."]),
}  # fmt: skip


@pytest.mark.parametrize("style", ["|", ">", "'", '"', ""])
@pytest.mark.parametrize(("text", "paragraphs"), TEXTS.values(), ids=TEXTS)
def test_text_has_the_same_paragraphs_in_every_style_that_a_program_writes(
    style: str, text: str, paragraphs: list[str]
) -> None:
    written = yaml.dump({"term": "x", "förklaring": text}, default_style=style, allow_unicode=True).encode()
    assert term(written).förklaring.split("\n\n") == paragraphs


@pytest.mark.parametrize(
    "written",
    [
        "|\n  Ett långt\n  stycke.\n\n  Ett till.\n",
        "|-\n  Ett långt\n  stycke.\n\n\n  Ett till.",
        "|+\n  Ett långt stycke.\n  \n  Ett till.\n\n\n",
        "|\n  Ett långt stycke.\n  Ett till.\n",
        ">-\n  Ett långt\n  stycke.\n\n  Ett till.",
        ">\n  Ett långt\n  stycke.\n\n\n  Ett till.\n",
        '"Ett långt\n  stycke.\n\n  Ett till."',
        '"Ett långt stycke.\\nEtt till."',
        "'Ett långt\n  stycke.\n\n  Ett till.'",
        "Ett långt\n  stycke.\n\n  Ett till.",
        "\n  Ett långt\n  stycke.\n\n  Ett till.",
    ],
)
def test_text_has_the_same_paragraphs_in_every_style_that_a_person_writes(written: str) -> None:
    assert term(f"term: x\nförklaring: {written}\n".encode()).förklaring == "Ett långt stycke.\n\nEtt till."


EMPTY = ["", " ~", " null", " Null", " NULL", " ''", ' ""', " '  '", " []", " {}", " >-", "\n  # en kommentar"]
EVENT = "titel: Möte\ntyp: möte\ndatum: 2025\n"


@pytest.mark.parametrize("written", EMPTY)
@pytest.mark.parametrize("field", ["plats", "form", "antal", "slutdatum", "länk", "text", "samverkan", "program"])
def test_field_that_may_be_left_out_may_be_left_empty_however_that_is_written(field: str, written: str) -> None:
    without, empty = (read_text(raw.encode(), "h.yml", Händelse) for raw in (EVENT, f"{EVENT}{field}:{written}\n"))
    assert isinstance(empty, Fil), list(map(str, empty))
    assert empty.innehåll == without.innehåll  # type: ignore[union-attr]


@pytest.mark.parametrize("written", EMPTY)
@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("titel", "«titel» står tomt; fyll i det"),
        ("område", "«område» står tomt; fyll i det"),
    ],
)
def test_field_that_must_be_there_may_not_be_left_empty(field: str, told: str, written: str) -> None:
    rows = yaml.safe_load(SKOG)
    del rows[field]
    raw = f"{field}:{written}\n{yaml.safe_dump(rows, allow_unicode=True)}"
    (problem,) = read_text(raw.encode(), "a.yml", Aktivitet)  # type: ignore[misc]
    assert (problem.rad, problem.text) == (1, told)


@pytest.mark.parametrize("row", ["", "~", "''", "{}", "[]", "{text: ''}", "{text: , delar: [], samverkan: ~}"])
def test_row_of_a_list_may_not_be_left_empty(row: str) -> None:
    (problem,) = read_text(f"{EVENT}program:\n  - text: Kaffe\n  - {row}\n".encode(), "h.yml", Händelse)  # type: ignore[misc]
    assert str(problem).endswith("«program» har en tom rad i sin lista; fyll i raden eller ta bort den")
    assert problem.rad == 6


def test_group_of_empty_fields_is_left_out() -> None:
    outcome = "status: ej\nsammanfattning: x\nkälla: {dokument: a, avsnitt: b}\n"
    file = read_text(f"{outcome}arbetstid:\n  bedömning: ''\n  text: ''\n".encode(), "u.yml", Utfall)
    assert isinstance(file, Fil)
    assert file.innehåll.arbetstid is None


@pytest.mark.parametrize(
    "written", ["plast:", "plast: ''", "program: [{text: x, delarna: []}]", "program: [{texten: ~}]"]
)
def test_field_that_nobody_knows_is_told_of_although_it_is_empty(written: str) -> None:
    told = [str(p) for p in read_text(f"{EVENT}{written}\n".encode(), "h.yml", Händelse)]  # type: ignore[union-attr]
    assert "okänt fält «" in told[0]


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

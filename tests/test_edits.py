"""Edits change what they are about and no other byte: each case is a file, what is done to it, and the file as it is then."""

from difflib import unified_diff
from pathlib import Path

import pytest
from rusplan.checks import read_collection
from rusplan.data.edits import (
    Edit,
    Edited,
    EjRedigerbar,
    Insert,
    Move,
    Put,
    Remove,
    Rename,
    edited,
    edited_to,
    plain,
    written,
)
from rusplan.data.edits.smallest_edits import pairs
from rusplan.data.model import Aktivitet, Delpost, Term
from rusplan.data.reader import Fil, read_file
from rusplan.data.values import parse_text
from rusplan.data.yaml_text import Plain, parse
from rusplan.editing.changed_together import told_anew
from rusplan.tools.resources import EXAMPLE

from tests.fuzz.edits import Trial, trial
from tests.invented import INVENTED
from tests.reviewed import AsReviewed

BAS = Path(__file__).parent / "golden/bas"
EDITED = Path(__file__).parent / "edits"
REVIEWED = EDITED / "reviewed.diff"
SKOG = BAS / "data/2025/aktiviteter/skog.yml"
ANDRA = """\
titel: Skog
dagar: 3  
insatser:
  # först
  - text: Ett
    # om delar
    delar:
      - a
      - b

  # sedan
  - text: "Två: tre"  # kvar

samverkan: [leks, smhi]
"""  # noqa: W291


# With «a: » before it, a text or a list of ids that just has room on its line; and a sign more.
ROOM, MORE = f"{'ord ' * 28}abcde", f"{'ord ' * 28}abcdef"
IDS: list[Plain] = ["x", "y" * 112]
MORE_IDS: list[Plain] = ["x", "y" * 113]
PARTED = "a:\n  - x: 1\n    y: >-\n      z\n\n  - x: 2\n\n  - x: 3\nb:\n- c:\n    - d\n"
CASES: dict[str, tuple[str, list[Edit], str]] = {
    "a value": ("a: 1\nb: 2\n", [Put(at=("a",), value="3")], "a: 3\nb: 2\n"),
    "quotes that were there": ("a: 'x'  # k\n", [Put(at=("a",), value="y")], "a: 'y'  # k\n"),
    "quotes that are needed": ("a: x\n", [Put(at=("a",), value="b: c")], 'a: "b: c"\n'),
    "no quotes for words of YAML": ("a: x\n", [Put(at=("a",), value="no")], "a: no\n"),
    "single quotes around double ones": ("a: x\n", [Put(at=("a",), value='# "b"')], "a: '# \"b\"'\n"),
    "quotes before a comment": ("a: 'x' # k\n", [Put(at=("a",), value="d" * 130)], f"a: '{'d' * 130}' # k\n"),
    "spaces before a value": ("a:    x\n", [Put(at=("a",), value="y")], "a:    y\n"),
    "an empty field": ("a:\nb: 1\n", [Put(at=("a",), value="x")], "a: x\nb: 1\n"),
    "an empty field within brackets": ("{a: , b: 1}\n", [Put(at=("a",), value="x")], "{a: x , b: 1}\n"),
    "a value that becomes empty": ("a: x\n", [Put(at=("a",), value="")], 'a: ""\n'),
    "CRLF": ("a: 1\r\nb:\r\n  - c\r\n", [Insert(at=("b", 1), value="d")], "a: 1\r\nb:\r\n  - c\r\n  - d\r\n"),
    "CR": ("a: 1\rb: 2\r", [Put(at=("c",), value="3")], "a: 1\rb: 2\rc: 3\r"),
    "no last line end": ("a: 1", [Put(at=("b",), value="2")], "a: 1\nb: 2"),
    "the last row without line end": ("a: 1\nb: 2", [Remove(at=("b",))], "a: 1"),
    "a byte order mark": ("\ufeffa: 1\n", [Put(at=("a",), value="2")], "\ufeffa: 2\n"),
    "letters of two signs": ("{a\u030a: x, b: [x]}\n", [Put(at=("b", 0), value="y")], "{a\u030a: x, b: [y]}\n"),
    "a new field in the model's order": ("a: 1\nc: 2\n", [Put(at=("b",), value="x", order=("a", "b", "c"))], "a: 1\nb: x\nc: 2\n"),
    "a new first field of an item": (
        "- a: 1\n".replace("-", "l:\n  -"), [Put(at=("l", 0, "b"), value="x", order=("b", "a"))], "l:\n  - b: x\n    a: 1\n",
    ),
    "a group": ("a: 1\n", [Put(at=("b",), value={"c": ["x: y", "z å"], "d": {}})], 'a: 1\nb:\n  c:\n    - "x: y"\n    - z å\n'),
    "a list of ids": ("a: 1\n", [Put(at=("b",), value=["leks", "smhi"])], "a: 1\nb: [leks, smhi]\n"),
    "an item within brackets": ("a: [x, y]\n", [Insert(at=("a", 1), value="z, å")], 'a: [x, "z, å", y]\n'),
    "the first of brackets goes": ("a: [x, y]\n", [Remove(at=("a", 0))], "a: [y]\n"),
    "the last of a list goes": ("a:\n  - x\nb: 1\n", [Remove(at=("a", 0))], "a: []\nb: 1\n"),
    "the first field of an item goes": ("a:\n  - b: 1\n    c: 2\n", [Remove(at=("a", 0, "b"))], "a:\n  - c: 2\n"),
    "an item in an empty list": ("a: []\n", [Insert(at=("a", 0), value={"b": "x"})], "a:\n  - b: x\n"),
    "a name": ("a:\n  - b: x\n    c: 2\n", [Rename(at=("a", 0, "b"), name="å")], "a:\n  - å: x\n    c: 2\n"),
    "a comment goes along": (
        ANDRA, [Move(at=("insatser", 1), to=("insatser", 0))],
        ANDRA.replace('\n  # sedan\n  - text: "Två: tre"  # kvar\n', "").replace("  # först\n", '  # först\n  # sedan\n  - text: "Två: tre"  # kvar\n\n'),
    ),
    "from list to list": (
        "a:\n- b:\n  - c: 1\n    d: >-\n      e\n  - f\ng:\n    - h\n", [Move(at=("a", 0, "b", 0), to=("g", 1))],
        "a:\n- b:\n  - f\ng:\n    - h\n    - c: 1\n      d: >-\n        e\n",
    ),
    "to an empty list": (
        "a:\n  - x\n  # k\n  - y: 1\n    z: '2'  # kk\nb: []\n", [Move(at=("a", 1), to=("b", 0))], "a:\n  - x\nb:\n  # k\n  - y: 1\n    z: '2'  # kk\n",
    ),
    "to an empty list within brackets": ("a:\n  - x\n  - 'y'  # k\ng: {b: [], c: 1}\n", [Move(at=("a", 1), to=("g", "b", 0))], "a:\n  - x\ng: {b: [y], c: 1}\n"),
    "items of a list within an item in another order": (
        "l:\n  - id: a\n    d:\n      - 'x'  # x\n      - 'y'  # y\n", [Put(at=("l",), value=[{"id": "a", "d": ["y", "x"]}])],
        "l:\n  - id: a\n    d:\n      - 'y'  # y\n      - 'x'  # x\n",
    ),
    "comments stay when an item goes": (ANDRA, [Remove(at=("insatser", 1))], ANDRA.replace('  - text: "Två: tre"  # kvar\n', "")),
    "an empty line between items": (
        ANDRA, [Insert(at=("insatser", 1), value={"text": "Ny"})], ANDRA.replace("      - b\n", "      - b\n\n  - text: Ny\n"),
    ),
    "one after another": ("a: [x]\n", [Insert(at=("a", 0), value="y"), Remove(at=("a", 1)), Put(at=("a", 0), value="z")], "a: [z]\n"),
    "a name in quotes": ("'a': 1\n", [Rename(at=("a",), name="b")], "'b': 1\n"),
    "a name that needs quotes": ("a: 1\n", [Rename(at=("a",), name="b: c")], '"b: c": 1\n'),
    "items before, between and after those that stay": (
        "l:\n  - a\n  # k\n  - b\n", [Put(at=("l",), value=["x", "y", "a", "z", "b", "å"])], "l:\n  - x\n  - y\n  - a\n  - z\n  # k\n  - b\n  - å\n",
    ),
    "a file that begins with CR": ("\ra: 1\rb:\r  - x\r", [Put(at=("b",), value=["x", "y"]), Put(at=("a",), value="2")], "\ra: 2\rb:\r  - x\r  - y\r"),
    "a text that has room": ("a: x\n", [Put(at=("a",), value=ROOM)], f"a: {ROOM}\n"),
    "a text that has no room": ("a: x\n", [Put(at=("a",), value=MORE)], f"a: >-\n  {MORE}\n"),
    "a text that has no room on the line below": ("a: x\n", [Put(at=("a",), value=f"{MORE}g")], f"a: >-\n  {MORE[:-7]}\n  abcdefg\n"),
    "a new text that has room": ("b: x\n", [Put(at=("a",), value=ROOM)], f"b: x\na: {ROOM}\n"),
    "a new text that has no room": ("b: x\n", [Put(at=("a",), value=MORE)], f"b: x\na: >-\n  {MORE}\n"),
    "a text that needs quotes and has no room": ("a: x\n", [Put(at=("a",), value=f"{ROOM[:-2]}:")], f"a: >-\n  {ROOM[:-2]}:\n"),
    "a text as long as the one that stood there": (f"a: {MORE} och\n", [Put(at=("a",), value=f"{MORE} men")], f"a: {MORE} men\n"),
    "a text longer than the one that stood there": (f"a: {MORE}\n", [Put(at=("a",), value=f"{MORE} o")], f"a: >-\n  {MORE}\n  o\n"),
    "a short text for a folded one": (f"a: >-\n  {MORE}\n", [Put(at=("a",), value="x")], "a: x\n"),
    "folded text with an indent of its own": ("a: >-\n    x y\n    z\n", [Put(at=("a",), value=MORE)], f"a: >-\n    {MORE[:-7]}\n    abcdef\n"),
    "folded text that has room on its line": ("a: >-\n    x y\n    z\n", [Put(at=("a",), value=ROOM)], f"a: {ROOM}\n"),
    "text that keeps its lines": ("a: |\n  x\n  y\n", [Put(at=("a",), value="z")], "a: z\n"),
    "a list of ids that has room": ("a: x\n", [Put(at=("a",), value=IDS)], f"a: [x, {IDS[1]}]\n"),
    "a list of ids that has no room": ("a: x\n", [Put(at=("a",), value=MORE_IDS)], f"a:\n  - x\n  - {MORE_IDS[1]}\n"),
    "a list of words that are no ids": ("a: x\n", [Put(at=("a",), value=["x", "Y"])], "a:\n  - x\n  - Y\n"),
    "a list in a list": ("a:\n  - x\n", [Put(at=("a", 0), value=["Å", {"b": ["C d"]}])], "a:\n  -\n    - Å\n    - b:\n        - C d\n"),
    "a long text within brackets": ("a: [x]\n", [Put(at=("a", 0), value=f"{MORE}, o")], f'a: ["{MORE}, o"]\n'),
    "signs within brackets": ("a: {b: x}\n", [Put(at=("a", "c"), value="d}"), Put(at=("a", "e,"), value=["f", "g"])], 'a: {b: x, c: "d}", "e,": [f, g]}\n'),
    "a backslash": ("a: x\n", [Put(at=("a",), value="#\\")], "a: '#\\'\n"),
    "a backslash in double quotes": ('a: "x"\n', [Put(at=("a",), value="b\\'c")], "a: 'b\\''c'\n"),
    "an apostrophe in single quotes": ("a: 'x'\n", [Put(at=("a",), value="b'c")], "a: 'b''c'\n"),
    "paragraphs within brackets": ("a: [x]\n", [Put(at=("a", 0), value='b "c"\n\nD')], 'a: ["b \\"c\\"\\n\\nD"]\n'),
    "a new first item where empty lines part them": (PARTED, [Insert(at=("a", 0), value="x")], PARTED.replace("a:\n", "a:\n  - x\n\n")),
    "a new last item where empty lines part them": (PARTED, [Insert(at=("a", 3), value="x")], PARTED.replace("3\n", "3\n\n  - x\n")),
    "the first item goes where empty lines part them": (PARTED, [Remove(at=("a", 0))], PARTED.replace("  - x: 1\n    y: >-\n      z\n", "")),
    "an item goes from between empty lines": (PARTED, [Remove(at=("a", 1))], PARTED.replace("  - x: 2\n\n", "")),
    "the last item goes after an empty line": (PARTED, [Remove(at=("a", 2))], PARTED.replace("  - x: 3\n", "")),
    "the last field goes after an empty line": ("a: 1\n\nb: 2\n", [Remove(at=("b",))], "a: 1\n"),
    "the last item to a list with less indent": (PARTED, [Move(at=("a", 0), to=("b", 0))], "a:\n\n  - x: 2\n\n  - x: 3\nb:\n- x: 1\n  y: >-\n    z\n\n- c:\n    - d\n"),
    "an item to a list with more indent": (PARTED, [Move(at=("a", 1), to=("b", 0, "c", 1))], PARTED.replace("  - x: 2\n\n", "") .replace("d\n", "d\n\n    - x: 2\n")),
    "all of a file goes": ("# k\na: 1\n", [Remove(at=("a",))], "{}\n"),
    "the only field of an item goes": ("l:\n  - a: 1\n  - b\n", [Remove(at=("l", 0, "a"))], "l:\n  - {}\n  - b\n"),
    "the only field of a group goes": ("a:\n  b: 1\nc: 2\n", [Remove(at=("a", "b"))], "a: {}\nc: 2\n"),
    "the only item within brackets goes": ("a: {b: [x], c: 1}\n", [Remove(at=("a", "b", 0))], "a: {b: [], c: 1}\n"),
    "the first field of an item goes before a comment": ("l:\n  - a: 1\n    # k\n    b: 2\n", [Remove(at=("l", 0, "a"))], "l:\n  - \n    # k\n    b: 2\n"),
    "a file that says nothing but a list": ("- a\n", [Insert(at=(1,), value="b")], "- a\n- b\n"),
    "the first field of an empty file": ("{}\n", [Put(at=("a",), value="x")], "{a: x}\n"),
    "nothing": (ANDRA, [Put(at=("titel",), value=" Skog "), Move(at=("insatser", 0), to=("insatser", 0))], ANDRA),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_only_what_is_edited_changes(case: str) -> None:
    before, edits, after = CASES[case]
    done = edited(before.encode(), edits)
    assert done.raw.decode() == after
    assert not done.anew


LONG = (
    "Föreningarna arbetar tillsammans med museet för att nå besökarna i hela dalen, och det här är den första meningen."
)
FOLDED = f"a: >-\n  {LONG}\n  Här är den andra,\n  på två rader.\n\n  Nytt stycke.\nb: 1\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Här är den andra,", "Här är den nya,"),
        (LONG, LONG.replace("hela", "halva")),
        ("\n\n  Nytt stycke.", "\n\n  Nytt stycke som är bra.\n\n  Och ett till."),
    ],
)
def test_lines_of_a_long_text_that_say_the_same_stay(old: str, new: str) -> None:
    meant = parse(FOLDED.replace(old, new).encode(), "").value
    assert edited(FOLDED.encode(), [Put(at=(), value=meant)]).raw.decode() == FOLDED.replace(old, new)


def test_long_text_is_folded_with_a_line_of_its_own_between_paragraphs() -> None:
    text = f"{LONG} {LONG}\n\nNytt: stycke # här"
    raw = edited(b"a: x\n", [Put(at=("a",), value=text)]).raw
    assert raw.decode().startswith("a: >-\n  Föreningarna")
    assert raw.decode().endswith("\n\n  Nytt: stycke # här\n")
    assert max(map(len, raw.decode().splitlines())) <= 120
    assert said(raw) == text


def said(raw: bytes) -> str:
    """The text of field `a`, as its model reads it."""
    content = parse(raw, "").value
    assert isinstance(content, dict)
    found = content["a"]
    return parse_text(found[0] if isinstance(found, list) else found)


def test_paragraph_that_begins_with_a_small_letter_is_still_one_of_its_own() -> None:
    text = f"{LONG}\n\nnytt stycke\n\nOch ett till."
    raw = edited(b"a: x\n", [Put(at=("a",), value=text)]).raw
    assert said(raw) == text
    assert said(edited(b"a: [x]\n", [Put(at=("a", 0), value=text)]).raw) == text


def test_word_that_yaml_takes_for_nothing_is_quoted() -> None:
    assert edited(b"a: x\n", [Put(at=("a",), value="null")]).raw == b'a: "null"\n'


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("abc", "abc", [(0, 0), (1, 1), (2, 2)]),
        ("abc", "axc", [(0, 0), (1, 1), (2, 2)]),
        ("abc", "axyc", [(0, 0), (2, 3)]),
        ("abdc", "axc", [(0, 0), (3, 2)]),
        ("ac", "abc", [(0, 0), (1, 2)]),
        ("", "a", []),
    ],
)
def test_item_is_the_same_by_its_name_or_by_its_place_between_two_that_are(
    old: str, new: str, same: list[tuple[int, int]]
) -> None:
    before, after = (list[Plain]({"id": name} for name in names) for names in (old, new))
    assert pairs(before, after) == same


def test_items_of_one_name_are_the_same_however_many_they_are() -> None:
    assert pairs(["a"] * 250, ["b", *["a"] * 250]) == [(i, i + 1) for i in range(250)]


def test_list_that_is_not_there_begins_with_its_first_item() -> None:
    assert edited(
        b"a: x\nb: []\n", [Insert(at=("c", 0), value="y: z"), Insert(at=("b", 0), value="\u00e5 1")]
    ).raw.decode() == ('a: x\nb:\n  - å 1\nc:\n  - "y: z"\n')


@pytest.mark.parametrize(
    ("content", "after"),
    [
        ({"titel": "Skog", "l": [{"id": "a", "x": "1"}, {"id": "b", "x": "2"}]}, "titel: Skog\nl:\n  - id: a\n    x: 1\n  # k\n  - id: b\n    x: 2\n"),
        ({"titel": "Skog", "l": [{"id": "b", "x": "2"}]}, "titel: Skog\nl:\n  # k\n  - id: b\n    x: 2\n"),
        ({"titel": "Skog", "l": [{"id": "b", "x": "2"}, {"id": "a", "x": "1"}]}, "titel: Skog\nl:\n  # k\n  - id: b\n    x: 2\n  - id: a\n    x: 1\n"),
        ({"titel": "Skog", "l": [{"id": "a", "x": "1"}, {"id": "c"}, {"id": "b", "x": "3"}]}, "titel: Skog\nl:\n  - id: a\n    x: 1\n  - id: c\n  # k\n  - id: b\n    x: 3\n"),
        ({"namn": "Skog", "l": [{"id": "a", "x": "1"}, {"id": "b", "x": "2"}], "ny": "x"}, "namn: Skog\nl:\n  - id: a\n    x: 1\n  # k\n  - id: b\n    x: 2\nny: x\n"),
    ],
    ids=["the same", "one gone", "moved", "one new and one changed", "a name and a new field"],
)  # fmt: skip
def test_whole_content_changes_only_what_differs(content: Plain, after: str) -> None:
    before = b"titel: Skog\nl:\n  - id: a\n    x: 1\n  # k\n  - id: b\n    x: 2\n"
    done = edited(before, [Put(at=(), value=content)])
    assert done.raw.decode() == after
    assert not done.anew


ODD = b"l:\n  - ? a\n    : x\n  # k\n  - b: 1\n"


def test_list_whose_items_are_all_others_is_exchanged_also_where_nothing_else_stands_beside_it() -> None:
    """Without its items the list, and the part that holds only it, would be as not there. What cannot be done at once is done in turn."""
    raw = "a:\n  - b: [ett, två]\nc: [x]\nd: e\n".encode()
    meant: Plain = {"a": [{"b": ["tre", ["fyra"], {"fem": "sex"}]}], "c": [["y"], "z"], "d": "| rör"}
    assert parse(edited(raw, [Put(at=(), value=meant)]).raw, "", 1).value == meant


def test_only_the_part_that_cannot_be_changed_as_it_stands_is_written_anew_and_it_is_named() -> None:
    done = edited(ODD, [Put(at=("l", 0, "c"), value="y")])
    assert done.raw == b"l:\n  - a: x\n    c: y\n  # k\n  - b: 1\n"
    assert done.anew == (("l", 0),)
    assert list(told_anew({"data/a.yml": done})) == [
        "I data/a.yml skrevs «l» om helt eller delvis. Kommentarer där kan vara borta."
    ]


def test_file_that_cannot_be_changed_as_it_stands_is_written_anew_and_that_is_told() -> None:
    done = edited(b"# k\n? a\n: x\n", [Put(at=("b",), value="z"), Put(at=("b",), value="y")])
    assert done.raw == b"a: x\nb: y\n"
    assert done.anew == ((),)
    assert list(told_anew({"data/a.yml": done, "data/b.yml": Edited(raw=b"")})) == [
        "data/a.yml skrevs om i sin helhet. Kommentarer i filen är borta."
    ]


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (Put(at=("b", "c"), value="x"), "b.c: där står inget"),
        (Put(at=("l", 2), value="x"), "l.2: där står inget"),
        (Remove(at=("b",)), "b: där står inget"),
        (Insert(at=("l", 3), value="x"), "l.3: där finns ingen lista att sätta in i"),
        (Move(at=("l", 9), to=("l", 0)), "l.9: där står inget"),
        (Move(at=("l", 0), to=("m", 3)), "m.3: där står inget"),
        (Remove(at=("a", "b")), "a.b: där står inget"),
        (Rename(at=("l", 0), name="x"), "l.0: fältet kan inte heta «x»"),
        (Rename(at=("x",), name="y"), "x: där står inget"),
        (Insert(at=("a", 0), value="x"), "a.0: där finns ingen lista att sätta in i"),
        (Move(at=("l", 0), to=("l", 2)), "l.2: där finns ingen lista att sätta in i"),
        (Rename(at=("a",), name="l"), "a: fältet kan inte heta «l»"),
        (Remove(at=()), "filen: hela filen kan bara ersättas"),
    ],
)
def test_edit_that_cannot_be_made_is_told_with_its_place(edit: Edit, told: str) -> None:
    with pytest.raises(EjRedigerbar) as error:
        edited(b"a: 1\nl:\n  - x\n  - y\n", [edit])
    assert str(error.value) == told


def test_text_that_no_file_can_hold_is_refused() -> None:
    with pytest.raises(EjRedigerbar, match="tecken som ingen fil kan innehålla"):
        edited(b"a: 1\n", [Put(at=("a",), value="x\u200by")])
    with pytest.raises(EjRedigerbar, match="tecken som ingen fil kan innehålla"):
        written({"a": "x\x00"})
    with pytest.raises(EjRedigerbar, match="går inte att läsa"):
        edited(b"a: [\n", [])


def test_model_is_written_as_a_file_that_reads_as_the_same() -> None:
    file = read_file(SKOG, "skog.yml", Aktivitet)
    assert isinstance(file, Fil)
    raw = written(plain(file.innehåll), "# Ny\n")
    assert raw.decode().startswith("# Ny\ntitel: ")
    assert Aktivitet.model_validate(parse(raw, "").value) == file.innehåll
    assert plain(Term(term="å", förklaring="b")) == {"term": "å", "förklaring": "b"}


@pytest.mark.parametrize(
    "root", [BAS, INVENTED, EXAMPLE], ids=["the small collection", "a whole body", "what a new site begins with"]
)
def test_no_file_changes_when_it_is_edited_to_say_what_it_says(root: Path) -> None:
    found = [file for file in read_collection(root).filer if file.väg]
    assert len(found) > 15
    assert not [
        file.namn
        for file in found
        if file.väg and edited_to(file.väg.read_bytes(), file.innehåll).raw != file.väg.read_bytes()
    ]


def test_default_that_is_written_out_stays_and_one_that_is_not_is_not_written() -> None:
    row = Delpost.model_validate({"titel": "T", "budget": "1"})
    assert plain(row, {"titel": "T", "högst": "ja"}) == {"titel": "T", "budget": "1", "högst": "nej"}
    assert plain(row, {"titel": "T"}) == {"titel": "T", "budget": "1"}


def test_random_edits_of_files_of_many_habits_change_the_rows_that_they_changed_when_they_were_reviewed(
    as_reviewed: AsReviewed,
) -> None:
    """`--update-golden` writes tests/edits/reviewed.diff anew: read what is different, each row of it is one that an editor would see."""
    trials = [trial(number, EDITED) for number in range(500)]
    assert all(each.right and not each.lost for each in trials)
    text = "".join(map(_told, trials))
    as_reviewed(REVIEWED, text)


def _told(trial: Trial) -> str:
    """The edit, and the rows that it took and put; what ends a row is told, as it is kept."""
    before, after = (raw.decode().replace("\r\n", "¶\n").splitlines() for raw in (trial.raw, trial.done.raw))
    rows = unified_diff(before, after, n=0, lineterm="")
    changed = [row for row in rows if not row.startswith(("---", "+++"))]
    anew = f" ANEW {trial.done.anew}" if trial.done.anew else ""
    kind, at = type(trial.edit).__name__, ".".join(map(str, trial.edit.at))
    return "\n".join((f"{trial.number} {trial.file} {kind} {at}{anew}", *changed, "", ""))

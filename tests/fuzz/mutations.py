"""Ways in which a data file gets broken: by a slip, by a program that saves it otherwise, or by ill will.

Each takes the text of a file and a source of chance, and gives the new bytes with the row of the break; None where the file has
nothing to break in that way. A new one is a function and its name in `MUTATIONS`.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from rusplan.data.yaml_text import MAX_DEPTH

KEY = re.compile(r"^(\s*(?:- )?)([\wåäöÅÄÖ]+)(:)(\s|$)")


@dataclass(frozen=True)
class Broken:
    """The bytes of the file, and the row (from 1) where the break is."""

    data: bytes
    row: int


Mutation = Callable[[str, Random], Broken | None]


def _rows(text: str, pattern: re.Pattern[str]) -> list[int]:
    return [i for i, row in enumerate(text.split("\n")) if pattern.match(row)]


def _changed(text: str, row: int, new: str | None) -> Broken:
    rows = text.split("\n")
    rows[row : row + 1] = [] if new is None else new.split("\n")
    return Broken("\n".join(rows).encode(), row + 1)


def _at_key(
    text: str, chance: Random, change: Callable[[str], str | None], pattern: re.Pattern[str] = KEY
) -> Broken | None:
    found = _rows(text, pattern)
    if not found:
        return None
    row = chance.choice(found)
    return _changed(text, row, change(text.split("\n")[row]))


def misspelt_key(text: str, chance: Random) -> Broken | None:
    """A letter of a field's name doubled."""

    def change(row: str) -> str:
        return KEY.sub(lambda m: f"{m[1]}{m[2][0]}{m[2][0]}{m[2][1:]}{m[3]}{m[4]}", row, count=1)

    return _at_key(text, chance, change)


def doubled_key(text: str, chance: Random) -> Broken | None:
    """A field written twice."""
    return _at_key(text, chance, lambda row: f"{row}\n{row.replace('- ', '  ', 1)}", re.compile(r"^\s*[\wåäö]+: \S"))


def missing_row(text: str, chance: Random) -> Broken | None:
    """A row with a field and its value lost."""
    return _at_key(text, chance, lambda row: None, re.compile(r"^\s*[\wåäö]+: [^>|]"))


def moved_in(text: str, chance: Random) -> Broken | None:
    """A row two spaces too far in."""
    return _at_key(text, chance, lambda row: f"  {row}")


def tab(text: str, chance: Random) -> Broken | None:
    """A tab where spaces should be."""
    return _at_key(text, chance, lambda row: f"\t{row.lstrip()}")


def number_for_text(text: str, chance: Random) -> Broken | None:
    """A list where one value should be."""
    return _at_key(text, chance, lambda row: f"{row.split(':', 1)[0]}: [1, 2]", re.compile(r"^\s*[\wåäö]+: [^>|\[{\s]"))


def group_for_text(text: str, chance: Random) -> Broken | None:
    """Fields where one value should be."""
    return _at_key(
        text, chance, lambda row: f"{row.split(':', 1)[0]}: {{a: b}}", re.compile(r"^\s*[\wåäö]+: [^>|\[{\s]")
    )


def text_for_list(text: str, chance: Random) -> Broken | None:
    """A word where a list should be."""
    return _at_key(text, chance, lambda row: f"{row.split('[', 1)[0]}fel", re.compile(r"^\s*[\wåäö]+: \[.*\]$"))


def unknown_word(text: str, chance: Random) -> Broken | None:
    """A word outside the closed set."""
    words = re.compile(r"^\s*(?:- )?(?:prioriterad|utvecklingsinsats|status|typ|grund|behov|läge|form): \S+$")
    return _at_key(text, chance, lambda row: f"{row}x", words)


def word_for_number(text: str, chance: Random) -> Broken | None:
    """A number in letters."""
    return _at_key(
        text,
        chance,
        lambda row: f"{row.split(':', 1)[0]}: många",
        re.compile(r"^\s*(?:dagar|belopp|antal|budget|utfall|timmar): \d"),
    )


def impossible_date(text: str, chance: Random) -> Broken | None:
    """A day that no calendar has."""
    return _at_key(
        text,
        chance,
        lambda row: re.sub(r"\d{4}(-\d\d)?(-\d\d)?$", "2025-02-31", row),
        re.compile(r"^\s*(?:- )?datum: \d"),
    )


def unknown_reference(text: str, chance: Random) -> Broken | None:
    """A reference to an activity that is not there."""
    return _at_key(
        text, chance, lambda row: f"{row.rstrip()}-finns-inte", re.compile(r"^\s*(?:- )?(?:aktivitet|till): \d{4}/\S+$")
    )


def open_quote(text: str, chance: Random) -> Broken | None:
    """A quotation mark that is never closed."""
    return _at_key(text, chance, lambda row: row.replace(": ", ': "', 1), re.compile(r"^\s*[\wåäö]+: \w[^\"]*$"))


def colon_in_value(text: str, chance: Random) -> Broken | None:
    """A colon within a value, which YAML reads as a field."""
    return _at_key(
        text, chance, lambda row: f"{row.rstrip()}: mera", re.compile(r"^\s*[\wåäö]+: [A-ZÅÄÖa-zåäö][^:>|\[{\"]*$")
    )


def smart_quotes(text: str, chance: Random) -> Broken | None:
    """Quotation marks of a word processor around a word of a closed set."""
    return _at_key(
        text,
        chance,
        lambda row: re.sub(r": (\S+)$", ": ”\\1”", row),
        re.compile(r"^\s*(?:prioriterad|status|typ|behov): \S+$"),
    )


def control_sign(text: str, chance: Random) -> Broken | None:
    """A sign that no reader sees."""
    return _at_key(text, chance, lambda row: f"{row}\x07", re.compile(r"^\s*[\wåäö]+: \w"))


def merge_marks(text: str, chance: Random) -> Broken | None:
    """What git leaves where two edits met."""
    return _at_key(
        text, chance, lambda row: f"<<<<<<< HEAD\n{row}\n=======\n{row}\n>>>>>>> annan", re.compile(r"^[\wåäö]+:")
    )


def cut(text: str, chance: Random) -> Broken | None:
    """A file that ends in the middle of a field's name."""
    found = [m for m in re.finditer(r"^[\wåäö]{4,}:", text, re.M) if m.start()]
    if not found:
        return None
    end = chance.choice(found).start() + 3
    return Broken(text[:end].encode(), text[:end].count("\n") + 1)


def anchor(text: str, chance: Random) -> Broken | None:
    """A reference within YAML."""
    return _at_key(text, chance, lambda row: row.replace(": ", ": &a ", 1), re.compile(r"^\s*[\wåäö]+: \w"))


def python_tag(text: str, chance: Random) -> Broken | None:
    """A tag that would make YAML run a program."""
    return _at_key(
        text,
        chance,
        lambda row: row.replace(": ", ': !!python/object/apply:os.system ["id"] #', 1),
        re.compile(r"^\s*[\wåäö]+: \w"),
    )


def second_document(text: str, chance: Random) -> Broken | None:
    """Two documents in one file."""
    return _at_key(text, chance, lambda row: f"---\n{row}", re.compile(r"^(?!titel|namn)[\wåäö]+:"))


def latin_1(text: str, chance: Random) -> Broken | None:
    """Saved in the coding of old programs."""
    found = re.search(r"[åäöÅÄÖ]", text)
    return Broken(text.encode("cp1252", "replace"), text[: found.start()].count("\n") + 1) if found else None


def utf_16(text: str, chance: Random) -> Broken | None:
    """Saved with two bytes a letter."""
    return Broken(text.encode("utf-16"), 1)


def emptied(text: str, chance: Random) -> Broken | None:
    """Nothing left."""
    return Broken(b"", 1)


def a_list(text: str, chance: Random) -> Broken | None:
    """A list where there should be fields."""
    return Broken(b"- a\n- b\n", 1)


def deep(text: str, chance: Random) -> Broken | None:
    """Brackets ten thousand deep."""
    return Broken(text.encode() + b"x: " + b"[" * 10_000 + b"]" * 10_000 + b"\n", text.count("\n") + 1)


def bomb(text: str, chance: Random) -> Broken | None:
    """A text that grows to billions when YAML is taken at its word."""
    rows = ["a: &a [x, x]"] + [f"{b}: &{b} [*{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=False)]
    return Broken("\n".join(rows).encode(), 1)


def huge(text: str, chance: Random) -> Broken | None:
    """Ten megabytes."""
    return Broken(text.encode() + b"# mer\n" * 1_800_000, 1)


def questions(text: str, chance: Random) -> Broken | None:
    """Keys that are lists that have keys: a parser that calls itself for each falls."""
    return Broken(text.encode() + b"? - " * chance.choice((8, 400, 15_000)) + b"a\n", text.count("\n") + 1)


def indented(text: str, chance: Random) -> Broken | None:
    """A field within a field within a field, a space further in each time."""
    rows = "".join(f"{' ' * i}x:\n" for i in range(chance.choice((40, 900))))
    return Broken((text + rows).encode(), text.count("\n") + 1 + MAX_DEPTH)


def many_unknown_keys(text: str, chance: Random) -> Broken | None:
    """Four thousand fields that there are not."""
    return Broken((text + "".join(f"okant_{i}: x\n" for i in range(4000))).encode(), text.count("\n") + 1)


def many_doubled_keys(text: str, chance: Random) -> Broken | None:
    """Thousands of fields, each written twice."""
    return Broken((text + "".join(f"x{i}: x\n" for i in range(20_000)) * 2).encode(), text.count("\n") + 1)


def many_anchors(text: str, chance: Random) -> Broken | None:
    """A reference within YAML on each row."""
    return Broken((text + "".join(f"x{i}: &a{i} x\n" for i in range(20_000))).encode(), text.count("\n") + 1)


def long_key(text: str, chance: Random) -> Broken | None:
    """A field with a name as long as a book."""
    return Broken((text + f"? {'ok ' * 200_000}\n: x\n").encode(), text.count("\n") + 1)


def marks(text: str, chance: Random) -> Broken | None:
    """A letter with accents above and below by turns, which must be put in order."""
    return _at_key(text, chance, lambda row: row + "\u0301\u0323" * 40_000, re.compile(r"^\s*[\wåäö]+: \w"))


def long_word(text: str, chance: Random) -> Broken | None:
    """A word without end."""
    return _at_key(
        text,
        chance,
        lambda row: f"{row} {'ord' * chance.choice((200, 100_000))}",
        re.compile(r"^\s*[\wåäö]+: [A-ZÅÄÖ]\w[^\"\']*$"),
    )


def many_references(text: str, chance: Random) -> Broken | None:
    """References to activities that are not there, as many as a file holds."""
    if "\nhänvisningar:" in text or not text.startswith("titel:"):
        return None
    rows = "".join(f"  - text: Se {i}.\n    till: 2025/finns-inte-{i}\n" for i in range(12_000))
    return Broken(f"{text}\nhänvisningar:\n{rows}".encode(), text.count("\n") + 2)


def byte_order_mark(text: str, chance: Random) -> Broken | None:
    """A mark that some programs put first; it changes nothing."""
    return Broken(b"\xef\xbb\xbf" + text.encode(), 1)


def carriage_returns(text: str, chance: Random) -> Broken | None:
    """Rows that end as in Windows; it changes nothing."""
    return Broken(text.replace("\n", "\r\n").encode(), 1)


def parted_letters(text: str, chance: Random) -> Broken | None:
    """Letters with their dots apart, as on a Mac; it changes nothing."""
    return Broken(unicodedata.normalize("NFD", text).encode(), 1)


HARMLESS: tuple[Mutation, ...] = (byte_order_mark, carriage_returns, parted_letters)
# What costs a machine more than in proportion, or fells a parser.
HEAVY: tuple[Mutation, ...] = (
    questions, indented, many_unknown_keys, many_doubled_keys, many_anchors, long_key, marks, long_word, many_references,
)  # fmt: skip
WHOLE: tuple[Mutation, ...] = (latin_1, utf_16, emptied, a_list, deep, bomb, huge)
MUTATIONS: tuple[Mutation, ...] = (
    misspelt_key, doubled_key, missing_row, moved_in, tab, number_for_text, group_for_text, text_for_list, unknown_word, word_for_number,
    impossible_date, unknown_reference, open_quote, colon_in_value, smart_quotes, control_sign, merge_marks, cut, anchor, python_tag,
    second_document, *WHOLE, *HARMLESS,
)  # fmt: skip

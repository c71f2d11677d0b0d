"""Ways in which people come to write a data file otherwise than it should be: what each makes of the file's text.

A way that finds no row to spoil gives nothing. All that is by chance comes of `chance`, which is the same each time.
"""

import re
from collections.abc import Callable
from itertools import pairwise
from random import Random

Way = Callable[[str, Random], str | bytes | None]

FIELD = re.compile(r"(?P<first> *(?:- +)?)(?P<name>(?!dataformat)\w+):(?: (?P<value>\S.*))?$")
ITEM = re.compile(r" *- ")
NUMBER = re.compile(r"'?-?\d+(?:\.\d+)?'?$")
DATE = re.compile(r"'?\d{4}(?:-\d\d){0,2}'?$")
WORDS = re.compile(r"\w[^\"'{}\[\]#&*|>]* [^\"'{}\[\]#&*|>]*$")
WORD = re.compile(r"[^\W\d][\w/-]+$")
ANY = re.compile(r"[^|>\[{].*$")
FLOW = re.compile(r"[\[{].+")
REFERENCE = re.compile(r"\d{4}/[\w-]+$")


def values(pattern: re.Pattern[str], *written: str) -> Way:
    """Another value in a row whose value is such; `{}` is what stood there."""

    def way(text: str, chance: Random) -> str | None:
        return _each(text, chance, pattern, lambda value: chance.choice(written).replace("{}", value))

    return way


def rows(pattern: str, *written: str) -> Way:
    """A row that fits the pattern, written otherwise, as `re.sub` does; a pattern may span the rows that follow."""

    def way(text: str, chance: Random) -> str | None:
        found = list(re.finditer(pattern, text, re.M))
        if not found:
            return None
        at = chance.choice(found)
        return text[: at.start()] + at.expand(chance.choice(written)) + text[at.end() :]

    return way


def number_off(text: str, chance: Random) -> str | None:
    """A number a little larger or smaller, or ten times so: a slip of the pen."""
    off = chance.choice((1, -1, 0.5, 10, 100))
    return _each(text, chance, NUMBER, lambda value: f"{float(value.strip(chr(39))) + off:g}")


def date_moved(text: str, chance: Random) -> str | None:
    """A date in another year, month or day."""
    old, new = chance.choice(
        (("202", "201"), ("2024", "2026"), ("2025", "2023"), ("2025", "2027"), ("-0", "-1"), ("-1", "-0"))
    )
    return _each(text, chance, DATE, lambda value: value.replace(old, new, 1))


def of_another_row(text: str, chance: Random) -> str | None:
    """The value of another field in the file."""
    others = [found["value"] for row in text.split("\n") if (found := FIELD.match(row)) and found["value"]]
    return _each(text, chance, ANY, lambda _: chance.choice(others))


def letters_turned(text: str, chance: Random) -> str | None:
    """Two letters of a word in the wrong order."""

    def turned(word: str) -> str:
        i = chance.randrange(len(word) - 1)
        return word[:i] + word[i + 1] + word[i] + word[i + 2 :]

    return _each(text, chance, WORD, turned)


def _each(text: str, chance: Random, pattern: re.Pattern[str], change: Callable[[str], str]) -> str | None:
    rows = text.split("\n")
    found = [i for i, row in enumerate(rows) if (field := FIELD.match(row)) and pattern.match(field["value"] or "")]
    if not found:
        return None
    row = chance.choice(found)
    field = FIELD.match(rows[row])
    assert field
    rows[row] = f"{field['first']}{field['name']}: {change(field['value'])}"
    return "\n".join(rows)


def _blocks(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """The first row of each entry that fits, and the row after its last."""
    rows = text.split("\n")
    found = []
    for start, row in enumerate(rows):
        if not pattern.match(row):
            continue
        indent = len(row) - len(row.lstrip())
        end = start + 1
        while end < len(rows) and (
            len(rows[end]) - len(rows[end].lstrip()) > indent
            or (not ITEM.match(row) and rows[end].startswith(" " * indent + "- "))
        ):
            end += 1
        found.append((start, end))
    return found


def entry_gone(text: str, chance: Random) -> str | None:
    """A field or an item, with all that is in it, lost."""
    rows, found = text.split("\n"), _blocks(text, FIELD) + _blocks(text, ITEM)
    start, end = chance.choice(found)
    return "\n".join(rows[:start] + rows[end:])


def item_doubled(text: str, chance: Random) -> str | None:
    """An item that stands twice."""
    rows, found = text.split("\n"), _blocks(text, ITEM)
    if not found:
        return None
    start, end = chance.choice(found)
    return "\n".join(rows[:end] + rows[start:end] + rows[end:])


def items_turned(text: str, chance: Random) -> str | None:
    """Two items that follow each other in the wrong order."""
    rows, found = text.split("\n"), _blocks(text, ITEM)
    pairs = [(a, b) for a, b in pairwise(found) if a[1] == b[0]]
    if not pairs:
        return None
    (a, b), (_, c) = chance.choice(pairs)
    return "\n".join(rows[:a] + rows[b:c] + rows[a:b] + rows[c:])


def field_doubled(text: str, chance: Random) -> str | None:
    """A field that stands twice."""
    rows, found = text.split("\n"), [b for b in _blocks(text, FIELD) if not ITEM.match(text.split("\n")[b[0]])]
    start, end = chance.choice(found)
    return "\n".join(rows[:end] + rows[start:end] + rows[end:])


def field_from_elsewhere(text: str, chance: Random) -> str | None:
    """A field that belongs in another kind of file."""
    new = chance.choice(
        (
            "dagar: 5",
            "status: delvis",
            "titel: En till",
            "period: '2025'",
            "summa: 5",
            "samverkan: [ov]",
            "dag: 5",
            "okant:",
        )
    )
    rows = text.rstrip("\n").split("\n")
    indents = [found[0] for row in rows if (found := re.match(r" *(?=\w+:)", row))]
    return "\n".join([*rows, chance.choice(("", *indents[-1:])) + new, ""])


def drawn(text: str, chance: Random) -> str | None:
    """A row that is drawn in or out by some blanks."""
    rows = text.split("\n")
    row = chance.choice([i for i, each in enumerate(rows) if each.strip()])
    steps = chance.choice((1, 2, 3, 4, -1, -2))
    rows[row] = " " * steps + rows[row] if steps > 0 else re.sub(rf"^ {{0,{-steps}}}", "", rows[row])
    return "\n".join(rows)


def cut(text: str, chance: Random) -> str | None:
    """The end, the beginning or a part between lost, rarely where a row ends."""
    a, b = sorted(chance.sample(range(len(text)), 2))
    return chance.choice((text[:a], text[b:], text[:a] + text[b:], text[: text.rfind("\n", 0, b) + 1]))


def saved_otherwise(text: str, chance: Random) -> str | bytes | None:
    """Saved by a program that writes otherwise."""
    letter = chance.choice("åäöéü–”… \u00a0")
    at = chance.randrange(len(text))
    return chance.choice((
        text.encode("utf-16"), text.encode("utf-16-le"), text.encode("cp1252", "replace"), text.encode("cp850", "replace"),
        text.encode("mac_roman", "replace"), text.encode()[: at + 1], text.encode("ascii", "replace"),
        (text[:at] + letter + text[at:]).encode().decode("cp1252", "ignore"), (text[:at] + letter + text[at:]).encode("cp1252", "replace"),
        text[:at] + "\ufffd" + text[at:], text.replace("\n", "\r"), text.replace("\n", "\r\n"), "\ufeff" + text, "{\\rtf1 " + text + "}", "",
        "# bara detta\n", "\n\n", "PK\x03\x04" + text, f"{text}...\nmera: x\n",
    ))  # fmt: skip


def sign_put_in(text: str, chance: Random) -> str | None:
    """A sign that nobody sees, or that steers, within a word or between rows."""
    at, sign = chance.randrange(len(text)), chance.choice("\x07\x1b\t\u00a0\u200b\u202e\u2028\x85\u00ad\x00" + "\u0301")
    return text[:at] + sign * chance.choice((1, 1, 40)) + text[at:]


WAYS: dict[str, tuple[Way, ...]] = {
    "tal": (
        number_off, number_off, number_off,
        values(NUMBER, "12,5", "12.555", "-1", "-2,50", "ca 12", "12 kr", "100 tkr", "1,5 mnkr", "1 000", "1.000", "tolv", "okänt", "99999999999999", "1e3", "0", "10-15", "x", "12,500", "−7", "15 dagar", "0.5", "[1, 2]"),
    ),
    "datum": (
        date_moved, date_moved,
        values(DATE, "12 maj 2025", "'2025-13-01'", "'2025-02-30'", "våren 2025", "2025", "20250512", "'2025-05'", "12/5 2025", "'2025-1-1'", "vet ej", "25", "1066", "'2025-05-12'", "maj 2025", "kl 9", "'9.30'", "'25:00'", "2022-2020", "'2022 – 2024'", "i maj"),
    ),
    "annat-varde": (of_another_row, of_another_row, of_another_row, letters_turned),
    "ord": (
        letters_turned,
        values(WORD, "{}x", "okänt", "Finns inte", "{} {}", "''", "~", "'?'", "JA", "yes", "{}-2", "natur", "Skog", "2024/finns-inte", "[{}, finns-inte]", "{a: {}}", "'{}'", "”{}”"),
        values(REFERENCE, "{}x", "2023/skog", "skog", "2025", "2025/Skog", "2024/skog", "2025/skog", "2024 / skog", "'2024/skog '"),
    ),
    "texter": (
        values(
            WORDS, "{} se [planen](https://a.example)", "{} och och {}", "**{}**", "{} enligt ABF", "Fråga anna.svensson@a.example.", "Ring 070-123 45 67.", "{} 19790101-1234",
            "• {}", "<b>{}</b>", "{} https://a.example/x", "{}" + " och så vidare" * 40, "{} {{ makro }}", "# {}", "- {}", "{} 🙂", "1. {}", "{} enl ABFX", "_{}_", "{} _x_", "=SUMMA(1)", "{}, EU, IT", "Ö", "{} [1]",
        ),
    ),
    "listor": (items_turned, item_doubled, entry_gone, rows(r"^( *)- (.+)$", r"\1- \2\n\1-", r"\1- \2\n\1- ''", r"\1- okänt", r"\1  \2", r"\1- [\2]", r"\1- {a: b}", r"\1-\2", r"\1– \2", r"\1* \2", r"\1• \2", r"\1 - \2", r"\1\2", r"\1- 5")),
    "borta": (entry_gone, entry_gone, cut),
    "falt": (
        field_doubled, field_from_elsewhere,
        rows(r"^( *(?:- )?)(\w)(\w+):(.*)$", r"\1\2\2\3:\4", r"\1\3:\4", r"\1\2\3\4", r"\1\2\3 :\4", r"\1\2\3;\4", r"\1\2\3=\4", r"\1\2\3:\4:", r"\1\2\3s:\4", r"\1\2\3:", r"\1nyfält:\4", r"\1? \2\3:\4", r"\1\2\3: ~", r"\1'\2\3':\4", r"\1\2\3: '?'", r"\1\2\3: x", r"\1\2\3: [x]", r"\1\2\3: {x: y}", r"\1[\2\3]:\4", "\\1\u00a0\\2\\3:\\4", "\\1\\2\\3:\u00a0\\4"),
        rows(r"^( *)(\w+): (\S.*)$", r"\1\2:\3", r"\1\2 \3", r"\1\2:  - \3", r"\1- \2: \3", r"\1\2: - \3", r"\1\2: -", r"\1\2: ?"),
    ),
    "indrag": (drawn, drawn, rows(r"^ +", "\t", " \t", "\u00a0 ", ""), rows(r"\n *(?=\S)", " ", "\n\n", "\n---\n", "\n<<<<<<< HEAD\n", "\n...\n", "\n%TAG\n")),
    "utdraget": (rows(r"^( +)(\w+):\n\1  (?=\w+:)", r"\1\2:\n\1"), rows(r"^( *)- (\w+):(.*)\n\1  (\w+:)", r"\1- \2:\3\n\1\4"), rows(r"^(\w+):\n( *)- ", r"\1:\n\2", r"\1:\n- ")),
    "tecken-i-varden": (
        values(ANY, "\"{}", "'{}", "”{}”", "„{}”", "'{}'s'", '"{}" och mer', '"Ett "{}" till"', "Vatten: {}", "{}: ja", "{}:", "@{}", "%{}", "`{}`", "&a {}", "*{}", "!{}", "? {}", "- {}", "|", ">", "> {}", "{} # mera", "[{}", "[{},,]", "{{}", "{}]", "{a: {}", "\"C:\\mapp {}\"", "[{}](https://a.example)", "<{}>", "{}\\", "#{}", ", {}", "«{}»", "'' {}", "\"\" {}"),
        values(FLOW, "{}]", "{},", "{} x", "{}}", "[{}", "x{}"),
    ),
    "program": (saved_otherwise, sign_put_in),
}  # fmt: skip

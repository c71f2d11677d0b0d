"""What a word that nothing knows was meant to be, where that is nearly certain.

A word that only looks alike may be another thing altogether: «norra-skolan» is no slip for «sodra-skolan», nor
«omr1» for «omr2». To offer it would lead an editor who obeys to a fact that is wrong and that no check can see.
"""

import re
import unicodedata
from collections.abc import Iterable

FOREIGN_WORDS = {
    "yes": "ja",
    "true": "ja",
    "sant": "ja",
    "no": "nej",
    "false": "nej",
    "falskt": "nej",
    "unknown": "okänt",
}
# No name is longer; to compare a text without end with each of them takes minutes.
LONGEST = 200


def as_id(text: str) -> str:
    """`text` with only a–z, 0–9 and hyphens between words, as ids are written: «Grön infrastruktur» is «gron-infrastruktur»."""
    return "-".join(re.findall(r"[a-z0-9]+", in_plain_letters(text)))


def in_plain_letters(text: str) -> str:
    """`text` in small letters without accents, as in an address."""
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one known word that `word` with near certainty was meant to be, or None.

    It is the same but for capitals, dots over letters and what stands between the words; or one slip of the pen away (two in a long
    word), with the same first letters and the same numbers.
    """
    if len(word) > LONGEST:
        return None
    options = list(dict.fromkeys(known))
    wanted = FOREIGN_WORDS.get(word.casefold().strip(), word)
    for alike in (_same_letters, _a_slip_apart):
        if found := [option for option in options if alike(wanted, option)]:
            return found[0] if len(found) == 1 else None
    return None


def _same_letters(word: str, other: str) -> bool:
    plain = as_id(word).replace("-", "")
    return bool(plain) and plain == as_id(other).replace("-", "")


def _a_slip_apart(word: str, other: str) -> bool:
    """True if they differ in one of their parts, which is spelt nearly the same."""
    parts, others = as_id(word).split("-"), as_id(other).split("-")
    differing = [(a, b) for a, b in zip(parts, others, strict=False) if a != b]
    return len(parts) == len(others) and len(differing) == 1 and _is_slip(*differing[0])


def _is_slip(word: str, other: str) -> bool:
    longest = max(len(word), len(other))
    turned = longest == 4 and sorted(word) == sorted(other)
    allowed = 2 if longest >= 8 else 1 if longest >= 5 or turned else 0
    same = word[:1] == other[:1] and re.findall(r"\d", word) == re.findall(r"\d", other)
    return same and abs(len(word) - len(other)) <= allowed and _distance(word, other) <= allowed


def _distance(word: str, other: str) -> int:
    """How many letters to put in, take away or change, or let change places with the next."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(word, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            steps = [rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b)]
            if i > 1 and j > 1 and (a, word[i - 2]) == (other[j - 2], b):
                steps.append(rows[-2][j - 2] + 1)
            row.append(min(steps))
        rows.append(row)
    return rows[-1][-1]

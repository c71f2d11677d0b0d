"""What a text may hold at most, so that nothing in it holds up a build: a row of marks on one letter, a word, a level in another.

Each costs a machine more than in proportion; none of them is written by anybody who writes to be read.
"""

import re
import unicodedata

MARKS, LETTERS = 30, 400
# Only here can a mark stand that is set on a letter, and a long row of them.
MAY_BE_MARKS = re.compile(f"[^\x00-\u02ff]{{{MARKS + 1},}}")
LONG_WORD = re.compile(rf"\w{{{LETTERS + 1},}}")
# How a line begins that opens levels of lists and groups: a level takes a column, or two levels do.
OPENS_LEVELS = re.compile(r"^[ \t?:-]{25,}", re.M)


def many_marks(text: str) -> int | None:
    """Where a letter has more marks than any language sets on one; to put them in order takes the square of their number."""
    for run in MAY_BE_MARKS.finditer(text):
        marks = 0
        for index in range(*run.span()):
            marks = marks + 1 if unicodedata.combining(text[index]) else 0
            if marks > MARKS:
                return index
    return None


def long_word(text: str) -> int | None:
    """Where a word begins that is longer than any compound; an address is words with signs between."""
    if max(map(len, text.split()), default=0) <= LETTERS:
        return None
    found = LONG_WORD.search(text)
    return found.start() if found else None


def may_nest(text: str, levels: int) -> bool:
    """Whether YAML could find more levels in the text: a sum that is soon done, and never too small by more than a few."""
    return text.count("[") + text.count("{") > levels or bool(OPENS_LEVELS.search(text))

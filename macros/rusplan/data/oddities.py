"""What a text may hold by mistake: signs of markup and lists, a word twice, and what looks like personal data.

The patterns are looked for in all texts of a file at once, when it is read (`mentioned.py`); the rules judge each text of those files
where one was found (`checks/plain_texts.py`, `checks/personal_data.py`).
Each pattern passes through a text once, whatever it holds.
"""

import re

MARKDOWN_LINK = re.compile(r"\[[^\[\]\n]+\]\((?:https?:|mailto:|www\.|/)[^)\s]*\)")
# Signs that stand for nothing but a point of a list, and those that do so first in a line.
BULLET = re.compile(r"[•▪◦‣●■□➢✓](?<!\S.)(?=\s)")
BULLET_FIRST = re.compile(r"^[-*·–] ", re.M)
TWICE = re.compile(r"\b(?P<first>[A-Za-zÅÄÖåäöÉé]+) (?P<second>(?i:(?P=first)))\b")
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"[0+](?<![\w/.,+-].)(?:(?<=0)|46)[ \d()/–-]{6,14}\d(?![\w/])")
IDENTITY_NUMBER = re.compile(r"(?<!\d)(?:19|20)?(\d{6})[-+](\d{4})(?!\d)")

# What is looked for in all texts: of the slowest patterns a sign that they have, from which C finds its way.
HINTS = (MARKDOWN_LINK, BULLET, BULLET_FIRST, TWICE, re.compile("@"), PHONE, re.compile(r"[-+](?<=\d{6}.)\d{4}"))


def is_odd(text: str) -> bool:
    """True if something in the text should be looked at."""
    return any(pattern.search(text) for pattern in HINTS)

"""Signs that the build sets, so that nobody has to: quotation marks, and spaces at which no line may end."""

import re
from functools import lru_cache

from rusplan.swedish.formatting import MONTHS, NBSP

QUOTES = str.maketrans('"«»', "”””")
UNITS = (
    "kr", "kronor", "tkr", "mkr", "mnkr", "miljon", "miljoner", "miljarder", "procent", "dag", "dagar", "timme", "timmar", "minuter", "veckor",
    "månader", "år", "km", "m", "ha", "kg", "ton", "kap",
)  # fmt: skip
# 12 400: groups of three after at most three digits, so that a year stays apart from the number after it.
GROUPS = re.compile(r"(?<![\d,.–-])\d{1,3}(?: \d{3})+(?!\d)")
BESIDE_NUMBER = re.compile(rf"(?<=\d) (?=(?:{'|'.join((*UNITS, *MONTHS))})(?!\w)|[%§])|(?<=§) (?=\d)")


@lru_cache(maxsize=10_000)
def typeset(text: str) -> str:
    """A text as it is shown: ”…” around quotations; no line ends within a number, before its unit or within a date."""
    grouped = GROUPS.sub(lambda number: number[0].replace(" ", NBSP), text.translate(QUOTES))
    return BESIDE_NUMBER.sub(NBSP, grouped)

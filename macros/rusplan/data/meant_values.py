"""How a value that people write in their own way is written in a data file: «100 tkr» is 100000, «12 november 2025» is 2025-11-12.

Only what is nearly certain is told: «12,500» may be twelve and a half, or twelve thousand, and «10-15» is two numbers.
"""

import re
from datetime import date
from decimal import Decimal

# Words for something that is not known, in a field that takes none of them.
UNKNOWN = frozenset(
    {"?", "-", "–", "—", "x", "okänt", "okänd", "oklart", "saknas", "uppgift saknas", "vet ej", "vet inte", "framgår inte", "n/a"}
)  # fmt: skip
TIMES = {"tkr": 1000, "kkr": 1000, "mkr": 10**6, "mnkr": 10**6, "milj": 10**6, "miljon": 10**6, "miljoner": 10**6}
# Thousands are parted by blanks or points (one point alone may part decimals, unless three zeros follow), decimals by a comma or a point; after them a unit that the field itself tells.
NUMBER = re.compile(
    rf"(?P<minus>[-−–]?)(?P<hela>\d{{1,3}}(?:(?: \d{{3}})+|(?:\.\d{{3}}){{2,}}|\.000)|\d{{1,12}})(?:[.,](?P<delar>\d{{1,2}}))?"
    rf" ?(?P<gånger>{'|'.join(TIMES)})?\.?(?: ?(?:kr|kronor|sek|:-|dagar|dag|arbetsdagar))?",
    re.I | re.ASCII,
)
MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
NAMES = rf"(?P<namn>{'|'.join(MONTHS)})[a-z]*\.?"
YEAR = r"(?P<år>(?:19|20)\d\d)"
DATES = tuple(
    re.compile(form, re.I | re.ASCII)
    for form in (
        rf"{YEAR}[-/. ](?P<månad>\d\d?)[-/. ](?P<dag>\d\d?)",
        rf"{YEAR}(?P<månad>\d\d)(?P<dag>\d\d)",
        rf"(?:den )?(?P<dag>\d\d?)(?::?e)? {NAMES} {YEAR}",
        rf"(?:den )?(?P<dag>\d\d?)/(?P<månad>\d\d?)[ -]{YEAR}",
        rf"{NAMES} {YEAR}",
        rf"{YEAR}[-/. ](?P<månad>\d\d?)",
    )
)
CLOCK = re.compile(r"(?:kl\.? ?)?(?P<timme>[01]?\d|2[0-3])(?:[.:](?P<minut>[0-5]\d))?", re.I | re.ASCII)
HOST = re.compile(r"<?((?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s<>{}\"'\\]*)?)>?", re.I | re.ASCII)


def meant_number(text: str) -> str | None:
    """The number as it is written in data, without blanks and unit and with a point before decimals; None where it is not certain."""
    found = NUMBER.fullmatch(" ".join(text.split()))
    if not found:
        return None
    digits = re.sub(r"\D", "", found["hela"]) + (f".{found['delar']}" if found["delar"] else "")
    number = Decimal(digits) * TIMES.get((found["gånger"] or "").casefold(), 1)
    written = f"{number:f}"
    if found["gånger"] and "." in written:
        written = written.rstrip("0").rstrip(".")
    return f"{'-' if found['minus'] else ''}{written}"


def meant_amount(text: str) -> str | None:
    """As `meant_number`, for a field whose unit the file tells: «100 tkr» is 100 where that is thousands."""
    number, found = meant_number(text), NUMBER.fullmatch(" ".join(text.split()))
    times: str | None = found["gånger"] if found else None
    if times is None:
        return number
    own, unit = meant_number(text.replace(times, "")), "tkr" if TIMES[times.casefold()] == 1000 else "mnkr"
    return f"{number}, eller {own} om filen har «enhet: {unit}»"


def meant_date(text: str) -> str | None:
    """The date as it is written in data, year first; None where it is none that people write so, or no day of the calendar."""
    for form in DATES:
        if found := form.fullmatch(" ".join(text.split())):
            parts = found.groupdict()
            month = int(parts.get("månad") or MONTHS.index(parts["namn"].casefold()) + 1)
            day = int(parts.get("dag") or 0)
            return _iso(int(parts["år"]), month, day)
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        whole = date(year, month, day or 1).isoformat()
    except ValueError:
        return None
    return whole if day else whole[:7]


def meant_clock(text: str) -> str | None:
    """The time of day as it is written in data; None where it is not certain."""
    found = CLOCK.fullmatch(" ".join(text.split()))
    return f"{int(found['timme']):02}:{found['minut'] or '00'}" if found else None


def meant_link(text: str) -> str | None:
    """The address with https:// before it, where only that is missing."""
    found = HOST.fullmatch(text.strip())
    if not found:
        return None
    return found[1] if "://" in found[1] else f"https://{found[1]}"

"""Swedish numbers, amounts, dates, lists and sorting. Input is a value of the model, output is plain text."""

import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from rusplan.data.values import Datum

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
NBSP = "\u00a0"
MINUS = "\u2212"
ALPHABET = {letter: chr(ord("z") + 1 + i) for i, letter in enumerate("åäö")}


@cache
def tal(value: Decimal | int) -> str:
    """``12400.5`` as «12 400,5»: groups of three parted by a no-break space, decimal comma, no needless decimals."""
    number = Decimal(value)
    text = f"{abs(number):f}"
    whole, _, decimals = text.partition(".")
    decimals = decimals.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", NBSP)
    return (MINUS if number < 0 else "") + grouped + (f",{decimals}" if decimals else "")


def belopp(value: Decimal, enhet: str = "kr") -> str:
    """An amount in its unit: «4 500 000 kr», with öre where there are any: «88 205,24 kr»; «1 250 tkr», «4,5 mnkr»."""
    if value == value.to_integral_value() or enhet != "kr":
        return f"{tal(value)}{NBSP}{enhet}"
    kronor, ore = f"{value:.2f}".split(".")
    return f"{tal(Decimal(kronor)) if kronor != '-0' else MINUS + '0'},{ore}{NBSP}kr"


def dagar(value: Decimal | None) -> str:
    """Working days: «1 dag», «15 dagar», «uppgift saknas»."""
    if value is None:
        return "uppgift saknas"
    return f"{tal(value)}{NBSP}{'dag' if value == 1 else 'dagar'}"


def arbetstid(value: Decimal | None) -> str:
    """Working days where no heading says what they are: «15 dagar», «Uppgift om arbetstid saknas»."""
    return "Uppgift om arbetstid saknas" if value is None else dagar(value)


def med_år(title: str, year: str) -> str:
    """A title and its year: «Kulturmiljö 2025»; a comma parts them where the title ends in a number: «Förstudie 2.0, 2025»."""
    return f"{title}, {year}" if title[-1:].isdigit() else f"{title} {year}"


def skillnad(value: Decimal | int) -> str:
    """A change with its sign: «+3», «−2», «±0»."""
    return f"+{tal(value)}" if value > 0 else tal(value) if value < 0 else "±0"


def datum(first: Datum, last: Datum | None = None) -> str:
    """«12 november 2025», «12–13 november 2025», «november 2025» or «2025»."""
    if last is None or last == first:
        return _day(first)
    if (first.år, first.månad) == (last.år, last.månad):
        return f"{first.dag}–{_day(last)}"
    if first.år == last.år:
        return f"{first.dag} {MONTHS[first.månad - 1]}{NBSP}– {_day(last)}"
    return f"{_day(first)}{NBSP}– {_day(last)}"


def tidsram(start: Datum | None, end: Datum | None, *, running: bool = False) -> str:
    """From when to when: «mars 2025 till juni 2026», «från mars 2025», «löpande från 2025»; nothing where nothing is told."""
    if running:
        return f"Löpande från {datum(start)}" if start else "Löpande"
    if start and end:
        return datum(start) if start == end else f"{datum(start)} till {datum(end)}"
    if start:
        return f"Från {datum(start)}"
    return f"Till och med {datum(end)}" if end else ""


def klockslag(time: str) -> str:
    """``09:00`` as «9.00»."""
    return time.removeprefix("0").replace(":", ".")


def tidpunkt(first: Datum, last: Datum | None, start: str | None, end: str | None) -> str:
    """As `datum`, with the time of day where it is known: «12 november 2025 kl. 9.00–10.30»."""
    if not start:
        return datum(first, last)
    if last is None or last == first:
        return f"{_day(first)} {_clock(start)}" + (f"–{klockslag(end)}" if end else "")
    return f"{_day(first)} {_clock(start)}{NBSP}– {_day(last)}" + (f" {_clock(end)}" if end else "")


def _clock(time: str) -> str:
    return f"kl.{NBSP}{klockslag(time)}"


def _day(day: Datum) -> str:
    if not day.månad:
        return str(day.år)
    month = f"{MONTHS[day.månad - 1]} {day.år}"
    return f"{day.dag}{NBSP}{month}" if day.dag else month


def perioden(period: str) -> str:
    """A period with a dash between its years: «2022–2024»."""
    return period.replace("-", "–")


def uppräkning(words: Iterable[str]) -> str:
    """«a, b och c»."""
    *most, last = list(words) or [""]
    return f"{', '.join(most)} och {last}" if most else last


def antal(number: int, one: str, many: str) -> str:
    """«1 aktivitet», «27 aktiviteter»."""
    return f"{tal(number)}{NBSP}{one if number == 1 else many}"


def av_alla(number: int, whole: int, one: str, many: str) -> str:
    """«23 av 27 aktiviteter», «Alla 27 aktiviteter»."""
    told = antal(whole, one, many)
    return f"Alla {told}" if number == whole > 1 else f"{tal(number)} av {told}"


@cache
def sorteringsnyckel(text: str) -> tuple[str, str]:
    """Sorts as Swedish does: å, ä and ö last, other accents and capitals passed over."""
    kept = []
    for letter in unicodedata.normalize("NFC", text.casefold()):
        if letter in ALPHABET:
            kept.append(ALPHABET[letter])
        else:
            kept.append("".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c)))
    return "".join(kept), text

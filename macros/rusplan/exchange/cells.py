"""How a value of data stands in a cell, and what a cell says as data would."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Any, get_args

from rusplan.data.edits.edit_kinds import tidy
from rusplan.data.meant_values import TIMES, meant_clock, meant_date, meant_number
from rusplan.data.model import Post
from rusplan.data.model.egna_ord import parse_rating, parse_status
from rusplan.data.schema import innermost, is_list
from rusplan.data.values import (
    FIRST_YEAR,
    LAST_YEAR,
    Kind,
    parse_amount,
    parse_clock,
    parse_count,
    parse_datum,
    parse_day,
    parse_decimal,
    parse_id,
    parse_own_word,
    parse_text,
    parse_year,
)
from rusplan.data.yaml_text import Plain
from rusplan.exchange.sheets import Blad, Fältväg
from rusplan.tools.record import record

# What a cell may hold, as it is read.
Cellvärde = str | int | float | bool | date | datetime | time | timedelta | None
# The day that Excel counts its days from.
DAY_ZERO = date(1899, 12, 30)
# So many digits of a number are told: those after them come of how a machine counts.
DIGITS = 15
# What people begin the lines of a list with.
BULLET = re.compile(r"^\s*[-–•*]\s+")


class Cellslag(StrEnum):
    """What kind of value stands in a column."""

    TEXT = "text"
    LÅNG_TEXT = "lång text"
    ORD = "ord"
    TAL = "tal"
    DAG = "dag"
    TID = "tid"
    KLOCKSLAG = "klockslag"


SLAG: dict[Callable[[object], Any], Cellslag] = {
    parse_amount: Cellslag.TAL,
    parse_decimal: Cellslag.TAL,
    parse_count: Cellslag.TAL,
    parse_year: Cellslag.TAL,
    parse_day: Cellslag.DAG,
    parse_datum: Cellslag.TID,
    parse_clock: Cellslag.KLOCKSLAG,
    parse_text: Cellslag.LÅNG_TEXT,
    parse_status: Cellslag.ORD,
    parse_rating: Cellslag.ORD,
    parse_own_word: Cellslag.ORD,
    parse_id: Cellslag.ORD,
}
# What the ids in a field are ids of, where it is not a closed set.
OF = {
    "samverkan": "organisation", "organisation": "organisation", "område": "område", "mål": "mål", "under": "mål", "aktivitet": "aktivitet",
    "status": "status", "värdering": "värdering", "typ": "organisationstyp", "insats": "insats",
}  # fmt: skip


@record
class Cellform:
    """How the values of a column stand: their kind, whether a cell holds several (one a line), the words that it may hold, or what its ids are
    ids of."""

    slag: Cellslag
    flera: bool = False
    ord: tuple[str, ...] = ()
    av: str = ""


@cache
def form_of(sheet: Blad, path: Fältväg) -> Cellform:
    """The form of a column, from the model."""
    model: type[Post] = sheet.modell
    *groups, name = path
    for group in groups:
        model = innermost(model.model_fields[group].annotation)
    field = model.model_fields[name]
    several, inner = is_list(field.annotation), innermost(field.annotation)
    if isinstance(inner, type) and issubclass(inner, StrEnum) and not _kind(field):
        return Cellform(slag=Cellslag.ORD, flera=several, ord=tuple(map(str, inner)))
    kind = _kind(field)
    slag = SLAG.get(kind.parse, Cellslag.TEXT) if kind else Cellslag.TEXT
    return Cellform(slag=slag, flera=several, av=OF.get(name, "") if slag is Cellslag.ORD else "")


def _kind(field: Any) -> Kind | None:
    """The kind of value that a field holds."""
    return next((part for part in (*field.metadata, *_within(field.annotation)) if isinstance(part, Kind)), None)


def _within(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _within(part)


def word_shown(word: str) -> str:
    """A word of a closed set as people write it: «som planerat»."""
    return word.replace("_", " ")


def said(value: Cellvärde, form: Cellform) -> Plain:
    """What a cell says, as data would write it; what cannot be read so stands as it is, and the model tells of it."""
    if value is None or value == "":
        return ""
    if form.flera:
        lines = (BULLET.sub("", line).strip() for line in _text(value).split("\n"))
        return [_one(line, form) for line in lines if line]
    return tidy(_one(value, form))


def _one(value: Cellvärde, form: Cellform) -> str:
    match form.slag:
        case Cellslag.TAL:
            return _number(value)
        case Cellslag.DAG | Cellslag.TID:
            return _day(value)
        case Cellslag.KLOCKSLAG:
            return _clock(value)
        case Cellslag.ORD if isinstance(value, bool):
            return "ja" if value else "nej"
        case Cellslag.ORD:
            return _word(_text(value), form.ord)
        case _:
            return _text(value)


def _text(value: Cellvärde) -> str:
    """A cell as text: what Excel took for a number or a day, as it looks in the cell."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, float | int):
        return digits(value)
    return str(value).replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "").strip()


def digits(value: float) -> str:
    """A number as data writes it, without the last digits, which come of how a machine counts."""
    return str(int(value)) if float(value).is_integer() else f"{Decimal(f'{value:.{DIGITS}g}'):f}"


def _number(value: Cellvärde) -> str:
    text = _text(value)
    if isinstance(value, str) and not any(word in text.casefold() for word in TIMES):
        return meant_number(text) or text
    return text


def _day(value: Cellvärde) -> str:
    """A day, or a month or a year in words."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        number = float(value)
        if number.is_integer() and FIRST_YEAR <= number <= LAST_YEAR:
            return str(int(number))
        if number.is_integer() and FIRST_YEAR <= (DAY_ZERO + timedelta(days=number)).year <= LAST_YEAR:
            return (DAY_ZERO + timedelta(days=number)).isoformat()
    text = _text(value)
    return (meant_date(text) or text) if isinstance(value, str) else text


def _clock(value: Cellvärde) -> str:
    if isinstance(value, datetime):
        value = value.time()
    if isinstance(value, timedelta):
        value = value / timedelta(days=1)
    if isinstance(value, float) and 0 <= value < 1:
        value = (datetime.min + timedelta(minutes=round(value * 1440))).time()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    text = _text(value)
    return meant_clock(text) or text


def _word(text: str, words: tuple[str, ...]) -> str:
    """The word of a closed set that is meant, with whatever capitals and blanks it is written."""
    wanted = " ".join(text.replace("_", " ").casefold().split())
    return next((word for word in words if word_shown(word).casefold() == wanted), text)


def same(one: Plain, other: Plain, form: Cellform) -> bool:
    """True if two values say the same: «12.50» is 12.5."""
    if form.slag is Cellslag.TAL and isinstance(one, str) and isinstance(other, str) and one and other:
        try:
            return Decimal(one) == Decimal(other)
        except InvalidOperation:
            return one == other
    return tidy(one) == tidy(other)

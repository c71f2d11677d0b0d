"""What the model holds, as JSON holds it: numbers are numbers, dates and words are text, and what is not told is null."""

from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import BaseModel

from rusplan.data.values import Datum


def json_value(value: Any) -> Any:
    """A value of the model, with every field of each of its parts but those that only the file itself tells."""
    if value is None or type(value) is str:  # most of them
        return value
    match value:
        case BaseModel():
            return {name: json_value(getattr(value, name)) for name in _fields(type(value))}
        case tuple():
            return [json_value(part) for part in value]
        case Datum():
            return value.iso
        case Decimal():
            return number(value)
        case StrEnum():
            return str(value)
        case _:
            return value


@cache
def _fields(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name, field in model.model_fields.items() if not field.exclude)


def number(value: Decimal) -> int | float:
    """As JSON writes it: whole numbers without decimals. Amounts have at most fifteen digits, which are kept."""
    return float(value) if value % 1 else int(value)

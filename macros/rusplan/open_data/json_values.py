"""What the model holds, as JSON holds it: numbers are numbers, dates and words are text, and what is not told is null."""

from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from rusplan.data.values import Datum


def json_value(value: Any) -> Any:
    """A value of the model, with every field of each of its parts but those that only the file itself tells."""
    match value:
        case BaseModel():
            fields = type(value).model_fields.items()
            return {name: json_value(getattr(value, name)) for name, field in fields if not field.exclude}
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


def number(value: Decimal) -> int | float:
    """As JSON writes it: whole numbers without decimals. Amounts have at most fifteen digits, which are kept."""
    return float(value) if value % 1 else int(value)

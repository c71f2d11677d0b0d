"""When a field that a file may lack is asked for: a mark on the field, which the rules and the field reference read."""

from enum import StrEnum
from functools import cache

from pydantic import BaseModel
from pydantic.fields import FieldInfo


class Krävs(StrEnum):
    """When a field that may be missing is asked for."""

    INLÄST = "i inlästa dokument"
    BESLUTAD = "när dokumentet är beslutat"
    ANVÄNT = "när dokumentet är beslutat, om någon aktivitet i planen har fältet"
    ANVÄNT_INLÄST = "i inlästa dokument, om planen har fältet"


# Of these, a plan that does without the field is not asked.
WHERE_USED = (Krävs.ANVÄNT, Krävs.ANVÄNT_INLÄST)


def asked_when(field: FieldInfo) -> Krävs | None:
    """When the field is asked for although a file may lack it."""
    return next((mark for mark in field.metadata if isinstance(mark, Krävs)), None)


@cache
def asked_fields(model: type[BaseModel]) -> tuple[tuple[str, Krävs], ...]:
    """The fields of a model that are asked for at some time, with when."""
    return tuple((name, when) for name, field in model.model_fields.items() if (when := asked_when(field)))

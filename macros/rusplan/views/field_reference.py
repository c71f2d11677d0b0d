"""The field reference, made from the model: every kind of file in data/ and every part within it, field by field."""

from enum import StrEnum
from functools import cache

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from rusplan.data.kinds import FILSLAG
from rusplan.data.model.asked import asked_when
from rusplan.data.schema import explanation, innermost, is_list, scalar_kind
from rusplan.tools.record import record, small


@record
class Fältvy:
    """One field: its name, what it holds, when it must be there, what it may say, and its explanation."""

    namn: str
    slag: str
    krävs: str
    värden: tuple[str, ...]
    förklaring: str


@small
class Fältgrupp:
    """The fields of the file itself, or of a part within it."""

    titel: str
    ankare: str
    fält: tuple[Fältvy, ...]


@small
class Fältlista:
    """The fields of a kind of data file."""

    sökväg: str
    grupper: tuple[Fältgrupp, ...]


@cache
def field_reference() -> dict[str, Fältlista]:
    """Every kind of data file by its name."""
    return {kind.id: Fältlista(kind.sökväg, tuple(_groups(kind.id, kind.modell))) for kind in FILSLAG}


def _groups(name: str, model: type[BaseModel]) -> list[Fältgrupp]:
    found: dict[type[BaseModel], str] = {model: ""}
    groups: list[Fältgrupp] = []
    waiting = [model]
    while waiting:
        current = waiting.pop(0)
        title = found[current]
        groups.append(
            Fältgrupp(
                title,
                f"{name}-{len(groups)}",
                tuple(_field(current, key, field) for key, field in current.model_fields.items()),
            )
        )
        for key, field in current.model_fields.items():
            inner = innermost(field.annotation)
            if isinstance(inner, type) and issubclass(inner, BaseModel) and inner not in found:
                found[inner] = f"{key} ({title})" if key in found.values() else key
                waiting.append(inner)
    return groups


def _field(model: type[BaseModel], name: str, field: FieldInfo) -> Fältvy:
    inner = innermost(field.annotation)
    many = is_list(field.annotation)
    values: tuple[str, ...] = ()
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        kind = "grupp av fält"
    elif isinstance(inner, type) and issubclass(inner, StrEnum):
        kind, values = "ett av orden", tuple(str(word) for word in inner)
    else:
        kind = scalar_kind(field)
    required = field.default is PydanticUndefined and field.default_factory is None
    return Fältvy(
        namn=name,
        slag=f"lista: {kind}" if many else kind,
        krävs="ja" if required else str(asked_when(field) or "nej"),
        värden=values,
        förklaring=explanation(model, name),
    )

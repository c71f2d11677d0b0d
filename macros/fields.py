"""The field reference, made from the model: every kind of file in data/ and every part within it, field by field."""

import ast
import inspect
from enum import StrEnum
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

import macros.model
from macros.model import (
    Aktivitet,
    Berättelse,
    Budget,
    MålFörPeriod,
    Ordlista,
    Permalänkar,
    Plan,
    Post,
    Samverkan,
    Utfall,
    Webbplats,
)
from macros.record import record

FILES: dict[str, tuple[str, type[Post]]] = {
    "aktivitet": ("data/<år>/aktiviteter/<aktivitet>.yml", Aktivitet),
    "utfall": ("data/<år>/utfall/<aktivitet>.yml", Utfall),
    "plan": ("data/<år>/plan.yml", Plan),
    "berattelse": ("data/<år>/berattelse.yml", Berättelse),
    "mal": ("data/<år>/mal.yml", MålFörPeriod),
    "budget": ("data/<år>/budget.yml", Budget),
    "samverkan": ("data/samverkan.yml", Samverkan),
    "ordlista": ("data/ordlista.yml", Ordlista),
    "organisation": ("data/organisation.yml", Webbplats),
    "permalankar": ("data/permalankar.yml", Permalänkar),
}


@record
class Fältvy:
    """One field: its name, what it holds, whether it must be there, what it may say, and its explanation."""

    namn: str
    slag: str
    krävs: bool
    värden: tuple[str, ...]
    förklaring: str


@record
class Fältgrupp:
    """The fields of the file itself, or of a part within it."""

    titel: str
    ankare: str
    fält: tuple[Fältvy, ...]


@record
class Filslag:
    """A kind of data file."""

    sökväg: str
    grupper: tuple[Fältgrupp, ...]


@cache
def field_reference() -> dict[str, Filslag]:
    """Every kind of data file by its name."""
    return {name: Filslag(path, tuple(_groups(name, model))) for name, (path, model) in FILES.items()}


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
                found[inner] = key
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
        kind = _scalar_kind(field)
    required = field.default is PydanticUndefined and field.default_factory is None
    return Fältvy(name, f"lista: {kind}" if many else kind, required, values, explanation(model, name))


def explanation(model: type[BaseModel], name: str) -> str:
    """The sentence that stands below the field in the model."""
    told = (_explanations().get(f"{part.__name__}.{name}") for part in model.__mro__)
    return next(filter(None, told), "")


@cache
def _explanations() -> dict[str, str]:
    """The sentence below each field of model.py, as ``Källa.avsnitt``. It is read when somebody asks: pydantic can do it
    (`use_attribute_docstrings`), but reads them each time that a program starts, which takes 45 ms."""
    tree = ast.parse(Path(macros.model.__file__).read_text(encoding="utf-8"))
    found = {}
    for model in (part for part in tree.body if isinstance(part, ast.ClassDef)):
        for field, below in pairwise(model.body):
            match field, below:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                    found[f"{model.name}.{name}"] = inspect.cleandoc(text)
    return found


def _scalar_kind(field: FieldInfo) -> str:
    """The Swedish name of a kind of value, from the schema that the value declares."""
    annotation: Any = field.annotation
    for data in field.metadata:
        schema = getattr(data, "json_schema", None)
        if isinstance(schema, dict) and "title" in schema:
            return str(schema["title"])
    return _title(TypeAdapter(annotation).json_schema())


def _title(schema: dict[str, Any]) -> str:
    if "title" in schema:
        return str(schema["title"])
    for part in (*schema.get("anyOf", ()), schema.get("items", {})):
        if part and (found := _title(part)):
            return found
    return ""


def is_list(annotation: Any) -> bool:
    """True if the field holds several: ``tuple[X, ...]``, or that or nothing."""
    return getattr(annotation, "__origin__", None) is tuple or any(is_list(a) for a in get_args(annotation))


def innermost(annotation: Any) -> Any:
    """`X` of ``X | None``, ``tuple[X, ...]`` and their mixes."""
    while arguments := [a for a in get_args(annotation) if a not in (type(None), Ellipsis)]:
        annotation = arguments[0]
    return annotation

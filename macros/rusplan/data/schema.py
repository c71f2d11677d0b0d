"""What the model says of its own fields: what each holds, and the sentence that explains it."""

import ast
import inspect
import sys
from functools import cache
from itertools import pairwise
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

MODEL = "rusplan.data.model."


def explanation(model: type[BaseModel], name: str) -> str:
    """The sentence that stands below the field in the model."""
    told = (_explanations(part.__module__).get(f"{part.__name__}.{name}") for part in model.__mro__)
    return next(filter(None, told), "")


@cache
def _explanations(module: str) -> dict[str, str]:
    """The sentence below each field of a module of the model, as ``Källa.avsnitt``. It is read when somebody asks: pydantic can do
    it (`use_attribute_docstrings`), but reads them each time that a program starts, which takes 45 ms."""
    if not module.startswith(MODEL):
        return {}
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    found = {}
    for model in (part for part in tree.body if isinstance(part, ast.ClassDef)):
        for field, below in pairwise(model.body):
            match field, below:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                    found[f"{model.name}.{name}"] = inspect.cleandoc(text)
    return found


def is_list(annotation: Any) -> bool:
    """True if the field holds several: ``tuple[X, ...]``, or that or nothing."""
    return getattr(annotation, "__origin__", None) is tuple or any(is_list(a) for a in get_args(annotation))


def innermost(annotation: Any) -> Any:
    """`X` of ``X | None``, ``tuple[X, ...]`` and their mixes."""
    while arguments := [a for a in get_args(annotation) if a not in (type(None), Ellipsis)]:
        annotation = arguments[0]
    return annotation


def scalar_kind(field: FieldInfo) -> str:
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

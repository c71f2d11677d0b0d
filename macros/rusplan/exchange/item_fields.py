"""The fields of a part of a file, written where the model has them."""

from typing import Any

from rusplan.data.model import Post
from rusplan.data.schema import innermost
from rusplan.data.yaml_text import Plain
from rusplan.exchange.sheets import Fältväg
from rusplan.exchange.year_rows import Innehållet


def put_value(item: Innehållet, model: type[Post], path: Fältväg, value: Plain) -> None:
    """Write a field in an item, where the model has it; a group that says nothing any more goes away."""
    name, *rest = path
    if rest:
        inner: Any = dict(item.get(name) or {})
        put_value(inner, innermost(model.model_fields[name].annotation), tuple(rest), value)
        value = inner
    if value:
        item[name] = value
    else:
        item.pop(name, None)
    in_order(item, model)


def in_order(item: Innehållet, model: type[Post]) -> None:
    """The fields of an item as the model has them; those that it does not know stand last."""
    said_ = dict(item)
    item.clear()
    item.update({name: said_.pop(name) for name in model.model_fields if name in said_} | said_)

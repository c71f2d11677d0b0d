"""Every part of what a file holds, with its place."""

from collections.abc import Iterator

from pydantic import BaseModel

from rusplan.data.yaml_text import Loc


def parts_of(part: object, loc: Loc = ()) -> Iterator[tuple[Loc, object]]:
    """Every model and value below `part`, itself included, with its place in the file."""
    yield loc, part
    if isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from parts_of(getattr(part, name), (*loc, name))
    elif isinstance(part, tuple):
        for index, child in enumerate(part):
            yield from parts_of(child, (*loc, index))

"""What a model says, as its file would say it."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from rusplan.data.edits.smallest_edits import pairs
from rusplan.data.model import Post
from rusplan.data.yaml_text import Plain


def plain(post: Post, standing: Plain = "") -> dict[str, Plain]:
    """The fields of the model in its order, without those that say nothing. `standing` is what the file says now: a field that says no
    more than it would without being there, or what the file itself tells, is written only if it stands there."""
    return _fields(post, post.model_dump(mode="json"), standing)


def _fields(post: BaseModel, dump: Any, standing: Plain) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    for name, field in type(post).model_fields.items():
        part = getattr(post, name)
        here = standing.get(name, "") if isinstance(standing, dict) else ""
        if part not in (None, ()) and (here or (part != field.default and not field.exclude)):
            found[name] = _part(part, dump.get(name, part), here)
    return found


def _part(part: Any, dump: Any, standing: Plain) -> Plain:
    if isinstance(part, BaseModel):
        return _fields(part, dump, standing)
    return _items(part, dump, standing) if isinstance(part, tuple) else str(dump)


def _items(parts: Sequence[Any], dumps: Sequence[Any], standing: Plain) -> list[Plain]:
    """Each item beside the one that it was, where the list stands."""
    bare: list[Plain] = [_part(part, dump, "") for part, dump in zip(parts, dumps, strict=True)]
    before = standing if isinstance(standing, list) else []
    own = {j: before[i] for i, j in pairs(before, bare)}
    return [
        _part(part, dump, own[j]) if j in own else bare[j]
        for j, (part, dump) in enumerate(zip(parts, dumps, strict=True))
    ]

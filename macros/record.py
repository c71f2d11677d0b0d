"""Records: what is made once, compared by what it holds, and never changed. The type checker sees to the last."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def record(cls: type[T], /) -> type[T]: ...
@overload
def record(*, kw_only: bool = ..., order: bool = ...) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T] | None = None, /, **how: Any) -> type[T] | Callable[[type[T]], type[T]]:
    """A dataclass that the type checker takes as frozen. Python does not look after it: a frozen one takes three times as long to make,
    and a page is made of a hundred of them.
    """
    made = dataclass(unsafe_hash=True, repr=False, **how)
    return made(cls) if cls else made

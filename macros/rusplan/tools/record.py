"""Records: what is made once, compared by what it holds, and never changed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def record(cls: type[T], /) -> type[T]: ...
@overload
def record(*, order: bool = ...) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(cls: type[T] | None = None, /, **how: Any) -> type[T] | Callable[[type[T]], type[T]]:
    """A frozen dataclass whose fields are given by name."""
    made = dataclass(frozen=True, kw_only=True, **how)
    return made(cls) if cls else made


@overload
def small(cls: type[T], /) -> type[T]: ...
@overload
def small(*, order: bool = ...) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def small(cls: type[T] | None = None, /, **how: Any) -> type[T] | Callable[[type[T]], type[T]]:
    """As `record`, for what has so few fields that their order says what they are: a link, a date, a point."""
    made = dataclass(frozen=True, **how)
    return made(cls) if cls else made

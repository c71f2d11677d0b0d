"""A name that nothing has yet."""

from collections.abc import Container, Iterator
from itertools import count


def free_name(name: str, taken: Container[str]) -> str:
    """The name, or with the first number after it that makes it free."""
    return next(each for each in _options(name) if each not in taken)


def _options(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in count(2))

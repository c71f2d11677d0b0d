"""What a data file names of other things: organisations, documents, abbreviations, and references in its texts.

It is gathered once a file, when the file is read. A rule or a page that asks many files for what they name looks here, and goes
through the file itself only where there is something to tell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from macros.fields import innermost, is_list
from macros.model import Hänvisning, Källa, Ledamöter, Post
from macros.yaml_text import Loc

ABBREVIATION = re.compile(r"(?<![\w-])[A-ZÅÄÖ]{2,}[0-9]*(?![\w])")
# Fields that hold somebody else's words.
FOREIGN_FIELDS = frozenset(
    {"citat", "titel", "kort_titel", "tema", "namn", "vision", "andra_namn", "länk", "webbplats", "epost", "avsnitt"}
)


@dataclass(frozen=True)
class Nämnt:
    """The ids of partners, of organisations with a seat in a group, and of documents; abbreviations in our own words; references."""

    samverkan: frozenset[str]
    ledamöter: frozenset[str]
    dokument: frozenset[str]
    förkortningar: frozenset[str]
    hänvisningar: tuple[tuple[Loc, Hänvisning], ...]


def named_in(content: Post) -> Nämnt:
    """What `content`, a whole file, names."""
    partners, seats, documents, mentions = set[str](), set[str](), set[str](), list[tuple[Loc, Hänvisning]]()
    for loc, part in posts_of(content):
        if isinstance(part, Hänvisning):
            mentions.append((loc, part))
        elif isinstance(part, Källa):
            documents.add(part.dokument)
        elif isinstance(part, Ledamöter):
            seats.add(part.organisation)
        partners.update(getattr(part, "samverkan", ()))
    words = {word for text in _own_words(content) for word in ABBREVIATION.findall(text)}
    return Nämnt(frozenset(partners), frozenset(seats), frozenset(documents), frozenset(words), tuple(mentions))


def posts_of(part: Post, loc: Loc = ()) -> Iterator[tuple[Loc, Post]]:
    """Every model in `part`, itself included, with its place in the file, in the order of the fields."""
    yield loc, part
    for name in _fields_with_posts(type(part)):
        inner = getattr(part, name)
        if isinstance(inner, tuple):
            for index, child in enumerate(inner):
                yield from posts_of(child, (*loc, name, index))
        elif inner is not None:
            yield from posts_of(inner, (*loc, name))


def _own_words(part: object) -> Iterator[str]:
    """Every text in `part` that is our own, however deep it lies."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for child in part:
            yield from _own_words(child)
    elif isinstance(part, BaseModel):
        for name in _fields_of_our_own(type(part)):
            if inner := getattr(part, name):
                yield from _own_words(inner)


@cache
def _fields_with_posts(model: type[Post]) -> tuple[str, ...]:
    return tuple(name for name, field in model.model_fields.items() if _is_post(innermost(field.annotation)))


@cache
def lists_with_names(model: type[Post]) -> tuple[str, ...]:
    """The fields whose parts have an id, or are terms: no two of a list may share it."""
    lists = (name for name in _fields_with_posts(model) if is_list(model.model_fields[name].annotation))
    return tuple(
        name for name in lists if {"id", "term"} & innermost(model.model_fields[name].annotation).model_fields.keys()
    )


@cache
def _fields_of_our_own(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name in model.model_fields if name not in FOREIGN_FIELDS)


def _is_post(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Post)

"""What a data file names of other things: organisations, documents, abbreviations, and references in its texts.

It is gathered once a file, when the file is read. A rule or a page that asks many files for what they name looks here, and goes
through the file itself only where there is something to tell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from macros.fields import innermost, is_list
from macros.model import Hänvisning, Källa, Ledamöter, Post
from macros.yaml_text import Loc

ABBREVIATION = re.compile(r"(?<![\w-])[A-ZÅÄÖ]{2,}[0-9]*(?![\w])")
# Fields that hold somebody else's words.
FOREIGN_FIELDS = frozenset(
    {"citat", "titel", "kort_titel", "tema", "namn", "vision", "andra_namn", "länk", "webbplats", "epost", "avsnitt"}
)


WITH_RULES = frozenset({"datum", "slutdatum", "flyttad_till", "anmärkningar"})


@dataclass(frozen=True)
class Nämnt:
    """The ids of partners, of organisations with a seat in a group, and of documents; abbreviations in our own words; references;
    and the parts that have notes, dates or lists of named things, which some rules look at."""

    samverkan: frozenset[str]
    ledamöter: frozenset[str]
    dokument: frozenset[str]
    förkortningar: frozenset[str]
    hänvisningar: tuple[tuple[Loc, Hänvisning], ...]
    att_pröva: tuple[tuple[Loc, Post], ...]


def named_in(content: Post) -> Nämnt:
    """What `content`, a whole file, names."""
    partners, seats, documents = set[str](), set[str](), set[str]()
    mentions, looked_at = list[tuple[Loc, Hänvisning]](), list[tuple[Loc, Post]]()
    for loc, part in posts_of(content):
        if isinstance(part, Hänvisning):
            mentions.append((loc, part))
        elif isinstance(part, Källa):
            documents.add(part.dokument)
        elif isinstance(part, Ledamöter):
            seats.add(part.organisation)
        partners.update(getattr(part, "samverkan", ()))
        if any(getattr(part, name) for name in _fields_with_rules(type(part))):
            looked_at.append((loc, part))
    words: list[str] = []
    _gather_own_words(content, words)
    return Nämnt(
        frozenset(partners), frozenset(seats), frozenset(documents), frozenset(ABBREVIATION.findall("\n".join(words))),
        tuple(mentions), tuple(looked_at),
    )  # fmt: skip


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


def _gather_own_words(part: object, words: list[str]) -> None:
    """Every text in `part` that is our own, however deep it lies, goes to `words`."""
    if isinstance(part, str):
        words.append(part)
    elif isinstance(part, tuple):
        for child in part:
            _gather_own_words(child, words)
    elif isinstance(part, Post):
        for name in _fields_of_our_own(type(part)):
            if inner := getattr(part, name):
                _gather_own_words(inner, words)


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
def _fields_with_rules(model: type[Post]) -> tuple[str, ...]:
    """The fields that the rules of one part look at: dates, notes, and lists in which names must differ."""
    return tuple(name for name in model.model_fields if name in WITH_RULES or name in lists_with_names(model))


@cache
def _fields_of_our_own(model: type[Post]) -> tuple[str, ...]:
    """The fields with words in them: no numbers, and no words of a closed set."""
    fields = (
        (name, innermost(field.annotation)) for name, field in model.model_fields.items() if name not in FOREIGN_FIELDS
    )
    return tuple(name for name, kind in fields if kind is str or _is_post(kind))


def _is_post(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Post)

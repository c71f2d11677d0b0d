"""What a data file names of other things: organisations, documents, abbreviations, and references in its texts.

It is gathered once a file, when the file is read. A rule or a page that asks many files for what they name looks here, and goes
through the file itself only where there is something to tell.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, cast

from rusplan.data.model import Hänvisning, Källa, Ledamöter, Post
from rusplan.data.schema import innermost, is_list
from rusplan.data.yaml_text import Loc
from rusplan.tools.record import record

# Two capitals or more, with nothing before them. It begins with a letter, so what lies between is passed over in C: half the time.
ABBREVIATION = re.compile(r"[A-ZÅÄÖ](?<![\w-].)[A-ZÅÄÖ]+[0-9]*(?!\w)")
# Fields that hold somebody else's words.
FOREIGN_FIELDS = frozenset(
    {"citat", "titel", "kort_titel", "tema", "namn", "vision", "andra_namn", "länk", "webbplats", "epost", "avsnitt"}
)
DATES = ("datum", "slutdatum", "flyttad_till")


@record
class Nämnt:
    """The ids of partners, of organisations with a seat in a group, and of documents; abbreviations in our own words; references;
    the parts with a date, with notes, and with a list in which names must differ; and the parts that name each partner."""

    samverkan: frozenset[str]
    ledamöter: frozenset[str]
    dokument: frozenset[str]
    förkortningar: frozenset[str]
    hänvisningar: tuple[tuple[Loc, Hänvisning], ...]
    daterade: tuple[tuple[Loc, Post], ...]
    anmärkta: tuple[tuple[Loc, Post], ...]
    listor: tuple[tuple[Loc, tuple[Post, ...]], ...]
    delar: Mapping[str, tuple[Post, ...]]


def named_in(content: Post) -> Nämnt:
    """What `content`, a whole file, names."""
    found = _Gathered()
    found.look_at(content, (), True)
    return Nämnt(
        samverkan=frozenset(found.partners), ledamöter=frozenset(found.seats), dokument=frozenset(found.documents),
        förkortningar=frozenset(ABBREVIATION.findall("\n".join(found.words))), hänvisningar=tuple(found.mentions), daterade=tuple(found.dated), anmärkta=tuple(found.noted),
        listor=tuple(found.lists), delar={name: tuple(parts) for name, parts in found.parts.items()},
    )  # fmt: skip


class _Gathered:
    """What has been found so far."""

    def __init__(self) -> None:
        self.partners, self.seats, self.documents = set[str](), set[str](), set[str]()
        self.words: list[str] = []
        self.mentions: list[tuple[Loc, Hänvisning]] = []
        self.dated: list[tuple[Loc, Post]] = []
        self.noted: list[tuple[Loc, Post]] = []
        self.lists: list[tuple[Loc, tuple[Post, ...]]] = []
        self.parts: defaultdict[str, list[Post]] = defaultdict(list)

    def look_at(self, part: Post, loc: Loc, ours: bool) -> None:
        """Gather from a part and all below it. `ours` tells whether the words are: they are not within a field of foreign words."""
        model, values = type(part), vars(part)
        kind = _kind_of(model)
        # `isinstance` asks a model of pydantic in Python, three times for each part: an eighth of the time.
        if model is Hänvisning:
            self.mentions.append((loc, cast("Hänvisning", part)))
        elif model is Källa:
            self.documents.add(values["dokument"])
        elif model is Ledamöter:
            self.seats.add(values["organisation"])
        if kind.partners:
            self.partners.update(values["samverkan"])
            for name in values["samverkan"] if loc else ():
                self.parts[name].append(part)
        if kind.notes and values["anmärkningar"]:
            self.noted.append((loc, part))
        if kind.dates and any(values[name] for name in kind.dates):
            self.dated.append((loc, part))
        for name in kind.lists:
            if values[name]:
                self.lists.append(((*loc, name), values[name]))
        for name in kind.words if ours else ():
            found = values[name]
            if isinstance(found, str):
                self.words.append(found)
            elif found:
                self.words.extend(found)
        for name in kind.posts:
            inner, own = values[name], ours and name not in FOREIGN_FIELDS
            if isinstance(inner, tuple):
                for index, child in enumerate(inner):
                    self.look_at(child, (*loc, name, index), own)
            elif inner is not None:
                self.look_at(inner, (*loc, name), own)


class _Kind(NamedTuple):
    """The fields of a model, by what is looked for in them."""

    posts: tuple[str, ...]
    words: tuple[str, ...]
    dates: tuple[str, ...]
    lists: tuple[str, ...]
    partners: bool
    notes: bool


@cache
def _kind_of(model: type[Post]) -> _Kind:
    posts, words, lists = [], [], []
    for name, field in model.model_fields.items():
        kind = innermost(field.annotation)
        if _is_post(kind):
            posts.append(name)
            if is_list(field.annotation) and {"id", "term"} & kind.model_fields.keys():
                lists.append(name)
        elif kind is str and name not in FOREIGN_FIELDS:
            words.append(name)
    dates = tuple(name for name in DATES if name in model.model_fields)
    return _Kind(
        tuple(posts), tuple(words), dates, tuple(lists), "samverkan" in model.model_fields, "anmärkningar" in model.model_fields
    )  # fmt: skip


def posts_of(part: Post, loc: Loc = ()) -> Iterator[tuple[Loc, Post]]:
    """Every model in `part`, itself included, with its place in the file, in the order of the fields."""
    yield loc, part
    for name in _kind_of(type(part)).posts:
        inner = getattr(part, name)
        if isinstance(inner, tuple):
            for index, child in enumerate(inner):
                yield from posts_of(child, (*loc, name, index))
        elif inner is not None:
            yield from posts_of(inner, (*loc, name))


def _is_post(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Post)

"""What a data file names of other things: organisations, documents, abbreviations, and references in its texts.

It is gathered once a file, when the file is read. A rule or a page that asks many files for what they name looks here, and goes
through the file itself only where there is something to tell.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, cast

from rusplan.data.model import (
    Ansvar,
    Händelse,
    Hänvisning,
    Insats,
    Källa,
    Ledamöter,
    Länkbakåt,
    Planändring,
    Post,
    Publikation,
    Rättelse,
    TidigareVärdering,
)
from rusplan.data.model.asked import Krävs, asked_fields
from rusplan.data.oddities import is_odd
from rusplan.data.schema import innermost, is_list
from rusplan.data.yaml_text import Loc
from rusplan.tools.record import record

# Two capitals or more, with nothing before them. It begins with a letter, so what lies between is passed over in C: half the time.
ABBREVIATION = re.compile(r"[A-ZÅÄÖ](?<![\w-].)[A-ZÅÄÖ]+[0-9]*(?!\w)")
# Fields that hold somebody else's words.
FOREIGN_FIELDS = frozenset(
    {
        "citat", "titel", "kort_titel", "tema", "namn", "vision", "andra_namn", "länk", "webbplats", "epost", "avsnitt",
        "diarienummer", "saknades", "kontakt",
    }
)  # fmt: skip
# What something held before it was revised: its words are read, but it takes part in nothing any more.
PAST = "före"
DATES = ("datum", "slutdatum", "flyttad_till")
# What tells an event or a publication from another one; other parts are told apart by all that is their own.
TOLD_APART = {
    Insats: ("text", "delar", "utvecklingsinsats", "samverkan"),
    Händelse: ("titel", "datum", "slutdatum", "starttid", "när", "tema", "plats", "målgrupp"),
    Publikation: ("titel", "typ", "datum", "länk"),
}
# Rules of their own tell of these, and of what has an id.
TOLD_ELSEWHERE = (Länkbakåt, TidigareVärdering, Planändring, Rättelse)


@record
class Nämnt:
    """The ids of partners, of those who are responsible, of organisations with a seat in a group, and of documents; abbreviations in our own words; references;
    the parts with a date, with notes, and with a list in which names must differ; the parts that name each partner; rows that stand twice
    in their list, with what they are called; the fields that are missing and are asked for at some time, with when; and whether some text has something odd."""

    samverkan: frozenset[str]
    ansvariga: frozenset[str]
    ledamöter: frozenset[str]
    dokument: frozenset[str]
    förkortningar: frozenset[str]
    hänvisningar: tuple[tuple[Loc, Hänvisning], ...]
    daterade: tuple[tuple[Loc, Post], ...]
    anmärkta: tuple[tuple[Loc, Post], ...]
    listor: tuple[tuple[Loc, tuple[Post, ...]], ...]
    delar: Mapping[str, tuple[Post, ...]]
    dubbla: tuple[tuple[Loc, str], ...]
    saknat: tuple[tuple[Loc, Krävs], ...]
    något_udda: bool


def named_in(content: Post) -> Nämnt:
    """What `content`, a whole file, names."""
    found = _Gathered()
    found.look_at(content, (), True)
    return Nämnt(
        samverkan=frozenset(found.partners), ansvariga=frozenset(found.responsible), ledamöter=frozenset(found.seats), dokument=frozenset(found.documents),
        förkortningar=frozenset(ABBREVIATION.findall("\n".join(found.words))), hänvisningar=tuple(found.mentions), daterade=tuple(found.dated), anmärkta=tuple(found.noted),
        listor=tuple(found.lists), delar={name: tuple(parts) for name, parts in found.parts.items()},
        dubbla=tuple(found.doubled), saknat=tuple(found.missing), något_udda=is_odd("\n".join((*found.words, *found.foreign))),
    )  # fmt: skip


class _Gathered:
    """What has been found so far."""

    def __init__(self) -> None:
        self.partners, self.responsible, self.seats, self.documents = (set[str]() for _ in range(4))
        self.words: list[str] = []
        self.foreign: list[str] = []
        self.doubled: list[tuple[Loc, str]] = []
        self.missing: list[tuple[Loc, Krävs]] = []
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
        elif model is Ansvar:
            self.responsible.add(values["organisation"])
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
        for name, when in asked_fields(model):
            if not values[name]:
                self.missing.append(((*loc, name), when))
        for name in kind.lists:
            if values[name]:
                self.lists.append(((*loc, name), values[name]))
        for name in kind.words:
            found, words = values[name], self.words if ours and name not in FOREIGN_FIELDS else self.foreign
            if isinstance(found, str):
                words.append(found)
            elif found:
                words.extend(found)
                self._look_for_doubles((*loc, name), found)
        for name in kind.posts:
            inner, own = values[name], ours and name not in FOREIGN_FIELDS
            if name == PAST:
                self._read(inner, own)
            elif isinstance(inner, tuple):
                self._look_for_doubles((*loc, name), inner)
                for index, child in enumerate(inner):
                    self.look_at(child, (*loc, name, index), own)
            elif inner is not None:
                self.look_at(inner, (*loc, name), own)

    def _read(self, part: Post, ours: bool) -> None:
        """Gather the words of a part, and nothing else."""
        then = _Gathered()
        then.look_at(part, (), ours)
        self.words += then.words
        self.foreign += then.foreign

    def _look_for_doubles(self, loc: Loc, rows: tuple[Post, ...] | tuple[str, ...]) -> None:
        """Note each row of a list that is the same as one above it."""
        seen = set[Hashable]()
        for index, row in enumerate(rows) if len(rows) > 1 else ():
            sign = row if type(row) is str else what_it_is(cast("Post", row))
            if sign and sign in seen:
                self.doubled.append(((*loc, index), sign if type(sign) is str else str(sign[0])))
            seen.add(sign)


class _Kind(NamedTuple):
    """The fields of a model, by what is looked for in them."""

    posts: tuple[str, ...]
    words: tuple[str, ...]
    dates: tuple[str, ...]
    lists: tuple[str, ...]
    own: tuple[str, ...]
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
        elif kind is str:
            words.append(name)
    dates = tuple(name for name in DATES if name in model.model_fields)
    own = () if issubclass(model, TOLD_ELSEWHERE) else TOLD_APART.get(model) or _own_fields(model, posts)
    return _Kind(
        tuple(posts), tuple(words), dates, tuple(lists), own, "samverkan" in model.model_fields, "anmärkningar" in model.model_fields
    )  # fmt: skip


def _own_fields(model: type[Post], posts: list[str]) -> tuple[str, ...]:
    """The fields that hold no other parts; none where an id tells what a thing is."""
    return (
        ()
        if {"id", "term"} & model.model_fields.keys()
        else tuple(name for name in model.model_fields if name not in posts)
    )


def what_it_is(part: Post) -> tuple[Hashable, ...]:
    """What tells a part of a file from others of its kind; empty where rules of its own do."""
    values = vars(part)
    return tuple(values[name] for name in _kind_of(type(part)).own)


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

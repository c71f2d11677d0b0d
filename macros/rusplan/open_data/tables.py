"""A table of open data: columns that say what they hold, and rows. One table is written in several ways: for programs, and for readers."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from rusplan.data.schema import explanation
from rusplan.data.values import Datum
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.site.sajt import Sajt
from rusplan.swedish.labels import Märke
from rusplan.tools.record import record, small


class Typ(StrEnum):
    """What a column holds, as CSVW calls it."""

    TEXT = "string"
    HELTAL = "integer"
    TAL = "decimal"
    DAG = "date"
    ADRESS = "anyURI"


@small
class Ord:
    """A word of the data, and what readers see instead of it."""

    värde: str
    visat: str | int


# None is what nobody has told; a tuple is several texts.
Cell = None | str | int | Decimal | Datum | Ord | tuple[str, ...]


@record
class Underlag:
    """What a row is made from: its year and activity where it has such, its place in its list, and the part of the data that it tells of."""

    sajt: Sajt
    år: Årgång | None = None
    aktivitet: Årsaktivitet | None = None
    nummer: int = 0
    sak: Any = None


@record
class Kolumn:
    """A column: its name in data, its heading, what it holds, and what explains it: a sentence, or the field of the model that has one. One
    that only programs need is not shown to readers."""

    namn: str
    titel: str
    värde: Callable[[Underlag], Cell]
    sagt: str = ""
    fält: tuple[type[BaseModel], str] | None = None
    typ: Typ = Typ.TEXT
    flera: bool = False
    bara_data: bool = False

    @property
    def förklaring(self) -> str:
        """The sentence. Those of the model are read when somebody asks."""
        return explanation(*self.fält) if self.fält else self.sagt


@record
class Datatabell:
    """A table: what makes its rows, and its columns. `nyckel` are the columns that tell the rows apart.

    The rows are made a year at a time, by one function for each part of the table, and stand part by part, the newest year first, or all
    together in another `ordning`. `av_alla` makes those of a table that is of no year.
    """

    namn: str
    titel: str
    förklaring: str
    kolumner: tuple[Kolumn, ...]
    nyckel: tuple[str, ...] = ()
    av_år: tuple[Callable[[Sajt, Årgång], Iterable[Underlag]], ...] = ()
    av_alla: Callable[[Sajt], Iterable[Underlag]] | None = None
    ordning: Callable[[Underlag], Any] | None = None

    @property
    def visade(self) -> tuple[Kolumn, ...]:
        """The columns that readers see."""
        return tuple(column for column in self.kolumner if not column.bara_data)


def column(model: type[BaseModel], name: str, value: Callable[[Underlag], Cell] | None = None, **other: Any) -> Kolumn:
    """A column for a field of the model, with its explanation; its value is that of the field, where no other is given."""
    told = {"titel": name.replace("_", " ").capitalize(), "namn": name, **other}
    return Kolumn(fält=(model, name), värde=value or (lambda row: getattr(row.sak, name)), **told)


def word(words: Any, value: StrEnum | None) -> Ord | None:
    """A word of a closed set, with its label; nothing where it is not told."""
    if value is None:
        return None
    label = words[value]
    return Ord(str(value), label.text if isinstance(label, Märke) else label)

"""Who may do what in the editor: the list of people, read at each request, so that whoever has left is out at once."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from rusplan.data.problems import did_you_mean, listed
from rusplan.data.yaml_text import Plain, parse
from rusplan.git.branches import Upphov
from rusplan.tools.record import record

FORM = "skriv namn, inloggning och roll för var och en"


class Roll(StrEnum):
    """What somebody may do; each may what those before it may."""

    LÄSER = "läser"
    SKRIVER = "skriver"
    PUBLICERAR = "publicerar"


@record
class Person:
    """Somebody who is signed in. `inloggning` is what the web server calls them; both it and the name stand in what they save."""

    inloggning: str
    namn: str
    roll: Roll

    @property
    def skriver(self) -> bool:
        """True for whoever may change something."""
        return self.roll is not Roll.LÄSER

    @property
    def publicerar(self) -> bool:
        """True for whoever may show a change to readers."""
        return self.roll is Roll.PUBLICERAR

    @property
    def upphov(self) -> Upphov:
        """In whose name they save."""
        return Upphov(namn=self.namn, epost=self.inloggning)


class Rollfel(Exception):
    """The list of people cannot be used; the text is Swedish, for whoever keeps the server."""


class _Rad(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    namn: str
    inloggning: str
    roll: Roll

    @field_validator("namn", "inloggning")
    @classmethod
    def _line(cls, text: str) -> str:
        if not text.strip() or not text.isprintable() or any(sign in text for sign in "<>"):
            raise ValueError("ska vara en rad text utan < och >")
        return text.strip()


def people(path: Path) -> Mapping[str, Person]:
    """Everybody in the list, by what they sign in as, in lower case. Raises `Rollfel`."""
    try:
        parsed = parse(path.read_bytes(), str(path))
    except OSError as error:
        raise Rollfel(f"{path} gick inte att läsa: {error.strerror}.") from None
    if parsed.problems:
        raise Rollfel("\n".join(map(str, parsed.problems)))
    if not isinstance(parsed.value, list):
        raise Rollfel(f"{path}:1:1: filen ska vara en lista; {FORM}")
    found: dict[str, Person] = {}
    for number, row in enumerate(parsed.value):
        person = _person(row, f"{path}:{parsed.place((number,))[0]}")
        if person.inloggning.casefold() in found:
            raise Rollfel(f"{path}: inloggningen «{person.inloggning}» står två gånger; ta bort den ena")
        found[person.inloggning.casefold()] = person
    return found


def _person(row: Plain, place: str) -> Person:
    try:
        read = _Rad.model_validate(row)
    except ValidationError as error:
        raise Rollfel(f"{place}: {_told(error.errors()[0])}; {FORM}") from None
    return Person(inloggning=read.inloggning, namn=read.namn, roll=read.roll)


def _told(error: Any) -> str:
    """What is wrong with a row, from pydantic's first error."""
    field = ".".join(map(str, error["loc"]))
    if error["type"] == "enum":
        return f"«{field}» är «{error['input']}», men ska vara {listed(Roll)}{did_you_mean(str(error['input']), Roll)}"
    words = {
        "missing": "saknas",
        "extra_forbidden": "är inget fält här",
        "value_error": "ska vara en rad text utan < och >",
    }
    return f"«{field}» {words[error['type']]}" if field and error["type"] in words else "raden går inte att läsa"

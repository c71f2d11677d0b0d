"""What somebody asks to have saved, and what comes of it."""

from collections.abc import Mapping
from dataclasses import field

from rusplan.data.problems import Problem
from rusplan.data.yaml_text import Plain
from rusplan.editor.three_way import Krock
from rusplan.tools.record import record


@record
class Filversion:
    """A data file as it is now: its bytes, None where there is none, and what git calls its content, "" where there is none."""

    fil: str
    raw: bytes | None
    version: str


@record
class Sparning:
    """The file `fil` should hold `innehåll` (the whole of it; None takes the file away), which was made from the version `från`.

    `val` are the choices where somebody else has changed the same, by the number of each clash: true where one's own holds; they were
    made against the version `mot`. `ändå` saves also what other files then have to be changed for."""

    fil: str
    från: str
    innehåll: Plain | None
    meddelande: str = ""
    ändå: bool = False
    val: Mapping[int, bool] = field(default_factory=dict)
    mot: str = ""


@record
class Sparat:
    """It is saved: the version that the file has now, and what else there is to know, a sentence each. `ändrat` is false where the file said
    it already."""

    version: str
    ändrat: bool = True
    sagt: tuple[str, ...] = ()


@record
class Krockar:
    """Somebody else has changed the same fields in the meantime, and the choice is that of whoever saves. Nothing is saved. `nu` is the version that
    the file has now."""

    sparning: Sparning
    nu: str
    krockar: tuple[Krock, ...]


@record
class Felaktigt:
    """The rules find faults that were not there before. Nothing is saved. `egna` stand in the file itself, `andras` in others; `går_ändå` is
    true where it can be saved nevertheless, and mended before it is published."""

    sparning: Sparning
    egna: tuple[Problem, ...]
    andras: tuple[Problem, ...]
    går_ändå: bool


Sparsvar = Sparat | Krockar | Felaktigt

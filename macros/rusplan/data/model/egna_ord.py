"""The words of closed sets beside which an organisation may have its own, and what its own answer to.

A word that is none of the closed set is read as it stands: organisation.yml may know it, which no other file shows.
"""

from typing import Annotated, Any

from rusplan.data.model.post import Post
from rusplan.data.model.vocabularies import Status
from rusplan.data.problems import did_you_mean, listed
from rusplan.data.values import OWN_WORD, Betyg, EgetOrd, Kind, Rad, parse_count, parse_line, refuse

STATUSES = {str(status): status for status in Status}


def parse_status(value: object) -> Status | str:
    """One of the statuses, or a word that may be the organisation's own."""
    if not isinstance(value, str):
        raise refuse("ska vara ett enda ord, inte en lista eller en grupp av fält")
    word = parse_line(value)
    if not OWN_WORD.fullmatch(word):
        raise refuse(
            f"är «{{värde}}», men ska vara något av {listed(STATUSES)}{did_you_mean(word, STATUSES)}", värde=word
        )
    return STATUSES.get(word, word)


def parse_rating(value: object) -> int | str:
    """A number or a word: 1, 2 or 3, unless the organisation has a scale of its own."""
    word = parse_line(value)
    return word if OWN_WORD.fullmatch(word) and not word.isdigit() else parse_count(value)


def _schema(title: str) -> dict[str, Any]:
    return {"type": ["string", "integer"], "title": title}


Statusord = Annotated[Status | str, Kind(parse_status, _schema("en status"))]
Värderingsord = Annotated[int | str, Kind(parse_rating, _schema("1, 2 eller 3, eller ett eget svar"))]


class EgenStatus(Post):
    """A status of the organisation's own."""

    id: EgetOrd
    """Ordet som utfall och avstämningar använder, till exempel försenad."""
    namn: Rad
    """Vad statusen heter på webbplatsen, till exempel Försenad."""
    motsvarar: Status
    """Vilken av de vanliga statusarna den räknas som. Den avgör färg, ordning och summor."""


class EgenVärdering(Post):
    """A rating of goals of the organisation's own."""

    id: EgetOrd
    """Ordet eller siffran som mal.yml använder, till exempel god eller 5."""
    namn: Rad
    """Vad värderingen heter på webbplatsen, till exempel God eller 5 av 5."""
    motsvarar: Betyg
    """Hur bra det är: 1 är bra, 2 är mellan och 3 är dåligt. Det avgör bild och om målet har blivit bättre eller sämre."""

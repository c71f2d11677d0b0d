"""The words of closed sets beside which an organisation may have its own, and what its own answer to.

A word that is none of the closed set is read as it stands: organisation.yml may know it, which no other file shows.
"""

from typing import Annotated, Any

from rusplan.data.model.post import Post
from rusplan.data.model.vocabularies import Status
from rusplan.data.problems import did_you_mean, listed
from rusplan.data.values import OWN_WORD, Betyg, EgetOrd, Kind, Rad, parse_count, parse_line, refuse

STATUSES = {str(status): status for status in Status}
BEST, WORST = 1, 3


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
    """1, 2 or 3, or a word that may be the organisation's own."""
    word = parse_line(value)
    if OWN_WORD.fullmatch(word) and not word.isdigit():
        return word
    digit = parse_count(value)
    if not BEST <= digit <= WORST:
        which, limit = ("minst", BEST) if digit < BEST else ("högst", WORST)
        raise refuse(f"är {digit}, men ska vara {which} {limit}")
    return digit


def _schema(title: str) -> dict[str, Any]:
    return {"type": ["string", "integer"], "title": title}


Statusord = Annotated[Status | str, Kind(parse_status, _schema("en status"))]
Värderingsord = Annotated[int | str, Kind(parse_rating, _schema("1, 2 eller 3, eller ett eget ord"))]


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
    """Ordet som mal.yml använder, till exempel god."""
    namn: Rad
    """Vad värderingen heter på webbplatsen, till exempel God."""
    motsvarar: Betyg
    """1, 2 eller 3, där 1 är bäst. Siffran avgör ordning, bild och om målet har blivit bättre eller sämre."""

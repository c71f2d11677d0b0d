"""The glossary."""

from dataclasses import dataclass

from macros.formatting import sorteringsnyckel
from macros.views.parts import Sajt, anchor


@dataclass(frozen=True)
class Termvy:
    """A term of the glossary."""

    ankare: str
    term: str
    utskrivet: str | None
    förklaring: str


def glossary(sajt: Sajt) -> tuple[Termvy, ...]:
    """All terms in Swedish order."""
    terms = sorted(sajt.samling.ordlista.innehåll.termer, key=lambda t: sorteringsnyckel(t.term))
    return tuple(Termvy(anchor(t.term) or "term", t.term, t.utskrivet, t.förklaring) for t in terms)

"""The glossary."""

from macros.formatting import sorteringsnyckel
from macros.record import record
from macros.views.parts import Sajt, anchor


@record
class Termvy:
    """A term of the glossary."""

    ankare: str
    term: str
    utskrivet: str | None
    förklaring: str


def glossary(sajt: Sajt) -> tuple[Termvy, ...]:
    """All terms in Swedish order."""
    terms = sorted(sajt.samling.ordlista.innehåll.termer, key=lambda t: sorteringsnyckel(t.term))
    found: list[Termvy] = []
    taken: set[str] = set()
    for number, term in enumerate(terms, 1):
        name = anchor(term.term)
        name = name if name and name not in taken else f"{name or 'term'}-{number}"
        taken.add(name)
        found.append(Termvy(name, term.term, term.utskrivet, term.förklaring))
    return tuple(found)

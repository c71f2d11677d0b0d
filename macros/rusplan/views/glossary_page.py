"""The glossary."""

from rusplan.site.links import anchor
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import sorteringsnyckel
from rusplan.tools.record import record


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
        found.append(Termvy(ankare=name, term=term.term, utskrivet=term.utskrivet, förklaring=term.förklaring))
    return tuple(found)

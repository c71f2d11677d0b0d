"""What search knows of words beside the pages: names that find each other, and what the glossary says of its terms."""

from collections.abc import Iterator

from rusplan.search.abbreviations import Pair, synonyms
from rusplan.search.stems import stems
from rusplan.site.addresses import ORDLISTA
from rusplan.site.sajt import Sajt
from rusplan.swedish.typography import typeset
from rusplan.tools.record import record
from rusplan.views.glossary_page import Termvy, glossary


@record
class Betydelse:
    """A term, the stems of each of its names, and what is shown above the results when one of those is asked for."""

    ord: tuple[tuple[str, ...], ...]
    term: str
    utskrivet: str
    förklaring: str
    adress: str


@record
class Ordbok:
    """Names that find each other, and the terms of the glossary."""

    par: tuple[Pair, ...]
    termer: tuple[Betydelse, ...]


def dictionary(sajt: Sajt) -> Ordbok:
    """What the data of a site says of words."""
    return Ordbok(par=synonyms(sajt.samling), termer=tuple(map(_meaning, glossary(sajt))))


def _meaning(term: Termvy) -> Betydelse:
    return Betydelse(
        ord=tuple(_names(term)),
        term=typeset(term.term),
        utskrivet=typeset(term.utskrivet or ""),
        förklaring=typeset(term.förklaring),
        adress=f"{ORDLISTA}#{term.ankare}",
    )


def _names(term: Termvy) -> Iterator[tuple[str, ...]]:
    for name in (term.term, term.utskrivet):
        if name and (found := tuple(stems(name))):
            yield found

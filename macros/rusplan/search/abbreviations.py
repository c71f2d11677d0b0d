"""Short and long names that find each other: from the glossary, and from the names of organisations."""

from collections.abc import Iterator

from rusplan.data.collection import Samling
from rusplan.search.stems import stems

Pair = tuple[tuple[str, ...], tuple[str, ...]]


def synonyms(samling: Samling) -> tuple[Pair, ...]:
    """Pairs of stems that mean the same: (skr) and (sverig, kommun, region). Sorted, each pair once."""
    pairs = {(tuple(stems(short)), tuple(_less(stems(long), stems(short)))) for short, long in _names(samling)}
    return tuple(sorted(pair for pair in pairs if all(pair) and pair[0] != pair[1]))


def _names(samling: Samling) -> Iterator[tuple[str, str]]:
    for term in samling.ordlista.innehåll.termer:
        if term.utskrivet:
            yield term.term, term.utskrivet
    for organisation in samling.organisationer.values():
        for other in (organisation.kortnamn, *organisation.andra_namn):
            if other:
                yield other, organisation.namn


def _less(long: list[str], short: list[str]) -> list[str]:
    """The long name without the short one in front: «SKR – Sveriges Kommuner och Regioner» is told by its other words."""
    return long[len(short) :] if long[: len(short)] == short and len(long) > len(short) else long

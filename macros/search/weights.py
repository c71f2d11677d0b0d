"""How much each stem weighs on each page: BM25F's part of a page, in whole numbers.

The browser multiplies by how rare the stem is and adds up. A word of the title weighs more than any number of the same word
in the text; a part of a compound weighs less than the word itself.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from sys import intern
from typing import NamedTuple

from macros.parallel import shared
from macros.search.compounds import Compounds
from macros.search.documents import Document
from macros.search.facets import AKTIVITET, LIVSLINJE, ORGANISATION, REDAKTÖR, ÖVERSIKT, Facet
from macros.search.words import words

# A stem's pages and weights: each is the page's number times `RANGE` and the weight, one number instead of a pair to hold and sort.
Postings = dict[str, list[int]]
RANGE = 128

TITLE, DESCRIPTION = 30.0, 5.0
# Headings and text count less on a longer page, and together at most `TEXT`.
HEADING, BODY, TEXT = 3.0, 1.0, 12.0
SATURATION, LENGTH, STEPS = 8.0, 0.4, 60
# What a page is worth beside its words: activities before lists and guides, and a little more the newer it is.
WORTH = {AKTIVITET: 1.05, LIVSLINJE: 1.02, ORGANISATION: 0.93, ÖVERSIKT: 0.85, REDAKTÖR: 0.6}
OLDER, OLDEST = 0.06, 0.7


def weigh(documents: Sequence[Document]) -> Postings:
    """Each stem of the documents, with the number of each document that has it and its weight there."""
    cut = [
        Cut(n, d.fasett, tuple(map(_counted, (d.titel, d.beskrivning, " ".join(d.rubriker), d.text))))
        for n, d in enumerate(documents)
    ]
    compounds = Compounds(sorted({word for each in cut for part in each.delar for word in part}))
    average = sum(each.delar[-1].total() for each in cut) / max(len(cut), 1) or 1
    newest = max((year for document in documents for year in document.fasett.år), default=0)
    found: Postings = {}
    for part in shared(partial(_weighed, compounds, average, newest), cut):
        for word, places in part.items():
            found.setdefault(word, []).extend(places)
    for places in found.values():
        places.sort()
    return found


class Cut(NamedTuple):
    """A document by its number, with the words of its title, description, headings and text, and how often each stands there."""

    nummer: int
    fasett: Facet
    delar: tuple[Counter[str], ...]


def _counted(text: str) -> Counter[str]:
    """The words of a text. Interned: each word of the site is held once, however many pages have it."""
    return Counter(map(intern, words(text)))


def _weighed(compounds: Compounds, average: float, newest: int, documents: Sequence[Cut]) -> Postings:
    """The stems of some of the documents."""
    found: Postings = {}
    for number, facet, parts in documents:
        worth = STEPS * _worth(facet, newest)
        for word, count in _counts(parts, average, compounds).items():
            weight = round(worth * count / (count + SATURATION))
            found.setdefault(word, []).append(number * RANGE + max(weight, 1))
    return found


def _worth(facet: Facet, newest: int) -> float:
    age = newest - max(facet.år, default=newest)
    return WORTH.get(facet.slag, 1.0) * max(1 - OLDER * age, OLDEST)


def _counts(parts: Sequence[Counter[str]], average: float, compounds: Compounds) -> Mapping[str, float]:
    """How often each stem stands on the page, weighed by where."""
    title, description, headings, text = parts
    long = 1 - LENGTH + LENGTH * text.total() / average
    named: defaultdict[str, float] = defaultdict(float)
    told: defaultdict[str, float] = defaultdict(float)
    for found, where, weight in (
        (named, title, TITLE), (named, description, DESCRIPTION), (told, headings, HEADING / long), (told, text, BODY / long),
    ):  # fmt: skip
        for word, times in where.items():
            for each, share in compounds.stems(word):
                found[each] += times * weight * share
    return {each: named[each] + min(told[each], TEXT) for each in sorted({*named, *told})}

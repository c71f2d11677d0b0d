"""How much each stem weighs on each page: BM25F's part of a page, in whole numbers.

The browser multiplies by how rare the stem is and adds up. A word of the title weighs more than any number of the same word
in the text; a part of a compound weighs less than the word itself.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from math import log2

from rusplan.search.compounds import Compounds
from rusplan.search.documents import Document
from rusplan.search.page_facets import AKTIVITET, LIVSLINJE, ORGANISATION, ÖVERSIKT, Facet
from rusplan.search.stems import words
from rusplan.tools.parallel import shared

# A stem's pages and weights: each is the page's number times `RANGE` and the weight, eight bytes instead of a pair to hold and sort.
Postings = dict[str, "array[int]"]
RANGE = 128

TITLE, DESCRIPTION = 30.0, 5.0
# Headings and text count less on a longer page, and together at most `TEXT`.
HEADING, BODY, TEXT = 3.0, 1.0, 12.0
SATURATION, LENGTH, STEPS = 8.0, 0.4, 60
# What a page is worth beside its words: activities before lists, and a little more the newer it is.
WORTH = {AKTIVITET: 1.05, LIVSLINJE: 1.02, ORGANISATION: 0.93, ÖVERSIKT: 0.85}
OLDER, OLDEST = 0.06, 0.7


def weigh(documents: Sequence[Document]) -> Postings:
    """Each stem of the documents, with the number of each document that has it and its weight there.

    The documents are gone through twice: for the words that there are, which tell what a compound is made of, and for their weights. To
    hold the words of all documents between takes more memory than all else in a build.
    """
    vocabulary, length = set[str](), 0
    for words_of_some, length_of_some in shared(_vocabulary, documents):
        vocabulary |= words_of_some
        length += length_of_some
    newest = max((year for document in documents for year in document.fasett.år), default=0)
    average = _about(length / max(len(documents), 1) or 1)
    weighed = partial(_weighed, Compounds(sorted(vocabulary)), average, newest)
    found: Postings = {}
    for part in shared(weighed, list(enumerate(documents))):
        for word, places in part.items():
            if word in found:
                found[word].extend(places)
            else:
                found[word] = places
    return {word: array("Q", sorted(places)) for word, places in found.items()}


def _about(length: float) -> float:
    """A length in steps of a tenth or so, that one word more does not change: all pages are weighed by it."""
    return float(2 ** (round(8 * log2(length)) / 8))


def _parts(document: Document) -> tuple[list[str], list[str], list[str], list[str]]:
    """The words of a document's title, description, headings and text."""
    return words(document.titel), words(document.beskrivning), words(" ".join(document.rubriker)), words(document.text)


def _vocabulary(documents: Sequence[Document]) -> tuple[set[str], int]:
    """The words of some of the documents, and how many words their texts have."""
    found, length = set[str](), 0
    for document in documents:
        parts = _parts(document)
        found.update(*parts)
        length += len(parts[-1])
    return found, length


def _weighed(compounds: Compounds, average: float, newest: int, documents: Sequence[tuple[int, Document]]) -> Postings:
    """The stems of some of the documents, by the numbers of those."""
    found: Postings = defaultdict(lambda: array("Q"))
    for number, document in documents:
        place, worth = number * RANGE, STEPS * _worth(document.fasett, newest)
        for word, count in _counts(_parts(document), average, compounds).items():
            found[word].append(place + (round(worth * count / (count + SATURATION)) or 1))
    return dict(found)


def _worth(facet: Facet, newest: int) -> float:
    age = newest - max(facet.år, default=newest)
    return WORTH.get(facet.slag, 1.0) * max(1 - OLDER * age, OLDEST)


def _counts(parts: Sequence[list[str]], average: float, compounds: Compounds) -> Mapping[str, float]:
    """How often each stem stands on the page, weighed by where."""
    title, description, headings, text = parts
    long = 1 - LENGTH + LENGTH * len(text) / average
    named: defaultdict[str, float] = defaultdict(float)
    told: defaultdict[str, float] = defaultdict(float)
    for found, where, weight in (
        (named, title, TITLE), (named, description, DESCRIPTION), (told, headings, HEADING / long), (told, text, BODY / long),
    ):  # fmt: skip
        for word, times in Counter(where).items():
            for each, share in compounds.stems(word):
                found[each] += times * weight * share
    counts = {each: min(count, TEXT) for each, count in told.items()}
    for each, count in named.items():
        counts[each] = count + counts.get(each, 0)
    return counts

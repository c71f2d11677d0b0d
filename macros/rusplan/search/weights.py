"""How much each stem weighs on each page: BM25F's part of a page, in whole numbers.

The browser multiplies by how rare the stem is and adds up. A word of the title weighs more than any number of the same word
in the text; a part of a compound weighs less than the word itself.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from math import log2
from typing import TypeVar

from rusplan.search.compounds import Compounds
from rusplan.search.documents import Document
from rusplan.search.page_facets import AKTIVITET, LIVSLINJE, ORGANISATION, ÖVERSIKT, Facet
from rusplan.search.rows import Weighed, all_rows, changed_rows
from rusplan.search.stems import stem, words
from rusplan.tools.parallel import shared

T = TypeVar("T")
TITLE, DESCRIPTION = 30.0, 5.0
# Headings and text count less on a longer page, and together at most `TEXT`.
HEADING, BODY, TEXT = 3.0, 1.0, 12.0
SATURATION, LENGTH, STEPS = 8.0, 0.4, 60
# What a page is worth beside its words: activities before lists, and a little more the newer it is.
WORTH = {AKTIVITET: 1.05, LIVSLINJE: 1.02, ORGANISATION: 0.93, ÖVERSIKT: 0.85}
OLDER, OLDEST = 0.06, 0.7
# To look for more new parts of words than this in each document takes as long as to weigh it.
MANY = 300


@dataclass
class Scales:
    """What documents have been weighed with, and what came of it, by address and by stem: the next time only those are weighed that may weigh
    something else."""

    forms: frozenset[str] = frozenset()
    average: float = 0.0
    newest: int = 0
    weighed: dict[str, Weighed] = field(default_factory=dict)
    rows: dict[str, str] = field(default_factory=dict)


def weigh(documents: Sequence[Document], scales: Scales) -> Mapping[str, str]:
    """Each stem of the documents with its row: the number of each document that has it, and its weight there.

    The documents are gone through twice: for the words that there are, which tell what a compound is made of, and for their weights. To
    hold the words of all documents between takes more memory than all else in a build.
    """
    known = _words_of(documents, scales.weighed)
    compounds = Compounds(word for each in known for word in each.words.split())
    average = _about(sum(each.length for each in known) / max(len(documents), 1) or 1)
    newest = max((year for document in documents for year in document.fasett.år), default=0)
    if (average, newest) != (scales.average, scales.newest):
        known = [each._replace(stems="") for each in known]
    anew = _touched(known, _parts_of_words(compounds.forms ^ scales.forms))
    weigh_some = partial(_weighed, compounds, average, newest)
    for number, stems, weights in _joined(shared(weigh_some, [(n, documents[n]) for n in anew])):
        known[number] = known[number]._replace(stems=stems, weights=weights)
    scales.forms, scales.average, scales.newest = compounds.forms, average, newest
    weighed = {document.adress: each for document, each in zip(documents, known, strict=True)}
    same = list(weighed) == list(scales.weighed)
    scales.rows = changed_rows(scales.rows, scales.weighed.values(), known) if same else all_rows(known)
    scales.weighed = weighed
    return scales.rows


def _words_of(documents: Sequence[Document], before: Mapping[str, Weighed]) -> list[Weighed]:
    """Each document with its words; what has been weighed and is the same is as it was."""
    sums = [_checksum(document) for document in documents]
    known = {n: each for n, document in enumerate(documents) if (each := before.get(document.adress))}
    known = {n: each for n, each in known.items() if each.checksum == sums[n]}
    new = [(n, document) for n, document in enumerate(documents) if n not in known]
    read = {n: Weighed(sums[n], words, length) for n, words, length in _joined(shared(_vocabulary, new))}
    return [known[n] if n in known else read[n] for n in range(len(documents))]


def _checksum(document: Document) -> bytes:
    parts = document.titel, document.beskrivning, *document.rubriker, repr(document.fasett), ""
    return sha256("\0".join(parts).encode() + document.utf8).digest()


def _parts_of_words(forms: Collection[str]) -> frozenset[str]:
    """What stands in every word that is cut in another way when these come or go: a stem is the beginning of its words."""
    return frozenset(stem(form) for form in forms) | {form[:-1] for form in forms if form[-1] in "ae"}


def _touched(known: Sequence[Weighed], parts: frozenset[str]) -> list[int]:
    """The documents that have not been weighed, or have a word with one of these parts."""
    if len(parts) > MANY:
        return list(range(len(known)))
    return [n for n, each in enumerate(known) if not each.stems or any(part in each.words for part in parts)]


def _joined(parts: Iterable[list[T]]) -> list[T]:
    return [each for part in parts for each in part]


def _about(length: float) -> float:
    """A length in steps of a tenth or so, that one word more does not change: all pages are weighed by it."""
    return float(2 ** (round(8 * log2(length)) / 8))


def _parts(document: Document) -> tuple[list[str], list[str], list[str], list[str]]:
    """The words of a document's title, description, headings and text."""
    return words(document.titel), words(document.beskrivning), words(" ".join(document.rubriker)), words(document.text)


def _vocabulary(documents: Sequence[tuple[int, Document]]) -> list[tuple[int, str, int]]:
    """The words of some of the documents, each once, and how many their texts have."""
    found = []
    for number, document in documents:
        parts = _parts(document)
        found.append((number, " ".join(sorted(set().union(*parts))), len(parts[-1])))
    return found


def _weighed(
    compounds: Compounds, average: float, newest: int, documents: Sequence[tuple[int, Document]]
) -> list[tuple[int, str, bytes]]:
    """The stems of some of the documents, with their weights."""
    found = []
    for number, document in documents:
        worth = STEPS * _worth(document.fasett, newest)
        counts = sorted(_counts(_parts(document), average, compounds).items())
        weights = bytes(round(worth * count / (count + SATURATION)) or 1 for _, count in counts)
        found.append((number, " ".join(word for word, _ in counts), weights))
    return found


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

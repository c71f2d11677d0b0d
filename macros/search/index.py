"""Documents -> the files of the index.

    assets/sok/start.json      what the first search fetches: the facets of all pages, where each word file begins, synonyms
    assets/sok/ord/007.json    stem -> pages and how much the stem weighs there, for one stretch of the alphabet
    assets/sok/text/0042.json  title, address, description and text of one page, fetched when it is shown

Pages are numbered in the order in which equally good ones are shown. A weight is BM25F's part of a page, in whole numbers,
so that the browser only adds; it counts the rest (how rare the word is) itself.
"""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from macros.search.abbreviations import Pair
from macros.search.compounds import Compounds
from macros.search.documents import Document
from macros.search.facets import AKTIVITET, LIVSLINJE, ORDER, ORGANISATION, REDAKTÖR, ÖVERSIKT, Facet
from macros.search.words import STOPWORDS, stem, words

FOLDER = "assets/sok"
# How much a word weighs by where it stands; a part of a compound weighs less than the word itself.
TITLE, HEADING, DESCRIPTION, BODY = 30.0, 3.0, 5.0, 1.0
PART = 0.4
# BM25F: how soon a repeated word stops adding, how much a long text is held back, and the steps of a weight.
SATURATION, LENGTH, STEPS = 8.0, 0.4, 60
# What a page is worth beside its words: activities before lists and guides, and a little more the newer it is.
WORTH = {AKTIVITET: 1.15, LIVSLINJE: 1.1, ORGANISATION: 0.85, ÖVERSIKT: 0.85, REDAKTÖR: 0.75}
OLDER, OLDEST = 0.06, 0.7
# Characters: of a word file, and of the text that a result's excerpt is taken from.
SHARD, TEXT = 12_000, 9_000

Postings = dict[str, list[tuple[int, int]]]


def index_files(documents: Sequence[Document], synonyms: Sequence[Pair]) -> Iterator[tuple[str, str]]:
    """Every file of the index, as (path within the site, text)."""
    ordered = sorted(documents, key=_order)
    shards = list(_shards(_postings(ordered)))
    files = [(f"{FOLDER}/ord/{n:03}.json", _json(dict(rows))) for n, rows in enumerate(shards)]
    files += [(f"{FOLDER}/text/{n:04}.json", _json(_shown(document))) for n, document in enumerate(ordered)]
    combinations = sorted({d.fasett for d in ordered})
    place = {facet: n for n, facet in enumerate(combinations)}
    yield f"{FOLDER}/start.json", _json({
        "version": _version(files),
        "fasetter": [_facet(f) for f in combinations],
        "sidor": [place[d.fasett] for d in ordered],
        "ord": [rows[0][0] for rows in shards],
        "synonymer": [[list(short), list(long)] for short, long in synonyms],
    })  # fmt: skip
    yield from files


def _order(document: Document) -> tuple[int, int, str]:
    """Kind of page first, the newest year first, then by address."""
    return ORDER.index(document.fasett.slag), -max(document.fasett.år, default=0), document.adress


def _postings(documents: Sequence[Document]) -> Postings:
    """Each stem's pages and weights."""
    cut = [[words(part) for part in _parts(document)] for document in documents]
    compounds = Compounds(sorted({word for parts in cut for part in parts for word in part}))
    lengths = [sum(map(len, parts)) for parts in cut]
    average = sum(lengths) / max(len(lengths), 1)
    newest = max((year for document in documents for year in document.fasett.år), default=0)
    found: Postings = {}
    for number, (document, parts, length) in enumerate(zip(documents, cut, lengths, strict=True)):
        long = 1 - LENGTH + LENGTH * length / average
        places = (TITLE, HEADING / long, DESCRIPTION, BODY / long)
        worth = STEPS * _worth(document.fasett, newest)
        for word, count in _counts(parts, places, compounds).items():
            weight = round(worth * count / (count + SATURATION))
            found.setdefault(word, []).append((number, max(weight, 1)))
    return found


def _worth(facet: Facet, newest: int) -> float:
    age = newest - max(facet.år, default=newest)
    return WORTH.get(facet.slag, 1.0) * max(1 - OLDER * age, OLDEST)


def _parts(document: Document) -> tuple[str, str, str, str]:
    return document.titel, " ".join(document.rubriker), document.beskrivning, document.text


def _counts(parts: Sequence[Sequence[str]], places: Sequence[float], compounds: Compounds) -> Mapping[str, float]:
    """How often each stem stands on the page, weighed by where; the parts of compounds count as stems too."""
    found: defaultdict[str, float] = defaultdict(float)
    for part, weight in zip(parts, places, strict=True):
        for word, times in Counter(part).items():
            if word in STOPWORDS:
                continue
            found[stem(word)] += weight * times
            for part in sorted({stem(part) for part in compounds.inside(word)} - {stem(word)}):
                found[part] += PART * weight * times
    return found


def _shards(postings: Postings) -> Iterator[list[tuple[str, list[int]]]]:
    """The stems in order, in stretches of about `SHARD` characters; never empty."""
    rows: list[tuple[str, list[int]]] = []
    size = 0
    for word in sorted(postings):
        row = _row(postings[word])
        length = len(word) + 5 + sum(len(str(n)) + 1 for n in row)
        if rows and size + length > SHARD:
            yield rows
            rows, size = [], 0
        rows.append((word, row))
        size += length
    if rows:
        yield rows


def _row(pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Steps from page to page, each followed by the weight: small numbers pack well."""
    row, before = [], -1
    for number, weight in pairs:
        row += [number - before, weight]
        before = number
    return row


def _shown(document: Document) -> Mapping[str, str]:
    return {
        "titel": document.titel, "adress": document.adress, "beskrivning": document.beskrivning, "text": document.text[:TEXT],
    }  # fmt: skip


def _facet(facet: Facet) -> Mapping[str, Any]:
    return {"slag": facet.slag, "ar": [str(year) for year in facet.år], "omrade": facet.område, "status": facet.status}


def _version(files: Iterable[tuple[str, str]]) -> str:
    """Changes with the index, so that a browser never mixes the files of two."""
    return hashlib.sha256("".join(text for _, text in files).encode()).hexdigest()[:12]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

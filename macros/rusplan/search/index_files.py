"""Documents -> the files of the index.

    assets/sok/start.json  what the first search fetches: the facets of all pages, from which number on pages come last, where each word
                           file begins, synonyms, the names of the glossary's terms as stems, and the version: the name of the
                           folder in assets/sok/ with
    ordlista/017.json      what is shown of a term when it is asked for
    ord/007.json           stem -> pages and how much the stem weighs there, for one stretch of the alphabet
    text/0042.json         title, address, description and text of one page, fetched when it is shown; 0042-1.json and on are
                           the further pieces of a long text

Pages are numbered in the order in which equally good ones are shown.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rusplan.search.documents import Document
from rusplan.search.meanings import Betydelse, Ordbok
from rusplan.search.page_facets import LAST, ORDER, Facet
from rusplan.search.weights import RANGE, Postings, weigh

FOLDER = "assets/sok"
# Characters: of a word file, and of a piece of the text that a result's excerpt is taken from.
SHARD, TEXT = 12_000, 9_000


def index_files(documents: Sequence[Document], ordbok: Ordbok) -> Iterator[tuple[str, str]]:
    """Every file of the index, as (path within the site, text); the first one last, since it names the folder of the others."""
    ordered = sorted(documents, key=_order)
    shards = list(_shards(weigh(ordered)))
    version = _version(_files(shards, ordered, ordbok))
    # The files are made twice, which takes less than to hold them.
    yield from ((f"{FOLDER}/{version}/{name}", text) for name, text in _files(shards, ordered, ordbok))
    combinations = sorted({d.fasett for d in ordered})
    place = {facet: n for n, facet in enumerate(combinations)}
    yield f"{FOLDER}/start.json", _json({
        "version": version,
        "fasetter": [_facet(f) for f in combinations],
        "sidor": [place[d.fasett] for d in ordered],
        "sist": sum(d.fasett.slag not in LAST for d in ordered),
        "ord": [first for first, _ in shards],
        "synonymer": ordbok.par,
        "termer": [term.ord for term in ordbok.termer],
    })  # fmt: skip


def _files(
    shards: Sequence[tuple[str, str]], documents: Sequence[Document], ordbok: Ordbok
) -> Iterator[tuple[str, str]]:
    """The files that the version names, within its folder."""
    yield from ((f"ordlista/{n:03}.json", _json(_term(term))) for n, term in enumerate(ordbok.termer))
    yield from ((f"ord/{n:03}.json", text) for n, (_, text) in enumerate(shards))
    for n, document in enumerate(documents):
        yield from _shown(f"text/{n:04}", document)


def _order(document: Document) -> tuple[int, int, str]:
    """Kind of page first, the newest year first, then by address."""
    return ORDER.index(document.fasett.slag), -max(document.fasett.år, default=0), document.adress


def _shards(postings: Postings) -> Iterator[tuple[str, str]]:
    """The stems in order, in stretches of about `SHARD` characters: the first stem of each, and its file. Never empty."""
    rows: list[str] = []
    first, size = "", 0
    for word in sorted(postings):
        row = ",".join(map(str, _row(postings[word])))
        length = len(word) + 6 + len(row)
        if rows and size + length > SHARD:
            yield first, f"{{{','.join(rows)}}}"
            rows, size = [], 0
        first = first if rows else word
        rows.append(f"{_json(word)}:[{row}]")
        size += length
    if rows:
        yield first, f"{{{','.join(rows)}}}"


def _row(places: Iterable[int]) -> Iterator[int]:
    """Steps from page to page, each followed by the weight: small numbers pack well."""
    before = -1
    for place in places:
        number, weight = divmod(place, RANGE)
        yield number - before
        yield weight
        before = number


def _shown(name: str, document: Document) -> Iterator[tuple[str, str]]:
    """What is shown of a page when it is found: the first piece of its text with the rest, and each further piece."""
    text = document.text
    first, *more = [text[i : i + TEXT] for i in range(0, len(text), TEXT)] or [""]
    yield f"{name}.json", _json({
        "titel": document.titel, "adress": document.adress, "beskrivning": document.beskrivning, "text": first, "fler": len(more),
    })  # fmt: skip
    for n, piece in enumerate(more, 1):
        yield f"{name}-{n}.json", _json({"text": piece})


def _term(term: Betydelse) -> Mapping[str, Any]:
    return {
        "ord": term.ord,
        "term": term.term,
        "utskrivet": term.utskrivet,
        "forklaring": term.förklaring,
        "adress": term.adress,
    }


def _facet(facet: Facet) -> Mapping[str, Any]:
    return {"slag": facet.slag, "ar": [str(year) for year in facet.år], "omrade": facet.område, "status": facet.status}


def _version(files: Iterable[tuple[str, str]]) -> str:
    """Changes with the index. It names the folder, so that a browser never mixes the files of two."""
    digest = hashlib.sha256()
    for _, text in files:
        digest.update(text.encode())
    return digest.hexdigest()[:12]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

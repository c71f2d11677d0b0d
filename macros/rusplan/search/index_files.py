"""Documents -> the files of the index. All but the first are named by what they hold, so those that hold what they held stay as they were.

    assets/sok/start.json        what the first search fetches: the facets of all pages, from which number on pages come last, where each word
                                 file begins, synonyms, the names of the glossary's terms as stems, and the names of all other files, after
                                 each other
    assets/sok/ord/….json        stem -> pages and how much the stem weighs there, for one stretch of the alphabet
    assets/sok/text/….json       title, address, description and text of one page, fetched when it is shown; a long text goes on in further
                                 files, which it names
    assets/sok/ordlista/….json   what is shown of a term when it is asked for

Pages are numbered in the order in which equally good ones are shown.
"""

import hashlib
import json
from base64 import b32encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from zlib import crc32

from rusplan.search.documents import Document
from rusplan.search.meanings import Betydelse, Ordbok
from rusplan.search.page_facets import LAST, ORDER, Facet
from rusplan.search.weights import Scales, weigh

FOLDER = "assets/sok"
# Characters: of a word file, about, and of a piece of the text that a result's excerpt is taken from.
SHARD, TEXT = 12_000, 9_000
# Letters of the name of a file.
NAME = 8
File = tuple[str, str]
Text = str | None


def index_files(
    documents: Sequence[Document], ordbok: Ordbok, scales: Scales, stands: Callable[[str], bool] = lambda _: False
) -> Iterator[tuple[str, Text]]:
    """Every file of the index, as (path within the site, text); the first one last, since it names the others. No text for the files of a page
    that has not changed, if they `stand` whole where the index was written before."""
    ordered = sorted(documents, key=_order)
    names: dict[str, list[str]] = {"ord": [], "text": [], "ordlista": []}
    stems = []
    for first, shard in _shards(weigh(ordered, scales)):
        stems.append(first)
        yield _named("ord", shard, names)
    for document in ordered:
        yield from _shown_or_standing(document, names, scales, stands)
    for term in ordbok.termer:
        yield _named("ordlista", _json(_term(term)), names)
    combinations = sorted({d.fasett for d in ordered})
    place = {facet: n for n, facet in enumerate(combinations)}
    yield f"{FOLDER}/start.json", _json({
        "fasetter": [_facet(f) for f in combinations],
        "sidor": [place[d.fasett] for d in ordered],
        "sist": sum(d.fasett.slag not in LAST for d in ordered),
        "ord": stems,
        "synonymer": ordbok.par,
        "termer": [term.ord for term in ordbok.termer],
        "filer": {kind: "".join(found) for kind, found in names.items()},
    })  # fmt: skip


def _named(kind: str, text: str, names: Mapping[str, list[str]]) -> File:
    """A file by what it holds; its name is added to those of its kind."""
    name = _name(hashlib.sha256(text.encode()).digest())
    names[kind].append(name)
    return f"{FOLDER}/{kind}/{name}.json", text


def _name(checksum: bytes) -> str:
    # 40 bits. With the 32 of eight hexadecimal digits one site of 50,000 files in four would have two of the same name.
    return b32encode(checksum).decode().lower()[:NAME]


def is_named(path: str, checksum: bytes) -> bool:
    """True for a file of the index that is named by the content with this checksum (SHA-256)."""
    return path.endswith(f"/{_name(checksum)}.json")


def _order(document: Document) -> tuple[int, int, str]:
    """Kind of page first, the newest year first, then by address."""
    return ORDER.index(document.fasett.slag), -max(document.fasett.år, default=0), document.adress


def _shards(rows: Mapping[str, str]) -> Iterator[File]:
    """The stems in order, in stretches of about `SHARD` characters: the first stem of each, and its file. Never empty. Where a stretch may end
    hangs on the stem that the next one begins with, so that one more row moves no other stretch."""
    stretch: list[str] = []
    first, size = "", 0
    for word in sorted(rows):
        row = rows[word]
        length = len(word) + 6 + len(row)
        if stretch and (size + length > SHARD or (size > SHARD // 4 and _may_begin(word, length))):
            yield first, f"{{{','.join(stretch)}}}"
            stretch, size = [], 0
        first = first if stretch else word
        stretch.append(f"{_json(word)}:[{row}]")
        size += length
    if stretch:
        yield first, f"{{{','.join(stretch)}}}"


def _may_begin(word: str, length: int) -> bool:
    """True for stems that lie half a file from each other, as they fall."""
    return crc32(word.encode()) * SHARD < 2 * length << 32


def _shown_or_standing(
    document: Document, names: Mapping[str, list[str]], scales: Scales, stands: Callable[[str], bool]
) -> Iterator[tuple[str, Text]]:
    """As `_shown`; the paths alone where they are known and stand."""
    known = scales.weighed[document.adress]
    if known.files and all(map(stands, known.files)):
        names["text"].append(known.files[-1].rpartition("/")[2].removesuffix(".json"))
        yield from ((path, None) for path in known.files)
        return
    found = list(_shown(document, names))
    scales.weighed[document.adress] = known._replace(files=tuple(path for path, _ in found))
    yield from found


def _shown(document: Document, names: Mapping[str, list[str]]) -> Iterator[File]:
    """What is shown of a page when it is found: the first piece of its text with the rest, and each further piece."""
    text = document.text
    first, *more = [text[i : i + TEXT] for i in range(0, len(text), TEXT)] or [""]
    further: dict[str, list[str]] = {"text": []}
    yield from [_named("text", _json({"text": piece}), further) for piece in more]
    yield _named("text", _json({
        "titel": document.titel, "adress": document.adress, "beskrivning": document.beskrivning, "text": first, "fler": further["text"],
    }), names)  # fmt: skip


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


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

"""Search over the built site: pages -> documents -> an index in small files that the reader's browser fetches piece by piece.

An index of our own and not Pagefind, which was tried (1.5.2, 3,000 pages): its filter files and with them its entry differ
between two builds of the same pages, a first query costs 170-250 kB, its engine needs a content security policy that allows
WebAssembly, and it finds no parts of compounds. Here a build gives the same bytes, and a first query costs a fraction.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from rusplan.search.documents import Document, document
from rusplan.search.index_files import FOLDER, index_files, is_named
from rusplan.search.meanings import Ordbok, dictionary
from rusplan.search.page_facets import Facets
from rusplan.search.weights import Scales

__all__ = ["FOLDER", "Document", "Facets", "Ordbok", "Scales", "dictionary", "is_named", "read_page", "search_index"]


def read_page(html: str, address: str, facets: Facets) -> Document | None:
    """The page at `address` as search sees it; None if it is not searched."""
    facet = facets.of(address)
    return document(html, address, facet) if facet else None


def search_index(
    found: Iterable[Document],
    ordbok: Ordbok,
    scales: Scales | None = None,
    stands: Callable[[str], bool] = lambda _: False,
) -> Iterator[tuple[str, str | None]]:
    """The index of the pages as (path within the site, text); `ordbok` is what is known of words beside them (`dictionary`), and `scales` what
    pages were weighed with before, which is changed to what they are weighed with now. What is told of a page that has not changed has no
    text where it still `stands`."""
    ordered = sorted(found, key=lambda each: each.adress)
    return index_files(_with_own_descriptions(ordered), ordbok, scales or Scales(), stands)


def _with_own_descriptions(documents: list[Document]) -> list[Document]:
    """The documents, without the description that several pages have in common: it is the site's, and tells nothing of them."""
    times = Counter(document.beskrivning for document in documents)
    return [
        replace(document, beskrivning="") if times[document.beskrivning] > 1 else document for document in documents
    ]

"""What is laid among the files of docs/: the pages that every site gets, the year pages that no editor has written, and the shells."""

from collections.abc import Iterator
from pathlib import Path

from rusplan.build.shell import MARKDOWN, shell_path
from rusplan.build.site_build import Bygge
from rusplan.site.routes import draft_overviews, markdown_files, year_pages
from rusplan.tools.resources import PAGES


def given_files(bygge: Bygge) -> Iterator[tuple[str, str | bytes | Path]]:
    """The path in docs/ of each, and what it holds or where that lies. What an editor has written for the same address goes before it."""
    for name, data in bygge.filer.files:
        yield f"{bygge.filer.folder}/{name}", data
    for path in (*markdown_files(PAGES), *_beside_pages()):
        yield path, PAGES / path
    yield from _overviews(bygge).items()
    for path in sorted({shell_path(address) for address in bygge.sidor}):
        yield path, MARKDOWN


def _beside_pages() -> list[str]:
    """The paths of all that lies beside the pages that every site gets."""
    found = (path for path in PAGES.rglob("*") if path.is_file() and path.suffix != ".md")
    return sorted(path.relative_to(PAGES).as_posix() for path in found)


def _overviews(bygge: Bygge) -> dict[str, str]:
    """The Markdown of the overviews of years, those of drafts that are shown with them."""
    sajt = bygge.sajt
    return year_pages(sajt.samling) | (draft_overviews(sajt.alla) if sajt.alla else {})

"""One build of the site: what it carries from event to event, and how everything that data makes is written. Knows no MkDocs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from macros.assets import Assets
from macros.blocks import Blocks
from macros.outputs import OUTPUTS, Output
from macros.pages import Sida, Utkast
from macros.parallel import shared
from macros.problems import Problem
from macros.render import Renderer
from macros.search import Document, Facets, read_page, search_index
from macros.shell import Shell
from macros.views import head
from macros.views.follow import feeds_of_page
from macros.views.parts import Länk, Sajt


@dataclass(repr=False)  # mkdocs-macros writes out all that the configuration holds
class Bygge:
    """The site, its templates and files, the pages to write, the shells they are filled into, and what was wrong."""

    sajt: Sajt
    renderer: Renderer
    filer: Assets
    sidor: list[Utkast] = field(default_factory=list)
    skal: dict[int, Shell] = field(default_factory=dict)
    adresser: set[str] = field(default_factory=set)
    fel: list[Problem] = field(default_factory=list)
    block: Blocks = field(default_factory=Blocks)

    def write_all(self, site: Path) -> None:
        """Write every page that data makes, everything that is no page, and the search index over it and what MkDocs has written."""
        self.sajt.prepare()
        shared(partial(self._write_outputs, site), OUTPUTS, fewest=len(OUTPUTS))
        documents = shared(partial(self._write_pages, site), self.sidor)
        documents += shared(partial(self._read_written, site), sorted(self.adresser), fewest=50)
        for path, text in search_index(self.sajt, [d for part in documents for d in part if d]):
            write(site / path, text)

    def _write_outputs(self, site: Path, outputs: Sequence[Output]) -> None:
        addresses = sorted(self.adresser | {page.adress for page in self.sidor})
        for output in outputs:
            for path, text in output(self.sajt, self.renderer, addresses):
                write(site / path, text)

    def _write_pages(self, site: Path, drafts: Sequence[Utkast]) -> list[Document | None]:
        """The pages are made, written, and read for search, one at a time: no more than one view is held at once."""
        facets = Facets(self.sajt)
        documents = []
        for draft in drafts:
            html = self.filled(draft.gör())
            write(site / draft.adress / "index.html", html)
            documents.append(read_page(html, draft.adress, facets))
        return documents

    def _read_written(self, site: Path, addresses: Sequence[str]) -> list[Document | None]:
        """The pages that MkDocs has written, as search sees them."""
        facets = Facets(self.sajt)
        return [read_page((site / a / "index.html").read_text(encoding="utf-8"), a, facets) for a in addresses]

    def filled(self, page: Sida) -> str:
        """The whole page: the shell of its depth with its view in it."""
        return self.skal[page.adress.count("/")].fill(
            title=page.titel,
            description=page.beskrivning,
            address=self.sajt.absolute(page.adress),
            crumbs=self.crumbs(page.adress, list(page.spår)),
            edit=self.sajt.edit_url(page.fil) or "",
            body=self.renderer.render(page.mall, page.adress, vy=page.vy),
            contents=page.avsnitt,
            head=self.head(page.adress, page.titel, page.beskrivning, page.spår, page.vy),
        )

    def crumbs(self, address: str, crumbs: list[Länk]) -> str:
        """The breadcrumbs of the page at `address`."""
        return self.renderer.render("brodsmulor.html", "" if address == "./" else address, smulor=crumbs)

    def head(self, address: str, title: str, description: str, crumbs: Iterable[Länk], view: object) -> str:
        """What stands in the page's head for search engines and feed readers."""
        data = head.structured(self.sajt, address, title, description, crumbs, view)
        feeds = self.renderer.render(
            "flodeslankar.html", address.removeprefix("./"), flöden=feeds_of_page(self.sajt, address)
        )
        return self.renderer.render("huvud.html", address, data=data) + feeds


def write(path: Path, text: str) -> None:
    """Write a file, unless it already holds just this: writing is what costs on a large site."""
    data = text.encode()
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)

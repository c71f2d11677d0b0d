"""One build of the site: what it carries from event to event, and how everything that data makes is written. Knows no MkDocs."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from macros.assets import Assets
from macros.blocks import Blocks
from macros.dependencies import begin, noted
from macros.outputs import OUTPUTS, Output
from macros.pages import Sida, Utkast, drafts
from macros.parallel import Ahead, each
from macros.problems import Problem
from macros.render import Renderer
from macros.search import Document, Facets, read_page, synonyms
from macros.shell import Shell
from macros.views import head
from macros.views.follow import feeds_of_page
from macros.views.parts import Länk, Sajt
from macros.writing import write, write_index

NAMED_OUTPUTS = {output.__name__: output for output in OUTPUTS}


class Made(NamedTuple):
    """What came of making a page, or all that one output makes: what search reads in the page; where it is noted, which data files were
    asked; how long it took; and the files of an output."""

    document: Document | None
    names: frozenset[str]
    seconds: float
    paths: frozenset[str] = frozenset()


@dataclass(repr=False)  # mkdocs-macros writes out all that the configuration holds
class Bygge:
    """The site, its templates and files, the shells that pages are filled into, what MkDocs has read and written, and what was wrong."""

    sajt: Sajt
    renderer: Renderer
    filer: Assets
    skal: dict[int, Shell] = field(default_factory=dict)
    lästa: dict[str, Made] = field(default_factory=dict)
    adresser: set[str] = field(default_factory=set)
    fel: list[Problem] = field(default_factory=list)
    block: Blocks = field(default_factory=Blocks)

    def __post_init__(self) -> None:
        self.renew(self.sajt)

    def renew(self, sajt: Sajt) -> None:
        """From here on pages are made from `sajt`."""
        self.sajt, self.sidor, self._facets = sajt, {page.adress: page for page in drafts(sajt)}, Facets(sajt)

    def begin(self, site: Path, first: Callable[[], None]) -> None:
        """Have every page that data makes and everything that is no page written, by other processors while MkDocs reads its pages in this
        one. `first` is what each of them does before: MkDocs' own shells come later."""
        self.sajt.prepare()
        self._addresses = sorted({*self.adresser, *self.sidor})
        # The largest pages come last in the order of the data; begun first, they keep nobody waiting in the end.
        names = [*NAMED_OUTPUTS, *reversed(self.sidor)]
        self._ahead = Ahead(lambda name: (name, self.make(site, name)), names, first)

    def finish(self, site: Path) -> dict[str, Made]:
        """Write what is left, and the search index over that and what MkDocs has written.

        What came of each page is returned by its address, of each output by its name.
        """
        made = dict(self._ahead.finish())
        made.update(each(lambda address: (address, self.read_written(site, address)), sorted(self.adresser), fewest=50))
        write_index(site, [one.document for one in made.values() if one.document], synonyms(self.sajt.samling))
        return made

    def stop(self, site: Path) -> None:
        """Something was wrong: nothing is left of what has been written."""
        self._ahead.stop()
        shutil.rmtree(site, ignore_errors=True)

    def make(self, site: Path, name: str) -> Made:
        """A page that data makes, by its address, or an output by its name."""
        if name in NAMED_OUTPUTS:
            return self.write_output(site, NAMED_OUTPUTS[name])
        return self.write_page(site, self.sidor[name])

    def write_page(self, site: Path, draft: Utkast) -> Made:
        """A page is made, written, and read for search at once: no more than one view is held at a time."""
        begin()
        html = self.filled(draft.gör())
        write(site / draft.adress / "index.html", html)
        return Made(read_page(html, draft.adress, self._facets), *noted())

    def write_output(self, site: Path, output: Output) -> Made:
        """All files of an output."""
        begin()
        paths = set()
        for path, text in output(self.sajt, self.renderer, self._addresses):
            write(site / path, text)
            paths.add(path)
        return Made(None, *noted(), frozenset(paths))

    def read_written(self, site: Path, address: str) -> Made:
        """A page that MkDocs has written, as search sees it."""
        begin()
        html = (site / address / "index.html").read_text(encoding="utf-8")
        document, before = read_page(html, address, self._facets), self.lästa[address]
        names, seconds = noted()
        return Made(document, before.names | names, before.seconds + seconds)

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
        feeds = feeds_of_page(self.sajt, address)
        return self.renderer.render("huvud.html", address.removeprefix("./"), data=data, flöden=feeds)

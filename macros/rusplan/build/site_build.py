"""One build of the site: what it carries from event to event, and how everything that data makes is written. Knows no MkDocs."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from rusplan.build.assets import Assets
from rusplan.build.blocks import Blocks
from rusplan.build.build_order import Byggstopp
from rusplan.build.edit_links import of_made
from rusplan.build.kept import Kept, Made, bring, checksum, stands
from rusplan.build.made_downloads import Nedladdningar, Omfattning
from rusplan.build.pages import Ogjord, Sida, unmade_pages
from rusplan.build.shell import Shell, shell_path
from rusplan.build.whole import whole
from rusplan.build.writing import write, write_bytes, write_index
from rusplan.build.wrong_data import box, boxes, by_page
from rusplan.checks.announced import changes_of_a_decided_plan_are_explained
from rusplan.checks.left_to_do import left_to_do
from rusplan.data.problems import Problem
from rusplan.open_data.year_data import data_by_year
from rusplan.outputs import OUTPUTS, Output
from rusplan.render.renderer import Renderer
from rusplan.search import Document, Facets, Scales, dictionary, read_page
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.swedish.typography import typeset
from rusplan.tools.parallel import each
from rusplan.tools.questions import Answers, Question, asked, noting
from rusplan.views import structured_data
from rusplan.views.contacts import mistake_link
from rusplan.views.draft_banner import Utkastvy, changes_banner, draft_banner, wrong_banner
from rusplan.views.feed_links import feeds_of_page

NAMED_OUTPUTS = {output.__name__: output for output in OUTPUTS}
# The name of what is remembered of history.
HISTORY = "historik"


class Adresskrock(Byggstopp):
    """Two things would have the same address, in Swedish."""


@dataclass(repr=False)  # it holds all data, which nobody wants written out
class Bygge:
    """The site, its templates and files, the shells that pages are filled into, what MkDocs has read and written, and what was wrong."""

    sajt: Sajt
    renderer: Renderer
    filer: Assets
    kept: Kept = field(default_factory=Kept)
    skal: dict[str, Shell] = field(default_factory=dict)
    # What the pages that MkDocs fills have asked for, by address.
    ram: bytes = b""  # what the frame and the pages of docs/ hang on
    frågat: dict[str, set[Question]] = field(default_factory=dict)
    # Seconds that it took to read each of them, macros included.
    lästid: dict[str, float] = field(default_factory=dict)
    adresser: set[str] = field(default_factory=set)
    fel: list[Problem] = field(default_factory=list)
    # The checksum of each file that has been written, by its path.
    skrivet: Mapping[str, bytes] = field(default_factory=dict)
    block: Blocks = field(default_factory=Blocks)
    omfattning: Omfattning = Omfattning.VANLIGA
    # What is wrong in the data of a preview; any other build has been stopped by it.
    datafel: Sequence[Problem] = ()
    # The addresses of drafts that are not shown.
    undantag: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.renew(self.sajt)

    def renew(self, sajt: Sajt) -> None:
        """From here on pages are made from `sajt`."""
        self.sajt, self.sidor = sajt, {page.adress: page for page in unmade_pages(sajt)}
        self.nedladdningar = Nedladdningar(
            sajt=sajt, renderer=self.renderer, kept=self.kept, omfattning=self.omfattning
        )
        self._facets, self._draft_facets = Facets(sajt), Facets(sajt.med_utkast)
        self._unexplained = list(changes_of_a_decided_plan_are_explained(sajt.samling)) if sajt.förhandsvisas else []
        self._wrong = by_page(self.datafel)
        self.sidor |= {page.adress: page for page in boxes(sajt, self._wrong)}
        self._left = left_to_do(sajt.med_utkast.samling) if sajt.utkastsidor else []

    def answers(self) -> Answers:
        """What all that pages can ask for answers now."""
        there = [
            each
            for sajt in {id(s): s for s in (self.sajt, self.sajt.med_utkast)}.values()
            for each in (sajt, sajt.samling, sajt.graf)
        ]
        others: dict[str, Callable[..., object]] = {
            "fil": self.kept.files.checksum,
            "skal": self._shell_sum,
            "sidor": self._public,
            "ram": lambda: self.ram,
            "utkast": self._banner,
        }
        return Answers(others, self.nedladdningar, *there)

    def hangs_on(self) -> bytes:
        """A checksum of what all that is made hangs on."""
        return whole(self.sajt, sorted(self.sidor), self.filer.folder, int(self.omfattning), list(self.datafel))

    def begin(self) -> None:
        """All data is read: what is kept can be judged, and files to download made, which pages tell of."""
        self.sajt.prepare()
        self.kept.remember(HISTORY, self.sajt.minne)
        self.kept.begin(self.hangs_on(), self.answers())
        _ = self.nedladdningar.filer

    def still(self, page: str, standing: Path | None) -> str | None:
        """The HTML of a page of docs/ as it stands, if it would be made again just as it is."""
        kept = self.kept.right(page) if standing else None
        if kept is None or standing is None or not stands(kept, standing):
            return None
        return (standing / next(iter(kept.files))).read_text(encoding="utf-8")

    def _public(self) -> list[str]:
        return sorted({*self.adresser, *self.sidor} - self.sajt.utkastsidor.keys())

    def _shell_sum(self, path: str) -> bytes:
        return self.skal[path].checksum if path in self.skal else b""

    def write_all(self, site: Path, standing: Path | None = None) -> None:
        """Write every page that data makes, everything that is no page, and the search index over that and what MkDocs has written.

        What came of each page is kept by its address, of each output by its name. What is kept already, and stands unchanged in the site
        `standing`, is taken from there.
        """
        for file in self.nedladdningar.filer:
            write_bytes(site / file.adress, file.innehåll)
        # What a copy keeps is lost: kept here, it is there when a file is saved while the site is shown.
        data_by_year(self.sajt)
        # The largest pages come last in the order of the data; begun first, they keep nobody waiting in the end.
        names = [*NAMED_OUTPUTS, *reversed(self.sidor), *sorted(self.adresser)]
        self.kept.keep(dict(each(lambda name: (name, self._make_or_bring(site, name, standing)), names, fewest=50)))
        made = self.kept.made.values()
        index = write_index(
            site,
            [one.document for one in made if one.document],
            dictionary(self.sajt),
            self.kept.made_of("sökord", b"", Scales),
            standing,
        )
        self.skrivet = {**self.kept.written, **index}

    def _make_or_bring(self, site: Path, name: str, standing: Path | None) -> Made | None:
        """As `make`; nothing for what is as it was."""
        kept = self.kept.right(name)
        if kept and name in self.adresser:
            return None if stands(kept, site) else self.read_written(site, name)
        if kept and standing and stands(kept, standing):
            bring(kept.files, standing, site)
            return None
        return self.make(site, name)

    def make(self, site: Path, name: str) -> Made:
        """A page by its address, made from data or as MkDocs has written it, or an output by its name."""
        if name in NAMED_OUTPUTS:
            return self.write_output(site, NAMED_OUTPUTS[name])
        return self.write_page(site, self.sidor[name]) if name in self.sidor else self.read_written(site, name)

    def write_page(self, site: Path, page: Ogjord) -> Made:
        """A page is made, written, and read for search at once: no more than one view is held at a time."""
        questions, path, start = set[Question](), f"{page.adress}index.html", perf_counter()
        with noting(questions):
            html = self.html_of(page)
            document = self._searched(html, page.adress)
        written = {path: write(site / path, html)}
        return Made(document, frozenset(questions), perf_counter() - start, written)

    def html_of(self, page: Ogjord) -> str:
        """A page that data makes, whole."""
        try:
            return self.filled(page.gör())
        except LookupError:  # it asks for what could not be read
            if not self.datafel:
                raise
            return self.filled(box(page.adress, ""))

    def _searched(self, html: str, address: str) -> Document | None:
        """The page as search sees it; not at all where that hangs on what could not be read."""
        try:
            return read_page(html, address, self._draft_facets if address in self.sajt.utkastsidor else self._facets)
        except LookupError:
            if not self.datafel:
                raise
            return None

    def write_output(self, site: Path, output: Output) -> Made:
        """All files of an output."""
        questions, written, start = set[Question](), dict[str, bytes](), perf_counter()
        with noting(questions):
            asked("sidor")
            made = list(self._put_out(output, self._public()))
        for path, text in made:
            try:
                written[path] = write(site / path, text)
            except (FileExistsError, IsADirectoryError, NotADirectoryError):
                raise Adresskrock(
                    f"data/permalankar.yml leder vidare «/{path.removesuffix('/index.html')}», men där finns en fil; "
                    "ta bort omdirigeringen, eller filen om den inte ska finnas"
                ) from None
        return Made(None, frozenset(questions), perf_counter() - start, written)

    def _put_out(self, output: Output, addresses: list[str]) -> Iterator[tuple[str, str]]:
        """What an output makes; in a preview up to where it asks for what could not be read."""
        try:
            yield from output(self.sajt, self.renderer, addresses)
        except LookupError:
            if not self.datafel:
                raise

    def read_written(self, site: Path, address: str) -> Made:
        """A page that MkDocs has written, as search sees it."""
        questions, path, start = self.frågat.get(address, set()), f"{address}index.html", perf_counter()
        data = (site / path).read_bytes()
        with noting(questions):
            document = self._searched(data.decode(), address)
        seconds = self.lästid.get(address, 0.0) + perf_counter() - start
        return Made(document, frozenset(questions), seconds, {path: checksum(data)})

    def filled(self, page: Sida) -> str:
        """The whole page: the shell of its part of the site with its view in it."""
        path = shell_path(page.adress)
        asked("skal", path)
        return self.skal[path].fill(
            title=typeset(page.titel),
            description=typeset(page.beskrivning),
            address=self.sajt.absolute(page.adress),
            crumbs=self.crumbs(page.adress, list(page.spår)),
            edit=self.edit(page.adress, of_made(self.sajt, page)),
            mistake=self.mistake(page.adress, page.kontakt),
            body=self.banner(page.adress) + self.renderer.render(page.mall, page.adress, vy=page.vy),
            contents=(
                (anchor, typeset(title)) for anchor, title in (*page.avsnitt, *self.nedladdningar.section(page.adress))
            ),
            head=self.head(page.adress, page.titel, page.beskrivning, page.spår, page.vy),
            downloads=self.nedladdningar.box(page.adress),
        )

    def banner(self, address: str) -> str:
        """What stands first on the page at `address` if it is that of a draft, or of a plan that has changed without a decision."""
        asked("utkast", address)
        with noting(None):
            return self._banner(address)

    def _banner(self, address: str) -> str:
        views = [self._banner_view(address)]
        if address in self._wrong:
            views.insert(0, wrong_banner(self.sajt, self._wrong[address]))
        return "".join(self.renderer.render("utkast.html", address, vy=view) for view in views if view)

    def _banner_view(self, address: str) -> Utkastvy | None:
        if route := self.sajt.utkastsidor.get(address):
            return draft_banner(self.sajt.med_utkast, route, self._left)
        route = self.sajt.rutter.get(address) if self._unexplained else None
        return changes_banner(self.sajt, route, self._unexplained) if route else None

    def crumbs(self, address: str, crumbs: list[Länk]) -> str:
        """The breadcrumbs of the page at `address`."""
        return self.renderer.render("brodsmulor.html", address, smulor=crumbs)

    def mistake(self, address: str, contact: str | None = None) -> str:
        """Whom to tell of a mistake on the page at `address`: its own contact, or that of the site."""
        contact = contact or self.sajt.samling.webbplats.innehåll.epost
        return self.renderer.render(
            "fel.html", address, vy=mistake_link(contact, self.sajt.absolute(address), self.sajt.senast_ändrad)
        )

    def edit(self, address: str, links: tuple[Länk, ...]) -> str:
        """The way to where the page at `address` is edited."""
        return self.renderer.render("redigera.html", address, vy=links) if links else ""

    def head(self, address: str, title: str, description: str, crumbs: Iterable[Länk], view: object) -> str:
        """What stands in the page's head for search engines and feed readers."""
        data = structured_data.structured(self.sajt, address, title, description, crumbs, view)
        is_draft = address in self.sajt.utkastsidor
        feeds = () if is_draft else feeds_of_page(self.sajt, address)
        return self.renderer.render("huvud.html", address, data=data, flöden=feeds, utkast=is_draft)

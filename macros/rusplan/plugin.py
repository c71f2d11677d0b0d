"""The door to MkDocs: checks data/ before a build, gives MkDocs the pages and the frame, and writes the generated pages after it.

Each event hands plain arguments to plain functions; nothing is decided here.
"""

import logging
import os
import posixpath
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Literal

import material
from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import templates
from mkdocs.utils.templates import TemplateContext

from rusplan.build import shell
from rusplan.build.accent import accent_rules
from rusplan.build.assets import Assets, assets
from rusplan.build.beside import Beside
from rusplan.build.edit_links import of_written
from rusplan.build.kept import Kept, checksum
from rusplan.build.kept_folder import opened, save
from rusplan.build.link_warnings import LOGGERS, LinkWarnings
from rusplan.build.macro_calls import PageCalls, front_matter_problems
from rusplan.build.made_downloads import Omfattning, Tilläggsfel
from rusplan.build.menu import menu_without
from rusplan.build.own_editor import OwnEditor
from rusplan.build.page_links import link_problems
from rusplan.build.page_sources import source_problems
from rusplan.build.shell import Shell
from rusplan.build.site_build import HISTORY, Adresskrock, Bygge
from rusplan.checks import read_and_check, read_collection
from rusplan.data.collection import Samling
from rusplan.data.file_names import is_left_by_system
from rusplan.data.model import JaNej
from rusplan.data.problems import DataFel, Problem, told
from rusplan.macros import MACROS, run_by_itself
from rusplan.publish.headers import content_policy
from rusplan.render.compiled import compiled
from rusplan.render.renderer import Renderer
from rusplan.serve import Live
from rusplan.site.addresses import address_of
from rusplan.site.links import Länk
from rusplan.site.routes import draft_overviews, hidden_addresses, markdown_files, pages_of_nothing, year_pages
from rusplan.site.sajt import Sajt, seen
from rusplan.swedish import typography
from rusplan.swedish.typography import typeset
from rusplan.tools.collector import without_collector
from rusplan.tools.parallel import ProcessFel
from rusplan.tools.plain_files import leads_out, plain_files
from rusplan.tools.questions import noting
from rusplan.tools.record import small
from rusplan.tools.resources import PAGES
from rusplan.views.draft_banner import wrong_banner

log = logging.getLogger("mkdocs.plugins.rusplan")
WITHOUT_HISTORY = "RUSPLAN_UTAN_HISTORIK"
PREVIEW = "RUSPLAN_FORHANDSVISNING"
DOCUMENTS = "RUSPLAN_DOKUMENT"
NOTHING_DECIDED = "ingen plan är beslutad än, så det finns inget att publicera; skriv in ett beslut med «rusplan decide», eller se utkastet med «make serve»"
MATERIAL = Path(material.__file__).parent / "templates"
# Code that is wider than the page can be scrolled by keyboard; the sign beside each heading is not read out with it.
FOR_ALL = (
    ("<pre><code", '<pre tabindex="0"><code'),
    ('<a class="headerlink" href', '<a class="headerlink" aria-hidden="true" tabindex="-1" href'),
)


class RusplanPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no settings of its own
    """What MkDocs calls; `bygge` is the build that is going on, `live` the site while it is shown and edited, `editor` the form editor beside that, `beside` where it is built, `undantag` the addresses
    of drafts that are not shown."""

    bygge: Bygge
    # How data/ is read where a page is shown before it is saved.
    reads: Callable[[Path], tuple[Samling | None, Sequence[Problem]]] | None = None
    live: Live | None = None
    editor: OwnEditor | None = None
    beside: Beside | None = None
    undantag: frozenset[str] = frozenset()

    def __init__(self) -> None:
        self._until_shutdown, self._hearing, self._noting = ExitStack(), ExitStack(), ExitStack()
        self.kept = Kept()
        self._as_they_were: dict[str, str] = {}
        self._stands_beside = False
        self._calls: dict[str, PageCalls] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note how the build was asked for: MkDocs' own reloading script would not be let in by the policy."""
        if command == "serve":
            self.live = Live()
        else:
            self._stands_beside = command == "build" and not dirty
            self._until_shutdown.enter_context(without_collector(to_the_end=True))

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """From here on a saved data file is followed, and the editor that pages lead to is there."""
        assert self.live
        self.live.follow(server, config, builder)
        if self.editor:
            self.editor.start()
        return server

    def on_shutdown(self) -> None:
        """Follow no more. A build that nothing has stopped, warnings in its last moment included, takes the place of the site that stands."""
        if self.live:
            self.live.stop()
        if self.editor:
            self.editor.stop()
        self._hearing.close()
        if self.beside:
            self.beside.leave() if sys.exc_info()[0] else self._show()
        self._until_shutdown.close()

    def _show(self) -> None:
        """Let what has been built take its place, and keep for the next build what it was built with."""
        assert self.beside
        self.beside.take_place(self.kept.written)
        save(self._root, self.kept)

    @property
    def previewed(self) -> bool:
        """True where those who write look at what they have written."""
        return bool(self.live or self.reads or os.environ.get(PREVIEW))

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check data/; a mistake stops the build before anything is written."""
        root, live = Path(config.config_file_path).parent, self.live
        self._root = root
        if module := run_by_itself(root):
            raise Abort(
                f"{module} i projektets mapp skulle köras när webbplatsen byggs; ta bort den eller byt namn på den"
            )
        if link := next(
            filter(None, (leads_out(Path(path), root) for path in (config.docs_dir, config.site_dir))), None
        ):
            raise Abort(
                f"{link.name} i projektets mapp är en länk till något annat; ta bort den eller lägg själva mappen där"
            )
        self.kept = self.live.kept if self.live else Kept() if self.reads else opened(root)
        with stopped_in_words():
            samling, wrong = self._read(root)
        if unread := list(source_problems(Path(config.docs_dir), root)):
            raise Abort(told(unread))
        shown = self.previewed or samling.webbplats.innehåll.visa_utkast is JaNej.JA
        self.undantag = frozenset() if shown else hidden_addresses(samling)
        if not (samling.publikt.årgångar or self.previewed):
            raise Abort(NOTHING_DECIDED)
        if live:
            self.editor = self.editor or OwnEditor(root, config.dev_addr.host, config.dev_addr.port)
        own_editor = self.editor.links if self.editor else ""
        sajt = Sajt(
            samling=seen(samling),
            alla=samling if shown and samling.publikt is not samling else None,
            förhandsvisas=self.previewed,
            bitar=self.kept.each_piece,
            redigera=own_editor or (config.edit_uri or "").removesuffix("docs/"),
            bas=config.site_url or "/",
            namn=config.site_name,
            minns=self.kept.known(HISTORY) or {},
        )
        sajt.begin()
        config.markdown_extensions.append("rusplan.typeset_markdown")
        site = samling.webbplats.innehåll
        accent = accent_rules(site.färg) if site.färg else ""
        written = content_of(Path(config.docs_dir))
        loaded: Assets = self.kept.made_of(
            "stilmall",
            checksum(written + accent.encode()),
            lambda: assets(MATERIAL, (Path(config.docs_dir), PAGES), accent),
        )
        self.bygge = Bygge(
            sajt, Renderer(samling, loaded.folder), loaded, self.kept, omfattning=self._downloads, datafel=wrong
        )
        with stopped_in_words():
            self.bygge.begin()
        # What the frame in theme/ shows beside the page itself.
        contact = self.bygge.renderer.render("sidfot.html", "", vy=site)
        left_out = pages_of_nothing(sajt.samling)
        if config.nav:
            config.nav = menu_without(config.nav, left_out)
        config.extra["ram"] = {
            "filer": loaded.folder,
            "kontakt": contact,
            "regler": "" if live else content_policy(),
            "ordlista": "ordlista.md" not in left_out,
            "licens": self.bygge.renderer.render("licens.html", "", vy=site.licens) if site.licens else "",
            "logotyp": site.logotyp or "",
        }
        settings = (
            Path(config.config_file_path).read_bytes(),
            config.site_url,
            config.site_name,
            config.edit_uri,
            config.extra,
        )
        self.bygge.ram = checksum(written + repr(settings).encode())
        # MkDocs' own sitemap lists the shells, not the generated pages, and carries the day of the build.
        config.theme.static_templates.discard("sitemap.xml")
        # Of Material's own files pages load only what `assets` has made of them. MkDocs would look through all its icons: 0.05 s.
        self._templates = FileSystemLoader(list(config.theme.dirs))
        config.theme.dirs = [folder for folder in config.theme.dirs if Path(folder) != MATERIAL]
        self._listen(root)
        if live:
            config.watch += [str(root / "data")]
        if self._stands_beside:
            self.beside = Beside(Path(config.site_dir))
            config.site_dir = str(self.beside.folder)
        return config

    def _read(self, root: Path) -> tuple[Samling, Sequence[Problem]]:
        """All of data/. With a mistake in it there is only a preview, which says what is wrong where it would have stood."""
        if not self._is_forgiving:
            return read_collection(root, self.kept.files.read), ()
        samling, problems = self.reads(root) if self.reads else read_and_check(root, self.kept.files.read)
        if samling is None or not samling.årgångar or samling.webbplats.namn in samling.oläsliga:
            raise DataFel(problems)
        return samling, problems

    @property
    def _is_forgiving(self) -> bool:
        """True for a preview, which is built with mistakes too; while a site is edited it is shown as it was before them."""
        return self.previewed and not self.live

    @property
    def _downloads(self) -> Omfattning:
        """How much there is to download: while a site is edited nothing, which would be made again for each saved file."""
        if self.live or self.reads:
            return Omfattning.INGET
        return Omfattning.ALLA if os.environ.get(DOCUMENTS) else Omfattning.VANLIGA

    def _listen(self, root: Path) -> None:
        """Hear what MkDocs warns of from here on."""
        self._hearing.close()
        for logger in map(logging.getLogger, LOGGERS):
            heard = LinkWarnings(root, lambda problem: self.bygge.fel.append(problem))
            logger.addFilter(heard)
            self._hearing.callback(logger.removeFilter, heard)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages that every site gets, the year pages that no editor has written, and the shells that generated pages are filled into."""
        for file in list(files):
            is_hidden = file.is_documentation_page() and address_of(file.url) in self.undantag
            if is_hidden or file.src_uri == "sitemap.xml" or is_left_by_system(posixpath.basename(file.src_uri)):
                files.remove(file)
        for name, data in self.bygge.filer.files:
            files.append(File.generated(config, f"{self.bygge.filer.folder}/{name}", content=data))
        taken = {file.url for file in files}
        for path in (*markdown_files(PAGES), *_pictures()):
            file = File.generated(config, path, abs_src_path=str(PAGES / path))
            if file.url not in taken:
                files.append(file)
        for path, text in self._overviews().items():
            if files.get_file_from_path(path) is None:
                files.append(File.generated(config, path, content=text))
        for path in sorted({shell.shell_path(address) for address in self.bygge.sidor}):
            files.append(File.generated(config, path, content=shell.MARKDOWN))
        return files

    def _overviews(self) -> dict[str, str]:
        """The Markdown of the overviews of years, those of drafts that are shown with them."""
        sajt = self.bygge.sajt
        return year_pages(sajt.samling) | (draft_overviews(sajt.alla) if sajt.alla else {})

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """All pages are known: none may lie where data makes one."""
        if self.live:
            self.live.files, self.live.nav = files, nav
        bygge = self.bygge
        bygge.adresser = {address_of(file.url) for file in files.documentation_pages() if not _is_shell(file)}
        for address in sorted(bygge.adresser & bygge.sidor.keys()):
            source = bygge.sidor[address].gör().fil
            raise Abort(f"adressen {address} finns två gånger: en sida i docs/ och en ur {source}; byt namn på den ena")
        return nav

    @event_priority(100)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Note what is wrong with the page's macros, before mkdocs-macros meets them; such a page is left empty until `on_env` stops the
        build."""
        if _is_shell(page.file):
            return markdown
        if self._is_as_it_was(page):
            return ""
        self._noting.close()
        self._noting.enter_context(noting(self.bygge.frågat.setdefault(address_of(page.url), {("ram",)})))
        name, source = f"docs/{page.file.src_uri}", page.file.content_string
        self._calls[page.url] = calls = PageCalls(name, source, markdown, MACROS)
        problems = [*front_matter_problems(name, source, page.meta), *calls.problems()]
        # mkdocs-macros renders the title too, which is text of the page even where that stands as it is.
        problems = problems or list(PageCalls(name, source, str(page.title), MACROS).problems())
        problems += link_problems(name, source, files.src_uris)
        self.bygge.fel.extend(problems)
        if problems and self._is_forgiving:
            banner = self.bygge.renderer.render("utkast.html", "", vy=wrong_banner(self.bygge.sajt, problems))
            return f"# {page.title}\n\n{banner}"
        return "" if problems else markdown

    def _is_as_it_was(self, page: Page) -> bool:
        """True for a page that would be made again just as it is: then MkDocs has nothing to do with it, but to know its title and anchors."""
        address = address_of(page.url)
        if self._is_forgiving:  # what is wrong with a page is told each time
            return False
        html = self.bygge.still(address, self.beside.standing if self.beside else None)
        known: Anchors | None = self.kept.known(f"sida {address}")
        if html is None or known is None:
            return False
        self._as_they_were[page.url] = html
        page.meta = {"title": known.title, "template": "tom.html", "render_macros": False}
        return True

    def calls_of(self, page: Page) -> PageCalls:
        """The macro calls of a page of which MkDocs has read the Markdown."""
        return self._calls[page.url]

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Stop the build if a macro was wrong, with every mistake of every page at once."""
        if self.bygge.fel and not self._is_forgiving:
            raise Abort(told(sorted(self.bygge.fel)))
        env.loader = self._templates
        env.bytecode_cache = compiled((sys.modules[__name__], templates, typography))
        env.filters["typeset"] = typeset  # Markdown lets ordinary spaces in where it lists the headings
        if self.live:
            self.live.env = env
        return env

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The shell's body is a mark; elsewhere what Markdown writes is made fit for keyboards and screen readers."""
        if _is_shell(page.file):
            return shell.BODY
        address = address_of(page.url)
        if page.url in self._as_they_were:
            known: Anchors = self.kept.known(f"sida {address}")
            page.present_anchor_ids = set(known.there)
            page.links_to_anchors = {
                file: dict(links) for path, links in known.asked if (file := files.get_file_from_path(path))
            }
            return html
        self.kept.made_of(
            f"sida {address}", checksum(html.encode() + str(page.title).encode()), lambda: Anchors.of(page)
        )
        banner = self.bygge.banner(address)
        self._noting.close()
        return improved(html.replace("</h1>", f"</h1>\n{banner}", 1) if banner else html)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Breadcrumbs for every page; the shell gets marks for all that differs between pages."""
        if page.url in self._as_they_were:
            return context
        with noting(self.bygge.frågat.get(address_of(page.url))):
            return self._in_context(context, page, config, nav)

    def _in_context(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        page.meta["plats"] = _place(page, nav)
        if _is_shell(page.file):
            page.canonical_url = shell.ADDRESS
            page.meta["redigera"] = shell.EDIT if self.bygge.sajt.redigera else ""
            page.meta["fel"] = shell.MISTAKE
            page.meta["brödsmulor"] = shell.CRUMBS
            page.meta["huvud"] = shell.HEAD
            page.meta["nedladdningar"], page.meta["skal"] = shell.DOWNLOADS, True
        else:
            address = address_of(page.url)
            crumbs = [Länk(above.title, address_of(above.url)) for above in _parents(page, nav)]
            page.meta["brödsmulor"] = self.bygge.crumbs(address, crumbs)
            description = str(page.meta.get("description") or config.site_description or "")
            page.meta["huvud"] = self.bygge.head(address, str(page.title), description, crumbs, None)
            text = page.edit_url if (Path(config.docs_dir) / page.file.src_uri).exists() else None
            page.meta["fel"] = self.bygge.mistake(address)
            page.meta["redigera"] = self.bygge.edit(address, of_written(self.bygge.sajt, address, text))
            page.meta["nedladdningar"] = self.bygge.nedladdningar.box(address)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put back what macros have made; keep the rendered shell instead of writing it."""
        if page.url in self._as_they_were:
            return self._as_they_were.pop(page.url)
        if not _is_shell(page.file):
            return self.bygge.block.put_back(output)
        self.bygge.skal[page.file.src_uri] = Shell(output)
        return ""

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write every generated page, and everything that is no page. A link to a heading that is not there is known only now; while a
        site is edited it does not stand in the way."""
        if self.bygge.fel and not self.previewed:
            raise Abort(told(sorted(self.bygge.fel)))
        if self._is_forgiving and (wrong := [*self.bygge.datafel, *self.bygge.fel]):
            print(f"{told(sorted(wrong))}\nFörhandsvisningen är byggd ändå.", file=sys.stderr)
        with stopped_in_words():
            tell_of_history(self.bygge.sajt.historik.brist, strict=config.strict)
            self.bygge.write_all(Path(config.site_dir), self.beside.standing if self.beside else None)
        if self.live:
            self.live.built(self.bygge, config)


@small
class Anchors:
    """What MkDocs knows of a page that it has read: its title, its anchors, and those of other pages that it leads to, by their paths."""

    title: str
    there: tuple[str, ...]
    asked: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]

    @classmethod
    def of(cls, page: Page) -> "Anchors":
        """Of a page that has been read."""
        links = (page.links_to_anchors or {}).items()
        asked = tuple((file.src_uri, tuple(found.items())) for file, found in links)
        return cls(str(page.title), tuple(sorted(page.present_anchor_ids or ())), asked)


def content_of(docs: Path) -> bytes:
    """A checksum of all files that people have written in a folder, and of their names."""
    found = ((path.relative_to(docs).as_posix(), checksum(path.read_bytes())) for path in plain_files(docs))
    return checksum(repr(list(found)).encode())


def tell_of_history(missing: str | None, *, strict: bool) -> None:
    """A site without its history looks whole. It is told of, and stops a build that nobody watches, unless it has been asked for."""
    if missing and os.environ.get("CI") and not os.environ.get(WITHOUT_HISTORY):
        raise Abort(f"{missing} Ska webbplatsen ändå byggas, sätt miljövariabeln {WITHOUT_HISTORY}=ja.")
    if missing:  # a warning would stop a strict build
        log.log(logging.INFO if strict else logging.WARNING, f"OBS! {missing}")


@contextmanager
def stopped_in_words() -> Iterator[None]:
    """What stands in the way stops the build, and is told without a traceback."""
    try:
        yield
    except DataFel as error:
        raise Abort(told(error.problems)) from None
    except (Adresskrock, ProcessFel, Tilläggsfel) as error:
        raise Abort(str(error)) from None


def improved(html: str) -> str:
    """What Markdown has written, with what it leaves out."""
    for written, better in FOR_ALL:
        html = html.replace(written, better)
    return html


def _pictures() -> list[str]:
    """The paths of all that lies beside the pages that every site gets."""
    found = (path for path in PAGES.rglob("*") if path.is_file() and path.suffix != ".md")
    return sorted(path.relative_to(PAGES).as_posix() for path in found)


def _is_shell(file: File) -> bool:
    return posixpath.basename(file.src_uri) == "rusplan-skal.md"


def _place(page: Page, nav: Navigation) -> Page | None:
    """The page of the menu that this one is, or lies below by address."""
    above = [parent for parent in _parents(page, nav) if parent is not nav.homepage]
    return page if page in nav.pages else above[-1] if above else None


def _parents(page: Page, nav: Navigation) -> list[Page]:
    """The pages above this one, by address: the start page first."""
    by_url = {found.url: found for found in nav.pages}
    parts = address_of(page.url).strip("/").split("/")[:-1]
    above = ["/".join(parts[:i]) + "/" for i in range(1, len(parts) + 1)]
    home = [nav.homepage] if nav.homepage and page is not nav.homepage else []
    return [*home, *(by_url[url] for url in above if url in by_url)]

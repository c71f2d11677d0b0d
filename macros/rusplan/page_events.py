"""The door to MkDocs for each page: what a person has written in docs/, and the shells that the pages of data are filled into."""

from contextlib import ExitStack
from time import perf_counter

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from rusplan.build import shell
from rusplan.build.build_order import BuildOrder
from rusplan.build.macro_calls import PageCalls
from rusplan.build.menu import above
from rusplan.build.shell import Shell, is_shell
from rusplan.build.site_build import Bygge
from rusplan.build.standing_pages import StandingPages
from rusplan.build.written_pages import frame_of_page, improved, in_place_of_page, mistakes_of_page
from rusplan.macros import MACROS
from rusplan.site.addresses import address_of
from rusplan.site.links import Länk
from rusplan.tools.questions import noting


class PageEvents(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no settings of its own
    """What MkDocs calls for a page; `bygge` is the build that is going on, `order` what was asked for, `standing` the pages that are not read."""

    bygge: Bygge
    order: BuildOrder
    standing: StandingPages

    def __init__(self) -> None:
        self._noting = ExitStack()
        self._calls: dict[str, PageCalls] = {}

    @event_priority(100)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Note what is wrong with the page's macros, before mkdocs-macros meets them; such a page is left empty until `on_env` stops the
        build. A page that would be made again just as it is is not read."""
        if is_shell(page.file.src_uri):
            return markdown
        # What is wrong with a page of a preview is told each time.
        if not self.order.is_forgiving and (known := self.standing.find(page.url)):
            page.meta = {"title": known.title, "template": "tom.html", "render_macros": False}
            return ""
        self._began = perf_counter()
        self._noting.close()
        self._noting.enter_context(noting(self.bygge.frågat.setdefault(address_of(page.url), {("ram",)})))
        name, title = f"docs/{page.file.src_uri}", str(page.title)
        self._calls[page.url] = calls = PageCalls(name, page.file.content_string, markdown, MACROS)
        wrong = mistakes_of_page(calls, page.meta, title, files.src_uris)
        self.bygge.fel.extend(wrong)
        if wrong and self.order.is_forgiving:
            return in_place_of_page(self.bygge, title, wrong)
        return "" if wrong else markdown

    def calls_of(self, page: Page) -> PageCalls:
        """The macro calls of a page of which MkDocs has read the Markdown."""
        return self._calls[page.url]

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The shell's body is a mark; elsewhere what Markdown writes is made fit for keyboards and screen readers."""
        if is_shell(page.file.src_uri):
            return shell.BODY
        if page.url in self.standing and (known := self.standing.known(page.url)):
            page.present_anchor_ids = set(known.there)
            found = ((files.get_file_from_path(path), dict(links)) for path, links in known.asked)
            page.links_to_anchors = {file: links for file, links in found if file}
            return html
        links = {file.src_uri: asked for file, asked in (page.links_to_anchors or {}).items()}
        self.standing.note(page.url, html, str(page.title), page.present_anchor_ids or (), links)
        address = address_of(page.url)
        banner = self.bygge.banner(address)
        self._noting.close()
        self.bygge.lästid[address] = perf_counter() - self._began
        return improved(html, banner)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Breadcrumbs for every page; the shell gets marks for all that differs between pages."""
        if page.url in self.standing:
            return context
        page.meta["plats"] = _place(page, nav)
        if is_shell(page.file.src_uri):
            page.canonical_url = shell.ADDRESS
            page.meta.update(shell.META, redigera=shell.EDIT if self.bygge.sajt.redigera else "")
            return context
        with noting(self.bygge.frågat.get(address_of(page.url))):
            page.meta.update(self._frame_of(page, config, nav))
        return context

    def _frame_of(self, page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, object]:
        return frame_of_page(
            self.bygge,
            address_of(page.url),
            title=str(page.title),
            description=str(page.meta.get("description") or config.site_description or ""),
            crumbs=[Länk(parent.title, address_of(parent.url)) for parent in _parents(page, nav)],
            text=page.edit_url if (self.order.docs / page.file.src_uri).exists() else None,
        )

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put back what macros have made; keep the rendered shell instead of writing it."""
        if page.url in self.standing:
            return self.standing.html(page.url)
        if not is_shell(page.file.src_uri):
            return self.bygge.block.put_back(output)
        self.bygge.skal[page.file.src_uri] = Shell(output)
        return ""


def _place(page: Page, nav: Navigation) -> Page | None:
    """The page of the menu that this one is, or lies below by address."""
    parents = [parent for parent in _parents(page, nav) if parent is not nav.homepage]
    return page if page in nav.pages else parents[-1] if parents else None


def _parents(page: Page, nav: Navigation) -> list[Page]:
    """The pages above this one, by address: the start page first."""
    by_url = {found.url: found for found in nav.pages}
    home = [nav.homepage] if nav.homepage and page is not nav.homepage else []
    return [*home, *(by_url[url] for url in above(address_of(page.url)) if url in by_url)]

"""The MkDocs hook: checks data/ before the build and writes the generated pages after it. Knows MkDocs; decides nothing else."""

import gc
import logging
import posixpath
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Literal

from jinja2 import Environment, TemplateSyntaxError, meta, nodes
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from macros import shell
from macros.assets import assets
from macros.bygge import Bygge, Made
from macros.checks import read_collection
from macros.dependencies import begin, noted
from macros.headers import content_policy
from macros.makron import Makron
from macros.pages import year_pages
from macros.problems import DataFel, Problem, did_you_mean, told
from macros.render import TEMPLATES, Renderer
from macros.serve import Live
from macros.shell import Shell
from macros.views.parts import Länk, Sajt

MADE_OTHERWISE = (
    "sitemap.xml", "assets/css/", "assets/js/", "assets/javascripts/", "assets/stylesheets/", "assets/images/favicon.png",
)  # fmt: skip
# Code that is wider than the page can be scrolled by keyboard; the sign beside each heading is not read out with it.
FOR_ALL = (
    ("<pre><code", '<pre tabindex="0"><code'),
    ('<a class="headerlink" href', '<a class="headerlink" aria-hidden="true" tabindex="-1" href'),
)
live: Live | None = None
JINJA_NAMES = frozenset({"range", "dict", "lipsum", "cycler", "joiner", "namespace", "page", "config"})


def _bygge(config: MkDocsConfig) -> Bygge:
    found: Bygge = config["rusplan"]
    return found


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Note how the build was asked for: MkDocs' own reloading script would not be let in by the policy.

    A build needs no collector of cycles: it finds none, and looks again and again.
    """
    global live
    live = Live() if command == "serve" else None
    gc.disable()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """From here on a saved data file is followed."""
    assert live
    live.follow(server, config, builder)
    return server


def on_shutdown() -> None:
    """Follow no more."""
    if live:
        live.stop()


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check data/; a mistake stops the build before anything is written."""
    root = Path(config.config_file_path).parent
    try:
        samling = read_collection(root, live.kept.read if live else None)
    except DataFel as error:
        raise Abort(told(error.problems)) from None
    sajt = Sajt(samling, (config.edit_uri or "").removesuffix("docs/"), config.site_url or "/", config.site_name)
    sajt.begin()
    theme, material = (Path(folder) for folder in config.theme.dirs[:2])
    loaded = assets(material, theme, Path(config.docs_dir), TEMPLATES)
    bygge = Bygge(sajt, Renderer(samling, loaded.folder), loaded)
    config["rusplan"] = bygge
    # What the frame in theme/ shows beside the page itself.
    contact = bygge.renderer.render("sidfot.html", "", vy=samling.webbplats.innehåll)
    config.extra["ram"] = {
        "filer": bygge.filer.folder,
        "kontakt": contact,
        "regler": "" if live else content_policy(theme),
    }
    # MkDocs' own sitemap lists the shells, not the generated pages, and carries the day of the build.
    config.theme.static_templates.discard("sitemap.xml")
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the year pages that no editor has written, and one shell for each depth of address."""
    bygge = _bygge(config)
    # Of the theme's files and of our own style sheets and scripts, pages load what `assets` has made of them; the sitemap is an output.
    for file in list(files):
        if file.src_uri.startswith(MADE_OTHERWISE):
            files.remove(file)
    for name, data in bygge.filer.files:
        files.append(File.generated(config, f"{bygge.filer.folder}/{name}", content=data))
    for path, text in year_pages(bygge.sajt).items():
        if files.get_file_from_path(path) is None:
            files.append(File.generated(config, path, content=text))
    for depth in sorted({page.adress.count("/") for page in bygge.sidor.values()}):
        files.append(File.generated(config, shell.shell_path(depth), content=shell.MARKDOWN))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """All pages are known: those that data makes are begun on."""
    if live:
        live.files, live.nav = files, nav
    bygge = _bygge(config)
    pages = files.documentation_pages()
    shells = [file for file in pages if _is_shell(file)]
    bygge.adresser = {_address(file) for file in pages if not _is_shell(file)}
    for address in sorted(bygge.adresser & bygge.sidor.keys()):
        file = bygge.sidor[address].gör().fil
        raise Abort(f"adressen {address} finns två gånger: en sida i docs/ och en ur {file}; byt namn på den ena")
    bygge.begin(Path(config.site_dir), partial(_make_shells, shells, nav, config, files))
    return nav


def _make_shells(shells: list[File], nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Have the shells made ahead, in a process that cannot wait for MkDocs to come to them."""
    logging.disable()  # MkDocs says it all once more when it comes to them
    for page in nav.pages:
        if page.title is None:  # the menu names it by its heading, which is not read yet
            _populate_page(page, config, files)
    env = config.theme.get_env()
    for file in shells:
        page = file.page or Page(None, file, config)
        _populate_page(page, config, files)
        _build_page(page, config, (), nav, env)


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Note macros that do not exist, before mkdocs-macros meets them; such a page is left empty until `on_env` stops the build."""
    if _is_shell(page.file):
        return markdown
    bygge = _bygge(config)
    begin()
    problems = list(_unknown_names(markdown, page))
    bygge.fel.extend(problems)
    return "" if problems else markdown


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Stop the build if a macro was wrong, with every mistake of every page at once."""
    if problems := _bygge(config).fel:
        _bygge(config).stop(Path(config.site_dir))
        raise Abort(told(sorted(problems)))
    if live:
        live.env = env
    return env


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The shell's body is a mark; elsewhere what Markdown writes is made fit for keyboards and screen readers."""
    if _is_shell(page.file):
        return shell.BODY
    bygge = _bygge(config)
    bygge.lästa[page.url] = Made(None, *noted())
    return improved(html)


def improved(html: str) -> str:
    """What Markdown has written, with what it leaves out."""
    for written, better in FOR_ALL:
        html = html.replace(written, better)
    return html


def on_page_context(context: dict[str, object], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, object]:
    """Breadcrumbs for every page; the shell gets marks for all that differs between pages."""
    if page not in nav.pages:
        page.meta.setdefault("hide", ["navigation"])  # a page outside the menu has no menu beside it
    if _is_shell(page.file):
        page.canonical_url = shell.ADDRESS
        page.edit_url = shell.EDIT if config.edit_uri else None
        page.meta["brödsmulor"] = shell.CRUMBS
        page.meta["huvud"] = shell.HEAD
    else:
        crumbs = [Länk(ancestor.title, ancestor.url) for ancestor in _parents(page, nav)]
        page.meta["brödsmulor"] = _bygge(config).crumbs(page.url, crumbs)
        description = str(page.meta.get("description") or config.site_description or "")
        page.meta["huvud"] = _bygge(config).head(page.url, str(page.title), description, crumbs, None)
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Put back what macros have made; keep the rendered shell instead of writing it."""
    if not _is_shell(page.file):
        return _bygge(config).block.put_back(output)
    _bygge(config).skal[page.url.count("/")] = Shell(output)
    return ""


def on_post_build(config: MkDocsConfig) -> None:
    """Write every generated page, and everything that is no page."""
    made = _bygge(config).finish(Path(config.site_dir))
    if live:
        live.built(config, made)
    else:
        gc.freeze()  # Python looks for cycles once more when it ends: 1.1 s at 3,000 activities


def _unknown_names(markdown: str, page: Page) -> Iterator[Problem]:
    """What the {{ }} of a page name that does not exist."""
    known = {name for name in vars(Makron) if not name.startswith("_")} - {"all"}
    try:
        # Comment signs as in mkdocs.yml; parsed for its names, never rendered.
        syntax = Environment(comment_start_string="{%#", comment_end_string="#%}")  # noqa: S701
        tree = syntax.parse(markdown)
    except TemplateSyntaxError as error:
        yield problem_on(page, error.lineno, "ett makro är inte rätt skrivet; det ska stå som {{ namn(värde) }}")
        return
    called = {id(call.node) for call in tree.find_all(nodes.Call)}
    unknown = meta.find_undeclared_variables(tree) - known - JINJA_NAMES
    for found in tree.find_all(nodes.Name):
        if found.name not in unknown:
            continue
        if id(found) in called:
            text = f"makrot «{found.name}» finns inte{did_you_mean(found.name, known)}"
        else:
            text = f"«{found.name}» finns inte; om det är en text ska den stå inom citattecken"
        yield problem_on(page, found.lineno, text)


def problem_on(page: Page, row: int, text: str) -> Problem:
    """A problem on a page of docs/; `row` counts from the text below the page's front matter."""
    source, below = page.file.content_string, (page.markdown or "").strip()[:60]
    above = source[: max(source.find(below), 0)].count("\n")
    leading = len(page.markdown or "") - len((page.markdown or "").lstrip("\n"))
    return Problem(f"docs/{page.file.src_uri}", row + above - leading, 1, text)


def row_of_running_macro() -> int:
    """The row of the macro that is being rendered, from the frames of the template that calls it."""
    frame = sys._getframe()
    while frame.f_back:
        frame = frame.f_back
        template = frame.f_globals.get("__jinja_template__")
        if frame.f_code.co_filename == "<template>" and template is not None:
            return int(template.get_corresponding_lineno(frame.f_lineno))
    return 1


def _is_shell(file: File) -> bool:
    return posixpath.basename(file.src_uri) == "rusplan-skal.md"


def _address(file: File) -> str:
    """The address of a page of docs/, as MkDocs' pages tell it."""
    return "" if file.url in (".", "./") else file.url


def _parents(page: Page, nav: Navigation) -> list[Page]:
    """The pages above this one, by address: the start page first."""
    by_url = {found.url: found for found in nav.pages}
    parts = page.url.strip("/").split("/")[:-1] if page.url not in ("", "./") else []
    above = ["/".join(parts[:i]) + "/" for i in range(1, len(parts) + 1)]
    home = [nav.homepage] if nav.homepage and page is not nav.homepage else []
    return [*home, *(by_url[url] for url in above if url in by_url)]

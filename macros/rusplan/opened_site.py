"""A site that is opened and not built: any page of it is made when somebody asks, also with what has not been saved.

MkDocs reads its settings, finds its files and the menu, and that is all; a page is read and filled when it is asked for. It is opened anew
only where something has changed that the frame or the list of pages hangs on.
"""

from pathlib import Path
from threading import RLock
from typing import Any, cast

from jinja2 import Environment
from mkdocs.commands.build import _populate_page
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from rusplan.build.shell import shell_path
from rusplan.checks import read_and_check
from rusplan.data.collection import Samling
from rusplan.data.kept_files import KeptFiles
from rusplan.data.problems import DataFel, Problem
from rusplan.data.reading import Unsaved, read_what_can_be_read
from rusplan.git.log import head
from rusplan.plugin import RusplanPlugin
from rusplan.serve import filled_by_theme
from rusplan.site.addresses import address_of
from rusplan.site.routes import draft_overviews, pages_of_nothing, year_pages
from rusplan.tools.plain_files import plain_files

NOTHING: Unsaved = {}


class OpenedSite:
    """The site of the project in a folder. Several threads may ask it; each waits for the one before.

    >>> site = OpenedSite(Path("."))
    >>> site.page("aktiviteter/2025/kulturstigar/", {"data/2025/aktiviteter/kulturstigar.yml": b"titel: ..."})

    Without `rules` only what cannot be read is a problem: whoever tries them elsewhere need not wait for them here.
    """

    def __init__(self, root: Path, site_url: str | None = None, *, rules: bool = True) -> None:
        self.root = root.resolve()
        self.problems: tuple[Problem, ...] = ()
        self._url = site_url
        self._reading = read_and_check if rules else read_what_can_be_read
        self._files = KeptFiles()
        self._lock = RLock()
        self._of: object = None
        self._frame: object = None

    def page(self, address: str, unsaved: Unsaved = NOTHING) -> str | None:
        """The whole HTML of the page at `address`, as it will be with `unsaved`: what files will hold, by their names from the project's
        folder, None for one that goes. None where there is no such page. What is wrong stands first on the page, and in `problems`.

        Raises `DataFel` where so much is wrong that no page can be shown."""
        with self._lock:
            self._read(unsaved)
            bygge = self._plugin.bygge
            if address in bygge.sidor:
                self._have_shell(shell_path(address))
                return bygge.html_of(bygge.sidor[address])
            page = self._pages.get(address)
            return self._written(page) if page else None

    def file(self, path: str) -> bytes | None:
        """What lies at `path`, from the site's root, and is no page: styles, scripts, pictures. None where nothing does."""
        with self._lock:
            if self._of is None:
                self._read(NOTHING)
            found = next((file for file in self._found if file.dest_uri == path), None)
            return found.content_bytes if found and not found.is_documentation_page() else None

    # ------------------------------------------------------------ reading

    def _read(self, unsaved: Unsaved) -> None:
        """Read what has changed, and open the site anew where the frame or the list of pages hangs on it."""
        samling, problems = self._reading(self.root, self._files.read, unsaved=unsaved)
        self.problems = tuple(problems)
        if samling is None or not samling.årgångar or samling.webbplats.namn in samling.oläsliga:
            raise DataFel(problems)
        of = (samling.filer, self.problems)
        frame = (head(self.root), self._stamps(), _frame(samling))
        if frame != self._frame:
            self._open(samling, problems)
            self._frame = frame
        elif of != self._of:
            bygge = self._plugin.bygge
            bygge.datafel = problems
            bygge.renew(bygge.sajt.with_data(samling))
        self._of = of

    def _stamps(self) -> tuple[object, ...]:
        """When each file beside data/ was written that the site is made from."""
        files = (self.root / "mkdocs.yml", *plain_files(self.root / "docs"))
        return tuple((file, file.stat().st_mtime_ns, file.stat().st_size) for file in files if file.is_file())

    # ------------------------------------------------------------ what MkDocs does before it makes any page

    def _open(self, samling: Samling, problems: list[Problem]) -> None:
        self.close()
        # MkDocs would lend us the plugin of another site that is open in this program.
        cast("Any", MkDocsConfig.plugins).plugin_cache.clear()
        config = load_config(str(self.root / "mkdocs.yml"), **({"site_url": self._url} if self._url else {}))
        plugin = cast("RusplanPlugin", config.plugins["rusplan"])
        plugin.reads = lambda _: (samling, problems)
        self._config = config = config.plugins.on_config(config)
        self._plugin = plugin
        config.plugins.on_pre_build(config=config)
        files, env = get_files(config), config.theme.get_env()
        files.add_files_from_theme(env, config)
        self._found: Files = config.plugins.on_files(files, config=config)
        set_exclusions(self._found, config)
        nav = get_navigation(self._found, config)
        for page in nav.pages:
            page.read_source(config)  # the menu shows its title
        self._nav: Navigation = config.plugins.on_nav(nav, config=config, files=self._found)
        documents = self._found.documentation_pages()
        self._pages = {address_of(file.url): file.page or Page(None, file, config) for file in documents}
        self._env: Environment = config.plugins.on_env(env, config=config, files=self._found)
        plugin.bygge.sajt.prepare()

    def close(self) -> None:
        """Listen to MkDocs no more."""
        if self._frame:
            self._config.plugins.on_shutdown()

    def _have_shell(self, path: str) -> None:
        if path not in self._plugin.bygge.skal:
            file = self._found.get_file_from_path(path)
            assert file
            assert file.page
            self._written(file.page)

    def _written(self, page: Page) -> str:
        """A page that MkDocs fills: with a mistake in it, the page says so."""
        _populate_page(page, self._config, self._found)
        self._plugin.bygge.fel.clear()
        return filled_by_theme(page, self._config, self._found, self._nav, self._env)


def _frame(samling: Samling) -> object:
    """What in data the frame, the macros' words and the list of written pages hang on."""
    shared = samling.webbplats.innehåll, samling.samverkan.innehåll, samling.ordlista.innehåll
    overviews = year_pages(samling.publikt), draft_overviews(samling), year_pages(samling)
    return *shared, *overviews, pages_of_nothing(samling.publikt)

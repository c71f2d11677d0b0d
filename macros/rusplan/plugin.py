"""The door to MkDocs: checks data/ before a build, gives MkDocs the pages and the frame, and writes the generated pages after it.

Each event hands plain arguments to plain functions in `build/`; nothing is decided here.
"""

import posixpath
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal
from warnings import catch_warnings, simplefilter

import material
from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import templates

from rusplan.build.beside import Beside
from rusplan.build.build_order import BuildOrder, Byggstopp, Reading, tell_of_history
from rusplan.build.given_files import given_files
from rusplan.build.kept import Kept, checksum
from rusplan.build.kept_folder import opened, save
from rusplan.build.link_warnings import heard
from rusplan.build.made_downloads import Tilläggsfel
from rusplan.build.menu import menu_without
from rusplan.build.opened_build import content_of, frame_of_site, opened_build
from rusplan.build.own_editor import OwnEditor
from rusplan.build.shell import is_shell
from rusplan.build.standing_pages import StandingPages
from rusplan.data.file_names import is_left_by_system
from rusplan.data.problems import DataFel, told
from rusplan.page_events import PageEvents
from rusplan.render.compiled import compiled
from rusplan.site.addresses import address_of
from rusplan.site.routes import pages_of_nothing
from rusplan.swedish import typography
from rusplan.tools.collector import without_collector
from rusplan.tools.parallel import ProcessFel

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

    from rusplan.serve import Live

MATERIAL = Path(material.__file__).parent / "templates"


class RusplanPlugin(PageEvents):  # type: ignore[no-untyped-call]
    """What MkDocs calls; `live` is the site while it is shown and edited, `editor` the form editor beside that,
    `beside` where it is built."""

    reads: Reading | None = None
    live: "Live | None" = None
    editor: OwnEditor | None = None
    beside: Beside | None = None

    def __init__(self) -> None:
        super().__init__()
        self._until_shutdown, self._hearing = ExitStack(), ExitStack()
        self.kept = Kept()
        self._stands_beside = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note how the build was asked for: MkDocs' own reloading script would not be let in by the policy."""
        if command == "serve":
            from rusplan.serve import Live

            self.live = Live()
        else:
            self._stands_beside = command == "build" and not dirty
            self._until_shutdown.enter_context(without_collector(to_the_end=True))

    def on_serve(
        self, server: "LiveReloadServer", /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> "LiveReloadServer":
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
        self.beside.take_place(self.bygge.skrivet)
        save(self.order.root, self.kept)

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check data/; a mistake stops the build before anything is written."""
        order = self.order = self._ordered(config)
        with stopped_in_words():
            order.refuse()
            self.kept = self.live.kept if self.live else Kept() if self.reads else opened(order.root)
            self.bygge = opened_build(order, self.kept)
        self._frame(config)
        self._hearing.close()
        self._hearing.enter_context(heard(order.root, lambda problem: self.bygge.fel.append(problem)))
        if self.live:
            config.watch += [str(order.root / "data")]
        if self._stands_beside:
            self.beside = Beside(order.site)
            config.site_dir = str(self.beside.folder)
        self.standing = StandingPages(self.bygge, self.beside.standing if self.beside else None)
        return config

    def _ordered(self, config: MkDocsConfig) -> BuildOrder:
        """What the build was asked for. While a site is shown its pages lead to the editor beside it."""
        root = Path(config.config_file_path).parent
        if self.live:
            self.editor = self.editor or OwnEditor(root, config.dev_addr.host, config.dev_addr.port)
        return BuildOrder(
            root=root,
            docs=Path(config.docs_dir),
            site=Path(config.site_dir),
            material=MATERIAL,
            address=config.site_url or "/",
            name=config.site_name,
            edited_at=(self.editor.links if self.editor else "") or (config.edit_uri or "").removesuffix("docs/"),
            live=bool(self.live),
            reads=self.reads,
        )

    def _frame(self, config: MkDocsConfig) -> None:
        """What MkDocs reads, draws and lists beside the pages themselves."""
        config.markdown_extensions.append("rusplan.typeset_markdown")
        if config.nav:
            config.nav = menu_without(config.nav, pages_of_nothing(self.bygge.sajt.samling))
        config.extra["ram"] = frame_of_site(self.bygge, live=bool(self.live))
        self.bygge.ram = checksum(self.bygge.ram + settings_of(config))
        # MkDocs' own sitemap lists the shells, not the generated pages, and carries the day of the build.
        config.theme.static_templates.discard("sitemap.xml")
        # Of Material's own files pages load only what `assets` has made of them. MkDocs would look through all its icons: 0.05 s.
        self._templates = FileSystemLoader(list(config.theme.dirs))
        config.theme.dirs = [folder for folder in config.theme.dirs if Path(folder) != MATERIAL]

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out what readers may not see, and add what no editor has written."""
        for file in list(files):
            is_hidden = file.is_documentation_page() and address_of(file.url) in self.bygge.undantag
            if is_hidden or file.src_uri == "sitemap.xml" or is_left_by_system(posixpath.basename(file.src_uri)):
                files.remove(file)
        taken = {file.url for file in files}
        for path, content in given_files(self.bygge):
            lies = {"abs_src_path": str(content)} if isinstance(content, Path) else {"content": content}
            file = File.generated(config, path, **lies)
            if file.url not in taken:
                files.append(file)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """All pages are known: none may lie where data makes one."""
        if self.live:
            self.live.files, self.live.nav = files, nav
        bygge = self.bygge
        bygge.adresser = {address_of(file.url) for file in files.documentation_pages() if not is_shell(file.src_uri)}
        for address in sorted(bygge.adresser & bygge.sidor.keys()):
            source = bygge.sidor[address].gör().fil
            raise Abort(f"adressen {address} finns två gånger: en sida i docs/ och en ur {source}; byt namn på den ena")
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Stop the build if a macro was wrong, with every mistake of every page at once."""
        if self.bygge.fel and not self.order.is_forgiving:
            raise Abort(told(sorted(self.bygge.fel)))
        env.loader = self._templates
        env.bytecode_cache = compiled((sys.modules[__name__], templates, typography))
        env.filters["typeset"] = typography.typeset  # Markdown lets ordinary spaces in where it lists the headings
        if self.live:
            self.live.env = env
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write every generated page, and everything that is no page. A link to a heading that is not there is known only now; while a
        site is edited it does not stand in the way."""
        if self.bygge.fel and not self.order.previewed:
            raise Abort(told(sorted(self.bygge.fel)))
        if self.order.is_forgiving and (wrong := [*self.bygge.datafel, *self.bygge.fel]):
            print(f"{told(sorted(wrong))}\nFörhandsvisningen är byggd ändå.", file=sys.stderr)
        with stopped_in_words():
            tell_of_history(self.bygge.sajt.historik.brist, strict=config.strict)
            self.bygge.write_all(Path(config.site_dir), self.beside.standing if self.beside else None)
        if self.live:
            self.live.built(self.bygge, config)


def settings_of(config: MkDocsConfig) -> bytes:
    """A checksum of what is set for all pages: in mkdocs.yml, in what it inherits from, and by the environment; and of the project's own templates."""
    # MkDocs takes the settings of extensions and plugins out of what it has read.
    extensions = config.mdx_configs, [_settings_of_plugin(plugin) for plugin in config.plugins.values()]
    templates = content_of(Path(config.theme.custom_dir)) if config.theme.custom_dir else b""
    named = config.site_url, config.site_name, config.edit_uri, config.extra
    with catch_warnings():
        simplefilter("ignore")  # MkDocs says that nobody reads it
        read = config.user_configs
    # What Python calls a function has in it where that lies in memory.
    return checksum(re.sub(r" at 0x[0-9a-f]+", "", repr((read, extensions, templates, named))).encode())


def _settings_of_plugin(plugin: Any) -> object:
    """What is set for a plugin; of a hook, which MkDocs holds for one, its code."""
    return Path(str(plugin.__file__)).read_bytes() if isinstance(plugin, ModuleType) else dict(plugin.config)


@contextmanager
def stopped_in_words() -> Iterator[None]:
    """What stands in the way stops the build, and is told without a traceback."""
    try:
        yield
    except DataFel as error:
        raise Abort(told(error.problems)) from None
    except (Byggstopp, ProcessFel, Tilläggsfel) as error:
        raise Abort(str(error)) from None

"""`mkdocs serve` while data is edited: what depends on a saved file is made again, and nothing else.

MkDocs builds the whole site first, and again when anything but data/ changes. A change in data/ is taken here: the file is read, all
rules are tried, and the pages that asked for the file when they were last made are made again. What is quick comes first and browsers
are told; lists, printouts, feeds and the search index follow behind their backs. A mistake is told, and the site stays as it was.
"""

import logging
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import _populate_page, get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from rusplan.build.kept import Kept
from rusplan.build.site_build import Bygge
from rusplan.build.writing import write
from rusplan.checks import read_collection
from rusplan.data.problems import DataFel, Problem, told
from rusplan.git.log import head
from rusplan.search import Document, dictionary
from rusplan.site.addresses import address_of
from rusplan.tools.collector import settle, without_collector

log = logging.getLogger("mkdocs.plugins.rusplan")
# Seconds of work, as it was last measured, that browsers wait for; that a saved file is waited for to be whole; and that browsers have to
# fetch their page before what is left begins, which would slow them.
AT_ONCE, SETTLED, FETCHED = 0.03, 0.02, 0.2
# What happens to a file when it is saved; a system that tells of reading too would have us build for ever.
SAVED = {"created", "modified", "moved", "deleted"}


class Live:
    """The site while it is shown: the last whole build, and what has been made since. The plugin sets what MkDocs builds with."""

    files: Files
    nav: Navigation
    env: Environment

    def __init__(self) -> None:
        self.kept = Kept()
        self._waiting: set[str] = set()
        self._search_waits = False
        self._head: str | None = None
        self._broken = False
        self._server: LiveReloadServer | None = None
        self._observer: BaseObserver | None = None
        self._stopping = threading.Event()
        self._later: threading.Thread | None = None

    # ------------------------------------------------------------ a whole build, told by the plugin

    def built(self, bygge: Bygge, config: MkDocsConfig) -> None:
        """MkDocs has built the whole site; what it was built with is kept."""
        self._bygge, self._config, self._samling = bygge, config, bygge.sajt.alla or bygge.sajt.samling
        self._root, self._site = Path(config.config_file_path).parent, Path(config.site_dir)
        self._pages = {address_of(page.url): page for file in self.files.documentation_pages() if (page := file.page)}
        self._waiting, self._search_waits, self._broken = set(), False, False
        self._head = head(self._root)
        settle()

    # ------------------------------------------------------------ following data/

    def follow(self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> None:
        """MkDocs looks for changes each half second. data/ is followed as the system tells of it, and its changes are taken by `save`."""
        data = self._root / "data"
        config.watch = [path for path in config.watch if Path(path) != data]
        self._watched = [Path(path) for path in (config.docs_dir, config.config_file_path, *config.watch)]
        self._server, self._whole = server, builder
        server.builder, server.build_delay = self.rebuild, SETTLED
        self._others = self._stamps()
        # It starts a thread, and a process with threads is not copied: not before the first build.
        self._observer = Observer()
        self._observer.schedule(_Saved(self._ask), str(data), recursive=True)
        self._observer.start()

    def stop(self) -> None:
        """Follow no more."""
        self._pause()
        if self._observer:
            self._observer.stop()

    def rebuild(self) -> None:
        """Something has been saved, or what was left for later is done: the browsers are told when this returns."""
        self._pause()
        others = self._stamps()
        if others == self._others and not self._broken and self.save():
            return
        self._others, self._broken = others, True  # until it is built
        with without_collector():
            self._whole()

    def save(self) -> bool:
        """Take what has changed in data/; False if it takes a whole build."""
        bygge = self._bygge
        with without_collector():
            try:
                samling = read_collection(self._root, self.kept.files.read)
            except DataFel as error:
                _tell(error.problems)
                return True
            if samling != self._samling:
                if head(self._root) != self._head:
                    return False
                self._samling = samling
                bygge.renew(bygge.sajt.with_data(samling))
                bygge.sajt.prepare()
                if bygge.hangs_on() != self.kept.whole:
                    return False
                self._waiting |= self.kept.turn(bygge.answers())
            self._make_what_is_quick()
        if self._waiting or self._search_waits:
            self._later = threading.Thread(target=self._make_the_rest, daemon=True)
            self._later.start()
        return True

    def finish(self) -> None:
        """Wait until all that depends on what has been saved is made."""
        if self._later:
            self._later.join()

    # ------------------------------------------------------------ making again

    def _in_turn(self) -> list[str]:
        """What waits, the quickest first."""
        return sorted(self._waiting, key=lambda name: (self.kept.made[name].seconds, name))

    def _make_what_is_quick(self) -> None:
        left = AT_ONCE
        for name in self._in_turn():
            left -= self.kept.made[name].seconds
            if left < 0:
                return
            self._make(name)

    def _make(self, name: str) -> None:
        """A page by its address, or an output by its name."""
        before, bygge = self.kept.made[name], self._bygge
        if name in self._pages:
            self._write(self._pages[name])
            if bygge.fel:  # a macro asks for what is no longer there: the page waits for the next save
                _tell(sorted(bygge.fel))
                bygge.fel.clear()
                return
            made = bygge.read_written(self._site, name)
        else:
            made = bygge.make(self._site, name)
            for gone in before.files.keys() - made.files.keys():
                (self._site / gone).unlink(missing_ok=True)
        self._search_waits |= made.document != before.document
        self.kept.add(name, made)
        self._waiting.discard(name)

    def _write(self, page: Page) -> None:
        """A page of docs/, read and filled as MkDocs does it in a whole build, but written only if it has changed."""
        config = self._config
        _populate_page(page, config, self.files)
        if self._bygge.fel:
            return
        html = filled_by_theme(page, config, self.files, self.nav, self.env)
        write(Path(page.file.abs_dest_path), html)

    def _make_the_rest(self) -> None:
        self._stopping.wait(FETCHED)
        for name in self._in_turn():
            if self._stopping.is_set():
                return
            self._make(name)
        if self._search_waits:
            documents = [made.document for made in self.kept.made.values() if made.document]
            if not self._write_index(documents):
                return  # the next save takes it up
            self._search_waits = False
        self._ask()

    def _write_index(self, documents: Sequence[Document]) -> bool:
        """Write the search index; False if it was stopped. A process of its own does it, that can be stopped: a save would have to wait
        for it. It ends with this one, which holds the other end of its input."""
        command = [sys.executable, "-P", "-m", "rusplan.build.writing"]
        with suppress(BrokenPipeError), subprocess.Popen(command, cwd=self._root, stdin=subprocess.PIPE) as work:
            assert work.stdin
            pickle.dump((self._site, documents, dictionary(self._bygge.sajt)), work.stdin)
            work.stdin.flush()
            while work.poll() is None:
                if self._stopping.wait(0.02):
                    work.kill()
                    return False
        if work.returncode:
            log.error("Sökningen blev inte uppdaterad. Det görs nästa gång något sparas.")
        return work.returncode == 0

    def _pause(self) -> None:
        """What is made behind the browsers' backs stops; it is taken up again by the next `save`."""
        self._stopping.set()
        self.finish()
        self._stopping.clear()

    def _ask(self) -> None:
        """Have MkDocs call `rebuild` and tell the browsers. It has no other way to be asked than a change in what it watches."""
        if self._server:
            with self._server._rebuild_cond:
                self._server._want_rebuild = True
                self._server._rebuild_cond.notify_all()

    def _stamps(self) -> dict[str, int]:
        """When each file beside data/ that the site is made from was written."""
        files = [file for path in self._watched for file in (path.rglob("*") if path.is_dir() else [path])]
        return {str(file): file.stat().st_mtime_ns for file in files if file.is_file() and file.suffix != ".pyc"}


class _Saved(FileSystemEventHandler):
    """Asks for a build when a file is saved."""

    def __init__(self, ask: Callable[[], None]) -> None:
        self._ask = ask

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called for all that happens in data/."""
        if event.event_type in SAVED and not event.is_directory:
            self._ask()


def filled_by_theme(page: Page, config: MkDocsConfig, files: Files, nav: Navigation, env: Environment) -> str:
    """A page that has been read, with the frame around it, as MkDocs fills it in a whole build."""
    page.active = True
    context = get_context(nav, files.documentation_pages(), config, page)
    context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
    html = env.get_template(page.meta.get("template", "main.html")).render(context)
    page.active = False
    return config.plugins.on_post_page(html, page=page, config=config)


def _tell(problems: Sequence[Problem]) -> None:
    log.error(f"{told(problems)}\nWebbplatsen visas som den var.")

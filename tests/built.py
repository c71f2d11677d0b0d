"""The built site as a reader meets it: pages with their text, headings, links and anchors, parsed when they are asked for."""

import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from mkdocs.config.defaults import MkDocsConfig
from rusplan.swedish.typography import typeset
from selectolax.lexbor import LexborHTMLParser, LexborNode

ROOT = Path(__file__).parents[1]
# The site that tests/site/ and tests/rus/ read: a folder with data/, docs/ and mkdocs.yml.
SITE = Path(os.environ.get("RUSPLAN_SITE") or ROOT).resolve()
SITE_URL = "https://plan.example.se/"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What holds one item of a list: its facts should stand together in one of these.
BLOCKS = "li, aside, [role=note], tr, section, dl > div"
# Parts that are no text of the page: scripts, and the link that each heading has to itself.
NOT_TEXT = "script, style, template, :is(h1, h2, h3, h4, h5, h6) > a[href^='#']"


def as_a_program_of_its_own() -> None:
    """From here on a build in this process has plugins of its own: MkDocs lends those of the build before."""
    cast("Any", MkDocsConfig.plugins).plugin_cache.clear()


def build(folder: Path, *, root: Path, site_url: str = SITE_URL) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build --strict` in `root` into `folder`, with no way out to the network."""
    nowhere = "http://127.0.0.1:9"
    kept = {name: value for name, value in os.environ.items() if name not in ("SITE_URL", "EDIT_URI")}
    env = kept | {
        "SITE_URL": site_url,
        "NO_MKDOCS_2_WARNING": "1",
        "http_proxy": nowhere,
        "https_proxy": nowhere,
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)]
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)


def build_site(folder: Path, *, root: Path, site_url: str = SITE_URL) -> "Site":
    """The site in `folder`, newly built; an error tells what the build said."""
    run = build(folder, root=root, site_url=site_url)
    assert run.returncode == 0, run.stdout + run.stderr
    return Site(folder, site_url)


def once_a_run(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that the first worker that asks for it makes, for all workers of this run; none of them changes it."""
    base = tmp_path_factory.getbasetemp()
    room = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = room / name
    with (room / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            made = tmp_path_factory.mktemp(name)
            make(made)
            made.rename(folder)
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def found_pages(site: Path) -> list[Any]:
    """What search shows of each page, by its number."""
    folder = site / "assets/sok"
    names = json.loads((folder / "start.json").read_text(encoding="utf-8"))["filer"]["text"]
    return [
        json.loads((folder / f"text/{names[i : i + 8]}.json").read_text(encoding="utf-8"))
        for i in range(0, len(names), 8)
    ]


def flat(text: str) -> str:
    """`text` as a reader sees it: with every run of white space as one space, and its quotation marks as the site sets them."""
    return " ".join(typeset(text).split())


@dataclass(frozen=True)
class Block:
    """A part of a page: its text, the addresses that it links to, and its heading if it is a section."""

    text: str
    links: frozenset[str]
    title: str = ""
    level: int = 0


class Page:
    """One page. Addresses are relative to the site's root: ``planer/2024/``."""

    def __init__(self, address: str, path: Path, base: str) -> None:
        self.address, self.path, self._base = address, path, base

    def __repr__(self) -> str:
        return f"/{self.address}"

    @cached_property
    def html(self) -> str:
        """The file as it was written."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The whole page."""
        return LexborHTMLParser(self.html)

    @cached_property
    def main(self) -> LexborNode:
        """What is the page's own: the article, or all of a page that leads on, without the frame, scripts and the links of headings to themselves."""
        tree = LexborHTMLParser(self.html)
        for node in tree.css(NOT_TEXT):
            node.decompose()
        article = tree.css_first("article, body > main:only-child")
        assert article is not None, f"{self} has no article"
        return article

    @cached_property
    def text(self) -> str:
        """The article's text."""
        return flat(self.main.text())

    @cached_property
    def h1(self) -> str:
        """The page's heading."""
        heading = self.main.css_first("h1")
        return flat(heading.text()) if heading else ""

    def meta(self, selector: str, attribute: str) -> str:
        """An attribute of the first element in the head that fits, or nothing."""
        found = self.tree.css_first(f"head {selector}")
        return (found.attributes.get(attribute) or "") if found else ""

    @cached_property
    def leads_on(self) -> str:
        """Where its reader is sent, from the site's root, which is ``./``; nothing for an ordinary page."""
        _, _, target = self.meta("meta[http-equiv=refresh]", "content").partition("url=")
        return (self.resolve(target).removeprefix(self._base) or "./") if target else ""

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every id on the page, in order."""
        return tuple(node.attributes["id"] or "" for node in self.tree.css("[id]"))

    @cached_property
    def links(self) -> frozenset[str]:
        """Where the article leads: from the site's root within the site, absolute elsewhere."""
        return self._links(self.main)

    @cached_property
    def all_links(self) -> frozenset[str]:
        """As `links`, the page's frame included."""
        body = self.tree.css_first("body")
        assert body is not None
        return self._links(body)

    def resolve(self, href: str) -> str:
        """The absolute address that a link on this page means."""
        return urljoin(f"{self._base}{self.address}", href.strip())

    def address_of(self, link: LexborNode) -> str:
        """Where a link leads: from the site's root within the site, absolute elsewhere."""
        absolute = self.resolve(link.attributes.get("href") or "")
        return unquote(absolute.removeprefix(self._base)) if absolute.startswith(self._base) else absolute

    def _links(self, node: LexborNode) -> frozenset[str]:
        return frozenset(self.address_of(a) for a in node.css("a[href]"))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Every item of a list, row, note and small section."""
        nodes = (node for node in self.main.css(BLOCKS) if node.css_first("h2") is None)
        return tuple(Block(flat(node.text()), self._links(node)) for node in nodes)

    @cached_property
    def sections(self) -> tuple[Block, ...]:
        """Each heading with all that stands below it until the next heading of its level or a higher one."""
        found: list[tuple[str, int, list[str], set[str]]] = []
        open_: list[tuple[str, int, list[str], set[str]]] = []
        for node in self.main.traverse(include_text=True):
            if node.tag in HEADINGS:
                level = HEADINGS.index(node.tag) + 1
                open_ = [section for section in open_ if section[1] < level]
                open_.append((flat(node.text()), level, [], set()))
                found.append(open_[-1])
            for _, _, texts, links in open_:
                self._gather(node, texts, links)
        return tuple(
            Block(flat("".join(texts)), frozenset(links), title, level) for title, level, texts, links in found
        )

    def section(self, title: str) -> Block:
        """The first section with this heading; an empty one if there is none."""
        return next((section for section in self.sections if section.title == title), Block("", frozenset()))

    @cached_property
    def opening(self) -> Block:
        """What stands above the first h2, tables and lists of facts left out: where a banner is."""
        texts, links, inside = list[str](), set[str](), False
        skipped = {
            node.mem_id for box in self.main.css("dl, table, nav") for node in (box, *box.traverse(include_text=True))
        }
        for node in self.main.traverse(include_text=True):
            inside = inside or node.tag == "h1"
            if node.tag == "h2":
                break
            if not inside or node.mem_id in skipped:
                continue
            self._gather(node, texts, links)
        return Block(flat("".join(texts)), frozenset(links))

    def _gather(self, node: LexborNode, texts: list[str], links: set[str]) -> None:
        if node.tag == "-text":
            texts.append(node.text_content or "")
        elif node.tag == "a" and "href" in node.attributes:
            links.add(self.address_of(node))

    def table(self, *heads: str) -> list[list[str]]:
        """The rows of the first table that has all `heads` among its column headings, as cells of text."""
        for table in self.main.css("table"):
            columns = [flat(th.text()) for th in table.css("thead th")]
            if all(any(head in column for column in columns) for head in heads):
                return [[flat(cell.text()) for cell in row.css("th, td")] for row in table.css("tr")]
        raise AssertionError(f"{self} has no table with the columns {heads}")


class Site(Mapping[str, Page]):
    """A built site: its pages by address."""

    def __init__(self, folder: Path, base: str) -> None:
        self.folder, self.base = folder, base
        self._pages = {address: Page(address, path, base) for address, path in self._find()}

    def _find(self) -> Iterator[tuple[str, Path]]:
        for path in sorted(self.folder.rglob("*.html")):
            yield path.relative_to(self.folder).as_posix().removesuffix("index.html"), path

    def __getitem__(self, address: str) -> Page:
        return self._pages[address]

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)

    @property
    def pages(self) -> list[Page]:
        """Every page that has an address of its own: all but the page for addresses that lead nowhere, and those that only lead on."""
        return [page for address, page in self.items() if address != "404.html" and not page.leads_on]

    @property
    def generated(self) -> list[Page]:
        """The pages that only data makes: activities, lifelines, areas, organisations, what has changed in an area, whole documents, and summaries."""
        parts = ("aktiviteter/", "omraden/", "samverkan/", "andringar/")
        return [
            page
            for page in self.pages
            if (page.address.startswith(parts) and page.address not in parts)
            or page.address.endswith(("/utskrift/", "/sammanfattning/"))
        ]

    def answers(self, absolute: str) -> bool:
        """True if an absolute address of this site leads to a file and, with a fragment, to an id on its page."""
        address, fragment = urldefrag(absolute)
        local = unquote(urlsplit(address)._replace(query="").geturl()).removeprefix(self.base)
        page = self.get(local)
        if page is None:
            return not fragment and not local.endswith("/") and (self.folder / local).is_file()
        return not fragment or unquote(fragment) in page.ids

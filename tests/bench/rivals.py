"""The same content built by others: plain MkDocs with Material, Hugo, and a bare Jinja writer, which is the floor."""

import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import urljoin

from rusplan.build.pages import Sida, generated_pages
from rusplan.checks import read_collection
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt
from rusplan.tools.collector import without_collector
from rusplan.tools.parallel import shared
from rusplan.tools.resources import PAGES
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.bench.many import write

MKDOCS = """\
site_name: RUS planer och resultat
site_url: https://plan.example.se/
theme: {name: material, language: sv, font: false}
plugins: []
nav: [index.md]
markdown_extensions: [tables, attr_list, toc: {permalink: true}]
"""
HUGO = """\
baseURL: https://plan.example.se/
title: RUS planer och resultat
languageCode: sv
disableKinds: [taxonomy, term, RSS, sitemap, 404, section]
markup: {tableOfContents: {startLevel: 2, endLevel: 3}}
"""
# The frame of theme/main.html in Hugo's words: head, header, breadcrumbs, contents, article, footer.
LAYOUT = """\
<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} - {{ .Site.Title }}</title><meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}"><meta property="og:title" content="{{ .Title }}"><meta property="og:url" content="{{ .Permalink }}">
<link rel="stylesheet" href="/assets/rusplan.css"><script type="module" src="/assets/js/ram.js"></script></head>
<body><a href="#innehall">Till innehållet</a><header><a href="/">{{ .Site.Title }}</a><form role="search" action="/sok/"><input name="q"></form>
<nav><ul><li><a href="/planer/">Planer</a></li><li><a href="/uppfoljning/">Uppföljning</a></li><li><a href="/aktiviteter/">Aktiviteter</a></li>
<li><a href="/samverkan/">Samverkan</a></li><li><a href="/om/">Om</a></li></ul></nav></header>
<main><nav><ol>{{ range .Ancestors.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ol></nav>{{ .TableOfContents }}
<article id="innehall"><h1>{{ .Title }}</h1>{{ .Content }}</article></main>
<footer><p>Uppgifterna är fria att använda (CC0).</p></footer></body></html>
"""
SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#|"})


def written(project: Path, folder: Path) -> int:
    """Write the pages that data makes in `project` as Markdown, for MkDocs in `folder`/mkdocs and Hugo in `folder`/hugo."""
    sajt = Sajt(samling=read_collection(project), redigera="", bas="https://plan.example.se/", namn="RUS")
    sajt.prepare()
    number = sum(shared(partial(_write_pages, Renderer(sajt.samling), folder), list(generated_pages(sajt))))
    for kind, name, text in (
        ("mkdocs", "mkdocs.yml", MKDOCS),
        ("hugo", "config.yaml", HUGO),
        ("hugo", "layouts/_default/single.html", LAYOUT),
    ):
        write(folder / kind / name, text)
    write(folder / "mkdocs/docs/index.md", "# Start\n")
    for kind in ("home", "list"):
        write(folder / f"hugo/layouts/_default/{kind}.html", LAYOUT)
    return number


def written_material(project: Path, folder: Path) -> None:
    """Write in `folder`/material what an empty site of MkDocs and Material needs to have the Markdown pages of `project`, with what stands
    beside them, and nothing that data makes."""
    for pages in (PAGES, project / "docs"):
        shutil.copytree(pages, folder / "material/docs", dirs_exist_ok=True)
    write(folder / "material/mkdocs.yml", MKDOCS.replace("nav: [index.md]\n", ""))


def _write_pages(renderer: Renderer, folder: Path, pages: Sequence[Sida]) -> int:
    for page in pages:
        tree = LexborHTMLParser(f"<body>{renderer.render(page.mall, page.adress, vy=page.vy)}</body>")
        assert tree.body
        body = "\n\n".join(_blocks(tree.body, page.adress))
        quoted = [text.replace("'", "''") for text in (page.titel, page.beskrivning)]
        head = f"---\ntitle: '{quoted[0]}'\ndescription: '{quoted[1]}'\n---\n\n"
        name = page.adress.rstrip("/")
        write(folder / f"mkdocs/docs/{name}.md", f"{head}# {page.titel.translate(SIGNS)}\n\n{body}\n")
        write(folder / f"hugo/content/{name}.md", f"{head}{body}\n")
    return len(pages)


def _blocks(node: LexborNode, address: str) -> Iterator[str]:
    """The blocks of HTML as Markdown. Pictures are left out: their figures stand beside them as tables."""
    for child in node.iter(include_text=False):
        tag = child.tag or ""
        if tag in ("svg", "script", "button", "nav"):
            continue
        if tag in ("h2", "h3", "h4"):
            yield f"{'#' * int(tag[1])} {child.text().replace('¶', '').strip().translate(SIGNS)}"
        elif tag == "table":
            yield "\n".join(_table(child, address))
        elif tag in ("ul", "ol"):
            yield "\n".join(f"- {_line(item, address)}" for item in child.css("li"))
        elif tag == "div" and child.parent and child.parent.tag == "dl":
            term, *values = [_line(part, address) for part in child.iter(include_text=False)]
            yield f"**{term}**: {' '.join(values)}"
        elif tag in ("p", "caption", "summary", "dt", "dd"):
            yield _line(child, address)
        else:
            yield from _blocks(child, address)


def _table(table: LexborNode, address: str) -> Iterator[str]:
    rows = [[_line(cell, address) for cell in row.css("th, td")] for row in table.css("tr")]
    for i, row in enumerate(rows):
        yield f"| {' | '.join(row)} |"
        if i == 0:
            yield "|" + " --- |" * len(row)


def _line(node: LexborNode, address: str) -> str:
    """The words of a node in one line, with its links from the root: both builders leave those as they are."""
    parts = []
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            parts.append(child.text(deep=False).translate(SIGNS))
        elif child.tag == "a" and (target := child.attributes.get("href")):
            parts.append(
                f"[{child.text().strip().translate(SIGNS)}]({urljoin(f'https://plan.example.se/{address}', target)})"
            )
        elif child.tag not in ("svg", "script", "button"):
            parts.append(f" {_line(child, address)} ")
    return " ".join("".join(parts).split())


def command(name: str, project: Path, rivals: Path, site: Path) -> tuple[list[str], Path]:
    """What builds the content with `name` into `site`, and the folder to run it in."""
    if name == "hugo":
        return ["hugo", "--quiet", "--destination", str(site)], rivals / "hugo"
    if name == "check":
        return [str(Path(sys.executable).parent / "rusplan"), "check"], project
    build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    return build, rivals / name if name in ("mkdocs", "material") else project


def bare(project: Path, folder: Path) -> float:
    """The floor: seconds in which a bare writer renders the same views with the same templates and writes them, in all processes."""
    with without_collector():
        sajt = Sajt(samling=read_collection(project), redigera="", bas="https://plan.example.se/", namn="RUS")
        sajt.prepare()
        pages = list(generated_pages(sajt))
        start = time.perf_counter()
        shared(partial(_write_bare, Renderer(sajt.samling), folder), pages)
        return time.perf_counter() - start


def _write_bare(renderer: Renderer, folder: Path, pages: Sequence[Sida]) -> None:
    for page in pages:
        body = renderer.render(page.mall, page.adress, vy=page.vy)
        write(
            folder / page.adress / "index.html", f"<!doctype html><title>{page.titel}</title><article>{body}</article>"
        )


def has_hugo() -> bool:
    """Whether Hugo is installed: on Debian `apt-get install hugo`."""
    return shutil.which("hugo") is not None


def environment() -> dict[str, str]:
    """The environment that builds run in. Python may keep its modules compiled, as it does for everybody who has not told it otherwise."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    here = str(Path(__file__).parents[2])
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://plan.example.se/", "PYTHONPATH": here}

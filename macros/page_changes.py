"""The command `rusplan pages-changed`: which pages a proposal adds, changes and takes away, told from two built sites."""

import argparse
import re
import sys
from html import unescape
from pathlib import Path
from typing import Any

from macros.changes.render import plain
from macros.formatting import antal
from macros.record import record

MOST = 100  # a change of a template touches every page; nobody reads such a list to its end
ARTICLE = re.compile(r"<article.*</article>", re.S)
TITLE = re.compile(r"<title>(.*?)</title>", re.S)
KINDS = ("tillkommer", "ändras", "försvinner")


@record(order=True)
class Sida:
    """A built page: its address from the root, its title without the site's name, and what stands in it."""

    adress: str
    titel: str
    innehåll: str


def built_pages(site: Path) -> dict[str, Sida]:
    """The pages of a built site by address. The frame around a page is no part of what stands in it."""
    return {page.adress: page for page in (_read(site, path) for path in sorted(site.rglob("index.html")))}


def _read(site: Path, path: Path) -> Sida:
    html = path.read_text(encoding="utf-8")
    article, title = ARTICLE.search(html), TITLE.search(html)
    address = "/" + path.relative_to(site).as_posix().removesuffix("index.html")
    name = " ".join(unescape(title[1] if title else address).split())
    return Sida(address, name.rpartition(" - ")[0] or name, article[0] if article else html)


def page_changes(old: Path, new: Path) -> dict[str, list[Sida]]:
    """The pages that are added, changed and gone, each sorted by address."""
    before, after = built_pages(old), built_pages(new)
    return {
        "tillkommer": [page for address, page in after.items() if address not in before],
        "ändras": [page for address, page in after.items() if address in before and page != before[address]],
        "försvinner": [page for address, page in before.items() if address not in after],
    }


def as_text(changes: dict[str, list[Sida]]) -> str:
    """A line that counts, then one line a page."""
    rows = [f"{page.titel}  {page.adress}  {kind}" for kind in KINDS for page in changes[kind]]
    return "\n".join([_counted(changes), *rows]) + "\n"


def as_markdown(changes: dict[str, list[Sida]]) -> str:
    """A heading, a line that counts, and a list for each kind of change."""
    rows = ["## Sidor", "", _counted(changes)]
    for kind in (kind for kind in KINDS if changes[kind]):
        rows += ["", f"### {kind.capitalize()}", ""]
        rows += [f"- {plain(page.titel)} (`{page.adress}`)" for page in changes[kind][:MOST]]
        rows += [f"- och {len(changes[kind]) - MOST} till"] if len(changes[kind]) > MOST else []
    if changes["försvinner"]:
        rows += ["", "En adress som är publicerad ska fortsätta svara. Låt den leda vidare i `data/permalankar.yml`."]
    return "\n".join(rows) + "\n"


def _counted(changes: dict[str, list[Sida]]) -> str:
    if not any(changes.values()):
        return "Ingen sida ändras."
    counts = [f"{antal(len(changes[kind]), 'sida', 'sidor')} {kind}" for kind in KINDS if changes[kind]]
    return f"{', '.join(counts)}."


FORMATS = {"text": as_text, "md": as_markdown}


def add_pages_changed(commands: Any) -> None:
    """`rusplan pages-changed`."""
    text = "vilka sidor som skiljer mellan två byggda webbplatser"
    command = commands.add_parser("pages-changed", help=text, description=f"{text.capitalize()}.")
    command.add_argument("före", type=Path, help="mappen med den gamla webbplatsen")
    command.add_argument("efter", type=Path, help="mappen med den nya webbplatsen")
    command.add_argument("--format", dest="form", choices=tuple(FORMATS), default="text", help="hur svaret ska skrivas")
    command.add_argument("--strict", action="store_true", help="sluta med fel om någon sida försvinner")
    command.set_defaults(run=run_pages_changed)


def run_pages_changed(options: argparse.Namespace) -> int:
    """Print the pages; 1 if one of the folders holds no site, or if a page is lost that must not be."""
    for site in (options.före, options.efter):
        if not (site / "index.html").is_file():
            print(f"det finns ingen byggd webbplats i {site}", file=sys.stderr)
            return 1
    changes = page_changes(options.före, options.efter)
    print(FORMATS[options.form](changes), end="")
    return int(options.strict and bool(changes["försvinner"]))

"""The command `rusplan pages-changed`: which pages a proposal adds, changes and takes away, told from two built sites."""

import re
from html import unescape
from pathlib import Path

from rusplan.swedish.formatting import antal
from rusplan.tools.markdown_text import plain
from rusplan.tools.record import record

MOST = 100  # a change of a template touches every page; nobody reads such a list to its end


ARTICLE = re.compile(r"<article.*</article>", re.S)


TITLE = re.compile(r"<title>(.*?)</title>", re.S)


KINDS = ("tillkommer", "ändras", "försvinner")


@record(order=True)
class ByggdSida:
    """A built page: its address from the root, its title without the site's name, and what stands in it."""

    adress: str
    titel: str
    innehåll: str


def built_pages(site: Path) -> dict[str, ByggdSida]:
    """The pages of a built site by address. The frame around a page is no part of what stands in it."""
    return {page.adress: page for page in (_read(site, path) for path in sorted(site.rglob("index.html")))}


def _read(site: Path, path: Path) -> ByggdSida:
    html = path.read_text(encoding="utf-8")
    article, title = ARTICLE.search(html), TITLE.search(html)
    address = "/" + path.relative_to(site).as_posix().removesuffix("index.html")
    name = " ".join(unescape(title[1] if title else address).split())
    return ByggdSida(adress=address, titel=name.rpartition(" - ")[0] or name, innehåll=article[0] if article else html)


def page_changes(old: Path, new: Path) -> dict[str, list[ByggdSida]]:
    """The pages that are added, changed and gone, each sorted by address."""
    before, after = built_pages(old), built_pages(new)
    return {
        "tillkommer": [page for address, page in after.items() if address not in before],
        "ändras": [page for address, page in after.items() if address in before and page != before[address]],
        "försvinner": [page for address, page in before.items() if address not in after],
    }


def as_text(changes: dict[str, list[ByggdSida]]) -> str:
    """A line that counts, then one line a page."""
    rows = [f"{page.titel}  {page.adress}  {kind}" for kind in KINDS for page in changes[kind]]
    return "\n".join([_counted(changes), *rows]) + "\n"


def as_markdown(changes: dict[str, list[ByggdSida]]) -> str:
    """A heading, a line that counts, and a list for each kind of change."""
    rows = ["## Sidor", "", _counted(changes)]
    for kind in (kind for kind in KINDS if changes[kind]):
        rows += ["", f"### {kind.capitalize()}", ""]
        rows += [f"- {plain(page.titel)} (`{page.adress}`)" for page in changes[kind][:MOST]]
        rows += [f"- och {len(changes[kind]) - MOST} till"] if len(changes[kind]) > MOST else []
    if changes["försvinner"]:
        rows += ["", "En adress som är publicerad ska fortsätta svara. Låt den leda vidare i `data/permalankar.yml`."]
    return "\n".join(rows) + "\n"


def _counted(changes: dict[str, list[ByggdSida]]) -> str:
    if not any(changes.values()):
        return "Ingen sida ändras."
    counts = [f"{antal(len(changes[kind]), 'sida', 'sidor')} {kind}" for kind in KINDS if changes[kind]]
    return f"{', '.join(counts)}."

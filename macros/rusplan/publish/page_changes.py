"""The command `rusplan pages-changed`: which pages a proposal adds, changes and takes away, told from two built sites."""

import re
from html import unescape
from pathlib import Path

from rusplan.publish.lasting import Förlust
from rusplan.swedish.formatting import antal
from rusplan.tools.markdown_text import plain
from rusplan.tools.record import record

MOST = 100  # a change of a template touches every page; nobody reads such a list to its end


ARTICLE = re.compile(r"<article.*</article>", re.S)


TITLE = re.compile(r"<title>(.*?)</title>", re.S)


FOR_EVER = (
    "Det som är publicerat ska fortsätta svara. Lägg tillbaka det som fanns, eller skriv så här i `data/permalankar.yml`. "
    "Kan inget ta över en adress står den också under `borttagna`, med `adress` och `skäl`."
)
NOTHING_LOST = Förlust()
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


def as_text(changes: dict[str, list[ByggdSida]], lost: Förlust = NOTHING_LOST) -> str:
    """A line that counts, then one line a page, and one for each that would not answer."""
    rows = [f"{page.titel}  {page.adress}  {kind}" for kind in KINDS for page in changes[kind]]
    told = {page.adress for page in changes["försvinner"]}
    rows += [f"{one}  skulle sluta svara" for one in lost.allt if one not in told]
    return "\n".join([_counted(changes), *rows]) + "\n"


def as_markdown(changes: dict[str, list[ByggdSida]], lost: Förlust = NOTHING_LOST) -> str:
    """A heading, a line that counts, a list for each kind of change, and what would not answer with the words to write."""
    rows = ["## Sidor", "", _counted(changes)]
    for kind in (kind for kind in KINDS if changes[kind]):
        rows += ["", f"### {kind.capitalize()}", ""]
        rows += [f"- {plain(page.titel)} (`{page.adress}`)" for page in changes[kind][:MOST]]
        rows += [f"- och {len(changes[kind]) - MOST} till"] if len(changes[kind]) > MOST else []
    if lost.allt:
        rows += ["", "### Skulle sluta svara", "", FOR_EVER, "", "```yaml", *_words(lost), "```"]
    return "\n".join(rows) + "\n"


def _words(lost: Förlust) -> list[str]:
    """What to write in the register, for the first of what is lost: an address leads on, and a place on a page is gone."""
    pages = [one for one in lost.adresser[:MOST] if "#" not in one]
    places = [one for one in lost.allt[:MOST] if "#" in one]
    onward = [row for one in pages for row in (f"  - från: {one}", "    till: /sidan/som/tar/over/")]
    gone = [row for one in places for row in (f"  - adress: {one}", "    skäl: Varför det är borta.")]
    return [*(["omdirigeringar:", *onward] if onward else []), *(["borttagna:", *gone] if gone else [])]


def _counted(changes: dict[str, list[ByggdSida]]) -> str:
    if not any(changes.values()):
        return "Ingen sida ändras."
    counts = [f"{antal(len(changes[kind]), 'sida', 'sidor')} {kind}" for kind in KINDS if changes[kind]]
    return f"{', '.join(counts)}."

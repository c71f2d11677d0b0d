"""Pages that lead on: from addresses that have moved, and from folders without a page. And the rules by which a web server does the first."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from rusplan.data.collection import Samling
from rusplan.data.model import Omdirigering
from rusplan.render.renderer import Renderer
from rusplan.site import addresses
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import med_år
from rusplan.tools.record import small

NGINX_HEADER = """\
# Omdirigeringar ur data/permalankar.yml, skrivna av «rusplan redirects».
# Läses in med include i serverblocket. Ändra inte här.
"""


MOVED, NO_PAGE = "Sidan har flyttat", "Här finns ingen egen sida"


@small
class Omdirigeringsvy:
    """Why the page leads on, where to, from the root and absolute, and what is shown there if it is an activity or those of a year."""

    rubrik: str
    till: str
    absolut: str
    titel: str | None = None


def redirect_pages(sajt: Sajt, renderer: Renderer, pages: list[str]) -> Iterator[tuple[str, str]]:
    """A page for each address that has moved, and for each folder of pages that has none of its own: they lead on without a server's help.
    For a file it lies in a folder of its name."""
    titles = {addresses.aktivitet(a): med_år(a.titel, a.år.visad) for a in sajt.samling.aktiviteter.values()}
    titles |= {_of_year(year.år): f"Aktiviteter {year.år.visad}" for year in sajt.samling.årgångar.values()}
    leading = {f"{row.från.strip('/')}/": (MOVED, row.till.lstrip("/")) for row in _rows(sajt.samling)}
    for folder, target in folders_without_page(sajt.samling, pages):
        leading.setdefault(folder, (NO_PAGE, target))
    for address, (why, target) in leading.items():
        view = Omdirigeringsvy(rubrik=why, till=target, absolut=sajt.absolute(target), titel=titles.get(target))
        yield f"{address}index.html", renderer.render("omdirigering.html", address, vy=view)


def folders_without_page(samling: Samling, pages: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each folder that has pages but no page of its own, and where its reader should go: a year's activities, or the nearest page above."""
    known = set(pages)
    years = {f"{addresses.AKTIVITETER}{year}/": _of_year(year) for year in samling.årgångar}
    above = {folder: None for page in sorted(known) for folder in _above(page) if folder not in known}
    for folder in above:
        yield folder, years.get(folder) or next(other for other in (*_above(folder), "") if other in known | {""})


def _of_year(year: str) -> str:
    """The list of all activities, with those of a year chosen."""
    return f"{addresses.AKTIVITETER}?ar={year}"


def _above(address: str) -> Iterator[str]:
    """The folders that an address lies in, the nearest first."""
    return (f"{path}/" for path in PurePosixPath(address).parents if path.name)


def nginx_rules(samling: Samling, under: str = "/") -> str:
    """The redirects as rules for a server block of nginx; `under` is the path that the site lies at, «/» or «/plan/».

    Each address is led on with and without a last slash, and what stands after «?» goes with it.
    """
    base = under.rstrip("/")
    return NGINX_HEADER + "".join(
        f"location = {base}{old} {{ return 301 {base}{row.till}$is_args$args; }}\n"
        for row in _rows(samling)
        for old in (f"{row.från.rstrip('/')}/", row.från.rstrip("/"))
    )


def _rows(samling: Samling) -> list[Omdirigering]:
    return sorted(samling.permalänkar.innehåll.omdirigeringar, key=lambda row: row.från)

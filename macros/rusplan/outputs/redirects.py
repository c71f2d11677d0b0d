"""Pages that lead old addresses on, and the rules by which a web server does."""

from collections.abc import Iterator

from rusplan.data.collection import Samling
from rusplan.data.model import Omdirigering
from rusplan.render.renderer import Renderer
from rusplan.site import addresses
from rusplan.site.sajt import Sajt
from rusplan.tools.record import small

NGINX_HEADER = """\
# Omdirigeringar ur data/permalankar.yml, skrivna av «rusplan redirects».
# Läses in med include i serverblocket. Ändra inte här.
"""


@small
class Omdirigeringsvy:
    """Where an old address leads: from the root and absolute, and what the page is called if it is an activity."""

    till: str
    absolut: str
    titel: str | None


def redirect_pages(sajt: Sajt, renderer: Renderer, pages: list[str]) -> Iterator[tuple[str, str]]:
    """A page for each address that has moved, which leads on without a server's help."""
    titles = {addresses.aktivitet(a): f"{a.titel} {a.år}" for a in sajt.samling.aktiviteter.values()}
    for row in _rows(sajt.samling):
        address, target = row.från.lstrip("/"), row.till.lstrip("/")
        view = Omdirigeringsvy(target, sajt.absolute(target), titles.get(target))
        yield f"{address}index.html", renderer.render("omdirigering.html", address, vy=view)


def nginx_rules(samling: Samling, under: str = "/") -> str:
    """The redirects as rules for a server block of nginx; `under` is the path that the site lies at, «/» or «/plan/».

    The address without its last slash is led on too, and what stands after «?» goes with it.
    """
    base = under.rstrip("/")
    return NGINX_HEADER + "".join(
        f"location = {base}{old} {{ return 301 {base}{row.till}$is_args$args; }}\n"
        for row in _rows(samling)
        for old in (row.från, row.från.rstrip("/"))
    )


def _rows(samling: Samling) -> list[Omdirigering]:
    return sorted(samling.permalänkar.innehåll.omdirigeringar, key=lambda row: row.från)

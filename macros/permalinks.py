"""The addresses that the site has, the register of those it has ever had, and the pages and rules that lead old ones on."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from macros import addresses
from macros.collection import Samling
from macros.model import Omdirigering, Permalänkar
from macros.pages import drafts, year_pages
from macros.record import record
from macros.render import Renderer
from macros.views.parts import Sajt

REGISTER = "data/permalankar.yml"
HEADER = """\
# Alla adresser som har publicerats, och vart de leder som har flyttat.
# Kommandot rusplan skriver om filen i sin helhet: lägg inga egna kommentarer här.
"""
NGINX_HEADER = """\
# Omdirigeringar ur data/permalankar.yml, skrivna av «rusplan redirects».
# Läses in med include i serverblocket. Ändra inte här.
"""


def page_addresses(samling: Samling) -> frozenset[str]:
    """The address of every page of the site, from its root: generated pages, the pages of the years, and those in docs/."""
    sajt = Sajt(samling)
    generated = (draft.adress for draft in drafts(sajt))
    return frozenset(
        "/" + address
        for found in (generated, map(_of_markdown, year_pages(sajt)), _written(samling.rot / "docs"))
        for address in found
    )


def _written(docs: Path) -> Iterator[str]:
    for here, folders, files in os.walk(docs):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.endswith(".md") and not name.startswith("."):
                yield _of_markdown((Path(here) / name).relative_to(docs).as_posix())


def _of_markdown(path: str) -> str:
    """``planer/2024.md`` is shown at ``planer/2024/``, ``planer/index.md`` at ``planer/``."""
    file = PurePosixPath(path)
    page = file.parent if file.stem in ("index", "README") else file.with_suffix("")
    return "" if page == PurePosixPath(".") else f"{page}/"


def with_addresses(register: Permalänkar, new: Iterable[str]) -> Permalänkar:
    """The register with `new` addresses in it, everything sorted; an address that is led on counts as published."""
    known = {*register.adresser, *(row.från for row in register.omdirigeringar), *new}
    return Permalänkar(
        adresser=tuple(sorted(known)), omdirigeringar=tuple(sorted(register.omdirigeringar, key=lambda row: row.från))
    )


def register_text(register: Permalänkar) -> str:
    """The register as its file holds it: one line an address, so that two people's additions meet without conflict."""
    lines = [f"  - {address}\n" for address in register.adresser]
    text = HEADER + ("adresser:\n" if lines else "adresser: []\n") + "".join(lines)
    rows = [f"  - från: {row.från}\n    till: {row.till}\n" for row in register.omdirigeringar]
    return text + ("omdirigeringar:\n" + "".join(rows) if rows else "")


@record
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

"""What the pages of a site say, made without a build: those that data alone makes, and the macros of plan, report, comparison and index."""

from collections.abc import Iterator
from itertools import pairwise

from rusplan.build.pages import MAKERS
from rusplan.macros import Makron
from rusplan.render.renderer import Renderer
from rusplan.site.routes import Sidslag, generated_routes
from rusplan.site.sajt import Sajt

from tests.views.lillby import plain


def pages_of(sajt: Sajt) -> dict[str, str]:
    """Each page by its address, with ordinary spaces; those that git tells of are left out."""
    return {address: plain(html) for address, html in (*_generated(sajt), *_written(sajt))}


def _generated(sajt: Sajt) -> Iterator[tuple[str, str]]:
    renderer = Renderer(sajt.samling)
    for route in generated_routes(sajt.samling):
        if route.slag is not Sidslag.OMRÅDESÄNDRINGAR:
            page = MAKERS[route.slag](sajt, route.nyckel)
            yield route.adress, f"{page.beskrivning}\n{renderer.render(page.mall, page.adress, vy=page.vy)}"


def _written(sajt: Sajt) -> Iterator[tuple[str, str]]:
    macros = Makron(sajt, Renderer(sajt.samling), "")
    lists = {
        "aktiviteter": macros.aktivitetslista, "omraden": macros.omraden, "planer": macros.planer, "uppfoljning": macros.uppfoljningar,
        "samverkan": macros.organisationer, "budget": macros.budgetar, "jamfor": macros.jamforelser, "mal": macros.malvardering,
        "handelser": macros.handelser, "publikationer": macros.publikationer, "kallor": macros.kallor, "ordlista": macros.ordlista,
        "om/utseende": macros.utseende, "tillganglighet": macros.tillganglighetsredogorelse,
    }  # fmt: skip
    yield from ((f"{address}/", show()) for address, show in lists.items())
    years = [*sajt.samling.årgångar]
    for year in sajt.samling.årgångar.values():
        yield f"planer/{year.år}/", macros.verksamhetsplan(year.år)
        yield f"uppfoljning/{year.år}/", macros.uppfoljning(year.år)
        if year.budget:
            yield f"budget/{year.år}/", macros.budget(year.år)
        if year.mål:
            yield f"mal/{year.år}/", macros.mal(year.år)
    yield from ((f"jamfor/{old}-{new}/", macros.jamforelse(old, new)) for old, new in pairwise(years))

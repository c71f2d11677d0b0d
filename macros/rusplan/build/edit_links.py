"""Where what a page tells is edited: in the same place on every page that has data behind it."""

from rusplan.build.pages import Sida
from rusplan.site.links import Länk
from rusplan.site.routes import Rutt, Sidslag
from rusplan.site.sajt import Sajt

DATA, TEXT = "Redigera uppgifterna", "Redigera sidan"


def of_made(sajt: Sajt, page: Sida) -> tuple[Länk, ...]:
    """The links of a page that data alone makes: to the plan and to the outcome where it tells of both."""
    if page.utfallsfil:
        both = (("planen", page.fil), ("utfallet", page.utfallsfil))
        return tuple(Länk(text, url) for text, name in both if (url := sajt.edit_url(name)))
    url = sajt.edit_url(page.fil)
    return (Länk(DATA, url),) if url else ()


def of_written(sajt: Sajt, address: str, text: str | None) -> tuple[Länk, ...]:
    """The link of a page with text of its own: to the data that it shows, or to its `text` where this site has written it."""
    route = sajt.rutter.get(address) or sajt.utkastsidor.get(address)
    name = _data_of(sajt, route) if route else None
    if name:
        url = sajt.edit_url(name)
        return (Länk(DATA, url),) if url else ()
    return (Länk(TEXT, text),) if text else ()


def _data_of(sajt: Sajt, route: Rutt) -> str | None:
    """The data file behind the page."""
    found = sajt.med_utkast.samling
    if route.slag is Sidslag.SKRIVEN:
        shared = {"ordlista": found.ordlista, "samverkan/index": found.samverkan, "tillganglighet": found.webbplats}
        file = shared.get(route.nyckel)
        return file.namn if file else None
    key, _, part = route.nyckel.partition("/")
    year = next((year for year in found.årgångar.values() if str(year.år) == key), None)
    if year is None:
        return None
    parts = {str(number): report for number, report in year.delberättelser.items()}
    files = {
        Sidslag.PLAN: year.plan,
        Sidslag.UPPFÖLJNING: year.berättelse,
        Sidslag.DELUPPFÖLJNING: parts.get(part),
        Sidslag.MÅL: year.mål,
        Sidslag.BUDGET: year.budget,
    }
    of_year = files.get(route.slag)
    return of_year.namn if of_year else None

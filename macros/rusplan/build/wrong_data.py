"""A preview of data with mistakes: what is wrong stands on the page of what the file holds, and what cannot be shown is a box in its place."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from rusplan.build.pages import START, Ogjord, Sida
from rusplan.data.kinds import place
from rusplan.data.problems import Problem
from rusplan.site import addresses
from rusplan.site.sajt import Sajt

TITLE = "Går inte att visa"


def page_of_file(name: str) -> str:
    """The address of the page that shows what a data file holds; the start page for what all years share."""
    where = place(name)
    if where is None or where.år is None:
        return addresses.START
    year = where.år
    if where.delår and where.slag.id == "berattelse":
        return addresses.uppföljning(year, where.delår)
    of_year = {
        "plan": addresses.plan,
        "berattelse": addresses.uppföljning,
        "mal": addresses.mål,
        "budget": addresses.budget,
    }
    return of_year[where.slag.id](year) if where.slag.id in of_year else f"{addresses.AKTIVITETER}{where.nyckel}/"


def by_page(problems: Iterable[Problem]) -> Mapping[str, list[Problem]]:
    """What is wrong, by the pages that say so: that of the file, and of an activity its year's plan too."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        page, where = page_of_file(problem.fil), place(problem.fil)
        whole = addresses.plan(where.år) if where and where.år else page
        for address in dict.fromkeys((page, whole)):
            found.setdefault(address, []).append(problem)
    return found


def boxes(sajt: Sajt, wrong: Mapping[str, list[Problem]]) -> Iterator[Ogjord]:
    """A page for each file that could not be read, where there would be one if it could."""
    known = {*sajt.rutter, *sajt.utkastsidor, addresses.START}
    for address in sorted(wrong.keys() - known):
        yield Ogjord(adress=address, gör=partial(box, address, wrong[address][0].fil))


def box(address: str, file: str) -> Sida:
    """The page in place of one that cannot be shown."""
    told = "Sidan kan inte visas förrän felen i data är rättade."
    return Sida(
        adress=address,
        titel=TITLE,
        beskrivning=told,
        spår=(START,),
        avsnitt=(),
        mall="sidor/olast.html",
        vy=told,
        fil=file,
    )

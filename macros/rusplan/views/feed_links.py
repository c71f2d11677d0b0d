"""How a reader follows something: its feeds, and the page that tells what has changed in it."""

from rusplan.site import addresses
from rusplan.site.links import Länk
from rusplan.site.routes import Sidslag
from rusplan.site.sajt import Sajt
from rusplan.tools.record import small


@small
class Flöde:
    """A feed: its title, the page it belongs to (where its two files lie) and the page that its entries stand on."""

    titel: str
    sida: str
    ändringar: str

    @property
    def atom(self) -> str:
        """The address of the Atom feed."""
        return f"{self.sida}atom.xml"

    @property
    def json(self) -> str:
        """The address of the JSON Feed."""
        return f"{self.sida}feed.json"


@small
class Följ:
    """What stands at the foot of a page: the page of changes, and the feed in both forms."""

    vad: str
    sida: Länk
    flöde: Flöde


def everything() -> Flöde:
    """The feed of all changes."""
    return Flöde("Ändringar i planer och uppföljning", addresses.ÄNDRINGAR, addresses.ÄNDRINGAR)


def area_feed(sajt: Sajt, name: str) -> Flöde:
    """The feed of an area."""
    return Flöde(f"Ändringar i området {sajt.områden[name]}", addresses.område(name), addresses.områdesändringar(name))


def lifeline_feed(sajt: Sajt, name: str) -> Flöde:
    """The feed of an activity over all years; `name` is its id."""
    return Flöde(f"Ändringar i aktiviteten {sajt.nyaste[name].titel}", addresses.spår(name), addresses.ÄNDRINGAR)


def follow_area(sajt: Sajt, name: str) -> Följ | None:
    """For the page of an area; one that only a draft has cannot be followed."""
    if name not in sajt.publika_namn:
        return None
    return Följ("området", Länk("Ändringar i området", addresses.områdesändringar(name)), area_feed(sajt, name))


def follow_lifeline(sajt: Sajt, name: str) -> Följ | None:
    """For the lifeline of an activity; one that only a draft has cannot be followed."""
    if name not in sajt.publika_namn:
        return None
    return Följ("aktiviteten", Länk("Alla ändringar", addresses.ÄNDRINGAR), lifeline_feed(sajt, name))


def feeds_of_page(sajt: Sajt, address: str) -> tuple[Flöde, ...]:
    """The feeds that the head of the page at `address` names."""
    route = sajt.rutter.get(address)
    if address in (addresses.START, addresses.ÄNDRINGAR):
        return (everything(),)
    if route is None:
        return ()
    match route.slag:
        case Sidslag.OMRÅDE | Sidslag.OMRÅDESÄNDRINGAR:
            return (area_feed(sajt, route.nyckel),)
        case Sidslag.LIVSLINJE:
            return (lifeline_feed(sajt, route.nyckel),)
        case Sidslag.AKTIVITET:
            return (lifeline_feed(sajt, sajt.samling.aktiviteter[route.nyckel].id),)
        case _:
            return ()

"""How a reader follows something: its feeds, and the page that tells what has changed in it."""

from macros import addresses
from macros.record import record
from macros.views.parts import Länk, Sajt


@record
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


@record
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


def follow_area(sajt: Sajt, name: str) -> Följ:
    """For the page of an area."""
    return Följ("området", Länk("Ändringar i området", addresses.områdesändringar(name)), area_feed(sajt, name))


def follow_lifeline(sajt: Sajt, name: str) -> Följ:
    """For the lifeline of an activity."""
    return Följ("aktiviteten", Länk("Alla ändringar", addresses.ÄNDRINGAR), lifeline_feed(sajt, name))


def feeds_of_page(sajt: Sajt, address: str) -> tuple[Flöde, ...]:
    """The feeds that the head of the page at `address` names."""
    match address.strip("./").split("/"):
        case [""] | ["andringar"]:
            return (everything(),)
        case ["omraden", name] | ["andringar", "omrade", name] if name in sajt.områden:
            return (area_feed(sajt, name),)
        case ["aktiviteter", "spar", name] if name in sajt.nyaste:
            return (lifeline_feed(sajt, name),)
        case ["aktiviteter", year, name] if year.isdigit() and name in sajt.nyaste:
            return (lifeline_feed(sajt, name),)
        case _:
            return ()

"""What a found page can be sorted out by: year, area, kind of page and status."""

import re

from macros.collection import Årsaktivitet
from macros.record import record
from macros.views.activity import status_of
from macros.views.parts import Sajt

AKTIVITET, LIVSLINJE, ORGANISATION = "Aktivitet", "Aktivitet över åren", "Organisation"
ÖVERSIKT, REDAKTÖR, WEBBPLATS = "Översikt", "För redaktörer", "Om webbplatsen"
# Each kind of page by the folder of its address, in the order that they are shown and that equally good pages come in.
KINDS = {
    "aktiviteter": AKTIVITET, "planer": "Plan", "uppfoljning": "Uppföljning", "omraden": "Område", "mal": "Mål",
    "budget": "Budget", "samverkan": ORGANISATION, "handelser": "Händelser", "publikationer": "Publikationer",
    "ordlista": "Ordlista", "jamfor": "Jämförelse", "kallor": "Källor", "redaktor": REDAKTÖR, "andringar": "Ändringar",
    "nyhetsbrev": REDAKTÖR,
}  # fmt: skip
# Folders whose own page is the thing itself.
SINGLE = frozenset({"handelser", "publikationer", "ordlista", "kallor", "redaktor", "andringar", "nyhetsbrev"})
ORDER = (AKTIVITET, LIVSLINJE, *list(dict.fromkeys(KINDS.values()))[1:], ÖVERSIKT, WEBBPLATS)
# A year's page, or the comparison of two; a network may have a year in its name, which is not this.
YEARS = re.compile(r"(\d{4})(?:-(\d{4}))?")


@record(order=True)
class Facet:
    """The values of one page; what it has none of is empty."""

    slag: str
    år: tuple[int, ...] = ()
    område: str = ""
    status: str = ""


class Facets:
    """Tells the facets of a page by its address."""

    def __init__(self, sajt: Sajt) -> None:
        self._sajt = sajt
        self._lifelines: dict[str, list[Årsaktivitet]] = {}
        for activity in sajt.samling.aktiviteter.values():
            self._lifelines.setdefault(activity.id, []).append(activity)

    def of(self, address: str) -> Facet:
        """The facets of the page at `address`."""
        folder, _, rest = address.strip("/").partition("/")
        name = rest.removeprefix("spar/")
        if folder == "aktiviteter" and rest in self._sajt.samling.aktiviteter:
            return self._activity(AKTIVITET, [self._sajt.samling.aktiviteter[rest]])
        if folder == "aktiviteter" and name != rest and name in self._lifelines:
            return self._activity(LIVSLINJE, self._lifelines[name])
        named = YEARS.fullmatch(rest)
        years = tuple(int(year) for year in named.groups() if year) if named else ()
        area = self._sajt.områden.get(rest, "") if folder == "omraden" else ""
        return Facet(_kind(folder, rest), years, area)

    def _activity(self, kind: str, years: list[Årsaktivitet]) -> Facet:
        newest = years[-1]
        area = self._sajt.områden[newest.plan.innehåll.område]
        return Facet(
            kind, tuple(a.år for a in years), area, status_of(self._sajt, newest).text if kind == AKTIVITET else ""
        )


def _kind(folder: str, rest: str) -> str:
    """A folder's own page is an overview; a page outside the known folders is about the site."""
    if folder not in KINDS:
        return WEBBPLATS if folder else ÖVERSIKT
    return KINDS[folder] if rest or folder in SINGLE else ÖVERSIKT

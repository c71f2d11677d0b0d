"""What a found page can be sorted out by: year, area, kind of page and status."""

from collections.abc import Iterable, Mapping

from rusplan.data.periods import Planperiod, paired
from rusplan.data.year import Årsaktivitet
from rusplan.site.routes import Rutt, Sidslag
from rusplan.site.sajt import Sajt
from rusplan.tools.record import record
from rusplan.views.activity_card import status_of

AKTIVITET, LIVSLINJE, ORGANISATION = "Aktivitet", "Aktivitet över åren", "Organisation"
ÖVERSIKT, REDAKTÖR, WEBBPLATS, ÄNDRINGAR = "Översikt", "För redaktörer", "Om webbplatsen", "Ändringar"
# What the kinds of page are called, in the order that they are shown and that equally good pages come in.
KINDS: Mapping[Sidslag, str] = {
    Sidslag.AKTIVITET: AKTIVITET, Sidslag.LIVSLINJE: LIVSLINJE, Sidslag.PLAN: "Plan", Sidslag.UPPFÖLJNING: "Uppföljning",
    Sidslag.DELUPPFÖLJNING: "Uppföljning",
    Sidslag.OMRÅDE: "Område", Sidslag.MÅL: "Mål", Sidslag.BUDGET: "Budget", Sidslag.ORGANISATION: ORGANISATION,
    Sidslag.ORGANISATIONSTYP: ÖVERSIKT,
    Sidslag.JÄMFÖRELSE: "Jämförelse", Sidslag.OMRÅDESÄNDRINGAR: ÄNDRINGAR,
}  # fmt: skip
# Written pages by the folder they lie in, or by their own name: those that lie beside pages that data makes, and those that are the thing.
BESIDE = {
    "planer": "Plan", "uppfoljning": "Uppföljning", "aktiviteter": AKTIVITET, "omraden": "Område", "mal": "Mål", "budget": "Budget",
    "samverkan": ORGANISATION, "jamfor": "Jämförelse",
}  # fmt: skip
SINGLE = {
    "handelser": "Händelser", "publikationer": "Publikationer", "ordlista": "Ordlista", "kallor": "Källor", "redaktor": REDAKTÖR,
    "andringar": ÄNDRINGAR, "nyhetsbrev": REDAKTÖR,
}  # fmt: skip
ORDER = (
    AKTIVITET, LIVSLINJE, "Plan", "Uppföljning", "Område", "Mål", "Budget", ORGANISATION, "Händelser", "Publikationer", "Ordlista",
    "Jämförelse", "Källor", ÖVERSIKT, WEBBPLATS, REDAKTÖR, ÄNDRINGAR,
)  # fmt: skip
# What is told on a page of these kinds stands on a page of its own as well, or is for editors: they come after all others.
LAST = frozenset({REDAKTÖR, ÄNDRINGAR})
NOT_SEARCHED = frozenset({Sidslag.PLANUTSKRIFT, Sidslag.UPPFÖLJNINGSUTSKRIFT, Sidslag.SAMMANFATTNING})
# The search page has nothing to find, and the style guide shows parts of other pages.
NOTHING_TO_FIND = frozenset({"sok", "om/utseende"})


@record(order=True)
class Facet:
    """The values of one page; what it has none of is empty."""

    slag: str
    år: tuple[int, ...] = ()
    område: str = ""
    status: str = ""


class Facets:
    """Tells the facets of each page of the site."""

    def __init__(self, sajt: Sajt) -> None:
        self._sajt = sajt
        self._lifelines: dict[str, list[Årsaktivitet]] = {}
        for activity in sajt.samling.aktiviteter.values():
            self._lifelines.setdefault(activity.id, []).append(activity)

    def of(self, address: str) -> Facet | None:
        """The facets of the page at `address`; None for a page that is not searched, since what it holds stands on a page of its own."""
        route = self._sajt.rutter.get(address)
        if route is None:
            return Facet(slag=WEBBPLATS)
        if route.slag in NOT_SEARCHED or (route.slag is Sidslag.SKRIVEN and route.nyckel in NOTHING_TO_FIND):
            return None
        return self._of_route(route)

    def _of_route(self, route: Rutt) -> Facet:
        match route.slag:
            case Sidslag.AKTIVITET:
                return self._activity(AKTIVITET, [self._sajt.samling.aktiviteter[route.nyckel]])
            case Sidslag.LIVSLINJE:
                return self._activity(LIVSLINJE, self._lifelines[route.nyckel])
            case Sidslag.SKRIVEN:
                return Facet(slag=_written(route))
            case Sidslag.OMRÅDE:
                return Facet(slag=KINDS[route.slag], område=self._sajt.områden[route.nyckel])
            case Sidslag.DELUPPFÖLJNING:
                return Facet(slag=KINDS[route.slag], år=(int(route.nyckel.partition("/")[2]),))
            case Sidslag.PLAN | Sidslag.UPPFÖLJNING | Sidslag.MÅL | Sidslag.BUDGET | Sidslag.JÄMFÖRELSE:
                return Facet(
                    slag=KINDS[route.slag],
                    år=_years(
                        map(Planperiod, paired(route.nyckel) if route.slag is Sidslag.JÄMFÖRELSE else (route.nyckel,))
                    ),
                )
            case _:
                return Facet(slag=KINDS[route.slag])

    def _activity(self, kind: str, years: list[Årsaktivitet]) -> Facet:
        newest = years[-1]
        area = self._sajt.områden[newest.plan.innehåll.område]
        status = status_of(self._sajt, newest).text if kind == AKTIVITET else ""
        return Facet(slag=kind, år=_years(a.år for a in years), område=area, status=status)


def _years(periods: Iterable[Planperiod]) -> tuple[int, ...]:
    """Every calendar year that the periods touch: what is asked of one year is found in a plan of several."""
    return tuple(sorted({year for period in periods for year in period.åren}))


def _written(route: Rutt) -> str:
    """A folder's own page is an overview; a page outside the known folders is about the site."""
    if route.nyckel == "index" or (route.avdelning in BESIDE and route.nyckel == f"{route.avdelning}/index"):
        return ÖVERSIKT
    return SINGLE.get(route.avdelning) or BESIDE.get(route.avdelning) or WEBBPLATS

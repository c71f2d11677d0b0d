"""A report in at most a few pages of paper, for those who decide: the year at a glance, what was not done, the money and the goals."""

from rusplan.data.year import Årgång
from rusplan.site import addresses
from rusplan.site.links import Länk, uppföljningslänk
from rusplan.site.sajt import Sajt
from rusplan.tools.record import record, small
from rusplan.views.answer import in_short
from rusplan.views.budget_page import Budgetsida, budget_page
from rusplan.views.indicators import Indikatortabell, indicators_table
from rusplan.views.ratings_of_goals import Värderingstabell, ratings_table
from rusplan.views.report_page import Uppföljningssida, report_page
from rusplan.views.year_facts import whole


@small
class Kortavvikelse:
    """What did not turn out as planned in an activity, in a line."""

    aktivitet: Länk
    rader: tuple[tuple[str, str], ...]


@record
class Sammanfattningssida:
    """The summary of a year's report; it shows only what the report has."""

    titel: str
    webbsida: Länk
    hela: Länk
    sida: Uppföljningssida
    avvikelser: tuple[Kortavvikelse, ...]
    budget: Budgetsida | None
    mål: Värderingstabell | None
    indikatorer: Indikatortabell | None

    @property
    def avsnitt(self) -> tuple[tuple[str, str], ...]:
        """The page's sections."""
        shown = (
            ("i-korthet", "Året i korthet", True),
            ("inte-som-planerat", "Inte som planerat", self.sida.inte_som_planerat),
            ("avvikelser", "Andra avvikelser", self.avvikelser),
            ("pengar", "Pengar", self.sida.pengar),
            ("mal", "Mål", self.mål or self.indikatorer),
        )
        return tuple((anchor, title) for anchor, title, has in shown if has)


def report_summary(sajt: Sajt, year: Årgång) -> Sammanfattningssida | None:
    """The summary of a year's report; None where data has no report for the year."""
    page = report_page(sajt, year, kort=False)
    if page is None:
        return None
    link, address = uppföljningslänk(year.år), addresses.uppföljning(year.år)
    return Sammanfattningssida(
        titel=f"{link.text}: sammanfattning",
        webbsida=link,
        hela=whole(address),
        sida=page,
        avvikelser=_other_deviations(page),
        budget=budget_page(sajt, year),
        mål=ratings_table(sajt, year.år),
        indikatorer=indicators_table(year),
    )


def _other_deviations(page: Uppföljningssida) -> tuple[Kortavvikelse, ...]:
    """Those of activities that were carried out all the same."""
    told = {row.aktivitet for group in page.inte_som_planerat for row in group.rader}
    return tuple(
        Kortavvikelse(group.aktivitet, tuple((each.typ, in_short(each.text)) for each in group.avvikelser))
        for group in page.avvikelser
        if group.aktivitet not in told
    )

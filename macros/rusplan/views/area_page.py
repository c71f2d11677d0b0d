"""An area over the years."""

from rusplan.data.periods import Planperiod
from rusplan.site.links import Länk, mållänk, planlänk, uppföljningslänk
from rusplan.site.sajt import Sajt
from rusplan.tools.record import record, small
from rusplan.views.activity_card import Aktivitetskort, card
from rusplan.views.contacts import contact_link, of_area
from rusplan.views.feed_links import Följ, follow_area
from rusplan.views.year_facts import size_told


@record
class Områdesår:
    """An area in one year."""

    år: Planperiod
    plan: Länk
    uppföljning: Länk
    titel: str
    omfattning: str
    aktiviteter: tuple[Aktivitetskort, ...]


@record
class Områdessida:
    """An area over the years, newest first."""

    titel: str
    år: tuple[Områdesår, ...]
    mål: tuple[Länk, ...]
    kontakt: Länk | None
    följ: Följ | None

    @property
    def avsnitt(self) -> tuple[tuple[str, str], ...]:
        """The page's sections."""
        return tuple((f"ar-{y.år}", y.år.visad) for y in self.år)


@small
class Områdesruta:
    """An area on the start page."""

    länk: Länk
    text: str
    ankare: str


def area_page(sajt: Sajt, name: str) -> Områdessida:
    """Everything that the page of an area shows."""
    years, goals = [], []
    for year in sajt.samling.nyast_först:
        area = next((a for a in year.plan.innehåll.områden if a.id == name), None)
        if area is None:
            continue
        rows = tuple(card(sajt, a) for a in year.in_area(name))
        years.append(
            Områdesår(
                år=year.år,
                plan=planlänk(sajt.samling, year.år),
                uppföljning=uppföljningslänk(year.år),
                titel=area.titel,
                omfattning=size_told(sajt, year, name),
                aktiviteter=rows,
            )
        )
        if year.mål:
            goals.append(mållänk(year.år, year.mål.innehåll.period))
    return Områdessida(
        titel=sajt.områden[name],
        år=tuple(years),
        mål=tuple(goals),
        kontakt=contact_link(area_contact(sajt, name)),
        följ=follow_area(sajt, name),
    )


def area_contact(sajt: Sajt, name: str) -> str | None:
    """Whom to write to about the area: as the newest plan that has it says."""
    return of_area((year.plan.innehåll for year in sajt.samling.nyast_först), name)


def area_boxes(sajt: Sajt) -> tuple[Områdesruta, ...]:
    """The areas of the newest plan, with size."""
    newest = list(sajt.samling.årgångar.values())[-1]
    return tuple(
        Områdesruta(
            sajt.områdeslänk(area.id),
            f"Planen {newest.år.visad} har {size_told(sajt, newest, area.id)}",
            f"omrade-{area.id}",
        )
        for area in newest.plan.innehåll.områden
    )

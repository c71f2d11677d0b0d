"""Goals, what the follow-up says of them, what is measured, and the activities that serve them."""

from collections.abc import Iterator

from rusplan.data.goal_levels import above, area_of, top_goals, with_levels
from rusplan.data.model import EttMål, MålFörPeriod
from rusplan.data.periods import Planperiod
from rusplan.data.year import Årgång
from rusplan.site import addresses
from rusplan.site.links import Länk, mållänk
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import perioden
from rusplan.tools.record import record, small
from rusplan.views import texts
from rusplan.views.goals_served import goal_link, serving, why_not_served
from rusplan.views.indicators import Indikatortabell, Indikatorvy, indicators, indicators_table
from rusplan.views.ratings_of_goals import Värdering, rating_of, ratings, scale_of
from rusplan.views.texts import AnmärkningVy, HänvisningVy, KällaVy, Omnämnandevy, PunktVy
from rusplan.views.year_facts import year_links

FIRST_LEVEL = 3  # of the headings of goals that lie under no other


@record
class Målvy:
    """A goal."""

    ankare: str
    nivå: int
    titel: str
    text: str
    under: Länk | None
    område: Länk | None
    aktiviteter: tuple[Länk, ...]
    utan_aktiviteter: str
    motsvarar: Länk | None
    värderingar: tuple[Värdering, ...]
    värderat_i: Länk | None
    ovärderat: str
    punkter: tuple[PunktVy, ...]
    indikatorer: tuple[Indikatorvy, ...]
    hänvisningar: tuple[HänvisningVy, ...]
    anmärkningar: tuple[AnmärkningVy, ...]


@small
class Målområde:
    """The goals of an area, each before those under it; without link those of the whole plan."""

    titel: str
    länk: Länk | None
    mål: tuple[Målvy, ...]


@record
class Målsida:
    """The goals of a period."""

    år: str
    period: str
    beskrivning: tuple[PunktVy, ...]
    skala: tuple[tuple[str, str], ...]
    indikatorer: Indikatortabell | None
    områden: tuple[Målområde, ...]
    källa: KällaVy | None
    anmärkningar: tuple[AnmärkningVy, ...]
    länkar: tuple[Länk, ...]
    nämns_i: tuple[Omnämnandevy, ...]


def goals_page(sajt: Sajt, year: Årgång) -> Målsida | None:
    """Everything that the page of a period's goals shows; None where data has no goals for the year."""
    if year.mål is None:
        return None
    goals = year.mål.innehåll
    scale = tuple(scale_of(sajt, goals).items())
    return Målsida(
        år=year.år.visad,
        period=perioden(goals.period),
        beskrivning=texts.punkter(sajt, goals.beskrivning),
        skala=scale,
        indikatorer=indicators_table(year),
        områden=tuple(_areas(sajt, year, goals)),
        källa=texts.källa(sajt, goals.källa),
        anmärkningar=texts.anmärkningar(goals.anmärkningar),
        länkar=year_links(sajt, year, addresses.mål(year.år)),
        nämns_i=texts.nämns_i(sajt, f"{year.år}/mal"),
    )


def _areas(sajt: Sajt, year: Årgång, goals: MålFörPeriod) -> Iterator[Målområde]:
    """Those of the whole plan first, then area by area in the order of the plan."""
    tops = [(goal, area_of(goals, goal)) for goal in top_goals(goals)]
    of_all = [goal for goal, area in tops if area is None]
    if of_all:
        title = "Mål för hela planen" if len(of_all) < len(tops) else "Målen"
        yield Målområde(title, None, _in_levels(sajt, year, of_all))
    for area in year.plan.innehåll.områden:
        if own := [goal for goal, name in tops if name == area.id]:
            yield Målområde(area.titel, sajt.områdeslänk(area.id), _in_levels(sajt, year, own))


def _in_levels(sajt: Sajt, year: Årgång, tops: list[EttMål]) -> tuple[Målvy, ...]:
    assert year.mål
    rows = (row for goal in tops for row in with_levels(year.mål.innehåll, goal))
    return tuple(_goal(sajt, year, goal, level) for goal, level in rows)


def _goal(sajt: Sajt, year: Årgång, goal: EttMål, level: int) -> Målvy:
    assert year.mål
    parent = next(iter(above(year.mål.innehåll, goal)), None)
    differs = parent and goal.område and goal.område != area_of(year.mål.innehåll, parent)
    before = _earlier(sajt, year)
    match = (
        Länk(f"Motsvarande mål {perioden(before.mål.innehåll.period)}", f"{addresses.mål(before.år)}#{goal.motsvarar}")
        if goal.motsvarar and before and before.mål
        else None
    )
    rated, where = _rated(sajt, year, goal)
    return Målvy(
        ankare=goal.id,
        nivå=min(FIRST_LEVEL + level, 5),
        titel=goal.titel,
        text=goal.text,
        under=goal_link(year, parent) if parent else None,
        område=sajt.områdeslänk(goal.område) if goal.område and differs else None,
        aktiviteter=serving(sajt, year, goal),
        utan_aktiviteter=why_not_served(year, goal),
        motsvarar=match,
        värderingar=rated,
        värderat_i=where,
        ovärderat="" if rated else _why_unrated(sajt, year),
        punkter=texts.punkter(sajt, goal.uppföljning.punkter) if goal.uppföljning else (),
        indikatorer=indicators(goal.indikatorer, f"indikator-{goal.id}-", f"mal-{goal.id}-"),
        hänvisningar=texts.hänvisningar(sajt, goal.hänvisningar),
        anmärkningar=texts.anmärkningar(goal.anmärkningar),
    )


def _why_unrated(sajt: Sajt, year: Årgång) -> str:
    """What is said of a goal without a rating; nothing on a site that rates no goals."""
    goals = (goal for other in sajt.samling.årgångar.values() if other.mål for goal in other.mål.innehåll.mål)
    if not any(goal.uppföljning for goal in goals):
        return ""
    return "Målet är inte värderat än." if year.skrivs_här else "Målet är inte värderat i den här källan."


def _rated(sajt: Sajt, year: Årgång, goal: EttMål) -> tuple[tuple[Värdering, ...], Länk | None]:
    """The goal's ratings; where its own year has none, those that the next goals tell of, and where they stand."""
    assert year.mål
    if goal.uppföljning:
        return ratings(sajt, year.mål.innehåll, goal), None
    later = next((y for y in sajt.samling.årgångar.values() if y.år > year.år and y.mål), None)
    for match in later.mål.innehåll.mål if later and later.mål else ():
        if match.motsvarar == goal.id and match.uppföljning and match.uppföljning.tidigare:
            assert later
            assert later.mål
            return _told_later(sajt, later.år, later.mål.innehåll, match)
    return (), None


def _told_later(sajt: Sajt, year: Planperiod, goals: MålFörPeriod, match: EttMål) -> tuple[tuple[Värdering, ...], Länk]:
    """The ratings before those of `year`, which `match` tells of, and the link to it."""
    assert match.uppföljning
    found = sorted(match.uppföljning.tidigare, key=lambda t: t.period)
    told = tuple(rating_of(sajt, goals, t.period, t.värdering, t.kommentar) for t in found)
    return told, Länk(mållänk(year, goals.period).text, f"{addresses.mål(year)}#{match.id}")


def _earlier(sajt: Sajt, year: Årgång) -> Årgång | None:
    return next((y for y in sajt.samling.nyast_först if y.år < year.år and y.mål), None)

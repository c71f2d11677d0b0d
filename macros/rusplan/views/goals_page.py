"""Goals, their ratings over the periods, and what the follow-up says."""

from collections.abc import Iterator, Mapping, Sequence

from rusplan.data.collection import Årgång
from rusplan.data.goal_levels import above, area_of, top_goals, with_levels
from rusplan.data.model import EttMål, MålFörPeriod
from rusplan.data.periods import Planperiod
from rusplan.site import addresses
from rusplan.site.links import Länk, mållänk
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import perioden
from rusplan.swedish.labels import SAKNAS
from rusplan.tools.record import record, small
from rusplan.views import texts
from rusplan.views.goals_served import goal_link, serving, why_not_served
from rusplan.views.indicators import Indikatorvy, indicators
from rusplan.views.texts import AnmärkningVy, HänvisningVy, KällaVy, Omnämnandevy, PunktVy
from rusplan.views.year_facts import year_links

FIRST_LEVEL = 3  # of the headings of goals that lie under no other


@small
class Värdering:
    """The rating of a goal in a period, as a digit or a word of the organisation's own, and what it means."""

    period: str
    siffra: str
    text: str


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
    områden: tuple[Målområde, ...]
    källa: KällaVy | None
    anmärkningar: tuple[AnmärkningVy, ...]
    länkar: tuple[Länk, ...]
    nämns_i: tuple[Omnämnandevy, ...]
    redigera: str | None


@record
class Värderingsrad:
    """One goal with its rating in every period."""

    mål: Länk
    område: Länk | None
    värderingar: tuple[str, ...]
    förändring: str


@record
class Värderingstabell:
    """All goals of the newest followed-up period, rated over the periods, oldest first."""

    perioder: tuple[str, ...]
    skala: tuple[tuple[str, str], ...]
    # The digit that each rating of the organisation's own answers to, by its name.
    räknas_som: Mapping[str, str]
    rader: tuple[Värderingsrad, ...]
    områden: bool
    källa: KällaVy | None
    länkar: tuple[Länk, ...]


def goals_page(sajt: Sajt, year: Årgång) -> Målsida | None:
    """Everything that the page of a period's goals shows; None where data has no goals for the year."""
    if year.mål is None:
        return None
    goals = year.mål.innehåll
    scale = tuple(_scale(sajt, goals).items())
    return Målsida(
        år=year.år.visad,
        period=perioden(goals.period),
        beskrivning=texts.punkter(sajt, goals.beskrivning),
        skala=scale,
        områden=tuple(_areas(sajt, year, goals)),
        källa=texts.källa(sajt, goals.källa),
        anmärkningar=texts.anmärkningar(goals.anmärkningar),
        länkar=year_links(sajt, year, addresses.mål(year.år)),
        nämns_i=texts.nämns_i(sajt, f"{year.år}/mal"),
        redigera=sajt.edit_url(year.mål.namn),
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
    told = tuple(_rating(sajt, goals, t.period, t.värdering, t.kommentar) for t in found)
    return told, Länk(mållänk(year, goals.period).text, f"{addresses.mål(year)}#{match.id}")


def _scale(sajt: Sajt, goals: MålFörPeriod) -> dict[str, str]:
    """What each rating means, by the digit or the name that is shown."""
    return {rating_shown(sajt, step.värdering): step.betydelse for step in goals.skala}


def rating_shown(sajt: Sajt, rating: int | str) -> str:
    """The digit of a rating, or the name of one of the organisation's own."""
    own = sajt.samling.skala.get(str(rating))
    return own.namn if own else str(rating)


def _rating(sajt: Sajt, goals: MålFörPeriod, period: str, rating: int | str | None, comment: str | None) -> Värdering:
    if rating is None:
        return Värdering(perioden(period), "–", comment or SAKNAS)
    shown = rating_shown(sajt, rating)
    return Värdering(perioden(period), shown, _scale(sajt, goals).get(shown, ""))


def _earlier(sajt: Sajt, year: Årgång) -> Årgång | None:
    return next((y for y in sajt.samling.nyast_först if y.år < year.år and y.mål), None)


def ratings(sajt: Sajt, goals: MålFörPeriod, goal: EttMål) -> tuple[Värdering, ...]:
    """The goal's ratings, oldest period first; empty where it is not followed up."""
    if goal.uppföljning is None:
        return ()
    found = [(t.period, t.värdering, t.kommentar) for t in goal.uppföljning.tidigare]
    found.append((goals.period, goal.uppföljning.värdering, None))
    return tuple(_rating(sajt, goals, *each) for each in sorted(found, key=lambda f: f[0]))


def ratings_table(sajt: Sajt, year: str | None = None) -> Värderingstabell | None:
    """The goals of `year`, or of the newest year that is followed up, rated over the periods. Where no goal is rated, the table is empty
    and leads to the goals; None if there is none, or no rating in `year`."""
    years = [y for y in sajt.samling.årgångar.values() if y.mål and any(g.uppföljning for g in y.mål.innehåll.mål)]
    chosen = next((y for y in reversed(years) if year in (None, y.år)), None)
    links = tuple(mållänk(y.år, y.mål.innehåll.period) for y in sajt.samling.nyast_först if y.mål)
    if chosen is None or chosen.mål is None:
        empty = Värderingstabell(
            perioder=(), skala=(), räknas_som={}, rader=(), områden=False, källa=None, länkar=links
        )
        return empty if links and not year else None
    goals = chosen.mål.innehåll
    scale = {shown: meaning.rstrip(".") for shown, meaning in _scale(sajt, goals).items()}
    counted = {each.namn: str(each.motsvarar) for each in sajt.samling.skala.values()}
    rated = [(goal, ratings(sajt, goals, goal)) for goal in goals.mål]
    periods = tuple(sorted({r.period for _, found in rated for r in found}))
    rows = []
    for goal, found in rated:
        by_period = {r.period: r for r in found}
        digits = tuple(by_period[p].siffra if p in by_period else "–" for p in periods)
        link, area = goal_link(chosen, goal), area_of(goals, goal)
        rows.append(
            Värderingsrad(
                mål=link,
                område=sajt.områdeslänk(area) if area else None,
                värderingar=digits,
                förändring=_trend([counted.get(d, d) for d in digits]),
            )
        )
    return Värderingstabell(
        perioder=periods,
        skala=tuple(scale.items()),
        räknas_som=counted,
        rader=tuple(rows),
        områden=any(row.område for row in rows),
        källa=texts.källa(sajt, goals.källa),
        länkar=links,
    )


def _trend(digits: Sequence[str]) -> str:
    """How the newest rating compares with the one before; 1 is best."""
    known = [int(d) for d in digits if d.isdigit()]
    if len(known) < 2 or not digits[-2].isdigit():
        return "kan inte jämföras"
    step = known[-1] - known[-2]
    return "bättre" if step < 0 else "sämre" if step > 0 else "oförändrad"

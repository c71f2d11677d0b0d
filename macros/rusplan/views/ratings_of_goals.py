"""The ratings of goals: of one over the periods, and of all in a table."""

from collections.abc import Mapping, Sequence

from rusplan.data.goal_levels import area_of
from rusplan.data.model import EttMål, MålFörPeriod
from rusplan.site.links import Länk, mållänk
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import perioden
from rusplan.swedish.labels import SAKNAS
from rusplan.tools.record import record, small
from rusplan.views import texts
from rusplan.views.goals_served import goal_link
from rusplan.views.indicators import Indikatortabell, indicators_table
from rusplan.views.texts import KällaVy


@small
class Värdering:
    """The rating of a goal in a period, as a digit or a word of the organisation's own, and what it means."""

    period: str
    siffra: str
    text: str


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
    indikatorer: Indikatortabell | None
    länkar: tuple[Länk, ...]


def ratings(sajt: Sajt, goals: MålFörPeriod, goal: EttMål) -> tuple[Värdering, ...]:
    """The goal's ratings, oldest period first; empty where it is not followed up."""
    if goal.uppföljning is None:
        return ()
    found = [(t.period, t.värdering, t.kommentar) for t in goal.uppföljning.tidigare]
    found.append((goals.period, goal.uppföljning.värdering, None))
    return tuple(rating_of(sajt, goals, *each) for each in sorted(found, key=lambda f: f[0]))


def ratings_table(sajt: Sajt, year: str | None = None) -> Värderingstabell | None:
    """The goals of `year`, or of the newest year that is followed up, rated over the periods. Where no goal is rated, the table is empty
    and leads to the goals; None if there is none, or no rating in `year`."""
    years = [y for y in sajt.samling.årgångar.values() if y.mål and any(g.uppföljning for g in y.mål.innehåll.mål)]
    chosen = next((y for y in reversed(years) if year in (None, y.år)), None)
    links = tuple(mållänk(y.år, y.mål.innehåll.period) for y in sajt.samling.nyast_först if y.mål)
    if chosen is None or chosen.mål is None:
        empty = Värderingstabell(
            perioder=(),
            skala=(),
            räknas_som={},
            rader=(),
            områden=False,
            källa=None,
            indikatorer=_measured(sajt),
            länkar=links,
        )
        return empty if links and not year else None
    goals = chosen.mål.innehåll
    scale = {shown: meaning.rstrip(".") for shown, meaning in scale_of(sajt, goals).items()}
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
        indikatorer=_measured(sajt),
        länkar=links,
    )


def _measured(sajt: Sajt) -> Indikatortabell | None:
    """The indicators of the newest goals that have any."""
    return next((table for year in sajt.samling.nyast_först if (table := indicators_table(year))), None)


def _trend(digits: Sequence[str]) -> str:
    """How the newest rating compares with the one before, by what each counts as: 1 is best."""
    known = [int(d) for d in digits if d.isdigit()]
    if len(known) < 2 or not digits[-2].isdigit():
        return "kan inte jämföras"
    step = known[-1] - known[-2]
    return "bättre" if step < 0 else "sämre" if step > 0 else "oförändrad"


def scale_of(sajt: Sajt, goals: MålFörPeriod) -> dict[str, str]:
    """What each rating means, by the digit or the name that is shown."""
    return {rating_shown(sajt, step.värdering): step.betydelse for step in goals.skala}


def rating_shown(sajt: Sajt, rating: int | str) -> str:
    """The digit of a rating, or the name of one of the organisation's own."""
    own = sajt.samling.skala.get(str(rating))
    return own.namn if own else str(rating)


def rating_of(sajt: Sajt, goals: MålFörPeriod, period: str, rating: int | str | None, comment: str | None) -> Värdering:
    """A rating of a period as it is shown, or why there is none."""
    if rating is None:
        return Värdering(perioden(period), "–", comment or SAKNAS)
    shown = rating_shown(sajt, rating)
    return Värdering(perioden(period), shown, scale_of(sajt, goals).get(shown, ""))

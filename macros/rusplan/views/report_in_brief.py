"""What a report tells first: what did not go as planned and why, the money, and how far the goals were reached."""

from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal

from rusplan.data.counted_sums import budget_sums, has_income
from rusplan.data.model import Ställning
from rusplan.data.year import Årgång
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import av_alla, tal, uppräkning
from rusplan.swedish.labels import Märke
from rusplan.tools.record import small
from rusplan.views.activity_card import status_of
from rusplan.views.amounts import KINDS, TITLES, amount, columns_of, kind_cells
from rusplan.views.answer import in_short
from rusplan.views.ratings_of_goals import rating_shown, scale_of
from rusplan.views.texts import AvvikelseVy, avvikelser

# What did not go as planned, the worst first.
NOT_AS_PLANNED = (Ställning.EJ, Ställning.DELVIS)


@small
class Orsaksrad:
    """An activity that did not go as planned: how it stands, and why."""

    aktivitet: Länk
    status: Märke
    orsak: str


@small
class Orsaksgrupp:
    """Those that stand alike; `ankare` is that of the status."""

    märke: Märke
    ankare: str
    rader: tuple[Orsaksrad, ...]


@small
class Avvikelsegrupp:
    """All that did not turn out as planned in an activity."""

    aktivitet: Länk
    avvikelser: tuple[AvvikelseVy, ...]


def how_many_as_planned(counts: Counter[Ställning], unknown: int) -> str:
    """«23 av 27 aktiviteter genomfördes som planerat och 4 delvis.»; nothing where the report tells of none of them."""
    done, partly, not_done = (counts[s] for s in (Ställning.SOM_PLANERAT, Ställning.DELVIS, Ställning.EJ))
    if not done + partly + not_done:
        return ""
    first = f"{av_alla(done, counts.total(), 'aktivitet', 'aktiviteter')} genomfördes som planerat"
    rest = [f"{tal(n)} {how}" for n, how in ((partly, "delvis"), (not_done, "inte alls")) if n]
    waiting = {"pågår": counts[Ställning.PÅGÅR], "väntar på att börja": counts[Ställning.INTE_PÅBÖRJAD]}
    told = [f"{uppräkning([first, *rest])}.", *(f"{tal(n)} {how}." for how, n in waiting.items() if n)]
    return " ".join([*told, f"För {tal(unknown)} saknas uppgift om hur det gick."] if unknown else told)


def not_as_planned(sajt: Sajt, year: Årgång) -> tuple[Orsaksgrupp, ...]:
    """The activities that were not carried out as planned, in the order of the plan."""
    found = []
    for standing in NOT_AS_PLANNED:
        rows = tuple(_row(sajt, year, name) for name, a in year.aktiviteter.items() if year.ställning(a) is standing)
        mark = labels.STÄLLNING[standing]
        found += [Orsaksgrupp(mark, f"status-{mark.slag}", rows)] if rows else []
    return tuple(found)


def _row(sajt: Sajt, year: Årgång, name: str) -> Orsaksrad:
    activity = year.aktiviteter[name]
    told = activity.utfall.innehåll if activity.utfall else None
    why = (told.skäl or next((d.text for d in told.avvikelser), None) or told.berättat) if told else None
    return Orsaksrad(
        aktivitet=sajt.aktivitetslänk(activity),
        status=status_of(sajt, activity, year),
        orsak=in_short(why or ""),
    )


def deviations(sajt: Sajt, year: Årgång) -> tuple[Avvikelsegrupp, ...]:
    """What the year's outcomes tell that did not turn out as planned, by activity."""
    found = (
        Avvikelsegrupp(sajt.aktivitetslänk(a), avvikelser(sajt, a.utfall.innehåll.avvikelser))
        for a in year.aktiviteter.values()
        if a.utfall
    )
    return tuple(group for group in found if group.avvikelser)


def money_in_brief(
    sajt: Sajt, year: Årgång, told: Callable[[Decimal | None, Årgång], str] = amount
) -> Iterator[tuple[str, str]]:
    """The sums of the year's budget, each as `told`; where there is income, what was given and what comes in, whose difference says little by itself."""
    if year.budget is None:
        return
    sums, columns = budget_sums(year), columns_of(sajt.samling, year.budget.innehåll)
    if has_income(year.budget.innehåll):
        given = columns.namn.index(columns.mot)
        yield from ((title, kind_cells(year, columns, kind)[given]) for kind, title in KINDS.items())
        return
    for name in columns.namn:
        if name != "överfört":
            yield TITLES[name], told(getattr(sums, name), year)


def goals_in_brief(sajt: Sajt, year: Årgång) -> tuple[tuple[str, str], ...]:
    """How many goals got each rating, in the order of the scale, with what it means."""
    if year.mål is None:
        return ()
    rated = [goal.uppföljning.värdering for goal in year.mål.innehåll.mål if goal.uppföljning]
    counts, scale = Counter(rating_shown(sajt, rating) for rating in rated), scale_of(sajt, year.mål.innehåll)
    order = [*scale, *(shown for shown in counts if shown not in scale)]
    return tuple((str(counts[shown]), scale.get(shown) or f"Värdering {shown}") for shown in order if counts[shown])

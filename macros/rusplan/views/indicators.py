"""Indicators as they are shown: where each should go and how it has gone, as a picture and a table."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from rusplan.charts import Bild, Mätpunkt, Mållinje, Tabell, line
from rusplan.data.model import EttMål, Indikator, Indikatorvärde, Riktning, Utgångsvärde
from rusplan.data.year import Årgång
from rusplan.site import addresses
from rusplan.site.links import Länk
from rusplan.swedish import labels
from rusplan.swedish.formatting import perioden, tal
from rusplan.tools.record import record, small
from rusplan.views.goals_served import goal_link

NOTHING = "–"


@small
class Mätrad:
    """The value of an indicator in a period."""

    period: str
    värde: str
    kommentar: str


@record
class Indikatorvy:
    """An indicator. `uppgifter` are where it should go and how it stands, by name."""

    ankare: str
    titel: str
    enhet: str
    uppgifter: tuple[tuple[str, str], ...]
    rader: tuple[Mätrad, ...]
    kommenterad: bool
    bild: Bild | None
    källa: str


@small
class Indikatorrad:
    """An indicator of a goal in the table of all: where it started, stands and should be."""

    indikator: Länk
    mål: Länk
    start: str
    senast: str
    ska_nå: str
    läge: str


@small
class Indikatortabell:
    """The indicators of all goals of a period, in the order of the goals."""

    titel: str
    rader: tuple[Indikatorrad, ...]


def indicators_table(year: Årgång) -> Indikatortabell | None:
    """All indicators of the year's goals; None where they have none."""
    goals = year.mål.innehåll if year.mål else None
    rows = tuple(_in_table(year, goal, each) for goal in (goals.mål if goals else ()) for each in goal.indikatorer)
    return Indikatortabell(f"Indikatorer för målen {perioden(goals.period)}", rows) if goals and rows else None


def _in_table(year: Årgång, goal: EttMål, found: Indikator) -> Indikatorrad:
    newest = newest_value(found)
    return Indikatorrad(
        indikator=Länk(found.titel, f"{addresses.mål(year.år)}#{anchor_within(goal, found)}"),
        mål=goal_link(year, goal),
        start=_told(found, found.utgångsvärde) if found.utgångsvärde else NOTHING,
        senast=_told(found, newest) if newest else NOTHING,
        ska_nå=goal_told(found) if found.mål is not None else labels.RIKTNING[found.riktning],
        läge=(reached(found, newest) if newest else "") or NOTHING,
    )


def anchor_within(goal: EttMål, found: Indikator) -> str:
    """The anchor of a goal's indicator on the page of goals."""
    return f"indikator-{goal.id}-{found.id}"


def newest_value(found: Indikator) -> Indikatorvärde | None:
    """The value of the latest period."""
    return max(found.värden, key=lambda value: (_last_year(value.period), value.period), default=None)


def indicators(found: Iterable[Indikator], before: str = "indikator-", picture: str = "") -> tuple[Indikatorvy, ...]:
    """Indicators in the order of the data; `before` stands before the id of each in its anchor, `picture` in that of its picture."""
    return tuple(_indicator(each, f"{before}{each.id}", f"{picture or before}{each.id}") for each in found)


def _indicator(found: Indikator, anchor: str, picture: str) -> Indikatorvy:
    values = in_order(found)
    return Indikatorvy(
        ankare=anchor,
        titel=found.titel,
        enhet=found.enhet,
        uppgifter=tuple(_facts(found, values)),
        rader=tuple(_row(found, value) for value in values),
        kommenterad=any(_remark(found, value) for value in values),
        bild=_picture(found, values, f"bild-{picture}"),
        källa=found.källa or "",
    )


def in_order(found: Indikator) -> tuple[Utgångsvärde, ...]:
    """All values of the indicator, the one that it starts from too, by time; one of the same period stands once."""
    first = found.utgångsvärde
    own = {value.period for value in found.värden}
    start = (first,) if first and first.period not in own else ()
    return tuple(sorted((*start, *found.värden), key=lambda value: (_last_year(value.period), value.period)))


def _last_year(period: str) -> int:
    return int(period[-4:])


def _facts(found: Indikator, values: tuple[Utgångsvärde, ...]) -> Iterator[tuple[str, str]]:
    yield "Riktning", labels.RIKTNING[found.riktning]
    if found.mål is not None:
        yield "Mål", goal_told(found)
    elif found.målår:
        yield "Till", str(found.målår)
    if found.utgångsvärde:
        yield "Utgångsvärde", _told(found, found.utgångsvärde)
    if newest := newest_value(found):
        yield "Senaste värde", _told(found, newest)
        if standing := reached(found, newest):
            yield "Läge", standing
    else:
        yield "Senaste värde", "Inget uppmätt värde än"


def goal_told(found: Indikator) -> str:
    """«10 µg/m³ senast 2025»."""
    assert found.mål is not None
    return _with_unit(found, found.mål) + (f" senast {found.målår}" if found.målår else "")


def _told(found: Indikator, value: Utgångsvärde) -> str:
    return f"{_with_unit(found, value.värde)} ({perioden(value.period)})"


def _with_unit(found: Indikator, value: Decimal) -> str:
    return f"{tal(value)}\N{NO-BREAK SPACE}{found.enhet}"


def reached(found: Indikator, newest: Indikatorvärde) -> str:
    """Whether the newest value is where it should be; nothing where that is not told, or is not for a number to say."""
    if found.mål is None or found.riktning is Riktning.BEHÅLLA:
        return ""
    ahead = newest.värde - found.mål
    if ahead == 0 or (ahead > 0) is (found.riktning is Riktning.ÖKA):
        return "Målet är nått"
    is_over = found.målår is not None and _last_year(newest.period) >= found.målår
    return "Målet nåddes inte" if is_over else "Målet är inte nått än"


def _row(found: Indikator, value: Utgångsvärde) -> Mätrad:
    return Mätrad(perioden(value.period), tal(value.värde), _remark(found, value))


def _remark(found: Indikator, value: Utgångsvärde) -> str:
    """What is said of a value: that it is the one to start from, and the comment."""
    is_first = found.utgångsvärde is not None and value.period == found.utgångsvärde.period
    comment = value.kommentar if isinstance(value, Indikatorvärde) else None
    return ". ".join(filter(None, ("Utgångsvärde" if is_first else "", comment)))


def _picture(found: Indikator, values: tuple[Utgångsvärde, ...], name: str) -> Bild | None:
    """The values over time, where there are several to draw a line between."""
    if len(values) < 2:
        return None
    points = [_point(found, value) for value in values]
    goal = Mållinje(found.mål, f"Mål: {goal_told(found)}") if found.mål is not None else None
    legend = ("Tom punkt: utgångsvärdet",) if found.utgångsvärde else ()
    drawn = line(name, f"{found.titel}, {found.enhet}", points, goal, legend)
    return replace(drawn, tabell=_table(found, values))


def _table(found: Indikator, values: tuple[Utgångsvärde, ...]) -> Tabell:
    rows = [_row(found, value) for value in values]
    commented = any(row.kommentar for row in rows)
    return Tabell(
        rubriker=("Period", f"Värde ({found.enhet})", *(["Kommentar"] if commented else [])),
        rader=tuple((row.period, row.värde, *([row.kommentar] if commented else [])) for row in rows),
    )


def _point(found: Indikator, value: Utgångsvärde) -> Mätpunkt:
    is_first = found.utgångsvärde is not None and value.period == found.utgångsvärde.period
    return Mätpunkt(
        år=_last_year(value.period),
        tid=perioden(value.period),
        värde=value.värde,
        ord=tal(value.värde),
        mönster="tom" if is_first else "hel",
    )

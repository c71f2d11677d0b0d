"""A value over time: a line through dots, from left to right as the years go, above a line at zero; and a dashed line where it should be."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from math import inf

from rusplan.charts.shapes import LINE, WIDTH, Bild, Linje, Prick, Tabell, Text, lines, width
from rusplan.tools.record import small

EDGE, HIGH, ABOVE = (
    30,
    110,
    14,
)  # from an edge to the nearest dot; how high the highest value stands above the lowest; a word above its dot


@small
class Mätpunkt:
    """A value: the year that places it, what its time and its value are called, and how its dot is filled."""

    år: int
    tid: str
    värde: Decimal
    ord: str
    mönster: str = "hel"


@small
class Mållinje:
    """Where the value should be, and in words."""

    värde: Decimal
    ord: str


def line(name: str, title: str, points: Sequence[Mätpunkt], goal: Mållinje | None, legend: Sequence[str] = ()) -> Bild:
    """The points in the order of time, and the goal. `legend` are lines of text about the dots. The figures stand in a table beside it."""
    heads = _legend(goal, legend)
    top = (heads[-1].y if heads else 0.0) + 2 * ABOVE + 6
    values = [Decimal(), *(p.värde for p in points), *([goal.värde] if goal else [])]
    placed, zero = _placed(points, values, top), _height(Decimal(), values, top)
    joins = [Linje(f"M0 {zero:g}H{WIDTH}", "tunn")]
    joins += [Linje(f"M{a.x:g} {a.y:g}L{b.x:g} {b.y:g}", "hel") for (_, a), (_, b) in pairwise(placed)]
    if goal:
        y = _height(goal.värde, values, top)
        joins = [Linje("M0 10H22", "streckad"), Linje(f"M0 {y:g}H{WIDTH}", "streckad"), *joins]
    bottom = top + HIGH + 30
    told = "; ".join(f"{p.tid}: {p.ord}" for p in points)
    return Bild(
        id=name,
        titel=title,
        beskrivning=f"{told}. {goal.ord}" if goal else told,
        tabell=Tabell((), ()),
        höjd=bottom + 6,
        linjer=tuple(joins),
        punkter=tuple(dot for _, dot in placed),
        texter=(*heads, *_words(placed), *_times(placed, bottom)),
    )


def _legend(goal: Mållinje | None, legend: Sequence[str]) -> list[Text]:
    """What the dashed line is, beside a piece of it, and what the dots are."""
    found = lines(28, 14, goal.ord) if goal else []
    for row in legend:
        found += lines(0, (found[-1].y + LINE) if found else 14, row, klass="dampad")
    return found


def _placed(points: Sequence[Mätpunkt], values: Sequence[Decimal], top: float) -> list[tuple[Mätpunkt, Prick]]:
    """Each point with its dot."""
    first, last = points[0].år, points[-1].år
    step = (WIDTH - 2 * EDGE) / max(last - first, 1)
    return [
        (p, Prick(round(EDGE + (p.år - first) * step, 1), _height(p.värde, values, top), p.mönster)) for p in points
    ]


def _height(value: Decimal, values: Sequence[Decimal], top: float) -> float:
    """How far down a value stands: the highest at the top, the lowest at the bottom."""
    low, high = min(values), max(values)
    return round(top + HIGH * float((high - value) / (high - low)), 1) if high > low else top + HIGH / 2


def _words(placed: Sequence[tuple[Mätpunkt, Prick]]) -> list[Text]:
    """Each value above its dot, the newest first; one that would run into a newer stands in the table alone."""
    rows = _apart([(dot.x, point.ord) for point, dot in placed])
    return [Text(x, placed[i][1].y - ABOVE, placed[i][0].ord, "fet", "middle") for i, x in rows]


def _times(placed: Sequence[tuple[Mätpunkt, Prick]], y: float) -> list[Text]:
    """Each time below its dot, as `_words`."""
    rows = _apart([(dot.x, point.tid) for point, dot in placed])
    return [Text(x, y, placed[i][0].tid, "dampad", "middle") for i, x in rows]


def _apart(words: Sequence[tuple[float, str]]) -> list[tuple[int, float]]:
    """The words that have room beside those after them, and the middle of each: at its place, or as near as lets it end within the
    picture."""
    found, free = list[tuple[int, float]](), inf
    for i, (x, word) in reversed(list(enumerate(words))):
        half = width(word, "fet") / 2
        middle = round(min(max(x, half), WIDTH - half), 1)
        if middle + half + 4 <= free:
            found.append((i, middle))
            free = middle - half
    return found[::-1]

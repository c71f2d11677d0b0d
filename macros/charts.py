"""Pictures as SVG made at build time: plain geometry here, drawing in templates/diagram/. They scale and use currentColor.

Each chart is made from named values and is shown with the same figures as a table, so nothing hangs on the picture alone.
"""

from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap

from macros import labels
from macros.collection import Årsaktivitet
from macros.references import Länkning

WIDTH = 360
ROW, LANE, TEXT_WIDTH = 66, 26, 38


@dataclass(frozen=True)
class Stapel:
    """One bar: what it is, its value in words, and its length in the picture."""

    etikett: str
    värde: str
    längd: float
    y: int


@dataclass(frozen=True)
class Stapeldiagram:
    """A bar chart with its title, its description and the heads of its table."""

    id: str
    titel: str
    beskrivning: str
    rubriker: tuple[str, str]
    staplar: tuple[Stapel, ...]
    bredd: int
    höjd: int


@dataclass(frozen=True)
class Punktbild:
    """One activity on a lifeline: a dot in a lane, and its text in lines."""

    x: int
    y: int
    text_x: int
    rader: tuple[str, ...]
    år: str


@dataclass(frozen=True)
class Linje:
    """A step between two dots as an SVG path, dashed for an editorial reading."""

    väg: str
    streckad: bool


@dataclass(frozen=True)
class Livslinjebild:
    """A lifeline: years downwards, one row an activity, steps as lines."""

    id: str
    titel: str
    beskrivning: str
    punkter: tuple[Punktbild, ...]
    linjer: tuple[Linje, ...]
    bredd: int
    höjd: int


def bars(name: str, title: str, heads: tuple[str, str], values: list[tuple[str, Decimal, str]]) -> Stapeldiagram:
    """A bar chart of (label, value, value in words); values are zero or more."""
    longest = max((value for _, value, _ in values), default=Decimal(0)) or Decimal(1)
    rows = tuple(
        Stapel(label, words, round(float(value / longest) * (WIDTH - 4), 1), i * 44)
        for i, (label, value, words) in enumerate(values)
    )
    told = "; ".join(f"{label}: {words}" for label, _, words in values)
    return Stapeldiagram(name, title, told, heads, rows, WIDTH, len(rows) * 44)


def lifeline(name: str, title: str, activities: tuple[Årsaktivitet, ...], steps: tuple[Länkning, ...]) -> Livslinjebild:
    """The picture of a lifeline; the activities of a year take lanes beside each other."""
    places: dict[str, tuple[int, int]] = {}
    lanes: dict[int, int] = {}
    for row, activity in enumerate(activities):
        lane = lanes.get(activity.år, 0)
        lanes[activity.år] = lane + 1
        places[activity.ref] = (12 + lane * LANE, 20 + row * ROW)
    text_x = 12 + (max(lanes.values(), default=1) - 1) * LANE + 22
    dots = tuple(Punktbild(*places[a.ref], text_x, tuple(wrap(a.titel, TEXT_WIDTH)[:3]), str(a.år)) for a in activities)
    lines = tuple(Linje(_path(places[s.från.ref], places[s.till.ref]), s.grund == "redaktionell") for s in steps)
    told = ". ".join(
        f"{s.från.titel} {s.från.år} {labels.RELATION[s.typ]} och blir {s.till.titel} {s.till.år}" for s in steps
    )
    return Livslinjebild(
        name, title, told or f"{title} finns bara ett år", dots, lines, WIDTH, len(activities) * ROW + 6
    )


def _path(start: tuple[int, int], end: tuple[int, int]) -> str:
    (x1, y1), (x2, y2) = start, end
    middle = (y1 + y2) / 2
    return f"M{x1} {y1}C{x1} {middle:g} {x2} {middle:g} {x2} {y2}"

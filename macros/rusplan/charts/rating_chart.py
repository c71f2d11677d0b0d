"""Goals with their rating in each period, as a row of dots: the fuller the dot, the better."""

from collections.abc import Mapping
from itertools import pairwise

from rusplan.charts.shapes import LINE, WIDTH, Bild, Linje, Prick, Tabell, Text, lines, width
from rusplan.swedish.formatting import uppräkning

EDGE = 48  # from an edge to the nearest dot, for the name of a period above it
PATTERN = {"1": "hel", "2": "rand", "3": "tom"}
NO_WORDS: Mapping[str, str] = {}


def ratings(
    name: str, title: str, periods: tuple[str, ...], rows: list[tuple[str, tuple[str, ...]]], note: str,
    counted: Mapping[str, str] = NO_WORDS,
) -> Bild:  # fmt: skip
    """Each row (goal, rating in each period as a digit, or a dash where there is none); `counted` has the digit of each rating in words."""
    places = [round(EDGE + i * (WIDTH - 2 * EDGE) / max(len(periods) - 1, 1)) for i in range(len(periods))]
    rooms = [(a, b - a - 24) for a, b in pairwise([*places, WIDTH + 12])]
    texts = [Text(places[i], 12, period, "fet", "middle") for i, period in enumerate(periods)]
    dots, joins, shortened, y = list[Prick](), list[Linje](), dict[str, str](), 34.0
    for goal, words in rows:
        named = lines(0, y, goal)
        texts += named
        y += len(named) * LINE + 4
        shown = [(x, word, _beside(word, counted, room)) for (x, room), word in zip(rooms, words, strict=True)]
        shortened |= {beside: word for _, word, beside in shown if word != beside}
        known = [(x, digit, beside) for x, word, beside in shown if (digit := counted.get(word, word)) in PATTERN]
        joins += [Linje(f"M{a + _after(beside)} {y}H{b - 12}", "tunn") for (a, _, beside), (b, _, _) in pairwise(known)]
        dots += [Prick(x, y, PATTERN[digit]) for x, digit, _ in known]
        texts += [Text(x + 12, y + 5, beside, "fet") for x, _, beside in shown]
        y += 30
    told = "; ".join(f"{goal}: " + ", ".join(map(" ".join, zip(periods, digits, strict=True))) for goal, digits in rows)
    table = Tabell(("Mål", *periods), tuple((goal, *digits) for goal, digits in rows))
    return Bild(
        id=name,
        titel=title,
        beskrivning=told,
        tabell=table,
        höjd=y,
        linjer=tuple(joins),
        punkter=tuple(dots),
        texter=tuple(texts),
        förklaring=" ".join(filter(None, (note, _digits_told(shortened)))),
    )


def _beside(word: str, counted: Mapping[str, str], room: int) -> str:
    """What stands beside a dot: the rating, or its digit where the word does not have room before the next dot or the edge."""
    return word if width(word, "fet") <= room else counted.get(word, word)


def _digits_told(shortened: Mapping[str, str]) -> str:
    """What the digits stand for that stand in the place of words."""
    told = uppräkning(f"{digit} för {word}" for digit, word in sorted(shortened.items()))
    return f"Siffrorna står för ord: {told}." if told else ""


def _after(beside: str) -> float:
    """How far from a dot the line to the next one begins."""
    return 26 if len(beside) == 1 else round(18 + width(beside, "fet"))

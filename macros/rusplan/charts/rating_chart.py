"""Goals with their rating in each period, as a row of dots: the fuller the dot, the better."""

from itertools import pairwise

from rusplan.charts.shapes import LINE, WIDTH, Bild, Linje, Prick, Tabell, Text, lines

EDGE = 42  # from an edge to the nearest dot, for the name of a period above it
PATTERN = {"1": "hel", "2": "rand", "3": "tom"}


def ratings(
    name: str, title: str, periods: tuple[str, ...], rows: list[tuple[str, tuple[str, ...]]], note: str
) -> Bild:
    """Each row (goal, rating in each period as a digit, or a dash where there is none)."""
    places = [round(EDGE + i * (WIDTH - 2 * EDGE) / max(len(periods) - 1, 1)) for i in range(len(periods))]
    texts = [Text(x, 12, period, "fet", "middle") for x, period in zip(places, periods, strict=True)]
    dots, joins, y = list[Prick](), list[Linje](), 34.0
    for goal, digits in rows:
        named = lines(0, y, goal)
        texts += named
        y += len(named) * LINE + 4
        known = [(x, digit) for x, digit in zip(places, digits, strict=True) if digit in PATTERN]
        joins += [Linje(f"M{a + 26} {y}H{b - 12}", "tunn") for (a, _), (b, _) in pairwise(known)]
        dots += [Prick(x, y, PATTERN[digit]) for x, digit in known]
        texts += [Text(x + 12, y + 5, digit, "fet") for x, digit in zip(places, digits, strict=True)]
        y += 30
    told = "; ".join(f"{goal}: " + ", ".join(map(" ".join, zip(periods, digits, strict=True))) for goal, digits in rows)
    table = Tabell(("Mål", *periods), tuple((goal, *digits) for goal, digits in rows))
    return Bild(
        id=name,
        titel=title,
        beskrivning=told,
        tabell=table,
        höjd=y,
        rutor=(),
        linjer=tuple(joins),
        punkter=tuple(dots),
        texter=tuple(texts),
        förklaring=note,
    )

"""Bars: side by side for values to compare, or stacked for the parts of a whole."""

from decimal import Decimal

from rusplan.charts.shapes import LINE, WIDTH, Bild, Linje, Ruta, Tabell, Text, lines, width
from rusplan.tools.record import small

BAR, GAP = 13, 12
BESIDE = 160  # how long a bar may be, to leave room for its words


@small
class Stapel:
    """One bar: its value, or None if it is not known, the value in words, and how it is filled."""

    värde: Decimal | None
    ord: str
    mönster: str


@small
class Rad:
    """One thing with a bar for each of the picture's series; `efter` is told beside its name, such as a difference."""

    titel: str
    staplar: tuple[Stapel, ...]
    efter: str = ""


@small
class Stapelrad:
    """One whole with its parts: (number, how it is filled) in the order of the legend."""

    titel: str
    delar: tuple[tuple[int, str], ...]


def bars(
    name: str, title: str, series: tuple[str, ...], rows: list[Rad], *, last: str = "", note: str = "", table: Tabell | None = None
) -> Bild:  # fmt: skip
    """Each row a name and a bar for each of `series` with its value in words; `last` heads the column of what comes after. Values
    below zero lie to the left of a line at zero. Where the bars are of many things, `table` tells of them one by one."""
    scale = _Scale([b.värde for row in rows for b in row.staplar])
    named = [(row, tuple(zip(series, row.staplar, strict=True))) for row in rows]
    boxes, joins, texts, y = list[Ruta](), list[Linje](), list[Text](), 0.0
    for row, of_row in named:
        name_lines = lines(0, y + 13, row.titel, klass="fet")
        texts += name_lines
        y += len(name_lines) * LINE + 4
        top = y
        for serie, bar in of_row:
            words = f"{serie}: {bar.ord}" if len(series) > 1 else bar.ord
            start, length = scale.bar(bar.värde)
            beside = start + length + 6 if length else scale.words_alone
            if length and beside + width(words) > WIDTH:
                above = lines(0, y + 11, words)  # too long to stand beside the bar
                texts += above
                y += len(above) * LINE
                words = ""
            if length:
                boxes.append(Ruta(start, y, length, BAR, bar.mönster))
            if words:
                texts.append(Text(beside, y + 11, words))
            y += BAR + 5
        if scale.zero > 1:
            joins.append(Linje(f"M{scale.zero:g} {top - 2:g}V{y - 3:g}", "tunn"))
        if row.efter:
            texts.append(Text(0, y + 11, f"{last}: {row.efter}", "dampad"))
            y += LINE
        y += GAP
    told = "; ".join(f"{row.titel}: " + ", ".join(f"{s} {b.ord}" for s, b in of_row) for row, of_row in named)
    heads = ("", *series, *((last,) if last else ()))
    cells = tuple((r.titel, *(b.ord for b in r.staplar), *((r.efter,) if last else ())) for r in rows)
    return Bild(
        id=name,
        titel=title,
        beskrivning=told,
        tabell=table or Tabell(heads, cells),
        höjd=y,
        rutor=tuple(boxes),
        linjer=tuple(joins),
        texter=tuple(texts),
        förklaring=note,
    )


class _Scale:
    """Where the bars of a picture begin and how long they are: between the lowest value and the highest, zero among them."""

    def __init__(self, values: list[Decimal | None]) -> None:
        known = [Decimal(0), *(value for value in values if value is not None)]
        lowest = min(known)
        self._span = max(known) - lowest
        self.zero = 1 + (_length(lowest, self._span, BESIDE) if lowest else 0)
        self.words_alone = self.zero + 6 if lowest else 0.0

    def bar(self, value: Decimal | None) -> tuple[float, float]:
        """The left end of a value's bar, and its length: 0 where there is none to draw."""
        length = _length(value, self._span, BESIDE) if value else 0.0
        return (round(self.zero - length, 1) if value and value < 0 else self.zero), length


def stacked(name: str, title: str, legend: tuple[tuple[str, str], ...], rows: list[Stapelrad]) -> Bild:
    """Each row a bar of its parts, all against the longest; `legend` names the parts: (pattern, word)."""
    longest = max((sum(number for number, _ in row.delar) for row in rows), default=0)
    boxes, texts, y = list[Ruta](), list[Text](), 0.0
    for pattern, word in legend:
        boxes.append(Ruta(1, y + 2, 14, BAR, pattern))
        texts.append(Text(22, y + 13, word))
        y += 20
    y += 6
    for row in rows:
        name_lines = lines(0, y + 13, row.titel, klass="fet")
        texts += name_lines
        y += len(name_lines) * LINE + 4
        x = 1.0
        for number, pattern in row.delar:
            length = _length(Decimal(number), Decimal(longest or 1))
            if number:
                boxes.append(Ruta(x, y, length, 18, pattern))
                texts.append(Text(x + length / 2, y + 34, str(number), ankare="middle"))
            x += length
        y += 40 + GAP
    told = "; ".join(
        f"{r.titel}: " + ", ".join(f"{n} {w.lower()}" for (n, _), (_, w) in zip(r.delar, legend, strict=True))
        for r in rows
    )
    cells = tuple((r.titel, *(str(n) for n, _ in r.delar), str(sum(n for n, _ in r.delar))) for r in rows)
    return Bild(
        id=name,
        titel=title,
        beskrivning=told,
        tabell=Tabell(("", *(word for _, word in legend), "Alla"), cells),
        höjd=y,
        rutor=tuple(boxes),
        texter=tuple(texts),
    )


def _length(value: Decimal, longest: Decimal, most: float = WIDTH - 2) -> float:
    return round(float(abs(value) / longest) * most, 1)

"""Bars: side by side for values to compare, or stacked for the parts of a whole."""

from decimal import Decimal

from rusplan.charts.shapes import LINE, WIDTH, Bild, Ruta, Tabell, Text, lines, width
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


def bars(name: str, title: str, series: tuple[str, ...], rows: list[Rad], *, last: str = "", note: str = "") -> Bild:
    """Each row a name and a bar for each of `series` with its value in words; `last` heads the column of what comes after."""
    longest = max((abs(b.värde) for row in rows for b in row.staplar if b.värde is not None), default=Decimal(0))
    boxes, texts, y = list[Ruta](), list[Text](), 0.0
    for row in rows:
        name_lines = lines(0, y + 13, row.titel, klass="fet")
        texts += name_lines
        y += len(name_lines) * LINE + 4
        for serie, bar in zip(series, row.staplar, strict=True):
            words = f"{serie}: {bar.ord}" if len(series) > 1 else bar.ord
            length = _length(bar.värde, longest, BESIDE) if bar.värde is not None and longest else 0.0
            if length and length + 7 + width(words) > WIDTH:
                texts.append(Text(0, y + 11, words))  # too long to stand beside the bar
                y += LINE
                words = ""
            if length:
                boxes.append(Ruta(1, y, length, BAR, bar.mönster))
            if words:
                texts.append(Text(length + 7 if length else 0, y + 11, words))
            y += BAR + 5
        if row.efter:
            texts.append(Text(0, y + 11, f"{last}: {row.efter}", "dampad"))
            y += LINE
        y += GAP
    told = "; ".join(
        f"{r.titel}: " + ", ".join(f"{s} {b.ord}" for s, b in zip(series, r.staplar, strict=True)) for r in rows
    )
    heads = ("", *series, *((last,) if last else ()))
    cells = tuple((r.titel, *(b.ord for b in r.staplar), *((r.efter,) if last else ())) for r in rows)
    return Bild(
        id=name,
        titel=title,
        beskrivning=told,
        tabell=Tabell(heads, cells),
        höjd=y,
        rutor=tuple(boxes),
        texter=tuple(texts),
        förklaring=note,
    )


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

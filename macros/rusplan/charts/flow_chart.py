"""What becomes of all activities from one year to the next: a band for each fate, as thick as the activities are many."""

from rusplan.charts.shapes import WIDTH, Bild, Linje, Ruta, Tabell, Text
from rusplan.swedish.formatting import antal
from rusplan.tools.record import small

UNIT, GAP, LEAST, EDGE = 9, 10, 20, 12
LEFT, RIGHT = 40, WIDTH - 40


@small
class Öde:
    """A fate: its name, and how many activities of the older year become how many of the newer by it."""

    namn: str
    äldre: int
    nyare: int


def flow(name: str, title: str, years: tuple[str, str], fates: list[Öde], rows: tuple[tuple[str, ...], ...]) -> Bild:
    """The bands from left to right; `rows` are the activities one by one: (older, what happens, newer)."""
    boxes, bands, texts, y = list[Ruta](), list[Linje](), list[Text](), 30.0
    texts += [Text(0, 14, years[0], "fet"), Text(WIDTH, 14, years[1], "fet", "end")]
    for fate in fates:
        old, new = fate.äldre * UNIT, fate.nyare * UNIT
        height = max(old, new, LEAST)
        top, middle = y, y + height / 2
        if old:
            boxes.append(Ruta(LEFT - EDGE, middle - old / 2, EDGE, old, "hel"))
            texts.append(Text(LEFT - EDGE - 6, middle + 5, str(fate.äldre), ankare="end"))
        if new:
            boxes.append(Ruta(RIGHT, middle - new / 2, EDGE, new, "hel"))
            texts.append(Text(RIGHT + EDGE + 6, middle + 5, str(fate.nyare)))
        bands.append(Linje(_band(middle, old, new), "band"))
        texts.append(Text(WIDTH / 2, middle + 5, fate.namn, "fet", "middle"))
        y = top + height + GAP
    told = "; ".join(f"{fate.namn}: {_counted(fate, years)}" for fate in fates)
    note = "Bandets tjocklek visar hur många aktiviteter det gäller. I tabellen står varje aktivitet för sig."
    table = Tabell((years[0], "Vad som händer", years[1]), rows)
    return Bild(
        id=name,
        titel=title,
        beskrivning=told,
        tabell=table,
        höjd=y,
        rutor=tuple(boxes),
        linjer=tuple(bands),
        punkter=(),
        texter=tuple(texts),
        förklaring=note,
    )


def _counted(fate: Öde, years: tuple[str, str]) -> str:
    """«2 aktiviteter 2024, 1 aktivitet 2025»; a year without any is left out."""
    sides = zip((fate.äldre, fate.nyare), years, strict=True)
    return ", ".join(f"{antal(number, 'aktivitet', 'aktiviteter')} {year}" for number, year in sides if number)


def _band(middle: float, old: float, new: float) -> str:
    """An area from the left edge to the right; it starts or ends in a point where one side has no activity."""
    half_old, half_new, x = old / 2, new / 2, WIDTH / 2
    return (
        f"M{LEFT} {middle - half_old:g}C{x:g} {middle - half_old:g} {x:g} {middle - half_new:g} {RIGHT} {middle - half_new:g}"
        f"V{middle + half_new:g}C{x:g} {middle + half_new:g} {x:g} {middle + half_old:g} {LEFT} {middle + half_old:g}Z"
    )

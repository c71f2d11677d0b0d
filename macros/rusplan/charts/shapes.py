"""What a picture is made of: boxes, lines, dots and texts in units of its width, and the table with its figures.

A reader's system chooses the typeface, so texts have room as in the widest of the usual ones, the bold of DejaVu Sans; in others they end a little earlier.
"""

import re
from dataclasses import field
from functools import cached_property, lru_cache

from rusplan.tools.record import record, small

WIDTH = 320  # as wide as the narrowest screen, so that text keeps its size there
LINE = 18  # from one line of text to the next
TALL = 900  # about as high as a page of paper
SIZE = 14  # of the letters, as diagram.css has it: 12 on a screen of 320, where the picture has 280
# How wide letters are at most, in the bold of DejaVu Sans at size 1; all others are as wide as the widest.
WIDTHS = {
    letter: width
    for width, letters in (
        (0.37, " \xa0\u202fijl"),
        (0.50, "frt.,:;'()[]/!-–IJ"),
        (0.60, "csz"),
        (0.69, "aeéåäkoövxyEFLT"),
        (0.72, "bdghnpquü0123456789S?_"),
        (0.85, "ABCDGHKNOPQRUVXYZÅÄÖÉÜ+−±=<>&"),
    )
    for letter in letters
}
WIDEST = 1.11
REGULAR = 0.94  # of the width in bold, at most
# A part of a text that is kept in one line: a word, or the part of it that ends in a hyphen. A space that does not break is a letter here.
PART = re.compile(r"(?:[^\s-]*-+|[^\s-]+)\s*", re.ASCII)


@small
class Ruta:
    """A box. `mönster` names how it is filled: hel, rand, prick, streck, ruta, kryss or tom."""

    x: float
    y: float
    bredd: float
    höjd: float
    mönster: str


@small
class Linje:
    """A line or area as an SVG path; `klass` names its look."""

    väg: str
    klass: str


@small
class Prick:
    """A dot, filled as a box is."""

    x: float
    y: float
    mönster: str


@small
class Text:
    """A line of text; `klass` is empty, fet or dampad, `ankare` where x is in it: start, middle or end."""

    x: float
    y: float
    text: str
    klass: str = ""
    ankare: str = "start"


@small
class Tabell:
    """The figures of a picture: column heads and rows, the first cell of each naming it."""

    rubriker: tuple[str, ...]
    rader: tuple[tuple[str, ...], ...]


@record
class Bild:
    """A finished picture. `förklaring` says below it how to read it."""

    id: str
    titel: str
    beskrivning: str
    tabell: Tabell
    höjd: float
    rutor: tuple[Ruta, ...] = ()
    linjer: tuple[Linje, ...] = ()
    punkter: tuple[Prick, ...] = ()
    texter: tuple[Text, ...] = ()
    förklaring: str = ""
    bredd: int = field(default=WIDTH)

    @property
    def hög(self) -> bool:
        """True if it is too high for a page of paper, where its table stands instead."""
        return self.höjd > TALL

    @cached_property
    def mönster(self) -> tuple[str, ...]:
        """The patterns that the picture uses, to be defined in it. Each shape asks for them."""
        used = {box.mönster for box in self.rutor} | {dot.mönster for dot in self.punkter}
        return tuple(sorted(used - {"hel", "tom"}))


def width(text: str, klass: str = "") -> float:
    """How wide a text is at most, whatever the typeface."""
    return sum(WIDTHS.get(letter, WIDEST) for letter in text) * SIZE * (1 if klass == "fet" else REGULAR)


def lines(x: float, y: float, text: str, *, klass: str = "", most: int = 2) -> list[Text]:
    """A text in lines that end within the picture, the first at `y`; what is too long for `most` lines ends in dots."""
    return [Text(x, y + i * LINE, row, klass) for i, row in enumerate(_rows(text, klass, WIDTH - x, most))]


@lru_cache(maxsize=1000)
def _rows(text: str, klass: str, room: float, most: int) -> list[str]:
    """Most titles stand on the rows of several years."""
    rows = [""]
    for part in PART.findall(text):
        for piece in part if width(part.rstrip(), klass) > room else [part]:
            if width((rows[-1] + piece).rstrip(), klass) > room:
                rows.append("")
            rows[-1] += piece
    rows = [row.rstrip() for row in rows]
    return rows if len(rows) <= most else [*rows[: most - 1], _with_dots(rows[most - 1], klass, room)]


def _with_dots(row: str, klass: str, room: float) -> str:
    while width(f"{row}…", klass) > room:
        row = row[:-1].rstrip()
    return f"{row}…"

"""What a picture is made of: boxes, lines, dots and texts in units of its width, and the table with its figures."""

from dataclasses import field
from functools import cached_property, lru_cache
from textwrap import wrap

from rusplan.tools.record import record, small

WIDTH = 320  # as wide as the narrowest screen, so that text keeps its size there
LINE = 16  # from one line of text to the next
LETTERS = 44  # that fit in one line of the whole width


@small
class Ruta:
    """A box. `mönster` names how it is filled: hel, rand, prick or tom."""

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

    @cached_property
    def mönster(self) -> tuple[str, ...]:
        """The patterns that the picture uses, to be defined in it. Each shape asks for them."""
        used = {box.mönster for box in self.rutor} | {dot.mönster for dot in self.punkter}
        return tuple(sorted(used - {"hel", "tom"}))


def lines(x: float, y: float, text: str, *, klass: str = "", letters: int = LETTERS, most: int = 2) -> list[Text]:
    """A text in lines of at most `letters`, the first at `y`; what is too long for `most` lines ends in dots."""
    return [Text(x, y + i * LINE, row, klass) for i, row in enumerate(_rows(text, letters, most))]


@lru_cache(maxsize=1000)
def _rows(text: str, letters: int, most: int) -> list[str]:
    """Most titles stand on the rows of several years."""
    rows = wrap(text, letters, break_long_words=True) or [""]
    if len(rows) > most:
        rows = [*rows[: most - 1], f"{rows[most - 1][: letters - 1].rstrip()}…"]
    return rows

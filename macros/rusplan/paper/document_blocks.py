"""What a document is made of, in whatever form it is written: headings, paragraphs, lists, facts, tables, pictures and notes."""

from enum import StrEnum
from typing import TypeAlias

from rusplan.tools.record import record, small

# Of the size that a picture has on a page of the site; and its height on paper at most, in points.
SMALLER, HIGHEST = 0.78, 590


class Textstil(StrEnum):
    """How a piece of text looks."""

    VANLIG = ""
    FET = "fet"
    DÄMPAD = "dampad"


class Styckeslag(StrEnum):
    """What a paragraph is for."""

    VANLIGT = ""
    INGRESS = "ingress"
    NOTIS = "notis"
    KÄLLA = "kalla"
    DÄMPAT = "dampat"
    RUBRIK = "rubrik"
    ADRESS = "adress"


@small
class Textbit:
    """A piece of text in one look; `länk` is where it leads, and `not_` what stands in the note whose mark it is. A new line is «\\n»."""

    text: str
    stil: Textstil = Textstil.VANLIG
    länk: str = ""
    not_: "tuple[Textbit, ...]" = ()


Textrad: TypeAlias = tuple[Textbit, ...]


@small
class Blockrubrik:
    """A heading; those of the document's parts have level 1."""

    nivå: int
    text: Textrad
    ankare: str = ""


@small
class Stycke:
    """A paragraph."""

    text: Textrad
    slag: Styckeslag = Styckeslag.VANLIGT


@small
class Blocklista:
    """A list, each point of which holds blocks."""

    punkter: "tuple[tuple[Block, ...], ...]"


@small
class Faktalista:
    """Facts: what each is called, and what it is."""

    rader: "tuple[tuple[Textrad, tuple[Block, ...]], ...]"


@small
class Tabellcell:
    """A cell; numbers stand to the right."""

    text: Textrad
    tal: bool = False


@record
class Blocktabell:
    """A table with a title; the first cell of each row names it. `fot` are its sums."""

    titel: Textrad
    huvud: tuple[Tabellcell, ...]
    rader: tuple[tuple[Tabellcell, ...], ...]
    fot: tuple[tuple[Tabellcell, ...], ...] = ()


@record
class Figur:
    """A picture as SVG, with the same in words."""

    titel: str
    förklaring: str
    svg: str
    i_ord: str
    bredd: float
    höjd: float

    @property
    def på_papper(self) -> float:
        """Its width in points: text as large as that around it, and never so high that its heading stands alone on the page before."""
        return self.bredd * min(SMALLER, HIGHEST / self.höjd)


@small
class Ändringsruta:
    """What a revision has changed, marked as such."""

    block: "tuple[Block, ...]"


Block: TypeAlias = Blockrubrik | Stycke | Blocklista | Faktalista | Blocktabell | Figur | Ändringsruta

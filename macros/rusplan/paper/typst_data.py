"""A document as the data that `dokument.typ` sets: nothing in it is markup."""

from typing import Any

from rusplan.paper.columns import widths
from rusplan.paper.document_blocks import (
    Block,
    Blocklista,
    Blockrubrik,
    Blocktabell,
    Faktalista,
    Figur,
    Stycke,
    Tabellcell,
    Textrad,
    Ändringsruta,
)

Data = dict[str, Any]


def block_data(block: Block) -> Data:
    """A block."""
    match block:
        case Blockrubrik():
            return {"slag": "rubrik", "niva": block.nivå, "text": row(block.text)}
        case Stycke():
            return {"slag": "stycke", "som": str(block.slag), "text": row(block.text)}
        case Blocklista():
            return {"slag": "lista", "punkter": [blocks_data(point) for point in block.punkter]}
        case Faktalista():
            return {"slag": "fakta", "rader": [_fact(name, value) for name, value in block.rader]}
        case Blocktabell():
            return _table(block)
        case Figur():
            return _figure(block)
        case Ändringsruta():
            return {"slag": "andring", "block": blocks_data(block.block)}


def blocks_data(blocks: tuple[Block, ...]) -> list[Data]:
    """Blocks in their order."""
    return [block_data(block) for block in blocks]


def row(text: Textrad) -> list[Data]:
    """The pieces of a text; what a piece has none of is left out."""
    return [
        {"text": piece.text}
        | ({"stil": str(piece.stil)} if piece.stil else {})
        | _link(piece.länk)
        | ({"not": row(piece.not_)} if piece.not_ else {})
        for piece in text
    ]


def _fact(name: Textrad, value: tuple[Block, ...]) -> Data:
    """A fact; a value of one paragraph stands in the line of its name."""
    match value:
        case (Stycke(text),):
            return {"namn": row(name), "rad": row(text)}
        case _:
            return {"namn": row(name), "varde": blocks_data(value)}


def _link(address: str) -> Data:
    return {"lank": address} if address else {}


def _table(table: Blocktabell) -> Data:
    return {
        "slag": "tabell",
        "titel": row(table.titel),
        "bredd": widths(table),
        "huvud": _cells(table.huvud),
        "rader": [_cells(cells) for cells in table.rader],
        "fot": [_cells(cells) for cells in table.fot],
    }


def _cells(cells: tuple[Tabellcell, ...]) -> list[Data]:
    return [{"text": row(cell.text), "tal": cell.tal} for cell in cells]


def _figure(figure: Figur) -> Data:
    return {
        "slag": "figur",
        "titel": figure.titel,
        "forklaring": figure.förklaring,
        "i_ord": figure.i_ord,
        "svg": figure.svg,
        "bredd": figure.på_papper,
    }

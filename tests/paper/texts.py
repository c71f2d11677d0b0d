"""The texts of a document's blocks, in their order."""

from collections.abc import Iterable, Iterator

from rusplan.paper.document_blocks import (
    Block,
    Blocklista,
    Blockrubrik,
    Blocktabell,
    Faktalista,
    Figur,
    Stycke,
    Textrad,
    Ändringsruta,
)


def text_of(line: Textrad) -> str:
    """A line without its notes."""
    return "".join(piece.text for piece in line)


def texts_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Each line that a reader meets, but for what a picture shows."""
    for block in blocks:
        match block:
            case Blockrubrik() | Stycke():
                yield text_of(block.text)
            case Blocklista():
                for point in block.punkter:
                    yield from texts_of(point)
            case Faktalista():
                for name, value in block.rader:
                    yield text_of(name)
                    yield from texts_of(value)
            case Blocktabell():
                rows = (block.huvud, *block.rader, *block.fot)
                yield from (text_of(line) for line in (block.titel, *(cell.text for row in rows for cell in row)))
            case Ändringsruta():
                yield from texts_of(block.block)
            case Figur():
                yield block.titel


def notes_of(blocks: Iterable[Block]) -> Iterator[Textrad]:
    """Each note, in the order of their marks."""
    for block in blocks:
        match block:
            case Blockrubrik() | Stycke():
                yield from _notes(block.text)
            case Blocklista():
                for point in block.punkter:
                    yield from notes_of(point)
            case Faktalista():
                for _, value in block.rader:
                    yield from notes_of(value)
            case Blocktabell():
                yield from _notes(block.titel)
            case Ändringsruta():
                yield from notes_of(block.block)
            case Figur():
                pass


def _notes(line: Textrad) -> Iterator[Textrad]:
    return (piece.not_ for piece in line if piece.not_)

"""A document that no data has made."""

from rusplan.paper.document_blocks import (
    Block,
    Blocklista,
    Blockrubrik,
    Blocktabell,
    Faktalista,
    Stycke,
    Tabellcell,
    Textbit,
    Ändringsruta,
)
from rusplan.paper.handling import Handling


def document_of(text: str) -> Handling:
    """A document in which every text is the same."""
    line = (Textbit(text),)
    blocks: tuple[Block, ...] = (
        Blockrubrik(1, line),
        Stycke((Textbit(text, not_=line),)),
        Blocklista(((Stycke(line),),)),
        Faktalista(((line, (Stycke(line),)),)),
        Blocktabell(titel=line, huvud=(Tabellcell(line),), rader=((Tabellcell(line),),)),
        Ändringsruta((Stycke(line),)),
    )
    return Handling(
        namn="x", år="2025", titel=text, av=text, beskrivning=text, dag=(2025, 1, 1), fakta=((text, line),), webbsida="", framsida=True,
        sidor=(), block=blocks,
    )  # fmt: skip

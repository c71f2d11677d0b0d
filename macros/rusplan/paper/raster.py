"""A picture as PNG, for programs that do not show SVG; drawn by Typst, as in the PDF."""

import typst

from rusplan.paper.document_blocks import Figur
from rusplan.paper.drawn_signs import drawable

PAGE = b'#set page(width: auto, height: auto, margin: 2pt)\n#image(bytes(sys.inputs.svg), format: "svg", width: float(sys.inputs.bredd) * 1pt)'
DOTS = 200.0


def png(figure: Figur) -> bytes:
    """The picture."""
    data = {"svg": drawable(figure.svg), "bredd": str(figure.bredd)}
    made = typst.compile(PAGE, format="png", ignore_system_fonts=True, ppi=DOTS, sys_inputs=data)
    assert isinstance(made, bytes)
    return made

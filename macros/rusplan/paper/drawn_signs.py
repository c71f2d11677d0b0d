"""Signs that the typeface of documents lacks, as an emoji or Chinese: each is told by its number, so that nothing is lost without a word."""

from functools import cache

import typst

# Nearly all texts have only signs of Latin alphabets and what stands between words, which the typeface has.
LAST_LATIN = 0x24F
BETWEEN_WORDS = frozenset("–—‘’‚“”„†•…‰′″‹›€−×≤≥→←±½")
SIGN = b'#set text(font: "Libertinus Serif")\n#sys.inputs.tecken'


def drawable(text: str) -> str:
    """The text, with «[tecken U+1F389]» for each sign that cannot be drawn."""
    odd = {sign for sign in set(text) if ord(sign) > LAST_LATIN and sign not in BETWEEN_WORDS}
    lacking = {ord(sign): f"[tecken U+{ord(sign):04X}]" for sign in odd if not _is_drawn(sign)}
    return text.translate(lacking) if lacking else text


@cache
def _is_drawn(sign: str) -> bool:
    try:
        typst.compile(SIGN, format="pdf", ignore_system_fonts=True, sys_inputs={"tecken": sign}, pdf_standards=["a-2a"])
    except typst.TypstError:
        return False
    return True

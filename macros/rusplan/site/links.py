"""A link of the site, and the anchor that a heading gets."""

import re

from rusplan.tools.record import small

WITHOUT_RINGS = str.maketrans("åäöé", "aaoe")


@small
class Länk:
    """A text, and the address from the site's root that it leads to; without address it is plain text."""

    text: str
    adress: str | None = None


def anchor(text: str) -> str:
    """An anchor from one of our own headings."""
    return "-".join(re.findall("[a-z0-9]+", text.casefold().translate(WITHOUT_RINGS)))

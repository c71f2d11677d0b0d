"""Colours as they are seen beside each other: how well text in one can be read on another, and what lies between two.

A colour is written as on the web, ``#1b6648``. Contrast is that of WCAG 2: from 1 for two that are alike to 21 for black on white.
"""

import re

COLOUR = re.compile(r"#[0-9a-f]{6}")
WHITE, BLACK = "#ffffff", "#000000"
# What text asks for, and how much of a colour there is in the ground behind what is chosen.
READABLE, FAINT = 4.5, 0.12


def contrast(one: str, other: str) -> float:
    """How well the one can be read on the other."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """What lies between two colours, with as large a share of the first."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def readable(colour: str, ground: str, least: float = READABLE) -> bool:
    """True if text in the colour can be read on the ground, and on the ground with a little of the colour in it."""
    return all(contrast(colour, behind) >= least for behind in (ground, mixed(colour, ground, FAINT)))


def made_readable(colour: str, ground: str, towards: str, least: float = READABLE) -> str:
    """The colour with as little of another in it as makes it readable on the ground; the other itself where nothing less does."""
    steps = (mixed(towards, colour, share / 50) for share in range(51))
    return next((step for step in steps if readable(step, ground, least)), towards)


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

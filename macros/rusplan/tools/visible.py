"""Text from files fit for a terminal: a sign that would steer it, or hide or turn what stands there, is shown by its number instead."""

import unicodedata
from io import TextIOBase
from typing import TextIO

# Line ends and steps; a hyphen that shows at need, and what joins signs into one, as in a family of emoji.
ROWS = "\n\t\u00ad\u200c\u200d"
# Controls; what has no width or turns the reading direction; halves of signs; what no alphabet uses.
STEERS = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(text: str, but: str = "") -> str:
    """`text` with each sign that does not show as its number, `\\u001b`; those of `but` stand as they are."""
    if text.isprintable():
        return text
    return "".join(f"\\u{ord(c):04x}" if unicodedata.category(c) in STEERS and c not in but else c for c in text)


class Visible(TextIOBase):
    """A stream to a terminal or a file, to which nothing is written but rows of signs that show."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """As a stream."""
        return self._stream.write(visible(text, but=ROWS)) if self._stream else 0

    def flush(self) -> None:
        """As a stream."""
        if self._stream:
            self._stream.flush()

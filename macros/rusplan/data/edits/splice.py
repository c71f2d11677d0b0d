"""Pieces of text in the place of others."""

from collections.abc import Iterable

from rusplan.data.edits.yaml_layout import BREAK
from rusplan.tools.record import small


@small(order=True)
class Splice:
    """The text from `start` to `end`, in characters, becomes `text`."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice], line_break: str) -> str | None:
    """The text with all splices made, and their lines ended by `line_break`; None if some of them overlap. Those at the same place stand
    in the order given."""
    done, at = list[str](), 0
    for splice in sorted(splices, key=lambda each: (each.start, each.end)):
        if splice.start < at:
            return None
        done += [text[at : splice.start], BREAK.sub(line_break, splice.text)]
        at = splice.end
    return "".join((*done, text[at:]))

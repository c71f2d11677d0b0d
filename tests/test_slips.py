"""What is told of a row that YAML cannot read, or reads otherwise than it looks: a hundred small files, each with what is said of it.

The files and what is said stand in `slips.txt`; `--update-golden` writes anew what is said.
"""

from collections.abc import Iterator
from pathlib import Path

from rusplan.data.yaml_text import parse

from tests.reviewed import AsReviewed

REVIEWED = Path(__file__).with_name("slips.txt")
# A line that ends each file, and one that ends what is said of it.
SAID, NEXT = "=>\n", "\n\n"
SIGNS = {"⇥": "\t", "␣": " ", "⍽": "\u00a0", "␍": "\r"}


def slips() -> Iterator[str]:
    """The files, as they stand in `slips.txt`."""
    for part in REVIEWED.read_text(encoding="utf-8").split(NEXT):
        yield part.partition(SAID)[0]


def told(slip: str) -> str:
    """What is said of a file, whose blanks that would not be seen are written as signs."""
    for sign, blank in SIGNS.items():
        slip = slip.replace(sign, blank)
    return "\n".join(f"{p.rad}:{p.kolumn} {p.text}" for p in parse(slip.replace("¶", "\n").encode(), "a.yml").problems)


def test_what_is_told_of_a_slip_is_what_was_told_when_it_was_reviewed(as_reviewed: AsReviewed) -> None:
    text = NEXT.join(f"{slip}{SAID}{told(slip) or '(inget)'}" for slip in slips()) + "\n"
    as_reviewed(REVIEWED, text)

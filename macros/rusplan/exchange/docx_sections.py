"""The blocks of a document as sections: a heading with what stands below it, and the sections within it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import field

from rusplan.exchange.docx_blocks import LONGEST, NUMBERED, Block, Textstycke
from rusplan.exchange.docx_facts import is_facts_only
from rusplan.tools.record import record

GOALS = re.compile(r"(?:mål|målen|delmål|verksamhetsmål|övergripande mål)\b(?!konflikt)", re.I)
# A heading that only says that activities follow.
ACTIVITIES = re.compile(
    r"(?:årets )?(?:aktiviteter|verksamheten?)(?: och prioriteringar)?(?: (?:20\d\d|under året|i detalj))*", re.I
)
END_OF_SENTENCE = re.compile(r"[.!?…]$")


@record
class Avsnitt:
    """A section: its heading as it stands, the level of it, what stands below it before the next heading, and the sections within it."""

    rubrik: str
    nivå: float
    block: list[Block] = field(default_factory=list)
    delar: list["Avsnitt"] = field(default_factory=list)

    def alla(self) -> Iterator["Avsnitt"]:
        """The section and all within it."""
        yield self
        for part in self.delar:
            yield from part.alla()


def title_of(heading: str) -> str:
    """A heading without the number that stands before it."""
    return NUMBERED.sub("", heading).strip()


def sections(blocks: Sequence[Block]) -> Avsnitt:
    """The document as one section without a heading, with the others within it."""
    whole = Avsnitt(rubrik="", nivå=-1)
    open_ = [whole]
    levels = _levels(blocks)
    for block in blocks:
        level = levels.get(id(block))
        if level is None or not isinstance(block, Textstycke):
            open_[-1].block.append(block)
            continue
        while open_[-1].nivå >= level:
            open_.pop()
        new = Avsnitt(rubrik=block.text, nivå=level)
        _place(open_[-1].delar, new)
        open_.append(new)
    return whole


def _place(parts: list[Avsnitt], new: Avsnitt) -> None:
    """A section among others; one that only says that activities follow belongs to the area before it, on whatever level it stands."""
    last = parts[-1] if parts else None
    is_list = ACTIVITIES.fullmatch(title_of(new.rubrik)) is not None
    if last and is_list and not any(kind.match(title_of(last.rubrik)) for kind in (ACTIVITIES, GOALS)):
        last.delar.append(new)
    else:
        parts.append(new)


def _levels(blocks: Sequence[Block]) -> dict[int, float]:
    """The level of each block that is a heading: one by its style, or a short line in bold, whose size or number tells the level."""
    texts = [block for block in blocks if isinstance(block, Textstycke)]
    real = {id(block): float(block.nivå or 0) for block in texts if _is_styled(block)}
    bold = [block for block in texts if _is_bold_heading(block)]
    numbers = all(block.nummer for block in bold) if bold else False
    sizes = sorted({_weight(block) for block in bold}, reverse=True)
    below = max(real.values(), default=0.0)
    for block in bold:
        depth = block.nummer.count(".") if numbers else sizes.index(_weight(block))
        real[id(block)] = below + 1 + depth
    return real


def _is_styled(block: Textstycke) -> bool:
    return block.slag == "rubrik" and not is_facts_only(block.text)


def _is_bold_heading(block: Textstycke) -> bool:
    """True for a line of its own in bold that ends as no sentence does, and says more than a fact."""
    return (
        block.slag == "text"
        and block.är_fet
        and len(block.text) <= LONGEST
        and not END_OF_SENTENCE.search(block.text)
        and not is_facts_only(block.text)
    )


def _weight(block: Textstycke) -> tuple[float, bool]:
    """How much a bold line stands out."""
    return block.storlek, block.text.isupper()

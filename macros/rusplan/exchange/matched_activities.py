"""The activities of a document beside those of the year before: the same, likely the same, or new."""

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher

from rusplan.data.likeness import as_id, in_plain_letters
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.tools.record import record

# So alike are two titles that may be the same; and so much more than any other.
ALIKE, AHEAD = 0.62, 0.08
SMALL_WORDS = frozenset(
    {"och", "for", "med", "i", "av", "till", "om", "pa", "som", "den", "det", "samt", "inom", "en", "ett"}
)


@record
class Likhet:
    """Two titles that may be the same activity: the one of the document, and the one of the year before with its reference."""

    titel: str
    ref: str
    förr: str


ÄrSamma = Callable[[Likhet], bool]


def matches(titles: Sequence[str], before: Årgång | None, same: ÄrSamma) -> Mapping[int, Årsaktivitet]:
    """The activity of the year before for each title (by its number) that is one of them; `same` is asked where that is only likely."""
    if before is None:
        return {}
    left = dict(before.aktiviteter)
    found: dict[int, Årsaktivitet] = {}
    for number, title in enumerate(titles):
        if (name := _certain(title, left)) is not None:
            found[number] = left.pop(name)
    for number, title in enumerate(titles):
        likely = None if number in found else _likely(title, left)
        if likely and same(Likhet(titel=title, ref=likely.ref, förr=likely.titel)):
            found[number] = left.pop(likely.id)
    return found


def _certain(title: str, left: Mapping[str, Årsaktivitet]) -> str | None:
    """The one that is called the same, but for capitals, accents and signs."""
    wanted = as_id(title)
    for name, activity in left.items():
        short = activity.plan.innehåll.kort_titel or activity.titel
        if wanted in (as_id(activity.titel), as_id(short), name):
            return name
    return None


def _likely(title: str, left: Mapping[str, Årsaktivitet]) -> Årsaktivitet | None:
    """The one whose title is most alike, if it is much alike and no other is nearly as much."""
    ranked = sorted(((_alike(title, each.titel), name) for name, each in left.items()), reverse=True)
    if not ranked or ranked[0][0] < ALIKE or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < AHEAD):
        return None
    return left[ranked[0][1]]


def _alike(one: str, other: str) -> float:
    """How much two titles have in common, by their words and their letters: from 0 to 1."""
    words, others = (_words(text) for text in (one, other))
    shared = len(words & others) / min(len(words), len(others)) if words and others else 0.0
    letters = SequenceMatcher(None, in_plain_letters(one), in_plain_letters(other), autojunk=False).ratio()
    return max(letters, 0.9 * shared if len(words & others) > 1 or min(len(words), len(others)) == 1 else 0.0)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]{2,}", in_plain_letters(text))) - SMALL_WORDS

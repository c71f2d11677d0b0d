"""Rules for texts: they are plain, and their lists stand as lists."""

from collections.abc import Iterator

from rusplan.checks.judged import odd_texts
from rusplan.data.collection import Samling
from rusplan.data.mentioned import FOREIGN_FIELDS
from rusplan.data.oddities import BULLET, BULLET_FIRST, MARKDOWN_LINK, TWICE
from rusplan.data.problems import Problem, shown

# Words that may follow upon themselves: «att det det handlar om», «den som den som».
MAY_STAND_TWICE = frozenset({"det", "den", "de", "där", "som", "så", "är", "var"})
AS_A_LIST = "skriv varje punkt på en egen rad i en lista, med bindestreck först, eller skriv hela meningar"


def texts_hold_no_markup(samling: Samling) -> Iterator[Problem]:
    """A link is no part of a text: Markdown would stand on the page as it is written."""
    for file, loc, label, text in odd_texts(samling):
        if label != "citat" and (found := MARKDOWN_LINK.search(text)):
            yield file.problem(
                loc,
                f"«{label}» har en länk som är skriven med [ord](adress), «{shown(found[0])}»; skriv bara orden, och adressen under «länk» där det fältet finns",
            )


def texts_hold_no_bullets(samling: Samling) -> Iterator[Problem]:
    """A list within a text has lost its rows."""
    for file, loc, label, text in odd_texts(samling):
        signs = _bullets(text) if label != "citat" else ()
        if len(signs) == 1 and text.startswith(signs[0]):
            yield file.problem(loc, f"«{label}» börjar med punkttecknet «{signs[0]}»; ta bort det, eller {AS_A_LIST}")
        elif signs:
            yield file.problem(loc, f"«{label}» har punkttecknet «{signs[0]}» inne i texten; {AS_A_LIST}")


def _bullets(text: str) -> tuple[str, ...]:
    """Each sign of a point. A dash first in a paragraph may be speech, and a lone hyphen further down a slip: two make a list."""
    lines = [sign.strip() for sign in BULLET_FIRST.findall(text)]
    if len(lines) == 1 and (lines == ["–"] or not text.startswith(lines[0])):
        lines = []
    return (*lines, *BULLET.findall(text))


def no_word_stands_twice(samling: Samling) -> Iterator[Problem]:
    """«om om»: a word that follows upon itself is a slip of the pen; two capitals are a name."""
    for file, loc, label, text in odd_texts(samling):
        words = [found["second"] for found in TWICE.finditer(text)] if label not in FOREIGN_FIELDS else []
        for word in dict.fromkeys(words):
            if word.islower() and word not in MAY_STAND_TWICE:
                yield file.problem(loc, f"«{label}» har ordet «{shown(word)}» två gånger i rad; ta bort det ena")

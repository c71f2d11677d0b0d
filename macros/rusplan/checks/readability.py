"""How heavy a text is to read, as LIX: the words in a sentence, and the share of words of more than six letters.

C.-H. Björnsson, Läsbarhet (1968): under 30 is very easy, 40 ordinary, over 50 heavy, over 60 very heavy. Only text of our
own counts: what editors write in docs/ and the running text in data/, not titles, names or quotations.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from rusplan.checks.judged import files
from rusplan.data.collection import Samling
from rusplan.data.values import Text
from rusplan.tools.plain_files import plain_files
from rusplan.tools.record import small

# What marks a field of the model as running text.
_, RUNNING_TEXT = get_args(Text)
HEAVY = 55
FEWEST = 40  # words: a shorter text says little of how its writer writes
LONG = 6
WORD = re.compile(r"[^\W\d_]+(?:[-:’'][^\W\d_]+)*")
SENTENCE = re.compile(r"[.!?:](?=\s|$)|\n")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)
# What is no running text in a page of Markdown: code, macros, tables, headings and tags; a link counts as its words.
NO_TEXT = re.compile(r"```.*?```|{{.*?}}|{%.*?%}|^(?:\||#|    )[^\n]*$|<[^>]+>|`[^`]*`|{:[^}]*}", re.S | re.M)
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


@small
class Läsbarhet:
    """The figure of one file."""

    fil: str
    lix: int
    ord: int

    @property
    def tung(self) -> bool:
        """Whether the text should be made easier."""
        return self.lix > HEAVY


def lix(text: str) -> int:
    """LIX of a text, a whole number; 0 without words. A line break ends a sentence, as in a list."""
    words = WORD.findall(text)
    if not words:
        return 0
    sentences = sum(1 for part in SENTENCE.split(text) if WORD.search(part))
    return round(len(words) / sentences + 100 * sum(len(word) > LONG for word in words) / len(words))


def readability(samling: Samling) -> list[Läsbarhet]:
    """The figure of each file in data/ and docs/ with enough text of our own, heaviest first."""
    texts = (*_of_data(samling), *_of_pages(samling.rot / "docs"))
    found = [Läsbarhet(name, lix(text), len(WORD.findall(text))) for name, text in texts]
    return sorted((one for one in found if one.ord >= FEWEST), key=lambda one: (-one.lix, one.fil))


def _of_data(samling: Samling) -> Iterator[tuple[str, str]]:
    for file in files(samling):
        yield file.namn, "\n".join(own_texts(file.innehåll))


def own_texts(model: BaseModel) -> Iterator[str]:
    """The running text of a model and of all in it; what is quoted from a source stands in `citat`."""
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, BaseModel):
                yield from own_texts(one)
            elif isinstance(one, str) and name != "citat" and _is_running_text(field):
                yield one


def _is_running_text(field: FieldInfo) -> bool:
    """True for a text and for a list of texts."""
    return RUNNING_TEXT in (*field.metadata, *_within(field.annotation))


def _within(annotation: object) -> Iterator[object]:
    """All that an annotation is made of."""
    for part in get_args(annotation):
        yield part
        yield from _within(part)


def _of_pages(docs: Path) -> Iterator[tuple[str, str]]:
    for path in plain_files(docs, ".md"):
        text = LINK.sub(r"\1", FRONT_MATTER.sub("", path.read_text(encoding="utf-8")))
        lines = NO_TEXT.sub("", text).replace("**", "")
        # A paragraph may go over several lines; a list has a line for each item.
        joined = re.sub(r"\n(?![\n\-*\d])", " ", lines)
        yield f"docs/{path.relative_to(docs).as_posix()}", joined

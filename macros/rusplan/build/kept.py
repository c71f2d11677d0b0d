"""What builds have made, kept for the next one: read data files, and of each page and each other output the answers that it was made from.

It is known by the settings and all that everything hangs on, and lies where `kept_folder.py` says. What is kept changes no byte of the site.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from rusplan.data.kept_files import KeptFiles
from rusplan.search import Document
from rusplan.tools.questions import Answers, Question, noting

T = TypeVar("T")


class Made(NamedTuple):
    """What came of making a page, or all that one output makes: what search reads in the page; what was asked for; how long it took; and the
    files with their checksums, by their paths within the site."""

    document: Document | None
    asked: frozenset[Question]
    seconds: float
    files: Mapping[str, bytes]


class KeptPiece(NamedTuple):
    """Something else that was made, and what for: the answers to all that was asked, or the content that it was made of."""

    made_of: Any
    value: Any


@dataclass(repr=False)
class Kept:
    """What is kept: read files, what has been made by its name, what `whole`, all that everything hangs on, was then, and the answers."""

    files: KeptFiles = field(default_factory=KeptFiles)
    whole: bytes = b""
    made: dict[str, Made] = field(default_factory=dict)
    answers: dict[Question, bytes] = field(default_factory=dict)
    pieces: dict[str, KeptPiece] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    _now: Answers | None = None

    def begin(self, whole: bytes, answers: Answers) -> None:
        """From here on these are the answers. What hangs on something else that is another is made again."""
        if whole != self.whole:
            self.made = {}
        self.whole, self._now = whole, answers

    def right(self, name: str) -> Made | None:
        """What has been made and would be made again just as it is; None where there is no such thing."""
        made, now = self.made.get(name), self._now
        return (
            made if made and now and all(now[question] == self.answers[question] for question in made.asked) else None
        )

    def keep(self, made: Mapping[str, Made | None]) -> None:
        """This is what is kept from here on, None for what was right."""
        before, self.made = self.made, {name: each for name, each in made.items() if each}
        asked = {question for each in self.made.values() for question in each.asked}
        self.made |= {name: before[name] for name, each in made.items() if not each}
        still = {question for each in self.made.values() for question in each.asked} - asked
        known, now = self.answers, self._now
        assert now
        self.answers = {question: known[question] for question in still} | {
            question: now[question] for question in asked
        }

    def turn(self, answers: Answers) -> frozenset[str]:
        """From here on these are the answers; what was made from others is returned by its name."""
        self._now = answers
        changed = {question for question, answer in self.answers.items() if answers[question] != answer}
        self.answers |= {question: answers[question] for question in changed}
        return frozenset(name for name, made in self.made.items() if not made.asked.isdisjoint(changed))

    def add(self, name: str, made: Made) -> None:
        """Keep what has been made from the answers of now."""
        self.made[name] = made
        assert self._now
        self.answers |= {question: self._now[question] for question in made.asked if question not in self.answers}

    def piece(self, name: str, make: Callable[[], T]) -> T:
        """What `make` makes, or made from the same answers."""
        now, kept = self._now, self.pieces.get(name)
        if now is None:
            return make()
        if kept and self._is_right(kept, now):
            return self.known(name)  # type: ignore[no-any-return]
        questions = set[Question]()
        with noting(questions):
            value = make()
        self.pieces[name] = KeptPiece((self.whole, {question: now[question] for question in questions}), value)
        self.known(name)
        return value

    def _is_right(self, kept: KeptPiece, now: Answers) -> bool:
        """True if it was made from the answers of now."""
        whole, answers = kept.made_of
        return bool(whole == self.whole and all(now[question] == answer for question, answer in answers.items()))

    def known(self, name: str) -> Any:
        """A piece that is there, or None; it stays for the next build."""
        self.used.add(name)
        return self.pieces[name].value if name in self.pieces else None

    def made_of(self, name: str, content: bytes, make: Callable[[], T]) -> T:
        """What `make` makes, or made of the same content."""
        kept = self.pieces.get(name)
        if kept is None or kept.made_of != content:
            self.pieces[name] = KeptPiece(content, make())
        return self.known(name)  # type: ignore[no-any-return]


def checksum(data: bytes) -> bytes:
    """What a file is known by."""
    return hashlib.sha256(data).digest()


def stands(made: Made, site: Path | None) -> bool:
    """True if the files still stand in `site` as they were made."""
    if site is None:
        return False
    try:
        return all(checksum((site / path).read_bytes()) == summed for path, summed in made.files.items())
    except OSError:
        return False


def bring(paths: Iterable[str], before: Path, site: Path) -> None:
    """Let the files of a site stand in another too."""
    for path in paths:
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        try:
            os.link(before / path, target)
        except OSError:  # another disk, or one that knows no second names
            shutil.copyfile(before / path, target)

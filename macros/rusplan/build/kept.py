"""What builds have made, kept for the next one: read data files, and of each page and each other output the answers that it was made from.

It is known by the settings and all that everything hangs on, and lies where `kept_place.py` says. What is kept changes no byte of the site.
"""

import hashlib
import os
import shutil
from array import array
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from rusplan.data.kept_files import KeptFiles
from rusplan.search import Document
from rusplan.tools.parallel import each as in_parallel
from rusplan.tools.questions import Answers, Question, asked_all, noting

T = TypeVar("T")
# What a piece was made of that hangs on something else than now.
OF_OTHERS = ((), None)
# Fewer pieces than this are sooner made here than shared with another process.
FEWEST_PIECES = 4


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
    """What is kept: read files; what has been made, by its name, and the numbers of the questions that were asked for it; what `whole`, all that
    everything hangs on, was then; each question with its number; and the answers, in the order of their numbers."""

    files: KeptFiles = field(default_factory=KeptFiles)
    whole: bytes = b""
    made: dict[str, Made] = field(default_factory=dict)
    asked: dict[str, "array[int]"] = field(default_factory=dict)
    questions: dict[Question, int] = field(default_factory=dict)
    answers: list[bytes] = field(default_factory=list)
    pieces: dict[str, KeptPiece] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    _now: Answers | None = None
    _is_same: Callable[[int], bool] = bool

    def begin(self, whole: bytes, answers: Answers) -> None:
        """From here on these are the answers. What hangs on something else that is another is made again."""
        if whole != self.whole:
            self.made, self.asked, self.questions, self.answers = {}, {}, {}, []
            self.pieces = {
                name: piece if isinstance(piece.made_of, bytes) else piece._replace(made_of=OF_OTHERS)
                for name, piece in self.pieces.items()
            }
        self.whole = whole
        self._ask(answers)

    def _ask(self, now: Answers) -> None:
        """Judge by these answers, each once for all that has asked."""
        questions = list(self.questions)
        self._now, self._is_same = now, cache(lambda number: now[questions[number]] == self.answers[number])

    def right(self, name: str) -> Made | None:
        """What has been made and would be made again just as it is; None where there is no such thing."""
        made = self.made.get(name)
        return made if made and self._now and all(map(self._is_same, self.asked[name])) else None

    def keep(self, made: Mapping[str, Made | None]) -> None:
        """This is what is kept from here on, None for what was right."""
        right, fresh = [name for name in made if not made[name]], {name: each for name, each in made.items() if each}
        self.made, self.asked = {name: self.made[name] for name in right}, {name: self.asked[name] for name in right}
        for question in frozenset[Question]().union(*(each.asked for each in fresh.values())) & self.questions.keys():
            self.answers[self.questions[question]] = self._answer(question)
        for name, each in fresh.items():
            self.add(name, each)

    def turn(self, answers: Answers) -> frozenset[str]:
        """From here on these are the answers; what was made from others is returned by its name."""
        changed = {number for question, number in self.questions.items() if answers[question] != self.answers[number]}
        for number, question in enumerate(self.questions):
            if number in changed:
                self.answers[number] = answers[question]
        self._ask(answers)
        return frozenset(name for name, numbers in self.asked.items() if not changed.isdisjoint(numbers))

    def add(self, name: str, made: Made) -> None:
        """Keep what has been made from the answers of now."""
        self.made[name] = made._replace(asked=frozenset())
        self.asked[name] = self._numbered(made.asked)

    @property
    def written(self) -> dict[str, bytes]:
        """The checksum of each file that pages and outputs have made."""
        return {path: summed for made in self.made.values() for path, summed in made.files.items()}

    def _answer(self, question: Question) -> bytes:
        assert self._now
        return self._now[question]

    def piece(self, name: str, make: Callable[[], T]) -> T:
        """As `each_piece`, of one."""
        return self.each_piece({name: make})[0]

    def each_piece(self, makers: Mapping[str, Callable[[], T]]) -> list[T]:
        """What each of `makers` makes, or made from the same answers; several are made in several processes. Whoever asks for it has asked for
        all that it was made from."""
        if self._now is None:
            return [make() for make in makers.values()]
        wrong = [name for name in makers if not self._is_right(name)]
        for name, value, questions in in_parallel(
            lambda name: (name, *_with_questions(makers[name])), wrong, FEWEST_PIECES
        ):
            numbers = self._numbered(questions)
            self.pieces[name] = KeptPiece((numbers, self._answers(numbers)), value)
        names = list(self.questions)
        for name in makers:
            asked_all(map(names.__getitem__, self.pieces[name].made_of[0]))
        return [self.known(name) for name in makers]

    def _is_right(self, name: str) -> bool:
        """True if it was made from the answers of now."""
        numbers, answers = self.pieces[name].made_of if name in self.pieces else OF_OTHERS
        return bool(answers == self._answers(numbers))

    def _answers(self, numbers: Iterable[int]) -> tuple[bytes, ...]:
        names = list(self.questions)
        return tuple(self._answer(names[number]) for number in numbers)

    def _numbered(self, questions: Iterable[Question]) -> "array[int]":
        """The questions as numbers; each is numbered when it is first asked."""
        for question in questions:
            if question not in self.questions:
                self.questions[question] = len(self.answers)
                self.answers.append(self._answer(question))
        return array("I", map(self.questions.__getitem__, questions))

    def known(self, name: str) -> Any:
        """A piece that is there, or None; it stays for the next build."""
        self.used.add(name)
        return self.pieces[name].value if name in self.pieces else None

    def remember(self, name: str, value: object) -> None:
        """Keep what knows by itself whether it is still right."""
        self.pieces[name] = KeptPiece(b"", value)
        self.known(name)

    def made_of(self, name: str, content: bytes, make: Callable[[], T]) -> T:
        """What `make` makes, or made of the same content."""
        kept = self.pieces.get(name)
        if kept is None or kept.made_of != content:
            self.pieces[name] = KeptPiece(content, make())
        return self.known(name)  # type: ignore[no-any-return]


def _with_questions(make: Callable[[], T]) -> tuple[T, set[Question]]:
    questions = set[Question]()
    with noting(questions):
        return make(), questions


def checksum(data: bytes) -> bytes:
    """What a file is known by."""
    return hashlib.sha256(data).digest()


def stands(made: Made, site: Path | None) -> bool:
    """True if the files still stand in `site` as they were made."""
    if site is None:
        return False
    try:
        return all(checksum(read_bytes(f"{site}/{path}")) == summed for path, summed in made.files.items())
    except OSError:
        return False


def read_bytes(path: str) -> bytes:
    """What a file holds. Of thousands of files, to make a `Path` of each takes longer than to read it."""
    with open(path, "rb", buffering=0) as file:
        return file.read()


def bring(paths: Iterable[str], before: Path, site: Path) -> None:
    """Let the files of a site stand in another too."""
    for path in paths:
        source, target = f"{before}/{path}", f"{site}/{path}"
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with suppress(FileNotFoundError):
            os.unlink(target)
        try:
            os.link(source, target)
        except OSError:  # another disk, or one that knows no second names
            shutil.copyfile(source, target)

"""What an earlier build has told of history: it is told again just as it was, while what it asked of the newest version has the same answer."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any, NamedTuple, TypeVar

from rusplan.tools.questions import Question, asked, noting

T = TypeVar("T")
# What hangs on all older versions is not remembered.
OLDER: Question = ("äldre",)


class Remembered(NamedTuple):
    """What was told, and the answers that it was told from."""

    answers: Mapping[Question, object]
    told: Any


class Memory:
    """What is told of contents, by what it is told of: `before` by an earlier build, `now` by this one."""

    def __init__(self, before: Mapping[bytes, Remembered] | None = None) -> None:
        self._before = before or {}
        self.now: dict[bytes, Remembered] = {}

    def told(self, of: object, answer: Callable[[Question], object], tell: Callable[[], T]) -> T:
        """What `tell` tells, or told when it was told of the same and `answer` gave the same answers. What it has told within hangs on the newest version by itself alone: there
        only what has no name in it may be told, such as yes or no."""
        key = sha256(repr(of).encode()).digest()[:16]
        kept = self._before.get(key)
        if kept is None or any(answer(question) != before for question, before in kept.answers.items()):
            questions = set[Question]()
            with noting(questions):
                told = tell()
            if OLDER in questions:
                return told
            kept = Remembered({question: answer(question) for question in questions}, told)
        self.now[key] = kept
        return kept.told  # type: ignore[no-any-return]


def asked_for_older() -> None:
    """Note that what is told hangs on older versions than those that it is told of."""
    asked(*OLDER)

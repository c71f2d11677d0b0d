"""What is asked for while something is made: it is made again when one of the answers is another, and never else.

A question is a name in parts: `("fil", "data/2025/plan.yml")`, `("Graf", "livslinje", "2025/skog")`. Whoever answers notes it, with `asked` or by
being declared as below; what is gathered from many answers is noted by what it came to, or else by all that it was gathered from. So
nothing is forgotten, and where nobody has thought of it too much is made again, not too little.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from functools import wraps
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
Question = tuple[str, ...]
Maker = TypeVar("Maker", bound=Callable[..., Any])

_noted: ContextVar[set[Question] | None] = ContextVar("noted", default=None)


def asked(*question: str) -> None:
    """Note a question."""
    if (noted := _noted.get()) is not None:
        noted.add(question)


def asked_all(questions: Iterable[Question]) -> None:
    """Note several questions."""
    if (noted := _noted.get()) is not None:
        noted.update(questions)


class noting:
    """What is asked for within is noted in `into`, and nowhere else; None notes nothing."""

    def __init__(self, into: set[Question] | None) -> None:
        self._into = into

    def __enter__(self) -> None:
        self._before = _noted.set(self._into)

    def __exit__(self, *error: object) -> None:
        _noted.reset(self._before)


class gathered(Generic[T]):
    """A property that is found once. Whoever asks for it has asked for all that it was found from."""

    def __init__(self, find: Callable[[Any], T]) -> None:
        self._find, self.__doc__ = find, find.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name, self._key = name, f"{name}*"

    @overload
    def __get__(self, there: None, owner: type) -> "gathered[T]": ...
    @overload
    def __get__(self, there: object, owner: type) -> T: ...
    def __get__(self, there: object | None, owner: type) -> "gathered[T] | T":
        if there is None:
            return self
        known = vars(there)
        if (found := known.get(self._key)) is None:
            questions = set[Question]()
            with noting(questions):
                value = self._find(there)
            found = known[self._key] = (value, questions)
        self._note(there, found[1])
        kept: T = found[0]
        return kept

    def _note(self, there: object, questions: set[Question]) -> None:
        if questions and (noted := _noted.get()) is not None:
            noted |= questions


class told(gathered[T]):
    """A property that is found once and is a question by itself: `(class, property)`. Of a mapping each key is a question."""

    @overload
    def __get__(self, there: None, owner: type) -> "told[T]": ...
    @overload
    def __get__(self, there: object, owner: type) -> T: ...
    def __get__(self, there: object | None, owner: type) -> "gathered[T] | T":
        found: Any = super().__get__(there, owner)
        if there is None or _noted.get() is None:
            return found  # type: ignore[no-any-return]
        question = (*_of(there), self._name)
        if isinstance(found, dict):
            return Noting(found, question)  # type: ignore[return-value]
        asked(*question)
        return found  # type: ignore[no-any-return]

    def _note(self, there: object, questions: set[Question]) -> None:
        pass


def tells(method: Maker) -> Maker:
    """A method whose answer, for what it is given, is a question: `(class, method, what is given)`."""

    @wraps(method)
    def answer(self: Any, *given: str) -> Any:
        if _noted.get() is None:
            return method(self, *given)
        asked(*_of(self), method.__name__, *given)
        with noting(None):
            return method(self, *given)

    return answer  # type: ignore[return-value]


class Noting(Mapping[K, V]):
    """A mapping that notes which of its keys are asked for."""

    def __init__(self, found: Mapping[K, V], question: Question) -> None:
        self._found, self._question = found, question

    def __getitem__(self, key: K) -> V:
        asked(*self._question, str(key))
        return self._found[key]

    def get(self, key: K, default: Any = None) -> Any:
        """As of a dict."""
        asked(*self._question, str(key))
        return self._found.get(key, default)

    def __contains__(self, key: object) -> bool:
        asked(*self._question, str(key))
        return key in self._found

    def __iter__(self) -> Iterator[K]:
        asked(*self._question)
        return iter(self._found)

    def __len__(self) -> int:
        asked(*self._question)
        return len(self._found)


def _of(there: object) -> Question:
    """The class of what is asked, and which of several it is."""
    name: str = getattr(there, "frågas_som", "")
    return type(there).__name__, name


class Answers:
    """What all that can be asked answers now, each as a checksum."""

    def __init__(self, others: Mapping[str, Callable[..., object]], *there: object) -> None:
        self._others = others
        self._there = {_of(each): each for each in there}
        self._known: dict[Question, bytes] = {}

    def __getitem__(self, question: Question) -> bytes:
        if question not in self._known:
            with noting(None):
                answer = self._answer(question)
            self._known[question] = answer if isinstance(answer, bytes) else sign(answer)
        return self._known[question]

    def _answer(self, question: Question) -> object:
        """What the question is answered with; nothing that could be an answer where nobody can be asked."""
        if question[0] in self._others:
            return self._others[question[0]](*question[1:])
        there = self._there.get(question[:2])
        if there is None:
            return ("nobody", *question)
        found = getattr(there, question[2])
        if callable(found):
            return found(*question[3:])
        return found.get(question[3]) if len(question) > 3 else found


def sign(value: object) -> bytes:
    """A checksum of what a value says, the same in each process."""
    return hashlib.sha256(repr(plain(value)).encode()).digest()[:16]


def plain(value: Any) -> Any:
    """A value as numbers and texts within tuples. What is asked for by itself, as a file is, says no more than its name."""
    kind = type(value)
    if kind in (str, int, float, bool, bytes, type(None)):
        return value
    if kind is tuple or kind is list:
        return tuple(map(plain, value))
    if hasattr(kind, "frågas_som"):
        return value.frågas_som
    if isinstance(value, Mapping):
        return tuple((plain(key), plain(each)) for key, each in value.items())
    if isinstance(value, (set, frozenset)):
        return tuple(sorted(repr(plain(each)) for each in value))
    if isinstance(value, (tuple, list)):
        return tuple(map(plain, value))
    if isinstance(value, (str, int, float)):
        return kind.__name__, str(value)
    if hasattr(value, "__dict__"):
        return kind.__name__, tuple((name, plain(each)) for name, each in vars(value).items() if not name.endswith("*"))
    return kind.__name__, repr(value)

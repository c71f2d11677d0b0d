"""Records are what the standard library's frozen dataclasses are: compared, found, shown and refused in the same way."""

from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest
from rusplan.tools.record import record, small


@small
class Point:
    x: int
    y: int = 0


@small
class Place:
    x: int
    y: int = 0


@record
class Sight:
    name: str
    at: Point | None = None
    seen: tuple[str, ...] = field(default=())


@record
class Nothing:
    pass


@dataclass(frozen=True, kw_only=True)
class Plain:
    name: str
    at: Point | None = None
    seen: tuple[str, ...] = field(default=())


def test_record_is_another_with_the_same_in_it_and_nothing_else() -> None:
    one, other = Sight(name="Bron", at=Point(1, 2)), Sight(name="Bron", at=Point(1, 2))
    assert one == other
    assert len({one, other, replace(one, seen=("i maj",))}) == 2
    assert one != replace(one, at=Point(1))
    others: tuple[object, ...] = (Place(1), 1, (1, 0))
    assert all(Point(1) != each for each in others)
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())


def test_record_is_shown_as_any_dataclass() -> None:
    held = {"name": "Bron", "at": Point(1), "seen": ("i maj",)}
    assert repr(Sight(**held)) == repr(Plain(**held)).replace("Plain", "Sight")  # type: ignore[arg-type]
    assert repr(Nothing()) == "Nothing()"


def test_record_is_never_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Point(1).x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del Sight(name="Bron").name

"""Work that is shared between processes gives what it gives in one."""

import os
import threading
from collections.abc import Sequence

import pytest

from macros.parallel import processors, shared

NUMBERS = list(range(1000))


def squares(numbers: Sequence[int]) -> tuple[int, list[int]]:
    """The process that worked, and what came of it."""
    return os.getpid(), [number**2 for number in numbers]


def refusing(numbers: Sequence[int]) -> int:
    """Fails in the process that gets the number 1: never this one, where there are several."""
    if 1 in numbers:
        raise OSError(28, "No space left on device")
    return len(numbers)


def test_every_item_is_worked_on_once() -> None:
    found = shared(squares, NUMBERS)
    assert sorted(n for _, part in found for n in part) == [n**2 for n in NUMBERS]
    assert len({process for process, _ in found}) == processors()


def test_few_items_are_worked_on_here() -> None:
    assert shared(squares, NUMBERS[:10]) == [(os.getpid(), [n**2 for n in range(10)])]


def test_an_error_in_any_process_is_raised_here() -> None:
    with pytest.raises(OSError, match="No space left"):
        shared(refusing, NUMBERS)


def test_a_process_with_threads_is_not_copied() -> None:
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        assert [process for process, _ in shared(squares, NUMBERS)] == [os.getpid()]
    finally:
        done.set()
        other.join()

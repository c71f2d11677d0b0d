"""Work that is shared with copies of this process, one for each processor. No copy outlives the process that it works for."""

import multiprocessing
import os
import pickle
import signal
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")
Copy = tuple[BaseProcess, Connection]

# A copy costs about 10 ms; fewer items than this are sooner done here.
FEWEST = 200


class ProcessFel(SystemExit):
    """A copy was stopped from outside, in Swedish; what it had made is lost.

    Where nobody meets it, it ends the program in these words. A macro may wait for a copy, and mkdocs-macros shows the traceback of all
    that is an `Exception`.
    """


def shared(work: Callable[[Sequence[T]], R], items: Sequence[T], fewest: int = FEWEST) -> list[R]:
    """What `work` makes of every nth item, for each n. It is done in copies of this process that see all that this one has made.

    What a copy returns is pickled, and what it changes is lost. An error in a copy is raised here. The work is done here, in one
    piece, where it is small, and where the process cannot be copied: on Windows, or while other threads are running.
    """
    number = processors() if len(items) >= fewest else 1
    if number == 1:
        return [work(items)]
    copies = [_copy(partial(work, items[n::number])) for n in range(1, number)]
    try:
        return [work(items[::number]), *map(_received, copies)]
    finally:
        _end(copies)


def each(work: Callable[[T], R], items: Sequence[T], fewest: int = FEWEST) -> list[R]:
    """What `work` makes of each item, in any order. As `shared`, for work that makes much of each item."""
    return [work(item) for item in items] if len(items) < fewest else Ahead(work, items).finish()


def begun(work: Callable[[], R]) -> Callable[[], R]:
    """Work that a copy of this process begins on at once. Called, it gives the result, and may wait for it; it can be called once.

    What holds for `shared` holds here: where the process cannot be copied, the work is done when it is called.
    """
    ahead = Ahead(lambda begin: begin(), [work])
    return lambda: ahead.finish()[0]


class Ahead(Generic[T, R]):
    """Work that copies of this process begin on at once, while it does something else; in the end it takes part. All take items from one
    line, in order, so nobody waits long for another.

    What holds for `shared` holds here: where the process cannot be copied, `finish` does it all.
    """

    def __init__(self, work: Callable[[T], R], items: Sequence[T]) -> None:
        self._work, self._items = work, items
        number = min(processors(), len(items) + 1)
        # Where one stands in an open file is common to a process and its copies, and moving there cannot be interrupted. A lock could be:
        # the others would wait for ever for a copy that was killed while it held it.
        self._taken = tempfile.TemporaryFile(buffering=0) if number > 1 else None  # noqa: SIM115 - closed in `stop`
        self._copies: list[Copy] = [_copy(self._in_copy) for _ in range(1, number)]

    def finish(self) -> list[R]:
        """What has been made of each item, in any order."""
        try:
            made = [self._work(item) for item in self._in_line()]
            for copy in self._copies:
                made += map(pickle.loads, _received(copy))
        finally:
            self.stop()
        return made

    def stop(self) -> None:
        """End the copies, whether they are done or not."""
        _end(self._copies)
        self._copies = []
        if self._taken:
            self._taken.close()

    def _in_copy(self) -> list[bytes]:
        """Each result is packed at once: to pack all of them in the end would keep this process's processor busy and leave the other
        without work. 5,723 files take 1.3 s to read instead of 1.5."""
        return [pickle.dumps(self._work(item), pickle.HIGHEST_PROTOCOL) for item in self._in_line()]

    def _in_line(self) -> Iterator[T]:
        if self._taken is None:
            yield from self._items
            return
        while (number := self._taken.seek(1, os.SEEK_CUR)) <= len(self._items):
            yield self._items[number - 1]


def _copy(work: Callable[[], object]) -> Copy:
    """A copy of this process that works, and where to hear of it. It ends with this process."""
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe(duplex=False)
    copy = fork.Process(target=_in_copy, args=(here, there, work), daemon=True)
    copy.start()
    there.close()
    return copy, here


def _end(copies: Iterable[Copy]) -> None:
    """End the copies, whether they are done or not."""
    for copy, here in copies:
        copy.terminate()
        here.close()
        copy.join()


def _in_copy(here: Connection, there: Connection, work: Callable[[], object]) -> None:
    here.close()
    parent = multiprocessing.parent_process()
    assert parent
    end_with(parent.sentinel)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the one who asked, and ends this one too
    try:
        result: object = work()
        worked = True
    except Exception as error:
        result, worked = error, False
    with suppress(BrokenPipeError):  # then the one who asked has met an error of its own
        there.send((worked, result))


def end_with(line: int) -> None:
    """From here on this process ends at once when nobody holds the other end of the pipe `line` any more."""

    def wait() -> None:
        while os.read(line, 1):
            pass
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def _received(copy: Copy) -> Any:
    process, here = copy
    try:
        worked, result = here.recv()
    except EOFError:
        process.join()
        raise ProcessFel(
            f"En process som hjälpte till avbröts ({_cause(process.exitcode)}). Oftast beror det på att datorns minne har tagit slut. "
            "Stäng andra program och försök igen."
        ) from None
    if not worked:
        raise result
    return result


def _cause(code: int | None) -> str:
    return signal.Signals(-code).name if code and code < 0 else f"felkod {code}"


def processors() -> int:
    """How many processes can work at once: one where this one cannot be copied."""
    if "fork" not in multiprocessing.get_all_start_methods() or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

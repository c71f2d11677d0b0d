"""What a command that changes data/ says of what it did, or of why it did nothing."""

import sys
from collections.abc import Callable, Iterator

from rusplan.data.problems import DataFel
from rusplan.editing.changed_together import Avslag, Filändring, told_anew


def run_change(make: Callable[[], Filändring]) -> int:
    """Make the change and tell what was done; a refusal ends with 1 and has changed nothing."""
    try:
        done = make()
    except Avslag as error:
        print(f"{error} Inget är ändrat.", file=sys.stderr)
        return 1
    except DataFel:
        print("Inget är ändrat, eftersom data inte går igenom kontrollen:", file=sys.stderr)
        raise
    for line in _told(done):
        print(line)
    return 0


def _told(done: Filändring) -> Iterator[str]:
    for before, after in done.flyttar.items():
        yield f"Flyttade {before} till {after}"
    moved = {*done.flyttar, *done.flyttar.values()}
    for name in sorted(done.innehåll.keys() - moved):
        what = "Tog bort" if done.innehåll[name] is None else "Skapade" if name in done.nya else "Ändrade"
        yield f"{what} {name}"
    yield from told_anew(done.data)
    yield from done.sagt
    for before, after in done.leder.items():
        yield f"{before} leder nu till {after}"

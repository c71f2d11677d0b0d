"""What builds must keep to, each beside what was measured: ratios of one interleaved run, so that they hold on any machine, and seconds."""

import math
import os
import platform
import sys
import sysconfig
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench.timed_builds import AGAIN, CHECKS

REAL, LARGE, LARGEST = "real", 3000, 30_000
WITHOUT_SEARCH, OURS_AGAIN = "rusplan without search", AGAIN.format("rusplan")


class Measured:
    """What was measured, by size; a size or a builder that was not is a `KeyError`."""

    def __init__(self, found: Sequence[dict[str, Any]]) -> None:
        self.by_size = {one["activities"]: one for one in found}

    def wall(self, size: str | int, name: str) -> float:
        """Seconds on the clock."""
        return float(self.by_size[size]["builds"][name]["wall"])

    def times(self, size: str | int, slower: str, quicker: str) -> float:
        """How many times as long the first takes."""
        return self.wall(size, slower) / self.wall(size, quicker)

    def exponent(self) -> float:
        """How the build grows with its pages: 1 is in step."""
        pages = self.by_size[LARGEST]["pages"] / self.by_size[LARGE]["pages"]
        return math.log(self.wall(LARGEST, "rusplan") / self.wall(LARGE, "rusplan")) / math.log(pages)


class Target(NamedTuple):
    """What is measured, its bound, and the figure."""

    what: str
    bound: float
    unit: str
    figure: Callable[[Measured], float]
    is_least: bool = False

    def row(self, found: Measured) -> str:
        """The row of the table."""
        bound = f"{'≥' if self.is_least else '≤'} {self.bound:g} {self.unit}"
        try:
            figure = self.figure(found)
        except KeyError:
            return f"| {self.what:84} | {bound:>9} | not measured |     |"
        is_met = figure >= self.bound if self.is_least else figure <= self.bound
        return f"| {self.what:84} | {bound:>9} | {figure:9.2f} {self.unit:2} | {'yes' if is_met else 'no':3} |"


TARGETS = (
    Target("second build after a committed change, 3,000 activities", 1.5, "s", lambda m: m.wall(LARGE, OURS_AGAIN)),
    Target("  Hugo's second build of the same pages takes so many times as long", 1.5, "×", lambda m: m.times(LARGE, AGAIN.format("hugo"), OURS_AGAIN), is_least=True),
    Target("second build after a committed change, the real site", 0.6, "s", lambda m: m.wall(REAL, OURS_AGAIN)),
    Target("clean build without search, 3,000: plain MkDocs takes so many times as long", 10, "×", lambda m: m.times(LARGE, "mkdocs", WITHOUT_SEARCH), is_least=True),
    Target("  so many times as long as Hugo", 1.2, "×", lambda m: m.times(LARGE, WITHOUT_SEARCH, "hugo")),
    Target("search index, 3,000: so much more", 2.0, "s", lambda m: m.wall(LARGE, "rusplan") - m.wall(LARGE, WITHOUT_SEARCH)),
    Target("clean build of the real site, no search, by an empty Material site with its pages", 1.5, "×", lambda m: m.times(REAL, WITHOUT_SEARCH, "material")),
    Target("clean build, 30,000", 45, "s", lambda m: m.wall(LARGEST, "rusplan")),
    Target("  the most memory of one process", 1.3, "GB", lambda m: m.by_size[LARGEST]["builds"]["rusplan"]["MB"] / 1000),
    Target("  grows from 3,000 with the pages to the power of", 1.05, "", Measured.exponent),
    Target("  second build after a committed change", 8, "s", lambda m: m.wall(LARGEST, OURS_AGAIN)),
    Target("a saved file on the screen, 3,000", 0.3, "s", lambda m: float(m.by_size[LARGE]["saved"])),
    Target("`rusplan check` of a change that has been built, 3,000", 0.5, "s", lambda m: m.wall(LARGE, CHECKS[0])),
    Target("  the second time", 0.5, "s", lambda m: m.wall(LARGE, CHECKS[1])),
)  # fmt: skip


def targets(found: Sequence[dict[str, Any]]) -> str:
    """The table."""
    measured = Measured(found)
    head = f"| {'':84} |    target |     measured | met |\n|{'-' * 86}|{'-' * 11}|{'-' * 14}|{'-' * 5}|"
    return "\n".join((f"\n{machine()}\n", head, *(target.row(measured) for target in TARGETS)))


def machine() -> str:
    """What it was measured on."""
    debian = sys.base_prefix == "/usr" and Path("/etc/debian_version").exists()  # it optimises without saying so
    optimised = debian or "--enable-optimizations" in (sysconfig.get_config_var("CONFIG_ARGS") or "")
    return (
        f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}; {'Debian: ' if debian else ''}Python {platform.python_version()}, "
        f"compiled with{'' if optimised else 'out'} its optimisations"
    )

"""What the values of a macro stand for: a year, an activity, a word of a closed set; or a sentence on what there is to choose from."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from rusplan.data.collection import Samling
from rusplan.data.problems import did_you_mean, listed
from rusplan.data.year import Årgång, Årsaktivitet

W = TypeVar("W", bound=StrEnum)


class MakroFel(Exception):
    """A macro was called with something that does not exist; the text is Swedish and says what does."""


class Värden:
    """Looks up the values of macros in the data. Raises `MakroFel` for what is not there."""

    def __init__(self, samling: Samling) -> None:
        self._samling = samling

    def year(self, number: int | str) -> Årgång:
        """A year that is in data."""
        found = self._samling.årgångar.get(str(number))
        if found is None:
            raise MakroFel(f"året «{number}» finns inte i data; åren är {listed(self._samling.årgångar)}")
        return found

    def part_of_year(self, period: int | str, number: int) -> Årgång:
        """A year of a longer period, which is told of by itself."""
        whole = self.year(period)
        if number not in whole.delåren:
            known = f"; där finns {listed(map(str, whole.delåren))}" if whole.delåren else ""
            raise MakroFel(f"året {number} är inte uppföljt för sig i planen {period}{known}")
        return whole.delårgång(number)

    def activity(self, ref: str) -> Årsaktivitet:
        """An activity by its reference, ``2025/kulturstigar``."""
        return self._samling.aktiviteter[self.known(ref, self._samling.aktiviteter, "aktiviteten")]

    def known(self, name: str, known: Iterable[object], what: str) -> str:
        """The name, if it is among the known ones; `what` is the noun in definite form."""
        names = [str(word) for word in known]
        if str(name) not in names:
            hint = did_you_mean(str(name), names) or f"; det som finns är {listed(names)}"
            raise MakroFel(f"{what} «{name}» finns inte{hint}")
        return str(name)

    def word(self, word: str | None, kind: type[W], what: str) -> W | None:
        """A word of a closed set; None stays None."""
        return None if word is None else kind(self.known(word, kind, f"värdet för {what}"))

    def path(self, path: str) -> str:
        """A file or folder in data/, from the project's root."""
        root = self._samling.rot.resolve()
        wanted = (root / path).resolve()
        if not wanted.is_relative_to(root / "data") or not wanted.exists():
            raise MakroFel(f"sökvägen «{path}» finns inte i data")
        return Path(wanted).relative_to(root).as_posix()

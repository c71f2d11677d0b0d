"""What somebody types and has not saved: kept as they type, so that a closed lid or a dead server loses nothing."""

import hashlib
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from rusplan.editor.roles import Person
from rusplan.editor.workplaces import Gren
from rusplan.tools.plain_files import write_whole
from rusplan.tools.record import record

# Bytes of one text, texts of one person, and the days that one is kept that nobody comes back to.
LONGEST, MOST, DAYS = 1_000_000, 200, 90


@record
class Kladd:
    """What was typed in the form of a file, and when that was (seconds, as the system counts)."""

    fil: str
    text: str
    tid: float


class FörMycket(Exception):
    """It is more than the editor keeps; the text is Swedish."""


class Kladdar:
    """The texts in a folder, for each person apart. Whose they are can be told only by who already knows the name."""

    def __init__(self, mapp: Path) -> None:
        self._mapp = mapp

    def keep(self, person: Person, gren: Gren, fil: str, text: str) -> None:
        """Keep the text instead of the one before. It is on the disk when this returns; `OSError` leaves the one before as it is."""
        raw, path = text.encode(), self._path(person, gren, fil)
        if len(raw) > LONGEST:
            raise FörMycket("Texten är för lång för att sparas undan medan du skriver. Spara den i stället.")
        if not path.exists() and sum(1 for _ in self._mine(person)) >= MOST:
            raise FörMycket(f"Du har {MOST} påbörjade formulär. Spara eller släng några av dem först.")
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(path, f"{fil}\n".encode() + raw)

    def kept(self, person: Person, gren: Gren, fil: str) -> Kladd | None:
        """What was typed in the form of that file and is not saved."""
        return _read(self._path(person, gren, fil))

    def all_kept(self, person: Person, gren: Gren) -> list[Kladd]:
        """All that somebody has begun on in a branch, in the order of the files."""
        folder = self._path(person, gren, "").parent
        found = (_read(path) for path in folder.glob("*.txt"))
        return sorted((kladd for kladd in found if kladd), key=lambda kladd: kladd.fil)

    def drop(self, person: Person, gren: Gren, fil: str) -> None:
        """It is saved, or thrown away."""
        self._path(person, gren, fil).unlink(missing_ok=True)

    def forget_old(self) -> None:
        """Throw away what nobody has come back to."""
        for path in self._mapp.glob("*/*/*.txt"):
            with suppress(OSError):
                if path.stat().st_mtime < time.time() - DAYS * 86_400:
                    path.unlink()

    def _path(self, person: Person, gren: Gren, fil: str) -> Path:
        return self._folder(person) / gren.namn / f"{_digest(fil)}.txt"

    def _folder(self, person: Person) -> Path:
        return self._mapp / _digest(person.inloggning.casefold())

    def _mine(self, person: Person) -> Iterator[Path]:
        return self._folder(person).glob("*/*.txt")


def _read(path: Path) -> Kladd | None:
    try:
        fil, _, text = path.read_bytes().decode().partition("\n")
        return Kladd(fil=fil, text=text, tid=path.stat().st_mtime)
    except FileNotFoundError:
        return None


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:32]

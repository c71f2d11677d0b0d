"""What a command says that reads in what was written in another program: the changes first, then a question, then what was done."""

import sys
from collections.abc import Callable
from pathlib import Path

from rusplan.commands.change_told import run_change
from rusplan.editing.changed_together import Avslag, Filändring
from rusplan.exchange.preview import Inläsning, write

YES = ("ja", "j")


def bytes_of(file: Path) -> bytes:
    """What is in a file. Raises `Avslag`."""
    try:
        return file.read_bytes()
    except OSError:
        raise Avslag(
            f"Filen {file} går inte att läsa. Kontrollera namnet, och att den inte är öppen i ett annat program."
        ) from None


def read_in(root: Path, read: Callable[[], Inläsning], *, yes: bool) -> int:
    """Tell what reading in would change, ask unless the answer is known, and write it."""
    return run_change(lambda: _read_in(root, read(), yes))


def _read_in(root: Path, found: Inläsning, yes: bool) -> Filändring:
    if found.fel:
        count = "ett fel" if len(found.fel) == 1 else f"{len(found.fel)} fel"
        raise Avslag("\n".join((*found.fel, f"Det är {count}. Rätta i filen, spara den och kör igen.")))
    if not found.innehåll:
        return Filändring(innehåll={}, sagt=(*found.sagt, "Inget i filen skiljer sig från data."))
    for line in found.förhandsvisning():
        print(line)
    if not yes and not _answer():
        raise Avslag("Du svarade nej.")
    return write(root, found)


def _answer() -> bool:
    """True if the one who is asked says yes; nobody there is a no."""
    print("Ska det här läsas in? Skriv ja eller nej: ", end="", flush=True)
    return sys.stdin.readline().strip().casefold() in YES

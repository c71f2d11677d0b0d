"""What there is to download, on one page or on the whole site: each thing once, with a link to each of its forms."""

from collections.abc import Iterable
from decimal import Decimal

from rusplan.site.downloads import FORMS, Nedladdning
from rusplan.swedish.formatting import NBSP, tal
from rusplan.tools.record import small

KILO = 1000


@small
class Filvy:
    """A file: its form and size as a reader is told of them, and where it lies."""

    form: str
    storlek: str
    adress: str


@small
class Hämtning:
    """A thing that there is to download, in one form or several."""

    titel: str
    filer: tuple[Filvy, ...]


def downloads_list(files: Iterable[Nedladdning]) -> tuple[Hämtning, ...]:
    """The things in the order of their first files."""
    found: dict[str, list[Filvy]] = {}
    for file in files:
        found.setdefault(file.titel, []).append(Filvy(FORMS[file.form], size(len(file.innehåll)), file.adress))
    return tuple(Hämtning(titel, tuple(forms)) for titel, forms in found.items())


def size(octets: int) -> str:
    """The size of a file: «1 kB» at least, «245 kB», «1,2 MB»."""
    if octets < KILO**2:
        return f"{tal(max(1, round(octets / KILO)))}{NBSP}kB"
    return f"{tal(Decimal(round(octets * 10 / KILO**2)) / 10)}{NBSP}MB"

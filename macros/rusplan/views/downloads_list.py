"""What there is to download, on one page or on the whole site: each thing once, with a link to each of its forms."""

from collections.abc import Iterable
from decimal import Decimal

from rusplan.site.downloads import FORMS, Filform, Nedladdning
from rusplan.swedish.formatting import NBSP, tal
from rusplan.tools.record import small

KILO = 1000
DOCUMENTS = frozenset({Filform.PDF, Filform.WORD})


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


@small
class Hämtningsgrupp:
    """Things of a kind, under a heading of their own."""

    ankare: str
    titel: str
    saker: tuple[Hämtning, ...]


def downloads_list(files: Iterable[Nedladdning]) -> tuple[Hämtning, ...]:
    """The things that files hold, whole documents first; each form of a thing in the order that `FORMS` has them."""
    found: dict[str, list[Nedladdning]] = {}
    for file in files:
        found.setdefault(file.titel, []).append(file)
    things = sorted(found.items(), key=lambda thing: not any(file.form in DOCUMENTS for file in thing[1]))
    return tuple(Hämtning(titel, tuple(map(_shown, sorted(forms, key=_place)))) for titel, forms in things)


def all_downloads(files: Iterable[Nedladdning]) -> tuple[Hämtningsgrupp, ...]:
    """Everything that there is to download: whole documents with the newest year first, and tables."""
    kept = tuple(files)
    documents = sorted(
        (file for file in kept if file.form in DOCUMENTS), key=lambda file: file.adress.split("/")[1], reverse=True
    )
    tables = (file for file in kept if file.form not in DOCUMENTS)
    groups = (("dokument", "Hela dokument", documents), ("tabeller", "Tabeller", tables))
    return tuple(
        Hämtningsgrupp(anchor, title, things) for anchor, title, own in groups if (things := downloads_list(own))
    )


def _shown(file: Nedladdning) -> Filvy:
    return Filvy(FORMS[file.form], size(len(file.innehåll)), file.adress)


def _place(file: Nedladdning) -> int:
    return list(FORMS).index(file.form)


def size(octets: int) -> str:
    """The size of a file: «1 kB» at least, «245 kB», «1,2 MB»."""
    if octets < KILO**2:
        return f"{tal(max(1, round(octets / KILO)))}{NBSP}kB"
    return f"{tal(Decimal(round(octets * 10 / KILO**2)) / 10)}{NBSP}MB"

"""The documents of a year as they were decided, kept in ``data/<year>/dokument/`` with their checksums: they are published as they are, for ever."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from rusplan.data.periods import is_period
from rusplan.data.problems import Problem, shown
from rusplan.tools.record import small

FOLDER, SUMS = "dokument", "kontrollsummor.txt"
# As `sha256sum` writes it, so that anybody can try the files with it.
ROW = re.compile(r"([0-9a-f]{64})  (\S+)")
NAME = re.compile(r"[a-z0-9-]+\.(?:pdf|docx)")
PUT_BACK = "hämta tillbaka filen ur versionshistoriken: det som är beslutat ändras inte"


@small
class Bevarad:
    """A kept document: its period, its name, and its checksum as it was written when it was decided."""

    år: str
    namn: str
    summa: str

    @property
    def sökväg(self) -> str:
        """Its path from the project's root."""
        return f"data/{self.år}/{FOLDER}/{self.namn}"


def is_kept_folder(path: str) -> bool:
    """True for the path of a folder where documents are kept: no data file lies there."""
    return bool(re.fullmatch(rf"data/[^/]+/{FOLDER}", path))


def sums_file(year: str) -> str:
    """The path of the file with the checksums of a year."""
    return f"data/{year}/{FOLDER}/{SUMS}"


def checksum(content: bytes) -> str:
    """The checksum of a document."""
    return hashlib.sha256(content).hexdigest()


def written_sums(kept: Iterable[Bevarad]) -> bytes:
    """The file with the checksums of a year's documents."""
    rows = sorted((one.namn, one.summa) for one in kept)
    return "".join(f"{total}  {name}\n" for name, total in rows).encode()


def kept_documents(root: Path) -> Iterator[Bevarad]:
    """Every kept document that its year's checksums list."""
    for year in _years(root):
        for _, row in _rows(root, year):
            if isinstance(row, Bevarad):
                yield row


def problems_of_kept(root: Path) -> Iterator[Problem]:
    """What is not as it was when it was decided."""
    for year in _years(root):
        listed, name = set[str](), sums_file(year)
        for number, row in _rows(root, year):
            if isinstance(row, str):
                yield Problem(
                    name,
                    number,
                    1,
                    f"raden är «{shown(row)}», men ska vara en kontrollsumma, två blanksteg och ett filnamn; {PUT_BACK}",
                )
            else:
                listed.add(row.namn)
                yield from _changed(root, row, number)
        for file in sorted(_files(root, year) - listed):
            path = f"data/{year}/{FOLDER}/{file}"
            yield Problem(
                path,
                1,
                1,
                f"filen står inte i {SUMS}; flytta den härifrån, om den inte är ett beslutat dokument vars rad har tagits bort: {PUT_BACK}",
            )


def _changed(root: Path, kept: Bevarad, row: int) -> Iterator[Problem]:
    path = root / kept.sökväg
    if not NAME.fullmatch(kept.namn):
        yield Problem(
            sums_file(kept.år),
            row,
            67,
            f"filnamnet är «{shown(kept.namn)}», men ska sluta på .pdf eller .docx och ha små bokstäver a–z, siffror och bindestreck; {PUT_BACK}",
        )
    elif path.is_symlink() or not path.is_file():
        yield Problem(sums_file(kept.år), row, 67, f"{kept.namn} finns inte; {PUT_BACK}")
    elif checksum(path.read_bytes()) != kept.summa:
        yield Problem(
            kept.sökväg, 1, 1, f"filen är inte den som beslutades: kontrollsumman är en annan än i {SUMS}; {PUT_BACK}"
        )


def _years(root: Path) -> Iterator[str]:
    for folder in sorted((root / "data").glob(f"*/{FOLDER}")):
        if is_period(folder.parent.name) and folder.is_dir():
            yield folder.parent.name


def _rows(root: Path, year: str) -> Iterator[tuple[int, Bevarad | str]]:
    path = root / sums_file(year)
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    for number, row in enumerate(text.splitlines(), 1):
        found = ROW.fullmatch(row)
        yield number, Bevarad(year, found[2], found[1]) if found else row


def _files(root: Path, year: str) -> set[str]:
    found = (path.name for path in (root / "data" / year / FOLDER).iterdir())
    return {name for name in found if name != SUMS and not name.startswith(".")}

"""A workbook that comes back -> its rows, each cell with its place; what cannot be read is told with sheet and cell."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from rusplan.data.problems import shown
from rusplan.data.values import unseen_in
from rusplan.editing.changed_together import Avslag
from rusplan.exchange.cells import Cellvärde, said
from rusplan.exchange.cells import form_of as form
from rusplan.exchange.excel_out import HEADINGS, ORIGIN, SIGN, VERSION
from rusplan.exchange.extra import needed, refuse_too_large
from rusplan.exchange.lost_values import lost_values
from rusplan.exchange.sheets import BLADEN, Blad, Fältväg, homes
from rusplan.exchange.year_rows import Hem
from rusplan.tools.record import record

NOT_OURS = "Filen är inte en arbetsbok från rusplan excel export, eller så är dess dolda blad borta. Gör en ny och för över ändringarna till den."


@record
class Cellfel:
    """What is wrong in a cell, or in a sheet where `cell` is empty; the text is Swedish."""

    blad: str
    cell: str
    text: str

    def __str__(self) -> str:
        where = f"bladet {self.blad}, cell {self.cell}" if self.cell else f"bladet {self.blad}"
        return f"{where}: {self.text}"


@record
class Cellrad:
    """A row of a sheet: its key, empty where it is new; its number from 1; the cells that say where it stands, and those of its fields; and
    which column each stands in."""

    blad: Blad
    titel: str
    nyckel: str
    nummer: int
    hem: tuple[str, ...]
    celler: Mapping[Fältväg, Cellvärde]
    kolumner: Mapping[str, int]

    def fel(self, column: str, text: str) -> Cellfel:
        """What is wrong in one of its cells."""
        letters = column_letters(self.kolumner[column]) if column in self.kolumner else "A"
        return Cellfel(blad=self.titel, cell=f"{letters}{self.nummer}", text=text)


@record
class Ursprungsrad:
    """A row as it was when the workbook was made: where it stood, as ids and as its cells said, and the text of each cell."""

    hem: Hem
    visat_hem: tuple[str, ...]
    texter: Mapping[Fältväg, str]


@record
class Arbetsbok:
    """What a workbook says: its year, what it was made from, the rows of each sheet that it has, and what is wrong in it."""

    år: str
    ursprung: Mapping[str, Mapping[str, Ursprungsrad]]
    rader: Mapping[str, Sequence[Cellrad]]
    fel: tuple[Cellfel, ...]
    sagt: tuple[str, ...]


def column_letters(number: int) -> str:
    """The letters of a column that is counted from 0: 27 is «AB»."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def read_cells(raw: bytes) -> Arbetsbok:
    """The rows of a workbook. Raises `Avslag` for what is none of ours."""
    book = _opened(raw)
    if ORIGIN not in book.sheet_names:
        raise Avslag(NOT_OURS)
    year, origin = _origin(book.get_sheet_by_name(ORIGIN).to_python(skip_empty_area=False))
    faults = [Cellfel(blad=name, cell=cell, text=text) for name, cell, text in lost_values(raw)]
    found: dict[str, Sequence[Cellrad]] = {}
    said_: list[str] = []
    for name in (name for name in book.sheet_names if name != ORIGIN):
        page = book.get_sheet_by_name(name)
        reading = _Blad(name, page.to_python(skip_empty_area=False), page.merged_cell_ranges or [])
        if reading.blad is None:
            said_ += reading.told()
        elif reading.blad.id in found:
            faults.append(Cellfel(blad=name, cell="", text="det är en kopia av ett annat blad; ta bort det ena"))
        else:
            found[reading.blad.id] = list(reading.rows())
            faults += reading.faults
    missing = [sheet.titel for sheet in BLADEN if sheet.id in origin and sheet.id not in found]
    said_ += [f"Bladet {title} finns inte i filen. Inget som stod där är ändrat." for title in missing]
    return Arbetsbok(år=year, ursprung=origin, rader=found, fel=tuple(faults), sagt=tuple(said_))


def _opened(raw: bytes) -> Any:
    """The workbook, if it is one and no larger than any that we make."""
    calamine = needed("python_calamine")
    refuse_too_large(raw, "En arbetsbok")
    try:
        return calamine.load_workbook(BytesIO(raw))
    except calamine.PasswordError:
        raise Avslag("Filen är skyddad med ett lösenord. Spara den utan lösenord och läs in den igen.") from None
    except (calamine.CalamineError, calamine.ZipError, calamine.XmlError, OSError, ValueError):
        raise Avslag(
            "Filen går inte att läsa som en arbetsbok i Excel. Spara den som .xlsx och läs in den igen."
        ) from None


def _origin(rows: Sequence[Sequence[Cellvärde]]) -> tuple[str, Mapping[str, Mapping[str, Ursprungsrad]]]:
    """The year, and what stood on each sheet when the workbook was made, by key."""
    if not rows or [_plain(cell) for cell in rows[0][:2]] != [SIGN, VERSION]:
        raise Avslag(NOT_OURS)
    found: dict[str, dict[str, Ursprungsrad]] = {}
    paths: list[Fältväg] = []
    for row in ([_plain(cell) for cell in cells] for cells in rows[1:]):
        sheet = next((each for each in BLADEN if each.id == row[0].removeprefix(SIGN)), None)
        if sheet and row[0].startswith(SIGN):
            paths = [tuple(name.split(".")) for name in row[4:] if name]
            found[sheet.id] = {}
        elif sheet:
            known = {column.fält for column in sheet.kolumner}
            texts = {path: text for path, text in zip(paths, row[4:], strict=False) if path in known}
            home = tuple(row[3].split("\n")) if row[3] else ()
            found[sheet.id][row[1]] = Ursprungsrad(hem=_home(sheet, row[2]), visat_hem=home, texter=texts)
    return _plain(rows[0][2]), found


def _home(sheet: Blad, text: str) -> Hem:
    if not text:
        return ()
    activity, _, part = text.partition("/")
    return (activity, part) if part and not sheet.inom else (text,)


def _plain(cell: Cellvärde) -> str:
    """A cell of the hidden sheet, which some programs take for a number."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).replace("\r\n", "\n").replace("_x000D_", "")


class _Blad:
    """A sheet while it is read."""

    def __init__(self, title: str, cells: list[list[Cellvärde]], merged: Sequence[Any]) -> None:
        self.title, self.cells, self.faults = title, cells, list[Cellfel]()
        self.blad, self.top = self._which()
        if self.blad:
            self._spread(merged)

    def _which(self) -> tuple[Blad | None, int]:
        """Which sheet it is, and the row that says so, wherever it has been sorted to."""
        for number, row in enumerate(self.cells):
            if row and isinstance(row[0], str) and row[0].startswith(SIGN):
                return next((each for each in BLADEN if each.id == row[0].removeprefix(SIGN)), None), number
        return None, 0

    def told(self) -> list[str]:
        """That a sheet of somebody's own is not read, if anything stands there."""
        hidden = self.title.startswith("_") or self.title == "Läs mig"
        return [] if hidden or not self.cells else [f"Bladet {self.title} är inte ett av våra och läses inte in."]

    def _spread(self, merged: Sequence[Any]) -> None:
        """Cells that are merged downwards all say what the first one does; across columns nobody knows what is meant."""
        for (row, column), (last_row, last_column) in merged:
            if column != last_column:
                span = f"{column_letters(column)}{row + 1}:{column_letters(last_column)}{last_row + 1}"
                text = f"cellerna {span} är sammanfogade; dela dem, så att varje kolumn har sitt värde"
                self.faults.append(Cellfel(blad=self.title, cell=f"{column_letters(column)}{row + 1}", text=text))
                continue
            for each in range(row + 1, min(last_row + 1, len(self.cells))):
                self.cells[each][column] = self.cells[row][column]

    def rows(self) -> Iterator[Cellrad]:
        """The rows that say anything."""
        assert self.blad
        names = [_plain(cell) for cell in self.cells[self.top]]
        at = {name: number for number, name in enumerate(names) if name and number}
        own = [name for name, _ in homes(self.blad)]
        self._tell_of_columns(at, own)
        for number, row in enumerate(self.cells):
            if number == self.top or _plain(row[0]) == HEADINGS or not any(cell not in ("", None) for cell in row[1:]):
                continue
            yield self._row(number, row, at, own)

    def _row(self, number: int, row: Sequence[Cellvärde], at: Mapping[str, int], own: Sequence[str]) -> Cellrad:
        assert self.blad
        cells = {
            column.fält: row[at[column.namn]]
            for column in self.blad.kolumner
            if column.namn in at and at[column.namn] < len(row)
        }
        home = tuple(_plain(row[at[name]]).strip() if name in at else "" for name in own)
        found = Cellrad(
            blad=self.blad, titel=self.title, nyckel=_plain(row[0]), nummer=number + 1, hem=home, celler=cells, kolumner=at
        )  # fmt: skip
        self.faults += _faults(found)
        return found

    def _tell_of_columns(self, at: Mapping[str, int], own: Sequence[str]) -> None:
        """A column of somebody's own is told of where anything stands in it; one that is not there changes nothing."""
        assert self.blad
        top = self.cells[self.top]
        for number in range(1, max(map(len, self.cells))):
            if (number >= len(top) or not top[number]) and (row := self._said_in(number)) is not None:
                cell = f"{column_letters(number)}{row + 1}"
                text = "kolumnen är inte en av våra och kan inte läsas in; flytta det som står här till en kolumn med rubrik, eller ta bort det"
                self.faults.append(Cellfel(blad=self.title, cell=cell, text=text))
        for name in own:
            if name not in at:
                self.faults.append(
                    Cellfel(blad=self.title, cell="", text=f"kolumnen som säger var raderna står ({name}) är borta")
                )

    def _said_in(self, column: int) -> int | None:
        return next(
            (i for i, row in enumerate(self.cells) if column < len(row) and row[column] not in ("", None)), None
        )


def _faults(row: Cellrad) -> Iterator[Cellfel]:
    """What no field can hold."""
    for path, value in row.celler.items():
        text = said(value, form(row.blad, path))
        if isinstance(text, str) and (sign := unseen_in(text)):
            seen = shown(text.replace(sign[0], " "))
            yield row.fel(
                ".".join(path), f"«{seen}» innehåller ett osynligt tecken (U+{ord(sign[0]):04X}); ta bort det"
            )

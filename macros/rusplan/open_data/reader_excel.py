"""The lists of the pages as Excel workbooks, a sheet a table. This module needs the extra `documents`.

Every text is written as a text, whatever it looks like: a workbook runs nothing that stands in data.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from rusplan.data.values import Datum
from rusplan.open_data.all_tables import TABLES
from rusplan.open_data.csv_text import BETWEEN
from rusplan.open_data.json_files import licence
from rusplan.open_data.reader_lists import Lista, Listdel, lists
from rusplan.open_data.table_rows import cells, tables_of, years_of
from rusplan.open_data.tables import Cell, Kolumn, Ord, Typ
from rusplan.render.renderer import Renderer
from rusplan.site.downloads import NOTHING_BEFORE, Filform, Före, Nedladdning
from rusplan.site.sajt import Sajt
from rusplan.tools.questions import sign

# What Excel holds in a cell, and of an address.
MOST_LETTERS, MOST_OF_ADDRESS = 32_767, 2_000
CUT = " … Hela texten står på webbplatsen."
NARROW, WIDE, LONG = 14, 36, 60
FORMATS: dict[str, dict[str, Any]] = {
    "text": {"text_wrap": True, "valign": "top"},
    "tal": {"num_format": "#,##0.00", "valign": "top"},
    "helt tal": {"num_format": "#,##0", "valign": "top"},
    "heltal": {"num_format": "0", "valign": "top"},
    "dag": {"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"},
    "adress": {"valign": "top", "font_color": "#0563C1", "underline": 1},
}


def lists_as_excel(sajt: Sajt, renderer: Renderer, before: Före = NOTHING_BEFORE) -> Iterator[Nedladdning]:
    """A workbook for each list, beside its page. One that holds what it held before is not made again."""
    tables = {name: tables_of(sajt, year, TABLES, cells) for name, year in years_of(sajt).items()}
    for found in lists(sajt, tables):
        old, made_of = before.get(_address(found)), _made_of(sajt, found)
        yield old if old and old.gjord_av == made_of else _file(sajt, found, made_of)


def _file(sajt: Sajt, found: Lista[Cell], made_of: bytes) -> Nedladdning:
    return Nedladdning(
        adress=_address(found),
        form=Filform.EXCEL,
        titel=found.titel,
        sidor=(found.sida,),
        innehåll=workbook(sajt, found),
        gjord_av=made_of,
    )


def _address(found: Lista[Cell]) -> str:
    return f"{found.sida}{found.delar[0].namn}.xlsx"


def _made_of(sajt: Sajt, found: Lista[Cell]) -> bytes:
    """A checksum of all that stands in a workbook."""
    return sign((_facts(sajt, found), _made(sajt), *_held(found)))


def _held(found: Lista[Cell]) -> Iterator[object]:
    """All that the tables of a workbook hold."""
    for part in found.delar:
        yield part.titel, part.namn, [(column.titel, column.typ) for column in part.kolumner], part.rader


def workbook(sajt: Sajt, found: Lista[Cell]) -> bytes:
    """The bytes of a workbook: the same for the same data."""
    raw = BytesIO()
    with Workbook(raw, {"in_memory": True}) as book:
        book.set_properties({
            "title": found.titel, "author": sajt.samling.webbplats.innehåll.långt_namn, "created": _made(sajt),
        })  # fmt: skip
        styles = {name: book.add_format(style) for name, style in FORMATS.items()}
        for part in found.delar:
            _sheet(book.add_worksheet(part.titel[:31]), part, styles)
        _about(book.add_worksheet("Om filen"), _facts(sajt, found), styles)
    return raw.getvalue()


def _made(sajt: Sajt) -> datetime:
    """When the newest data was changed; where that is not known, the first day of the newest plan."""
    newest = max(sajt.fildatum.ändrad.values(), default=None)
    first = max((year.år.första_dagen for year in sajt.samling.årgångar.values()), default=date(2000, 1, 1))
    day = date.fromisoformat(newest) if newest else first
    return datetime(day.year, day.month, day.day)


def _sheet(sheet: Any, part: Listdel[Cell], styles: dict[str, Any]) -> None:
    """The table, with a header row that stays and can be filtered."""
    for place, column in enumerate(part.kolumner):
        sheet.set_column(place, place, _width(column, [row[place] for row in part.rader]))
    for number, row in enumerate(part.rader, 1):
        for place, (column, cell) in enumerate(zip(part.kolumner, row, strict=True)):
            _write(sheet, number, place, column, cell, styles)
    heads = [{"header": column.titel} for column in part.kolumner]
    sheet.add_table(
        0, 0, len(part.rader), len(heads) - 1, {"columns": heads, "style": "Table Style Light 1", "name": _name(part)}
    )
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _name(part: Listdel[Cell]) -> str:
    """A name that Excel takes for a table."""
    return f"t_{part.namn.replace('-', '_')}"


def _width(column: Kolumn, cells: list[Cell]) -> int:
    longest = max((len(_text(cell)) for cell in cells), default=0)
    if column.typ is Typ.ADRESS or longest <= NARROW:
        return NARROW
    return LONG if longest > 2 * LONG else WIDE


def _write(sheet: Any, row: int, place: int, column: Kolumn, cell: Cell, styles: dict[str, Any]) -> None:
    match cell.visat if isinstance(cell, Ord) else cell:
        case None | "" | ():
            return
        case Decimal() as amount:
            sheet.write_number(row, place, float(amount), styles["tal" if amount % 1 else "helt tal"])
        case int() as number:
            sheet.write_number(row, place, number, styles["heltal"])
        case Datum(år=year, månad=month, dag=day) if day:
            sheet.write_datetime(row, place, datetime(year, month, day), styles["dag"])
        case str() as address if column.typ is Typ.ADRESS and len(address) <= MOST_OF_ADDRESS:
            if sheet.write_url(row, place, address, styles["adress"], address):
                sheet.write_string(row, place, address, styles["text"])
        case other:
            sheet.write_string(row, place, _fitting(_text(other)), styles["text"])


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Ord():
            return str(cell.visat)
        case tuple():
            return BETWEEN.join(cell)
        case Datum():
            return cell.iso
        case _:
            return str(cell)


def _fitting(text: str) -> str:
    """The text, cut where Excel would take none of it."""
    return text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - len(CUT)] + CUT


def _facts(sajt: Sajt, found: Lista[Cell]) -> tuple[tuple[str, str], ...]:
    """Where it all comes from."""
    site = sajt.samling.webbplats.innehåll
    return (
        ("Innehåll", found.titel),
        ("Utgivare", site.långt_namn),
        ("Sida", sajt.absolute(found.sida)),
        ("Senast ändrat", max(sajt.fildatum.ändrad.values(), default="")),
        ("Licens", f"{site.licens.namn}, {licence(sajt)}" if site.licens else ""),
    )


def _about(sheet: Any, facts: Iterable[tuple[str, str]], styles: dict[str, Any]) -> None:
    sheet.set_column(0, 0, NARROW)
    sheet.set_column(1, 1, LONG)
    for number, (name, text) in enumerate((name, text) for name, text in facts if text):
        sheet.write_string(number, 0, name, styles["text"])
        sheet.write_string(number, 1, text, styles["text"])

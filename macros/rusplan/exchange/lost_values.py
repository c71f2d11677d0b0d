"""Cells that would be read as empty though they are not: formulas that nobody has counted, as programs leave them, and those that came to a
fault."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

CELL = re.compile(rb'<c r="([A-Z]+[0-9]+)"([^>]*[^/])?>(.*?)</c>', re.S)
VALUE = re.compile(rb"<v>([^<]+)</v>")
SHEET = re.compile(r"<sheet [^>]*>")
RELATION = re.compile(r"<Relationship [^>]*>")
ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
NOT_COUNTED = "formeln är inte uträknad; öppna filen i Excel eller LibreOffice och spara den där"


def lost_values(raw: bytes) -> Iterator[tuple[str, str, str]]:
    """The sheet and the cell of each such value, and what is wrong with it."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as packed:
            for title, part in _sheets(packed):
                yield from ((title, cell, text) for cell, text in _in_sheet(packed.read(part)))
    except (zipfile.BadZipFile, KeyError, ValueError):
        return  # no .xlsx; another program has read it


def _in_sheet(sheet: bytes) -> Iterator[tuple[str, str]]:
    if b"<f" not in sheet and b't="e"' not in sheet:
        return
    for name, attributes, inner in CELL.findall(sheet):
        value = VALUE.search(inner)
        if b't="e"' in attributes and value:
            yield name.decode(), f"cellen har felet {value[1].decode()}; rätta formeln eller skriv värdet"
        elif b"<f" in inner and not value and b"<is>" not in inner:
            yield name.decode(), NOT_COUNTED


def _sheets(packed: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The title of each sheet, and the part of the file that it lies in."""
    relations = map(_attributes, RELATION.findall(packed.read("xl/_rels/workbook.xml.rels").decode()))
    targets = {row["Id"]: row["Target"] for row in relations}
    for row in map(_attributes, SHEET.findall(packed.read("xl/workbook.xml").decode())):
        yield row["name"], posixpath.normpath(posixpath.join("/xl", targets[row["r:id"]])).lstrip("/")


def _attributes(tag: str) -> dict[str, str]:
    return dict(ATTRIBUTE.findall(tag))

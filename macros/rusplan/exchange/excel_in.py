"""A workbook that comes back -> the files as they are to be, or what is wrong in it."""

from collections.abc import Iterator
from pathlib import Path

from rusplan.changes.not_saved import changes_to_make
from rusplan.data.edits import EjRedigerbar
from rusplan.data.model import Dokumentläge
from rusplan.data.problems import DataFel
from rusplan.data.year import Årgång
from rusplan.editing.changed_together import Avslag, Contents, collection_to_change, tried
from rusplan.exchange.cell_problems import in_cells
from rusplan.exchange.excel_cells import Arbetsbok, Cellfel, read_cells
from rusplan.exchange.merged_rows import Sammanföring
from rusplan.exchange.new_event_ids import with_event_ids
from rusplan.exchange.preview import Inläsning


def read_workbook(root: Path, raw: bytes, year: str | None = None) -> Inläsning:
    """What the workbook changes in `root`/data; nothing is written. Raises `Avslag` for what is none of our workbooks, or of another year
    than `year`, and `DataFel` where data is wrong before."""
    samling, book = collection_to_change(root), read_cells(raw)
    if year and year != book.år:
        raise Avslag(f"Arbetsboken gäller {book.år}, inte {year}.")
    found = samling.årgångar.get(book.år)
    if found is None:
        raise Avslag(f"Arbetsboken gäller {book.år}, men det året finns inte i data.")
    reading = Sammanföring(samling, found, book)
    reading.merge()
    faults = (*book.fel, *reading.faults)
    if faults:
        return Inläsning(innehåll={}, fel=tuple(dict.fromkeys(map(_sentence, faults))), sagt=book.sagt)
    return _result(root, reading, book)


def _result(root: Path, reading: Sammanföring, book: Arbetsbok) -> Inläsning:
    """The files, once all rules have been tried on them."""
    contents: Contents = {}
    try:
        files = reading.files(root)
        files = with_event_ids(root, files) if files else {}
        contents = {name: file.raw if file else None for name, file in files.items()}
        whole = tried(root, contents) if contents else {}
    except DataFel as error:
        faults = in_cells(error.problems, reading.contents, contents, reading.row_of)
        return Inläsning(innehåll={}, fel=tuple(faults), sagt=book.sagt)
    except EjRedigerbar as error:
        return Inläsning(innehåll={}, fel=(f"{str(error).rstrip('.')}.",), sagt=book.sagt)
    return Inläsning(
        innehåll=whole,
        ändringar=changes_to_make(root, contents),
        sagt=(*book.sagt, *decided(reading.year, contents)),
        nya=frozenset(name for name in contents if not (root / name).exists()),
        data=tuple((name, file) for name, file in files.items() if file),
    )


def decided(year: Årgång, contents: Contents) -> Iterator[str]:
    """What to do next, where what has been decided is changed."""
    document = year.plan.innehåll.dokument
    in_plan = any("/aktiviteter/" in name or name == year.plan.namn for name in contents)
    if in_plan and year.skrivs_här and document.läge is Dokumentläge.BESLUTAD:
        yield f"Planen för {year.år} är beslutad. Det som ändras i den behöver ett beslut. Skriv in det med rusplan revise och --edited, eller som ett skrivfel med rusplan correct."


def _sentence(fault: Cellfel) -> str:
    text = str(fault)
    return text[:1].upper() + text[1:] + "."

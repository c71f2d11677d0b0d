"""What a row says, what it was made from and what data says now -> what data is to say: only what somebody changed in the workbook."""

from collections.abc import Iterator, Mapping, Sequence

from rusplan.data.edits.smallest_edits import pairs
from rusplan.data.problems import shown
from rusplan.data.yaml_text import Plain
from rusplan.exchange.cells import Cellform, form_of, said, same
from rusplan.exchange.excel_cells import Cellfel, Cellrad, Ursprungsrad
from rusplan.exchange.item_fields import put_value
from rusplan.exchange.names_in_cells import Namnbok, Okänt, in_cell, in_data
from rusplan.exchange.sheets import Blad, Fältväg
from rusplan.exchange.year_rows import Innehållet, value_of

MAKE_ANEW = "gör en ny arbetsbok och skriv det som ska gälla där"
GONE = f"raden är ändrad här, men har tagits bort ur data sedan arbetsboken gjordes; {MAKE_ANEW}, eller ta bort raden"
CHANGED_MEANWHILE = f"en rad är borttagen här, men «{{vad}}» har ändrats i data sedan arbetsboken gjordes; {MAKE_ANEW}"


def changed_cells(
    row: Cellrad, before: Ursprungsrad | None, names: Namnbok
) -> Iterator[tuple[Fältväg, Plain | Cellfel]]:
    """The fields that a row changes, with what data is to say, or what is wrong."""
    for path, cell in row.celler.items():
        form = form_of(row.blad, path)
        now, was = said(cell, form), said(before.texter.get(path, "") if before else "", form)
        if same(now, was, form):
            continue
        try:
            yield path, in_data(now, form, names)
        except Okänt as error:
            yield path, row.fel(".".join(path), str(error))


def apply_row(item: Innehållet, row: Cellrad, before: Ursprungsrad | None, names: Namnbok) -> Iterator[Cellfel]:
    """Write in an item what its row changes; what data has changed meanwhile is told instead."""
    for path, value in changed_cells(row, before, names):
        if isinstance(value, Cellfel):
            yield value
        elif fault := _conflict(item, row, before, path, value, names):
            yield fault
        else:
            put_value(item, row.blad.modell, path, value)


def _conflict(
    item: Innehållet, row: Cellrad, before: Ursprungsrad | None, path: Fältväg, value: Plain, names: Namnbok
) -> Cellfel | None:
    form, now = form_of(row.blad, path), value_of(item, path)
    was = before.texter.get(path, "") if before else ""
    if not before or same(now, value, form) or same(said(in_cell(now, form, names), form), said(was, form), form):
        return None
    there, wanted = (_quoted(each, form, names) for each in (now, value))
    text = f"här står {wanted}, men i data har någon annan skrivit {there} sedan arbetsboken gjordes ({_quoted(was, form, names)}); {MAKE_ANEW}"
    return row.fel(".".join(path), text)


def _quoted(value: Plain, form: Cellform, names: Namnbok) -> str:
    return f"«{shown(in_cell(value, form, names))}»" if value else "inget"


def aligned(
    sheet: Blad, before: Sequence[Ursprungsrad], items: Sequence[Innehållet], names: Namnbok
) -> list[Innehållet | None]:
    """For each row that a list had when the workbook was made, the item that it is now; None where it has gone."""
    old = [_named(row.texter) for row in before]
    new = [_named(_texts(sheet, item, names)) for item in items]
    if len(old) == len(new) and all(_first(a) == _first(b) for a, b in zip(old, new, strict=True)):
        return list(items)
    found = dict(pairs(old, new))
    return [items[found[i]] if i in found else None for i in range(len(old))]


def _named(texts: Mapping[Fältväg, str]) -> Plain:
    return {".".join(path): text for path, text in texts.items() if text}


def _first(row: Plain) -> Plain:
    return next(iter(row.values()), "") if isinstance(row, dict) else row


def _texts(sheet: Blad, item: Innehållet, names: Namnbok) -> Mapping[Fältväg, str]:
    paths = [column.fält for column in sheet.kolumner]
    return {path: in_cell(value_of(item, path), form_of(sheet, path), names) for path in paths}


def is_untouched(sheet: Blad, before: Ursprungsrad, item: Innehållet, names: Namnbok) -> bool:
    """True if an item says what it did when the workbook was made, in all that its row shows."""
    now = _texts(sheet, item, names)
    return all(
        same(said(now[path], form_of(sheet, path)), said(text, form_of(sheet, path)), form_of(sheet, path))
        for path, text in before.texter.items()
    )

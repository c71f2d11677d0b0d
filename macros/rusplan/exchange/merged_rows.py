"""The files of a year while the rows of a workbook are brought into them: changed where they stand, moved, new and taken away."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rusplan.data.collection import Samling
from rusplan.data.edits import Edited, Put, edited, written
from rusplan.data.edits.edit_kinds import tidy
from rusplan.data.file_names import model_of
from rusplan.data.year import Årgång
from rusplan.exchange.excel_cells import Arbetsbok, Cellfel, Cellrad, Ursprungsrad
from rusplan.exchange.item_fields import in_order
from rusplan.exchange.item_names import give_ids
from rusplan.exchange.listed_activities import list_activities
from rusplan.exchange.new_rows import named_rows, with_own_keys
from rusplan.exchange.row_homes import meant_home, put_list
from rusplan.exchange.sheets import AKTIVITETER, BLADEN, BUDGET, MÅL, SAMVERKAN, UTFALL, Blad
from rusplan.exchange.three_ways import (
    CHANGED_MEANWHILE,
    GONE,
    aligned,
    apply_row,
    changed_cells,
    is_untouched,
)
from rusplan.exchange.year_names import names_of
from rusplan.exchange.year_rows import (
    Bladlista,
    Hem,
    Innehållet,
    activity_file,
    contents_of,
    items_of,
    list_at,
    lists_on,
)

FIRST = (SAMVERKAN, MÅL, AKTIVITETER, BUDGET)


class Sammanföring:
    """The files of a year while the rows of a workbook are brought into them."""

    def __init__(self, samling: Samling, year: Årgång, book: Arbetsbok) -> None:
        self.samling, self.year, self.book = samling, year, book
        self.before = contents_of(samling, year)
        self.contents: dict[str, Innehållet] = {name: _copy(content) for name, content in self.before.items()}
        self.rows = {name: with_own_keys(rows, book.ursprung.get(name, {})) for name, rows in book.rader.items()}
        self.names, self.ids = named_rows(book, self.rows, samling, year, names_of(samling, year))
        self.faults: list[Cellfel] = []
        self.row_of: dict[int, Cellrad] = {}
        self.gone: set[str] = set()

    def merge(self) -> None:
        """Bring in every sheet that the workbook has; those that others name first."""
        for sheet in (*FIRST, *(each for each in BLADEN if each not in FIRST)):
            if sheet.id in self.rows:
                (self._files if sheet.lista is None else self._lists)(sheet)
        give_ids(self.year, self.contents)
        for activity in self.gone:
            for name in [name for name in self.contents if name.endswith(f"/{activity}.yml")]:
                self.contents[name] = {}

    def _files(self, sheet: Blad) -> None:
        """A sheet whose rows are files."""
        origin, rows = self.book.ursprung.get(sheet.id, {}), self.rows[sheet.id]
        for row in rows:
            before = origin.get(row.nyckel)
            file = row.nyckel or self._new_file(sheet, row)
            if file is None or (before and file not in self.contents and self._is_gone(row, before)):
                continue
            item = self.contents.setdefault(file, {})
            self.row_of[id(item)] = row
            self.faults += apply_row(item, row, before, self.names)
        missing = [key for key in origin if key not in {row.nyckel for row in rows}]
        for key in missing:
            self._without(sheet, key, origin[key])
        if sheet is AKTIVITETER:
            self.faults += list_activities(self, rows)

    def _is_gone(self, row: Cellrad, before: Ursprungsrad) -> bool:
        """True for a row of an activity that data has not got any more; an outcome that is not there is begun."""
        if row.blad is UTFALL:
            return not any(True for _ in changed_cells(row, before, self.names))
        if any(True for _ in changed_cells(row, before, self.names)):
            self.faults.append(row.fel(row.blad.kolumner[0].namn, GONE))
        return True

    def _new_file(self, sheet: Blad, row: Cellrad) -> str | None:
        """The file of a new row."""
        if sheet is AKTIVITETER:
            own = self.ids.get((sheet.id, row.nummer))
            if own is None:
                self.faults.append(row.fel("titel", "raden saknar namn på aktiviteten; fyll i det"))
                return None
            return activity_file(str(self.year.år), own, "plan")
        home = self._home(sheet, row, None)
        return activity_file(str(self.year.år), *home) if home else None

    def _without(self, sheet: Blad, file: str, before: Ursprungsrad) -> None:
        """A file whose row has been taken out."""
        item = self.contents.get(file)
        if not item:
            return
        if not is_untouched(sheet, before, item, self.names):
            what = next(iter(before.texter.values()), "") or file
            self.faults.append(Cellfel(blad=sheet.titel, cell="", text=CHANGED_MEANWHILE.format(vad=what)))
        elif sheet is AKTIVITETER:
            self.gone.add(file.rpartition("/")[2].removesuffix(".yml"))
        else:
            for path in before.texter:
                item.pop(path[0], None)

    def _lists(self, sheet: Blad) -> None:
        """A sheet whose rows are items of lists."""
        lists = {(found.fil, found.väg): found for found in lists_on(sheet, self.year, self.contents)}
        parts = {place: items_of(found, self.contents) for place, found in lists.items()}
        origin = self.book.ursprung.get(sheet.id, {})
        now = self._items_now(sheet, origin, parts)
        self._take_out(sheet, origin, now, parts)
        last: dict[Hem, Innehållet] = {}
        for row in self.rows[sheet.id]:
            self._bring_in(sheet, row, origin.get(row.nyckel), now, lists, parts, last)
        for place, found in lists.items():
            self._put_list(found, parts[place])

    def _items_now(
        self, sheet: Blad, origin: Mapping[str, Ursprungsrad], parts: Mapping[Any, Sequence[Innehållet]]
    ) -> dict[str, Innehållet | None]:
        """For each key the item that it is now."""
        keys: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
        for key in origin:
            file, path, _ = key.split(" ")
            keys[file, tuple(path.split("/"))].append(key)
        found: dict[str, Innehållet | None] = {}
        for place, own in keys.items():
            items = aligned(sheet, [origin[key] for key in own], parts.get(place, ()), self.names)
            found |= dict(zip(own, items, strict=True))
        return found

    def _take_out(
        self,
        sheet: Blad,
        origin: Mapping[str, Ursprungsrad],
        now: Mapping[str, Innehållet | None],
        parts: Mapping[Any, list[Innehållet]],
    ) -> None:
        """Take away the items whose rows are not there any more."""
        there = {row.nyckel for row in self.rows[sheet.id]}
        for key, before in origin.items():
            item = now[key]
            if key in there or item is None:
                continue
            if is_untouched(sheet, before, item, self.names):
                _remove(parts, item)
            else:
                what = next(iter(before.texter.values()), "")
                self.faults.append(Cellfel(blad=sheet.titel, cell="", text=CHANGED_MEANWHILE.format(vad=what)))

    def _bring_in(
        self, sheet: Blad, row: Cellrad, before: Ursprungsrad | None, now: Mapping[str, Innehållet | None],
        lists: dict[Any, Bladlista], parts: dict[Any, list[Innehållet]], last: dict[Hem, Innehållet],
    ) -> None:  # fmt: skip
        """One row into its list: changed where it stands, moved to another, or new."""
        home = self._home(sheet, row, before)
        if home is None:
            return
        item = now.get(row.nyckel) if before else None
        if before and item is None:
            if any(True for _ in changed_cells(row, before, self.names)):
                self.faults.append(row.fel(row.blad.kolumner[0].namn, GONE))
            return
        target = list_at(sheet, str(self.year.år), home)
        place = target.fil, target.väg
        lists.setdefault(place, target)
        own = parts.setdefault(place, items_of(target, self.contents))
        if item is None or home != (before.hem if before else ()):
            if item is None:
                item = self._new_item(sheet, row)
            else:
                _remove(parts, item)
            own.insert(_index(own, last.get(home)), item)
        self.row_of[id(item)], last[home] = row, item
        self.faults += apply_row(item, row, before, self.names)

    def _new_item(self, sheet: Blad, row: Cellrad) -> Innehållet:
        own = self.ids.get((sheet.id, row.nummer))
        return {"id": own} if own else {}

    def _home(self, sheet: Blad, row: Cellrad, before: Ursprungsrad | None) -> Hem | None:
        """Where a row stands; None, and what is wrong noted, where its cells do not tell."""
        if before and (row.hem == before.visat_hem or not row.hem):
            return before.hem
        home = meant_home(sheet, row, self.names, self.year)
        if isinstance(home, Cellfel):
            self.faults.append(home)
            return None
        return home

    def _put_list(self, found: Bladlista, items: list[Innehållet]) -> None:
        """The list in its file; one that is empty goes away."""
        if not items and found.fil not in self.contents:
            return
        top = self.contents.setdefault(found.fil, {})
        put_list(top, found, items)
        if model := model_of(found.fil):
            in_order(top, model)

    def files(self, root: Path) -> dict[str, Edited | None]:
        """Every file that changes, as it will be; None where it goes away."""
        found: dict[str, Edited | None] = {}
        for name, content in self.contents.items():
            said = tidy(content)
            if said == self.before.get(name, {}):
                continue
            path = root / name
            if not said:
                found[name] = None
            elif path.exists():
                found[name] = edited(path.read_bytes(), [Put(at=(), value=said)])
            else:
                found[name] = Edited(raw=written(said))
        return found


def _copy(part: Any) -> Any:
    if isinstance(part, dict):
        return {name: _copy(value) for name, value in part.items()}
    return [_copy(value) for value in part] if isinstance(part, list) else part


def _remove(parts: Mapping[Any, list[Innehållet]], item: Innehållet) -> None:
    """Take an item, itself and not one that says the same, out of the list that it stands in."""
    for items in parts.values():
        for i, each in enumerate(items):
            if each is item:
                del items[i]
                return


def _index(items: Sequence[Innehållet], after: Innehållet | None) -> int:
    """The place after an item; the last one where there is none."""
    return next((i + 1 for i, each in enumerate(items) if each is after), len(items))

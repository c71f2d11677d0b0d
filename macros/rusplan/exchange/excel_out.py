"""A year as a workbook: a sheet for each kind of thing, with drop-downs and help, and a hidden one that knows what it was made from."""

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from io import BytesIO
from typing import Any

from rusplan.data.collection import Samling
from rusplan.data.schema import explanation, innermost
from rusplan.data.yaml_text import Plain
from rusplan.data.year import Årgång
from rusplan.editing.changed_together import Avslag
from rusplan.exchange.cells import Cellform, Cellslag, form_of
from rusplan.exchange.extra import needed
from rusplan.exchange.names_in_cells import Namnbok, choices, in_cell
from rusplan.exchange.sheets import BLADEN, PLAN, Blad, Fältväg, homes
from rusplan.exchange.year_names import names_of
from rusplan.exchange.year_rows import Bladrad, Hem, contents_of, parts_on, rows_on

# The sheets that nobody sees: what the workbook was made from, and what can be chosen.
ORIGIN, CHOICES = "_rusplan", "_val"
# How a sheet says in its first cell which it is; the row of headings has its own word.
SIGN, HEADINGS = "rusplan:", "rubrik"
VERSION = "1"
LONGEST_CELL = 32_767
# So many rows below the last one have drop-downs.
SPARE = 500
# The height of a line in points; no program shows a row that is higher than 27 of them.
LINE_HEIGHT, MOST_LINES = 15, 27
HOME_WIDTH = {"aktivitet": 30, "del": 14, "mål": 30, "rader": 30}


def workbook(samling: Samling, year: str, only: Sequence[str] = ()) -> bytes:
    """The year as an Excel file; `only` some of its sheets, by id. Raises `Avslag`."""
    found = samling.årgångar.get(year)
    if found is None:
        raise Avslag(f"Året «{year}» finns inte. Ange ett av {', '.join(samling.årgångar)}.")
    made = BytesIO()
    book = needed("xlsxwriter").Workbook(
        made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"created": datetime(2000, 1, 1), "title": f"{found.plan.innehåll.dokument.titel}"})
    _Arbetsbok(book, samling, found).write([sheet for sheet in BLADEN if not only or sheet.id in only])
    book.close()
    return made.getvalue()


def part_shown(part: str) -> str:
    """The part of an activity that a row stands in, as its cell says."""
    if part == PLAN:
        return "planen"
    return f"utfallet {part.partition('/')[2]}".strip()


def kind_of_home(column: str) -> str:
    """What the names in a column that says where a row stands are names of."""
    return {"rader": "rad"}.get(column, column)


def home_shown(sheet: Blad, home: Hem, names: Namnbok) -> list[str]:
    """The cells that say where a row stands."""
    if sheet.inom:
        return [names[kind_of_home(sheet.inom)].shown(home[0])]
    cells = [names["aktivitet"].shown(home[0]), part_shown(home[1])] if home else []
    return cells[: len(list(homes(sheet)))]


class _Arbetsbok:
    """A workbook while it is written."""

    def __init__(self, book: Any, samling: Samling, year: Årgång) -> None:
        self.book, self.year = book, year
        self.contents = contents_of(samling, year)
        self.names = names_of(samling, year)
        self.lists: dict[tuple[str, ...], str] = {}
        wrap: dict[str, Any] = {"text_wrap": True, "valign": "top"}
        self.formats: dict[str, Any] = {
            name: book.add_format({**wrap, **own})
            for name, own in dict[str, dict[str, Any]]({
                "text": {}, "som text": {"num_format": "@"}, "dag": {"num_format": "yyyy-mm-dd"}, "klockslag": {"num_format": "hh:mm"},
                "tal": {}, "öre": {"num_format": "#,##0.00"}, "belopp": {"num_format": "#,##0"},
                "rubrik": {"bold": True, "bg_color": "#DDE8E3", "border": 1},
            }).items()
        }  # fmt: skip

    def write(self, sheets: Sequence[Blad]) -> None:
        self._about(sheets)
        pages = [(sheet, self.book.add_worksheet(sheet.titel)) for sheet in sheets]
        self.choices = self.book.add_worksheet(CHOICES)
        origin = self.book.add_worksheet(ORIGIN)
        origin.write_row(0, 0, [SIGN, VERSION, str(self.year.år)])
        at = 1
        for sheet, page in pages:
            rows = list(rows_on(sheet, self.year, self.contents))
            self._page(sheet, page, rows)
            at = self._origin(origin, at, sheet, rows)
        self.choices.hide()
        origin.very_hidden()

    def _about(self, sheets: Sequence[Blad]) -> None:
        page = self.book.add_worksheet("Läs mig")
        page.set_column(0, 0, 24)
        page.set_column(1, 1, 90)
        title = self.book.add_format({"bold": True, "font_size": 16})
        page.write_string(0, 0, self.year.plan.innehåll.dokument.titel, title)
        for i, text in enumerate(HOW_TO, 2):
            page.merge_range(i, 0, i, 1, "", self.formats["text"])
            page.write_string(i, 0, text, self.formats["text"])
            page.set_row(i, 32)
        for i, sheet in enumerate(sheets, len(HOW_TO) + 3):
            page.write_url(i, 0, f"internal:'{sheet.titel}'!B2", string=sheet.titel)
            page.write_string(i, 1, sheet.text[:1].upper() + sheet.text[1:])

    def _page(self, sheet: Blad, page: Any, rows: Sequence[Bladrad]) -> None:
        """The rows of a sheet below its headings."""
        own = list(homes(sheet))
        self._heads(sheet, page, own)
        for i, row in enumerate(rows, 2):
            page.write_string(i, 0, row.nyckel)
            for column, text in enumerate(home_shown(sheet, row.hem, self.names), 1):
                page.write_string(i, column, text, self.formats["text"])
            for column, (path, value) in enumerate(row.värden.items(), 1 + len(own)):
                self._cell(page, i, column, form_of(sheet, path), path, value)
            page.set_row(i, self._height(sheet, row, own))
        last = len(rows) + 1
        page.autofilter(1, 0, max(last, 2), len(own) + len(sheet.kolumner))
        self._lists(sheet, page, own, last + SPARE)
        page.freeze_panes(2, 2)
        page.set_column(0, 0, None, None, {"hidden": True})
        page.set_row(0, None, None, {"hidden": True})

    def _height(self, sheet: Blad, row: Bladrad, own: Sequence[tuple[str, str]]) -> int:
        """So high that its longest text shows: programs that open the file need not count for themselves."""
        texts = [in_cell(value, form_of(sheet, path), self.names) for path, value in row.värden.items()]
        widths = [*(HOME_WIDTH[name] for name, _ in own), *(column.bredd for column in sheet.kolumner)]
        cells = zip((*home_shown(sheet, row.hem, self.names), *texts), widths, strict=True)
        lines = max(sum(len(part) // (width + 1) + 1 for part in text.split("\n")) for text, width in cells)
        return LINE_HEIGHT * min(lines, MOST_LINES)

    def _heads(self, sheet: Blad, page: Any, own: Sequence[tuple[str, str]]) -> None:
        page.write_row(0, 0, [f"{SIGN}{sheet.id}", *(name for name, _ in own), *(c.namn for c in sheet.kolumner)])
        page.write_string(1, 0, HEADINGS)
        page.set_row(1, 32)
        for i, (name, heading) in enumerate(own, 1):
            page.write_string(1, i, heading, self.formats["rubrik"])
            page.set_column(i, i, HOME_WIDTH[name])
            self._help(page, i, HOME_HELP[name])
        for i, column in enumerate(sheet.kolumner, 1 + len(own)):
            page.write_string(1, i, column.rubrik, self.formats["rubrik"])
            form = form_of(sheet, column.fält)
            page.set_column(
                i, i, column.bredd, self.formats["som text"] if form.slag is Cellslag.TID else self.formats["text"]
            )
            self._help(page, i, _help(sheet, column.fält, form))

    def _help(self, page: Any, column: int, text: str) -> None:
        page.write_comment(1, column, text, {"x_scale": 2.4, "y_scale": 1 + len(text) / 160, "author": "rusplan"})

    def _cell(self, page: Any, row: int, column: int, form: Cellform, path: Fältväg, value: Plain) -> None:
        """One value, as what it is: a number as a number, a day as a day."""
        text = in_cell(value, form, self.names)
        if len(text) > LONGEST_CELL:
            raise Avslag(
                f"Texten i «{'.'.join(path)}» är längre än de {LONGEST_CELL} tecken som en cell i Excel rymmer."
            )
        form_name, as_is = _as_excel(text, form) if text else (_empty_format(form), "")
        style = self.formats[form_name]
        if isinstance(as_is, Decimal):
            page.write_number(row, column, float(as_is), style)
        elif isinstance(as_is, date | time):
            page.write_datetime(row, column, as_is, style)
        elif text:
            page.write_string(row, column, text, style)
        else:
            page.write_blank(row, column, None, style)

    def _lists(self, sheet: Blad, page: Any, own: Sequence[tuple[str, str]], last: int) -> None:
        """The drop-downs of a sheet."""
        for i, (name, _) in enumerate(own, 1):
            words = (
                [part_shown(part) for part in parts_on(sheet, self.year)]
                if name == "del"
                else list(self.names[kind_of_home(name)].visade.values())
            )
            self._choose(page, i, last, words, firm=name == "del")
        for i, column in enumerate(sheet.kolumner, 1 + len(own)):
            form = form_of(sheet, column.fält)
            if not form.flera and (words := choices(form, self.names)):
                self._choose(page, i, last, words, firm=bool(form.ord))

    def _choose(self, page: Any, column: int, last: int, words: Sequence[str], *, firm: bool) -> None:
        how = {
            "validate": "list", "source": self._range(words), "error_type": "stop" if firm else "warning",
            "error_title": "Välj ur listan", "error_message": "Det du skrev finns inte i listan." + ("" if firm else " Är det nytt i filen går det bra ändå."),
        }  # fmt: skip
        page.data_validation(2, column, last, column, how)

    def _range(self, words: Sequence[str]) -> str:
        """Where the words stand on the hidden sheet of choices."""
        key = tuple(words)
        if key not in self.lists:
            column = len(self.lists)
            for i, word in enumerate(words):
                self.choices.write_string(i, column, word)
            letters = needed("xlsxwriter.utility").xl_col_to_name(column)
            self.lists[key] = f"={CHOICES}!${letters}$1:${letters}${len(words)}"
        return self.lists[key]

    def _origin(self, page: Any, at: int, sheet: Blad, rows: Sequence[Bladrad]) -> int:
        """What stands on a sheet when it is made, from the row `at` on: a row of its columns, and the rows with their keys."""
        page.write_row(at, 0, [f"{SIGN}{sheet.id}", "", "", "", *(column.namn for column in sheet.kolumner)])
        for i, row in enumerate(rows, at + 1):
            values = [in_cell(value, form_of(sheet, path), self.names) for path, value in row.värden.items()]
            home = "\n".join(home_shown(sheet, row.hem, self.names))
            for column, text in enumerate((sheet.id, row.nyckel, "/".join(row.hem), home, *values)):
                if text:
                    page.write_string(i, column, text)
        return at + len(rows) + 1


def _as_excel(text: str, form: Cellform) -> tuple[str, Decimal | date | time | str]:
    """The format and the value of a cell that says `text`."""
    match form.slag:
        case Cellslag.TAL:
            return _as_number(text)
        case Cellslag.DAG | Cellslag.TID:
            return _as_day(text)
        case Cellslag.KLOCKSLAG:
            hour, _, minute = text.partition(":")
            return "klockslag", time(int(hour), int(minute))
        case _:
            return "text", text


def _as_number(text: str) -> tuple[str, Decimal | str]:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return "text", text
    if abs(number) < 1000:
        return "tal", number
    return ("belopp" if number == number.to_integral_value() else "öre"), number


def _as_day(text: str) -> tuple[str, date | str]:
    try:
        return "dag", date.fromisoformat(text)
    except ValueError:
        return "som text", text


def _empty_format(form: Cellform) -> str:
    """The format of an empty cell: what is written in it is to stay as it is written."""
    return {Cellslag.TID: "som text", Cellslag.DAG: "dag", Cellslag.KLOCKSLAG: "klockslag"}.get(form.slag, "text")


def _help(sheet: Blad, path: Fältväg, form: Cellform) -> str:
    """What a column is for, as the model says it, and how it is written."""
    model: Any = sheet.modell
    for group in path[:-1]:
        model = innermost(model.model_fields[group].annotation)
    return f"{explanation(model, path[-1])}{' Skriv ett på varje rad i cellen (Alt+Retur ger ny rad).' if form.flera else ''}"


HOME_HELP = {
    "aktivitet": "Aktiviteten som raden hör till. Välj ur listan. Byter du aktivitet flyttas raden dit.",
    "del": "Planen, eller utfallet om det redan har hänt.",
    "mål": "Målet som raden hör till.",
    "rader": "Budgetraden som delposten hör till.",
}
HOW_TO = (
    "Ändra, lägg till och ta bort rader. Spara filen och läs in den igen. Innan något ändras får du se vad som skiljer sig och svara ja eller nej.",
    "Du kan sortera, filtrera, flytta rader och dölja kolumner. Det ändrar inget: ordningen i planen är densamma.",
    "En ny rad läggs efter den rad i samma aktivitet som står ovanför den. Tar du bort en rad tas det som stod där bort ur planen.",
    "Bara det som du ändrar läses in. Har någon annan ändrat samma sak under tiden får du veta det, och inget skrivs över.",
    "Håll muspekaren över en rubrik för att se vad som ska stå i kolumnen. I flera celler kan du välja ur en lista.",
    "Dagar skrivs som 2026-05-10. Vet du bara månad eller år skriver du 2026-05 eller 2026.",
)  # fmt: skip

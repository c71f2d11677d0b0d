"""Excel there and back: what comes of a workbook in which people do what they do."""

import datetime
import shutil
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from rusplan.checks import read_collection
from rusplan.data.periods import Planperiod
from rusplan.editing.new_year import new_year
from rusplan.exchange.excel_in import read_workbook
from rusplan.exchange.excel_out import workbook

from tests.editing.files import Run, change, contents
from tests.exchange.books import Sheet, book_of, diff, lines, read, saved

SKOG, MUSEUM, VATTEN = (f"data/2025/aktiviteter/{name}.yml" for name in ("skog", "museum", "vatten"))
UTFALL, PLAN, BUDGET = "data/2025/utfall/skog.yml", "data/2025/plan.yml", "data/2025/budget.yml"
SAMVERKAN, MÅL = "data/samverkan.yml", "data/2025/mal.yml"


def test_unchanged_workbook_changes_no_file(project: Path) -> None:
    for year in ("2024", "2025"):
        found = read(project, lambda book: None, year)
        assert (found.innehåll, found.fel, found.sagt) == ({}, (), ())


def test_two_workbooks_of_the_same_data_are_the_same_bytes(bas: Any) -> None:
    assert workbook(bas, "2025") == workbook(bas, "2025")


def sort_by_title(page: Any) -> None:
    """As Excel sorts: the rows below the headings, hidden cells and all, without their formats."""
    cells = [[cell.value for cell in row] for row in page.iter_rows(min_row=3)]
    for row, values in enumerate(sorted(cells, key=lambda values: str(values[2]), reverse=True), 3):
        for column, value in enumerate(values, 1):
            page.cell(row, column).value = value


def sort_sheets(book: Any) -> None:
    for page in book.worksheets[1:-2]:
        sort_by_title(page)


def hide_and_move(book: Any) -> None:
    for page in book.worksheets[1:-2]:
        page.column_dimensions["D"].hidden = True
        page.title = f"{page.title} (ny)"
    book.move_sheet(book.worksheets[3], 5)


@pytest.mark.parametrize(
    "how",
    [
        sort_sheets,
        hide_and_move,
        lambda book: book["Insatser"].move_range("A4:J6", rows=10),
        lambda book: [page.insert_rows(4, 3) for page in book.worksheets[1:-2]],
        lambda book: book.create_sheet("Anteckningar").append(["ring kommunen"]),
        lambda book: book.remove(book["Händelser"]),
        lambda book: Sheet(book, "Händelser").page.delete_cols(8, 4),
    ],
    ids=["sorted", "hidden and renamed", "moved", "empty rows", "own sheet", "no sheet", "no columns"],
)
def test_nothing_that_only_looks_otherwise_changes_data(project: Path, how: Callable[[Any], object]) -> None:
    found = read(project, how)
    assert (found.innehåll, found.fel) == ({}, ())


def test_what_is_not_read_in_is_told(project: Path) -> None:
    def own(book: Any) -> None:
        book.create_sheet("Anteckningar").append(["ring kommunen"])
        book.remove(book["Händelser"])

    assert read(project, own).sagt == (
        "Bladet Anteckningar är inte ett av våra och läses inte in.",
        "Bladet Händelser finns inte i filen. Inget som stod där är ändrat.",
    )


def test_changed_cell_changes_one_line_of_data_and_is_told_as_a_change(project: Path) -> None:
    def summary(book: Any) -> None:
        Sheet(book, "Aktiviteter").put("Skogen", "sammanfattning", "Alla stigar märks.")

    assert lines(read(project, summary)) == [
        "Skogen 2025: sammanfattning: ”Stigarna i skogen märks.” → ”Alla stigar märks.”"
    ]
    assert diff(project, summary) == {
        SKOG: (["sammanfattning: Stigarna i skogen märks."], ["sammanfattning: Alla stigar märks."])
    }


def every_kind(book: Any) -> None:
    activities, events, money = (Sheet(book, name) for name in ("Aktiviteter", "Händelser", "Budget"))
    activities.put("Skogen", "prioriterad", "JA")
    activities.put("Skogen", "samverkan", "Åkerbo museum\nFiskerådet")
    activities.put("Skogen", "start", datetime.datetime(2025, 3, 1))
    activities.put("Skogen", "slut", "november 2025")
    activities.put("Skogen", "sammanfattning", "Stigarna märks.\n\nBron byggs.")
    activities.put("Skogen", "medelsbehov.kommentar", "Till bron.")
    events.put("Skogens dag", "datum", 45788)
    events.cell(
        "Skogens dag", "datum"
    ).number_format = "General"  # a day without its format is the number that Excel counts it as
    events.put("Skogens dag", "slutdatum", None)
    events.put("Skogens dag", "starttid", datetime.time(9, 30))
    events.put("Skogens dag", "form", "både och")
    money.put("Löner", "prognos", "90 500 kr")


def test_every_kind_of_value_comes_back_as_data_writes_it(project: Path) -> None:
    found = diff(project, every_kind)
    assert set(found[SKOG][1]) == {
        "prioriterad: ja", "medelsbehov: {behov: nej, kommentar: Till bron.}", "start: 2025-03-01", "slut: 2025-11",
        "sammanfattning: >-", "  Stigarna märks.", "  Bron byggs.", "  - fiskeradet", "    datum: 2025-05-11", "    starttid: 09:30",
        "    form: både_och", "",
    }  # fmt: skip
    assert found[BUDGET] == ([], ["    prognos: 90500"])


def test_new_rows_stand_below_the_one_above_and_removed_ones_are_gone(project: Path) -> None:
    def change_items(book: Any) -> None:
        items = Sheet(book, "Insatser")
        items.add(below="Märka stigarna och rita dem i GIS.", aktivitet="Skogen", text="Rensa stigarna.")
        items.remove("Bygga en bro.")

    assert lines(read(project, change_items)) == [
        "Skogen 2025: ny insats: ”Rensa stigarna.”; insats borttagen: ”Bygga en bro.”"
    ]
    assert diff(project, change_items) == {SKOG: (["  - text: Bygga en bro."], ["  - text: Rensa stigarna."])}


def test_new_row_stands_where_it_was_put_in(project: Path) -> None:
    def put_in(book: Any) -> None:
        Sheet(book, "Insatser").add(
            below="Märka stigarna och rita dem i GIS.", aktivitet="Skogen", text="Rensa stigarna."
        )

    diff(project, put_in)
    items = read_collection(project).aktiviteter["2025/skog"].plan.innehåll.insatser
    assert [item.text for item in items] == ["Märka stigarna och rita dem i GIS.", "Rensa stigarna.", "Bygga en bro."]


def test_row_moves_with_its_activity_and_keeps_what_no_column_shows(project: Path) -> None:
    change(
        project,
        SKOG,
        "  - text: Bygga en bro.",
        "  - text: Bygga en bro.\n    hänvisningar: [{till: 2024, text: Som förra året.}]",
    )

    def move(book: Any) -> None:
        Sheet(book, "Insatser").put("Bygga en bro.", "aktivitet", "Vattnet")

    gone, come = diff(project, move)[SKOG], diff(project, lambda book: None)
    assert "  - text: Bygga en bro." in gone[0]
    assert come == {}
    moved = read_collection(project).aktiviteter["2025/vatten"].plan.innehåll.insatser[-1]
    assert (moved.text, moved.hänvisningar[0].text) == ("Bygga en bro.", "Som förra året.")


def test_planned_event_that_has_been_moves_to_the_outcome_by_one_cell(project: Path) -> None:
    def been(book: Any) -> None:
        Sheet(book, "Händelser").put("Skogens dag", "del", "utfallet")

    assert set(diff(project, been)) == {SKOG, UTFALL}
    activity = read_collection(project).aktiviteter["2025/skog"]
    assert not activity.plan.innehåll.händelser
    assert activity.utfall
    assert [event.titel for event in activity.utfall.innehåll.händelser] == ["Skogens dag"]


def test_outcome_is_begun_where_its_row_is_filled_in(project: Path) -> None:
    def told(book: Any) -> None:
        sheet = Sheet(book, "Utfall")
        sheet.put("Vattnet", "status", "Klar")
        sheet.put("Vattnet", "sammanfattning", "Vattnet är rent.")

    _written_here(project)
    assert diff(project, told, "2026") == {
        "data/2026/utfall/vatten.yml": ([], ["status: klar", "sammanfattning: Vattnet är rent."])
    }


def test_outcome_of_an_item_is_told_by_its_text_and_the_item_gets_its_id(project: Path) -> None:
    def told(book: Any) -> None:
        Sheet(book, "Insatsernas utfall").add(
            aktivitet="Skogen",
            insats="Bygga en bro.",
            läge="delvis",
            text="Den ena halvan står.",
            **{"del": "utfallet"},
        )

    found = diff(project, told)
    assert found[SKOG] == ([], ["    id: bygga-en-bro"])
    assert found[UTFALL][1] == [
        "insatser:",
        "  - insats: bygga-en-bro",
        "    läge: delvis",
        "    text: Den ena halvan står.",
    ]


def test_copied_row_is_a_new_one_beside_the_old(project: Path) -> None:
    def copy(book: Any) -> None:
        page = Sheet(book, "Händelser").page
        for cell in page[3]:
            page.cell(4, cell.column).value = cell.value
        Sheet(book, "Händelser").page.cell(3, 4).value = "Vattnets dag"
        page.cell(3, 6).value = datetime.datetime(2025, 6, 1)
        page.cell(3, 7).value = None

    diff(project, copy)
    events = read_collection(project).aktiviteter["2025/skog"].plan.innehåll.händelser
    assert [(event.titel, event.datum.iso) for event in events] == [
        ("Skogens dag", "2025-05-10"), ("Vattnets dag", "2025-06-01"),
    ]  # fmt: skip


def test_events_of_one_title_get_ids_by_themselves(project: Path) -> None:
    def twice(book: Any) -> None:
        for day in (datetime.datetime(2025, 9, 1), datetime.datetime(2025, 10, 1)):
            Sheet(book, "Händelser").add(
                aktivitet="Skogen", titel="Skogens dag", typ="möte", datum=day, **{"del": "planen"}
            )

    diff(project, twice)
    events = read_collection(project).aktiviteter["2025/skog"].plan.innehåll.händelser
    assert [event.id for event in events] == [
        "2025-skog--skogens-dag", "2025-skog--skogens-dag-2025-09-01", "2025-skog--skogens-dag-2025-10-01",
    ]  # fmt: skip


@pytest.mark.parametrize("folder", ["kommunen", "natverket", "regionen"])
def test_years_of_every_body_come_back_as_they_were(folder: str) -> None:
    root = Path(__file__).parents[1] / "organisationer" / folder
    samling = read_collection(root)
    for year in samling.årgångar:
        found = read_workbook(root, workbook(samling, year))
        assert (found.innehåll, found.fel) == ({}, ())


def test_outcome_of_one_year_in_a_longer_plan_is_told_in_its_own_row(tmp_path: Path) -> None:
    shutil.copytree(Path(__file__).parents[1] / "organisationer/kommunen", tmp_path, dirs_exist_ok=True)
    samling = read_collection(tmp_path)
    period, year = next((name, found) for name, found in samling.årgångar.items() if found.delåren)
    title = next(each.titel for each in year.aktiviteter.values() if each.delutfall)

    def told(book: Any) -> None:
        sheet = Sheet(book, "Resultat")
        sheet.add(aktivitet=title, text="En sak till blev gjord.", **{"del": f"utfallet {year.delåren[0]}"})

    found = diff(tmp_path, told, period)
    assert [name for name in found if f"/utfall/{year.delåren[0]}/" in name]


def test_new_activity_of_a_plan_that_is_written_here_is_listed_after_the_one_above(project: Path) -> None:
    _written_here(project)

    def add(book: Any) -> None:
        Sheet(book, "Samverkan").add(namn="Åkerbo skola", typ="Myndighet")
        Sheet(book, "Aktiviteter").add(
            below="Skogen", titel="Ängar", område="Natur", dagar=3, sammanfattning="Ängarna slås.", samverkan="Åkerbo skola"
        )  # fmt: skip
        Sheet(book, "Insatser").add(aktivitet="Ängar", text="Slå ängarna.", samverkan="Åkerbo skola")

    found = diff(project, add, "2026")
    assert found["data/2026/plan.yml"] == (
        ["      - aktiviteter: [skog, vatten]"],
        ["      - aktiviteter: [skog, angar, vatten]"],
    )
    assert found["data/2026/aktiviteter/angar.yml"][1] == [
        "titel: Ängar", "område: natur", "dagar: 3", "ny:", "  text: Ny aktivitet 2026.", "samverkan: [akerbo-skola]", "sammanfattning: Ängarna slås.",
        "insatser:", "  - text: Slå ängarna.", "    samverkan: [akerbo-skola]",
    ]  # fmt: skip
    year = read_collection(project).årgångar["2026"]
    assert list(year.aktiviteter)[:2] == ["skog", "angar"]


def test_removed_activity_leaves_the_plan_with_its_file(project: Path) -> None:
    _written_here(project)
    found = diff(project, lambda book: Sheet(book, "Aktiviteter").remove("Vattnet"), "2026")
    assert set(found) == {"data/2026/plan.yml", "data/2026/aktiviteter/vatten.yml"}
    assert "vatten" not in read_collection(project).årgångar["2026"].aktiviteter


def _written_here(project: Path) -> None:
    """A draft of 2026."""
    new_year(project, Planperiod("2026"))


def test_what_others_have_changed_meanwhile_stays(project: Path) -> None:
    book = book_of(project)
    Sheet(book, "Aktiviteter").put("Skogen", "prioriterad", "ja")
    change(project, SKOG, "sammanfattning: Stigarna i skogen märks.", "sammanfattning: Alla stigar märks.")
    change(project, SKOG, "  - text: Märka", "  - text: Rensa stigarna.\n  - text: Märka")
    assert lines(read_workbook(project, saved(book))) == ["Skogen 2025: prioriterad nej → ja"]


def test_what_both_have_changed_is_told_with_all_three_values_and_nothing_is_written(project: Path) -> None:
    book = book_of(project)
    Sheet(book, "Aktiviteter").put("Skogen", "prioriterad", "ja")
    Sheet(book, "Insatser").remove("Bygga en bro.")
    change(project, SKOG, "prioriterad: nej", "prioriterad: okänt")
    change(project, SKOG, "  - text: Bygga en bro.", "  - text: Bygga en bro.\n    löpande: ja")
    found = read_workbook(project, saved(book))
    assert found.innehåll == {}
    anew = "gör en ny arbetsbok och skriv det som ska gälla där."
    assert found.fel == (
        f"Bladet Aktiviteter, cell E3: här står «ja», men i data har någon annan skrivit «okänt» sedan arbetsboken gjordes («nej»); {anew}",
        f"Bladet Insatser: en rad är borttagen här, men «Bygga en bro.» har ändrats i data sedan arbetsboken gjordes; {anew}",
    )


def merged_across(book: Any) -> None:
    book["Insatser"].merge_cells("C3:D3")


def merged_down(book: Any) -> None:
    book["Insatser"].merge_cells("B3:B4")


@pytest.mark.parametrize(
    ("how", "told"),
    [
        (lambda b: Sheet(b, "Händelser").put("Skogens dag", "typ", "kalas"), "Bladet Händelser, cell E3: «typ» är «kalas», men ska vara något av «konferens»"),
        (lambda b: Sheet(b, "Händelser").put("Skogens dag", "datum", "i våras"), "Bladet Händelser, cell F3: «datum» är «i våras», men ska skrivas som"),
        (lambda b: Sheet(b, "Aktiviteter").put("Skogen", "samverkan", "Åkerbo museet"), "Bladet Aktiviteter, cell Q3: «Åkerbo museet» finns inte bland organisationerna"),
        (lambda b: Sheet(b, "Aktiviteter").put("Skogen", "dagar", "tolv"), "Bladet Aktiviteter, cell G3: «dagar» är «tolv»"),
        (lambda b: Sheet(b, "Aktiviteter").put("Skogen", "titel", "Sko\u200bgen"), "Bladet Aktiviteter, cell B3: «Sko gen» innehåller ett osynligt tecken (U+200B); ta bort det"),
        (lambda b: Sheet(b, "Händelser").add(aktivitet="Vattnet", titel="Fiskens dag", **{"del": "planen"}), "Bladet Händelser, cell E4: fältet «typ» saknas"),
        (lambda b: Sheet(b, "Insatser").add(text="Städa."), "Bladet Insatser, cell B7: cellen är tom; välj ur listan vad raden hör till"),
        (lambda b: Sheet(b, "Insatser").add(aktivitet="Skogarna", text="Städa."), "Bladet Insatser, cell B7: «Skogarna» finns inte bland årets aktiviteter"),
        (lambda b: Sheet(b, "Aktiviteter").put("Skogen", "dagar", "=3*4"), "Bladet Aktiviteter, cell G3: formeln är inte uträknad"),
        (lambda b: Sheet(b, "Aktiviteter").put("Skogen", "dagar_kommentar", "#REF!"), "Bladet Aktiviteter, cell H3: cellen har felet #REF!"),
        (merged_across, "Bladet Insatser, cell C3: cellerna C3:D3 är sammanfogade; dela dem"),
        (lambda b: setattr(b["Insatser"]["N4"], "value", "fråga Kim"), "Bladet Insatser, cell N4: kolumnen är inte en av våra"),
    ],
    ids=["word", "day", "name", "number", "unseen", "missing", "no home", "wrong home", "formula", "fault", "merged", "own column"],
)  # fmt: skip
def test_mistake_is_told_with_sheet_and_cell_and_nothing_changes(
    project: Path, how: Callable[[Any], object], told: str
) -> None:
    before, found = contents(project), read(project, how)
    assert any(fault.startswith(told) for fault in found.fel), found.fel
    assert found.innehåll == {}
    assert contents(project) == before


def test_cells_merged_downwards_say_the_same(project: Path) -> None:
    found = read(project, merged_down)
    assert (found.innehåll, found.fel) == ({}, ())


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04 nothing", b"titel;dagar\n", None])
def test_file_that_is_none_of_ours_is_refused_in_a_sentence(run: Run, project: Path, raw: bytes | None) -> None:
    if raw is None:
        book = openpyxl.Workbook()
        raw = saved(book)
    (project / "plan.xlsx").write_bytes(raw)
    code, out, err = run("excel", "import", str(project / "plan.xlsx"))
    assert (code, out) == (1, "")
    assert "Inget är ändrat." in err
    assert "Traceback" not in err


def test_text_that_looks_like_a_formula_or_a_link_stays_a_text(project: Path) -> None:
    text = "=1+1"
    change(project, SKOG, "  - text: Bygga en bro.", f"  - text: '{text}'\n  - text: https://akerbo.example")
    book = book_of(project)
    cell = Sheet(book, "Insatser").cell(text, "text")
    assert cell.data_type == "s"
    assert not any(each.hyperlink for row in book["Insatser"].iter_rows() for each in row)
    assert read(project, lambda book: None).innehåll == {}


def test_the_command_shows_what_differs_and_asks(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = str(project / "plan.xlsx")
    assert run("excel", "export", file, "--year", "2025") == (0, f"Skapade {file}\n", "")
    assert run("excel", "import", file) == (0, "Inget i filen skiljer sig från data.\n", "")
    book = openpyxl.load_workbook(file)
    Sheet(book, "Aktiviteter").put("Skogen", "prioriterad", "ja")
    book.save(file)
    told = "Skogen 2025: prioriterad nej → ja\n"
    monkeypatch.setattr("sys.stdin", StringIO("nej\n"))
    code, out, err = run("excel", "import", file)
    assert (code, out) == (1, f"{told}Ska det här läsas in? Skriv ja eller nej: ")
    assert err == "Du svarade nej. Inget är ändrat.\n"
    assert run("excel", "import", file, "--yes") == (0, f"{told}Ändrade {SKOG}\n", "")
    assert run("excel", "import", file, "--yes")[1] == "Inget i filen skiljer sig från data.\n"


def test_without_the_extra_the_command_says_how_to_get_it(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("xlsxwriter", "docx"):
        monkeypatch.setitem(sys.modules, name, None)
    (project / "plan.docx").touch()
    for order in (
        ("excel", "export", "plan.xlsx", "--year", "2025"),
        ("word", "import", str(project / "plan.docx"), "--year", "2026"),
    ):
        code, out, err = run(*order)
        assert (code, out) == (1, "")
        assert "make .venv/edit.ok" in err


def test_file_that_cannot_be_written_is_told(run: Run, project: Path) -> None:
    code, out, err = run("excel", "export", str(project), "--year", "2025")
    assert (code, out) == (1, "")
    assert "gick inte att skriva" in err


def test_ten_thousand_rows_come_back_as_they_were(project: Path) -> None:
    items = "".join(f"  - text: Insats nummer {number} med några ord.\n" for number in range(10_000))
    text = (project / SKOG).read_text(encoding="utf-8")
    head, _, tail = text.partition("insatser:\n")
    rest = tail[tail.index("händelser:") :]
    (project / SKOG).write_text(f"{head}insatser:\n{items}{rest}", encoding="utf-8")

    found = read_workbook(project, workbook(read_collection(project), "2025"))
    assert (found.innehåll, found.fel) == ({}, ())

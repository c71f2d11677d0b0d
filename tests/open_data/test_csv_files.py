"""The CSV files are as their metadata says, and open right both in programs and in a Swedish spreadsheet."""

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from rusplan.open_data.csv_text import AFTER_SIGN, BETWEEN, FORMULA, for_readers, unrun, written
from rusplan.open_data.reader_csv import lists_as_csv
from rusplan.open_data.tables import Cell, Datatabell, Kolumn, Ord, Underlag
from rusplan.render.renderer import Renderer

from tests.built import ROOT
from tests.open_data.published import ROOTS, published, read_json

HOSTILE = (
    "=HYPERLINK(\"http://x\")", "+46 70", "-1+1", "@SUM(A1)", " =1+1", "\u00a0=1", "\uff1d1+1", "a;=1+1", "a,=1", "a\t=1", "a|@x", 'a;"=1',
)  # fmt: skip
READ: dict[str, Callable[[str], object]] = {
    "string": str,
    "integer": int,
    "decimal": Decimal,
    "date": date.fromisoformat,
    "anyURI": lambda text: text if re.fullmatch(r"https?://\S+", text) else 1 / 0,
}


def rows_of(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


@pytest.fixture(params=ROOTS)
def tables(request: pytest.FixtureRequest) -> dict[str, tuple[dict[str, Any], list[dict[str, str]]]]:
    """Each table by its file: what the metadata says of it, and its rows."""
    _, files = published(request.param)
    found = {}
    for table in read_json(files, "data/csv-metadata.json")["tables"]:
        head, *rows = rows_of(files[f"data/{table['url']}"])
        assert head == [column["titles"] for column in table["tableSchema"]["columns"]]
        found[table["url"]] = table["tableSchema"], [dict(zip(head, row, strict=True)) for row in rows]
    return found


def test_each_field_is_of_the_type_that_the_metadata_tells(tables: dict[str, Any]) -> None:
    for name, (schema, rows) in tables.items():
        for column in schema["columns"]:
            for row in rows:
                if text := row[column["name"]]:
                    assert READ[column["datatype"]](text) is not None, name
            assert column["dc:description"].endswith("."), f"{name}: {column['name']}"


def test_keys_tell_rows_apart_and_lead_to_rows(tables: dict[str, Any]) -> None:
    for name, (schema, rows) in tables.items():
        keys = [tuple(row[key] for key in schema["primaryKey"]) for row in rows]
        assert len(keys) == len(set(keys)), name
        for key in schema.get("foreignKeys", ()):
            other = key["reference"]
            there = {row[other["columnReference"]] for row in tables[other["resource"]][1]}
            assert {row[key["columnReference"]] for row in rows} - {""} <= there, name


@pytest.mark.parametrize("body", ["bas", "kommunen"])
def test_activities_come_out_as_they_are_in_data(body: str) -> None:
    sajt, files = published(body)
    head, *rows = rows_of(files["data/aktiviteter.csv"])
    told = [dict(zip(head, row, strict=True)) for row in rows]
    held = [a for year in sajt.samling.nyast_först for a in year.aktiviteter.values()]
    assert [(row["titel"], row["sammanfattning"]) for row in told] == [
        (a.titel, a.plan.innehåll.sammanfattning) for a in held
    ]
    for row, activity in zip(told, held, strict=True):
        plan = activity.plan.innehåll
        days = "" if plan.dagar is None else f"{plan.dagar:f}"
        assert (row["dagar"], row["prioriterad"], row["utvecklingsinsats"], row["område"]) == (
            days, str(plan.prioriterad or ""), str(plan.utvecklingsinsats or ""), plan.område,
        )  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_looks_like_a_formula_is_dead_and_can_be_told_from_its_mark(text: str) -> None:
    marked = unrun(text)
    for piece in re.split(r"[,;|\t]", marked):
        assert piece.strip(' "\u00a0')[:1] not in ("=", "+", "-", "@", "\uff1d") or piece == text[:0]
    assert marked.replace("'", "") == text


@pytest.mark.parametrize("text", ["Fjällens utveckling", "12 - 13 maj", "a – b", "100 %", "Å=B", "e@post.se", "1,5-2"])
def test_ordinary_text_has_no_mark(text: str) -> None:
    assert unrun(text) == text


def test_browser_and_build_know_the_same_formulas() -> None:
    script = (ROOT / "macros/rusplan/assets/js/csv.js").read_text(encoding="utf-8")
    for pattern in (FORMULA, AFTER_SIGN):
        written = "".join(
            c if c.isascii() and c.isprintable() else {"\t": "\\t", "\r": "\\r"}.get(c, f"\\u{ord(c):04x}")
            for c in pattern.pattern
        )
        assert f"/{written}/" in script, written


def test_file_for_readers_opens_right_in_swedish_excel() -> None:
    cells: list[tuple[Cell, ...]] = [
        ("å; =1", Decimal("12400.50"), Ord("ej", "Inte genomförd")),
        (("a", "b"), 3, None),
    ]
    columns = tuple(
        Kolumn(namn=title.lower(), titel=title, värde=lambda row, place=place: row.sak[place])  # type: ignore[misc]
        for place, title in enumerate(("Titel", "Dagar", "Status"))
    )
    table = Datatabell(namn="prov", titel="Prov", förklaring="", kolumner=columns)
    rows = written(table, [Underlag(sajt=published("bas")[0], sak=row) for row in cells])
    text = for_readers(columns, zip(*rows.kolumner, strict=True))
    assert text.startswith("\ufeff")
    assert text.count("\r\n") == 3
    assert rows_of(text[1:], ";") == [
        ["Titel", "Dagar", "Status"],
        ["å;' =1", "12400,50", "Inte genomförd"],
        [f"a{BETWEEN}b", "3", ""],
    ]


def test_each_list_of_a_page_has_what_the_page_shows() -> None:
    sajt, _ = published("bas")
    found = {file.adress: file for file in lists_as_csv(sajt, Renderer(sajt.samling))}
    assert {page for file in found.values() for page in file.sidor} <= sajt.rutter.keys()
    rows = rows_of(found["aktiviteter/aktiviteter.csv"].innehåll.decode("utf-8-sig"), ";")
    assert len(rows) == 1 + len(sajt.samling.aktiviteter)
    assert "ställning" not in rows[0]
    assert {"År", "Aktivitet", "Område", "Status"} <= set(rows[0])
    assert not [column for column in zip(*rows, strict=True) if not any(column[1:])], "a column with nothing in it"


def test_comparison_of_two_years_can_be_taken_along_with_the_days_of_both() -> None:
    sajt, _ = published("bas")
    found = {file.adress: file for file in lists_as_csv(sajt, Renderer(sajt.samling))}
    head, *rows = rows_of(found["jamfor/2024-2025/kopplingar-2025.csv"].innehåll.decode("utf-8-sig"), ";")
    told = {
        (one["Tidigare aktivitet"], one["Aktivitet"]): one
        for one in (dict(zip(head, row, strict=True)) for row in rows)
    }
    held = [step for a in sajt.samling.årgångar["2025"].aktiviteter.values() for step in sajt.graf.bygger_på(a.ref)]
    assert told.keys() == {(step.från.titel, step.till.titel) for step in held}
    for step in held:
        row = told[step.från.titel, step.till.titel]
        days = [
            f"{days:f}".replace(".", ",") if (days := a.plan.innehåll.dagar) is not None else ""
            for a in (step.från, step.till)
        ]
        assert [row["Tidigare arbetstid (dagar)"], row["Arbetstid (dagar)"]] == days
        assert row["Grund"]

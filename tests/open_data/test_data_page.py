"""What the page of open data tells can be done: its examples run, and each column and field is explained."""

import csv
import html
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rusplan.open_data.all_tables import TABLES
from rusplan.open_data.data_page import data_fields, data_page
from rusplan.render.renderer import Renderer

from tests.open_data.published import BASE, published
from tests.served import served


@pytest.fixture(scope="module")
def examples() -> list[str]:
    """The code of each example, as a reader copies it."""
    sajt, _ = published("bas")
    page = Renderer(sajt.samling).render("makron/oppna_data_exempel.md", "data/", vy=data_page(sajt))
    return [html.unescape(code) for code in re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", page, re.S)]


def test_example_in_python_runs_and_counts(examples: list[str], tmp_path: Path) -> None:
    sajt, files = published("bas")
    for address, text in files.items():
        (tmp_path / address).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / address).write_text(text, encoding="utf-8")
    with served(tmp_path) as here:
        code = examples[0].replace(BASE, here)
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    year = sajt.samling.årgångar["2025"]
    days = sum(float(a.plan.innehåll.dagar or 0) for a in year.aktiviteter.values())
    assert done.stdout.split("\n")[1] in (f"{days} dagar", f"{days:g} dagar")
    assert all(str(year.ställning(a)) in done.stdout for a in year.aktiviteter.values())


def test_example_in_r_asks_for_columns_that_are_there(examples: list[str]) -> None:
    _, files = published("bas")
    address = re.search(rf'read\.csv\("{BASE}([^"]+)"', examples[1])
    assert address
    head = next(csv.reader(io.StringIO(files[address[1]])))
    assert {"år", "ställning", "dagar"} == set(re.findall(r'aktiviteter\[+"([^"]+)"', examples[1])) <= set(head)


def test_page_explains_every_column_and_every_field() -> None:
    sajt, files = published("bas")
    page = data_page(sajt)
    assert [len(table.kolumner) for table in page.tabeller] == [len(table.kolumner) for table in TABLES]
    assert all(column.förklaring.endswith(".") for table in page.tabeller for column in table.kolumner)
    links = [link.adress for group in page.grupper for link in group.filer] + [
        table.fil.adress for table in page.tabeller
    ]
    assert set(links) <= set(files)
    told = {field.namn for kind in data_fields().slag for group in kind.grupper for field in group.fält}
    of_organisations = next(kind for kind in data_fields().slag if kind.namn == "organisationer")
    assert {"id", "namn", "kortnamn"} <= {field.namn for field in of_organisations.grupper[0].fält}
    assert {"dagar", "utvecklingsinsats", "reviderad", "värdering"} <= told

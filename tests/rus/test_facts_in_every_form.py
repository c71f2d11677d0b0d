"""Two hundred facts, copied by hand from the two documents, stand on the page, on paper and in Word, in JSON, CSV and Excel."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from rusplan.data.collection import Samling
from rusplan.open_data.data_files import open_data
from rusplan.open_data.reader_excel import lists_as_excel
from rusplan.paper.document_blocks import Block, Blockrubrik
from rusplan.paper.handlingar import handlingar, workshop
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import belopp, dagar

from tests.built import Site, flat
from tests.paper.texts import text_of, texts_of

HERE = Path(__file__).parent
Row = Mapping[str, str]
# A fact of an activity: its name in the list, and in the data where that is another.
FACTS = {"dagar": "dagar", "prioriterad": "prioriterad", "insats": "utvecklingsinsats", "ställning": "ställning"}
SHOWN = {
    "prioriterad": labels.PRIORITERAD,
    "insats": labels.UTVECKLINGSINSATS,
    "ställning": labels.STÄLLNING,
}


def listed(name: str) -> list[Row]:
    return list(csv.DictReader((HERE / f"kallornas-{name}.csv").read_text(encoding="utf-8").splitlines()))


ACTIVITIES, MONEY, RATINGS = listed("aktiviteter"), listed("pengar"), listed("varderingar")


def facts(row: Row) -> Iterator[tuple[str, str]]:
    """What the source says of an activity, each with its name."""
    return ((name, row[name]) for name in (*FACTS, "behov") if row[name])


def in_words(name: str, value: str) -> str:
    """How a page tells a fact of an activity."""
    if name == "dagar":
        return flat(dagar(Decimal(value)))
    return flat(labels.BEHOV[value] if name == "behov" else SHOWN[name][value].text)  # type: ignore[index]


@pytest.fixture(scope="module")
def sajt(samling: Samling) -> Sajt:
    return Sajt(samling=samling, bas="https://plan.example.se/")


@pytest.fixture(scope="module")
def files(sajt: Sajt) -> dict[str, str]:
    return dict(open_data(sajt, Renderer(sajt.samling), []))


def test_there_are_two_hundred_facts() -> None:
    assert sum(len(list(facts(row))) for row in ACTIVITIES) + len(MONEY) + len(RATINGS) >= 200


@pytest.mark.parametrize("row", ACTIVITIES, ids=lambda row: f"{row['år']}/{row['aktivitet']}")
def test_facts_of_an_activity_stand_on_its_page_and_in_json_and_csv(
    row: Row, site: Site, files: dict[str, str]
) -> None:
    ref = f"{row['år']}/{row['aktivitet']}"
    page = flat(site[f"aktiviteter/{ref}/"].main.text()).casefold()
    told = next(
        one for one in json.loads(files[f"data/{row['år']}/aktiviteter.json"])["aktiviteter"] if one["id"] == ref
    )
    line = next(one for one in csv.DictReader(io.StringIO(files["data/aktiviteter.csv"])) if one["aktivitet"] == ref)
    for name, value in facts(row):
        assert in_words(name, value).casefold() in page, (name, value)
        in_json = told["medelsbehov"]["behov"] if name == "behov" else told[FACTS[name]]
        in_csv = line["behov_av_pengar" if name == "behov" else FACTS[name]]
        assert (str(in_json), in_csv) == (value, value), name


def test_facts_of_activities_stand_in_excel(sajt: Sajt) -> None:
    book = next(
        file for file in lists_as_excel(sajt, Renderer(sajt.samling)) if file.adress == "aktiviteter/aktiviteter.xlsx"
    )
    head, *rows = load_workbook(io.BytesIO(book.innehåll))["Aktiviteter"].iter_rows(values_only=True)
    told = {
        one["Adress"].rpartition("aktiviteter/")[2].strip("/"): one
        for one in (dict(zip(head, row, strict=True)) for row in rows)
    }
    for row in ACTIVITIES:
        one = told[f"{row['år']}/{row['aktivitet']}"]
        assert one["Arbetstid (dagar)"] == float(row["dagar"])
        assert one["Prioriterad"] == labels.PRIORITERAD[row["prioriterad"]].text  # type: ignore[index]


@pytest.fixture(scope="module")
def on_paper(sajt: Sajt) -> dict[str, list[Block]]:
    """The blocks of the plan of 2024 and the report of 2025, which PDF and Word are made from."""
    made = {document.namn: list(document.block) for document in handlingar(workshop(sajt, Renderer(sajt.samling)))}
    return {"2024": made["plan-2024"], "2025": made["uppfoljning-2025"]}


def below(blocks: list[Block], title: str) -> str:
    """What stands below each heading that begins so, up to the next of its level."""
    part: list[Block] = []
    level = None
    for block in blocks:
        if isinstance(block, Blockrubrik) and (level is None or block.nivå <= level):
            level = block.nivå if flat(text_of(block.text)).startswith(flat(title)) else None
        elif level is not None:
            part.append(block)
    return flat(" ".join(texts_of(part)))


@pytest.mark.parametrize("row", ACTIVITIES, ids=lambda row: f"{row['år']}/{row['aktivitet']}")
def test_facts_of_an_activity_stand_on_paper(row: Row, on_paper: dict[str, list[Block]], samling: Samling) -> None:
    title = samling.aktiviteter[f"{row['år']}/{row['aktivitet']}"].titel
    told = below(on_paper[row["år"]], title).casefold()
    assert not [(name, value) for name, value in facts(row) if in_words(name, value).casefold() not in told]


def test_money_stands_on_its_page_on_paper_and_in_json_and_csv(
    site: Site, files: dict[str, str], on_paper: dict[str, list[Block]]
) -> None:
    tables = {name: list(csv.DictReader(io.StringIO(files[f"data/{name}.csv"]))) for name in ("budget", "delposter")}
    for row in MONEY:
        lines = json.loads(files[f"data/{row['år']}/budget.json"])["budget"]["rader"]
        one: Any = next(line for line in lines if line["id"] == row["rad"])
        one = one["delposter"][int(row["nummer"]) - 1] if row["nummer"] else one
        found = [
            line
            for line in tables["delposter" if row["nummer"] else "budget"]
            if (line["år"], line["rad"], line.get("nummer", "")) == (row["år"], row["rad"], row["nummer"])
        ]
        if row["uppgift"] == "högst":
            assert (one["högst"], found[0]["högst"]) == ("ja", "ja")
            continue
        assert Decimal(str(one[row["uppgift"]])) == Decimal(found[0][row["uppgift"]]) == Decimal(row["värde"]), row
        if row["uppgift"] in ("budget", "utfall"):
            amount = flat(belopp(Decimal(row["värde"])))
            assert amount in flat(site[f"budget/{row['år']}/"].main.text()), row
            assert amount in flat(" ".join(texts_of(on_paper[row["år"]]))), row


def test_ratings_stand_on_their_page_and_in_json_and_csv(site: Site, files: dict[str, str]) -> None:
    goals = {goal["id"]: goal for goal in json.loads(files["data/2025/mal.json"])["mal"]["mål"]}
    lines = {line["id"]: line for line in csv.DictReader(io.StringIO(files["data/mal.csv"])) if line["år"] == "2025"}
    rows = {row[0]: row for row in site["mal/"].table("Mål", "Område")[1:]}
    for row in RATINGS:
        goal = goals[row["mål"]]
        assert (str(goal["uppföljning"]["värdering"]), lines[row["mål"]]["värdering"]) == (row["värdering"],) * 2
        shown = next(cells for title, cells in rows.items() if title.startswith(flat(goal["titel"])))
        assert row["värdering"] == shown[-2], shown

"""The JSON files hold what data says, as their schemas say, at addresses that are known before they are made."""

import json
import re
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from pydantic import BaseModel
from rusplan.checks import read_collection
from rusplan.open_data.json_values import json_value
from rusplan.publish.lasting import addresses as answering
from rusplan.site.open_files import TABLE_NAMES, data_addresses

from tests.drafts.half_written import half_written
from tests.open_data.published import BASE, ROOTS, files_of, published, read_json, site_of
from tests.periods.rolling import rolling_plans

OF_YEAR = ("plan", "berattelse", "mal", "budget", "dokument")
ATTRIBUTES = {"berattelse": "berättelse", "mal": "mål"}


@pytest.fixture(params=ROOTS)
def body(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def data_of(files: dict[str, str]) -> dict[str, Any]:
    """Each file that names its schema, by its address."""
    found = {address: json.loads(text) for address, text in files.items() if address.endswith(".json")}
    return {address: content for address, content in found.items() if "adress" in content}


def test_every_file_is_as_its_schema_says(body: str) -> None:
    _, files = published(body)
    schemas = {
        content["$id"]: content
        for address, text in files.items()
        if "/schema/" in address
        for content in [json.loads(text)]
    }
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    assert len(data_of(files)) > 5
    for address, content in data_of(files).items():
        validator = Draft202012Validator(schemas[content["$schema"]], format_checker=FormatChecker())
        assert not [error.message for error in validator.iter_errors(content)], address


def test_schema_refuses_a_field_that_is_not_told_of_and_a_number_in_words() -> None:
    _, files = published("bas")
    schema, content = read_json(files, "data/schema/aktiviteter.json"), read_json(files, "data/2025/aktiviteter.json")
    content["aktiviteter"][0] |= {"dagar": "fem", "påhittat": 1}
    assert len(list(Draft202012Validator(schema).iter_errors(content))) == 2


def differences(told: Any, held: Any, where: str = "") -> list[str]:
    """Where what is published differs from what the model holds."""
    match held:
        case BaseModel():
            fields = [name for name, field in type(held).model_fields.items() if not field.exclude]
            return [one for name in fields for one in differences(told[name], getattr(held, name), f"{where}.{name}")]
        case tuple():
            assert len(told) == len(held), where
            return [one for i, part in enumerate(held) for one in differences(told[i], part, f"{where}[{i}]")]
        case Decimal():
            return [] if not isinstance(told, str) and Decimal(str(told)) == held else [where]
        case None | int() | str():
            return [] if told == held else [where]
        case _:
            return [] if told == held.iso else [where]


def test_each_value_is_that_of_data(body: str) -> None:
    sajt, files = published(body)
    for year in sajt.samling.årgångar.values():
        activities = read_json(files, f"data/{year.år}/aktiviteter.json")["aktiviteter"]
        assert [one["id"] for one in activities] == [activity.ref for activity in year.aktiviteter.values()]
        for told, activity in zip(activities, year.aktiviteter.values(), strict=True):
            assert differences(told, activity.plan.innehåll) == []
        for name in OF_YEAR:
            if file := getattr(year, ATTRIBUTES.get(name, name)):
                assert differences(read_json(files, f"data/{year.år}/{name}.json")[name], file.innehåll) == []
    organisations = read_json(files, "data/organisationer.json")["organisationer"]
    for told, held in zip(organisations, sajt.samling.organisationer.values(), strict=True):
        assert differences(told, held) == []


def test_what_is_told_of_each_year_of_a_longer_period_is_told_apart(tmp_path: Path) -> None:
    sajt = site_of(rolling_plans(tmp_path))
    files = files_of(sajt)
    told = [(one["aktivitet"], one["delår"]) for one in read_json(files, "data/2025-2027/utfall.json")["utfall"]]
    held = [(a.ref, part) for a in sajt.samling.årgångar["2025-2027"].aktiviteter.values() for part in a.delutfall]
    assert told == held
    assert len(held) > 2
    reports = read_json(files, "data/2025-2027/berattelser.json")["berattelser"]
    assert [(one["delår"], one["sammanfattning"]) for one in reports] == [(2025, "Det mesta blev av det första året.")]


def test_what_is_not_told_is_no_no() -> None:
    _, files = published("bas")
    told = {one["id"]: one["prioriterad"] for one in read_json(files, "data/2024/aktiviteter.json")["aktiviteter"]}
    held = published("bas")[0].samling.årgångar["2024"].aktiviteter
    assert told == {a.ref: a.plan.innehåll.prioriterad and str(a.plan.innehåll.prioriterad) for a in held.values()}
    assert json_value(None) is None
    assert {"ja", "nej"} & set(told.values())


def test_each_field_is_explained_in_swedish_sentences() -> None:
    _, files = published("bas")
    for address, text in files.items():
        if "/schema/" in address:
            schema = json.loads(text)
            parts = [
                schema,
                schema["properties"][address.split("/")[-1].removesuffix(".json")],
                *schema["$defs"].values(),
            ]
            for part in parts:
                part = part.get("items", part)
                for name, field in part.get("properties", {}).items():
                    if part is not schema or name in ("adress", "utgivare", "år"):
                        assert field["description"].endswith("."), f"{address}: {name}"
            assert not re.search(r"\b(?:The|how|whether|what)\b", text), "what is said to programmers"


def test_permalinks_lead_to_pages(body: str) -> None:
    sajt, files = published(body)
    pages = {f"{BASE}{address}" for address in sajt.rutter}
    for address, content in data_of(files).items():
        records = content[address.rpartition("/")[2].removesuffix(".json")]
        for record in records if isinstance(records, list) else [records]:
            assert {record.get("permalänk", BASE), record.get("livslinje", BASE)} <= pages, address


def test_every_address_is_known_before_it_is_made(body: str) -> None:
    sajt, files = published(body)
    assert set(files) == set(data_addresses(sajt.samling))
    assert len(TABLE_NAMES) == len({address for address in files if address.endswith(".csv")})


def test_list_of_files_tells_the_size_and_the_checksum_of_each() -> None:
    _, files = published("bas")
    listed = {urlsplit(row["adress"]).path[1:]: row for row in read_json(files, "data/index.json")["filer"]}
    assert set(listed) == {
        one
        for one in files
        if "/schema/" not in one and one.partition("/")[2] not in ("index.json", "csv-metadata.json", "katalog.rdf")
    }
    for address, row in listed.items():
        assert (row["byte"], row["sha256"]) == (
            len(files[address].encode()),
            sha256(files[address].encode()).hexdigest(),
        )


def test_what_is_published_must_go_on_answering_unlike_what_only_pages_load() -> None:
    made = dict.fromkeys(("data/2025/plan.json", "data/budget.csv", "data/katalog.rdf", "aktiviteter/index.json"), "")
    assert answering(made) == {"/data/2025/plan.json", "/data/budget.csv", "/data/katalog.rdf"}


def test_draft_is_in_no_file(tmp_path: Path) -> None:
    root = half_written(tmp_path)
    before, shown = published("bas")[1], site_of(root)
    for sajt in (shown, replace(shown, samling=read_collection(root))):
        after = files_of(sajt)
        assert not [address for address, text in after.items() if "2026/" in address + text or "promenader" in text]
        assert set(after) == set(before) == set(data_addresses(sajt.samling))

"""A form says what its file says, and what is filled in comes into the file: that, and nothing else."""

from pathlib import Path
from typing import Any

import pytest
from rusplan.data.edits import Put, edited
from rusplan.data.kinds import place
from rusplan.data.model import Aktivitet, Budget, MålFörPeriod, Post, Samverkan
from rusplan.data.yaml_text import Plain, parse
from rusplan.editor.form_values import AT, GONE, Filled, Formtolk, filled, submitted

from tests.editor.filled_in import sent

BAS = Path(__file__).parents[1] / "golden/bas"
FILES = sorted(path.relative_to(BAS).as_posix() for path in BAS.glob("data/**/*.yml"))
ACTIVITY: dict[str, Plain] = {
    "titel": "Kulturstigar",
    "område": "kultur",
    "dagar": "12.50",
    "insatser": [
        {"text": "Märka ut stigar.", "id": "stigar"},
        {"text": "Hålla möten.", "id": "moten", "källa": {"dokument": "plan", "avsnitt": "3"}},
        {"text": "Trycka kartor."},
    ],
    "ändringar": [{"revidering": "2026-05-18", "före": {"dagar": "10"}}],
}


def content(form: Filled, model: type[Post], base: Plain = "") -> Any:
    return Formtolk(lambda field, owner, text: text).of(submitted(sent(form), model), model, base)


@pytest.mark.parametrize("name", FILES)
def test_a_form_that_is_sent_as_it_stands_changes_no_byte(name: str) -> None:
    kind = place(name)
    assert kind
    raw = (BAS / name).read_bytes()
    here, model = parse(raw, name).value, kind.slag.modell
    assert edited(raw, [Put(at=(), value=content(filled(here, model), model, here))]).raw == raw


def test_an_item_that_is_moved_takes_along_what_the_form_does_not_show() -> None:
    form = filled(ACTIVITY, Aktivitet)
    form["insatser"].reverse()
    assert content(form, Aktivitet, ACTIVITY)["insatser"] == ACTIVITY["insatser"][::-1]  # type: ignore[index]


def test_what_a_form_does_not_have_stays_in_the_file() -> None:
    assert content({"titel": "Stigar"}, Aktivitet, ACTIVITY) == {**ACTIVITY, "titel": "Stigar"}


def test_a_removed_part_can_be_taken_back_until_the_form_is_saved() -> None:
    form = filled(ACTIVITY, Aktivitet)
    form["insatser"][1][GONE] = "1"
    kept = submitted(sent(form), Aktivitet)
    assert kept["insatser"][1]["text"] == "Hålla möten."
    assert [each["text"] for each in content(form, Aktivitet, ACTIVITY)["insatser"]] == [
        "Märka ut stigar.",
        "Trycka kartor.",
    ]


def test_the_last_part_of_a_list_can_go() -> None:
    form = filled(ACTIVITY, Aktivitet)
    for each in form["insatser"]:
        each[GONE] = "1"
    assert "insatser" not in content(form, Aktivitet, ACTIVITY)


def test_an_empty_part_that_was_added_is_nothing() -> None:
    form = filled(ACTIVITY, Aktivitet)
    form["insatser"].append({AT: "", "text": " ", "samverkan": [], "start": ""})
    assert content(form, Aktivitet, ACTIVITY) == ACTIVITY


@pytest.mark.parametrize(
    ("field", "written", "meant"),
    [
        ("dagar", "15,5", "15.5"),
        ("dagar", "1 200 dagar", "1200"),
        ("dagar", "många", "många"),
        ("start", "12 maj 2026", "2026-05-12"),
        ("start", "maj 2026", "2026-05"),
        ("titel", "  Två \r\n rader ", "Två rader"),
    ],
)
def test_a_value_may_be_written_as_people_write_it(field: str, written: str, meant: str) -> None:
    assert content({field: written}, Aktivitet)[field] == meant


def test_an_amount_below_zero_and_with_ören_stays() -> None:
    base: Plain = {"rader": [{"id": "lon", "titel": "Lön", "budget": "-1200.50"}], "summa": {"titel": "Summa"}}
    assert filled(base, Budget)["rader"][0]["budget"] == "-1200,50"
    assert content(filled(base, Budget), Budget, base) == base


def test_a_new_part_gets_an_id_of_its_own_after_its_name() -> None:
    base: Plain = {"organisationer": [{"id": "lansmuseet", "namn": "Länsmuseet"}]}
    form = filled(base, Samverkan)
    form["organisationer"] += [{AT: "", "namn": "Länsmuseet"}, {AT: "", "namn": "Åre kommun"}]
    assert [each["id"] for each in content(form, Samverkan, base)["organisationer"]] == [
        "lansmuseet",
        "lansmuseet-2",
        "are-kommun",
    ]


def test_what_a_field_says_without_standing_there_is_not_written() -> None:
    form = {
        "händelser": [{AT: "", "titel": "Möte", "typ": "möte", "datum": "2026", "inställd": "nej", "form": "okänt"}]
    }
    assert content(form, Aktivitet)["händelser"] == [{"titel": "Möte", "typ": "möte", "datum": "2026"}]


def test_fields_that_no_form_has_are_passed_over() -> None:
    pairs = [
        ("titel", "Ett"),
        ("titel.x", "Två"),
        ("mål.0.hemligt", "x"),
        ("mål", "x"),
        ("__class__.a.b", "x"),
        ("insatser.x", "x"),
    ]
    assert submitted(pairs, Aktivitet)["titel"] == "Ett"
    form = submitted([("period", "2025"), *pairs], MålFörPeriod)
    assert set(form["mål"][0]) <= {AT, GONE}

"""The data of the filter, and what became of an activity since the year before."""

import json
from typing import Any

import pytest
from rusplan.data.collection import Samling
from rusplan.outputs.activity_index import index_form, index_text
from rusplan.site.sajt import Sajt
from rusplan.views.activity_list import Urval, activities
from rusplan.views.year_change import change_kinds, förändring


@pytest.fixture(scope="module")
def sajt(samling: Samling) -> Sajt:
    """The site of the invented body."""
    return Sajt(samling=samling)


@pytest.fixture(scope="module")
def columns(sajt: Sajt) -> dict[str, Any]:
    """The file as the browser reads it."""
    found: dict[str, Any] = json.loads(index_text(sajt))
    return found


def test_each_row_of_the_data_is_the_activity_of_that_row_in_the_table(sajt: Sajt, columns: dict[str, Any]) -> None:
    rows = activities(sajt, Urval())
    assert len(rows) == columns["antal"]
    for number, activity in enumerate(rows):
        assert columns["ar"]["ord"][columns["ar"]["rad"][number]] == str(activity.år)
        assert {columns["organisation"]["ord"][n] for n in columns["organisation"]["rad"][number]} == activity.samverkan
        assert columns["dagar"][number] == activity.plan.innehåll.dagar


def test_rows_of_a_lifeline_lead_up_to_its_newest(sajt: Sajt, columns: dict[str, Any]) -> None:
    rows = activities(sajt, Urval())
    for number, distance in enumerate(columns["livslinje"]):
        line = sajt.graf.livslinje(rows[number].ref)
        above = [a for a in rows[:number] if a in line]
        assert (rows[number - distance] in above) if distance else not above


def test_form_offers_every_word_that_the_data_has_and_no_other(sajt: Sajt, columns: dict[str, Any]) -> None:
    form = index_form(sajt)
    for facet in (*form.facetter, form.organisationer):
        assert {choice.värde for choice in facet.val} == set(columns[facet.namn]["ord"])
        assert all(word.isascii() for word in columns[facet.namn]["ord"])


def test_version_changes_with_the_data_only(sajt: Sajt, bas: Samling) -> None:
    assert index_form(sajt).version == json.loads(index_text(sajt))["version"] != index_form(Sajt(samling=bas)).version


@pytest.mark.parametrize(
    ("ref", "kinds", "text"),
    [
        ("2024/skog", ["forsta"], "Första året i data"),
        ("2024/tidning", ["forsta", "upphor"], "Första året i data; upphör"),
        ("2025/vatten", ["andrad"], "Nytt namn"),
        ("2025/museum", ["andrad"], "Sammanslagen"),
        ("2025/laslov", ["ny"], "Ny"),
    ],
)
def test_activity_tells_what_became_of_it(bas: Samling, ref: str, kinds: list[str], text: str) -> None:
    sajt, activity = Sajt(samling=bas), bas.aktiviteter[ref]
    assert list(change_kinds(sajt, activity)) == kinds
    assert förändring(sajt, activity).startswith(text)


def test_known_difference_is_a_change_and_the_unknown_is_not(sajt: Sajt) -> None:
    told = {ref: förändring(sajt, a) for ref, a in sajt.samling.aktiviteter.items()}
    before, now = (sajt.samling.aktiviteter[f"{y}/badplatser"].plan.innehåll for y in (2024, 2025))
    assert before.dagar != now.dagar
    assert told["2025/badplatser"] == "Fortsätter; ändrat: arbetstid"
    unknown = [a for a in sajt.samling.aktiviteter.values() if a.plan.innehåll.utvecklingsinsats == "okänt"]
    assert unknown
    assert not any("slag av insats" in told[a.ref] for a in unknown)

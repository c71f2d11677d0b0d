"""The steps between years, asked from both ends, and the references in texts. The facts stand in tests/golden/bas."""

from dataclasses import replace

import pytest
from rusplan.data.collection import Samling
from rusplan.data.model import Grund, Relation, Upphörande
from rusplan.data.references import Graf, all_mentions
from rusplan.data.walk import parts_of


@pytest.fixture(scope="module")
def graf(bas: Samling) -> Graf:
    """The graph of the base."""
    return Graf(bas)


@pytest.mark.parametrize(
    ("ref", "earlier"),
    [
        ("2024/skog", []),
        ("2025/skog", [("2024/skog", Relation.FORTSÄTTER, Grund.KÄLLAN)]),
        ("2025/vatten", [("2024/sjoar", Relation.NAMNBYTE, Grund.REDAKTIONELL)]),
        (
            "2025/museum",
            [
                ("2024/utstallning", Relation.SAMMANSLAGNING, Grund.KÄLLAN),
                ("2024/skolbesok", Relation.SAMMANSLAGNING, Grund.KÄLLAN),
            ],
        ),
        ("2025/laslov", []),
        ("2019/finns-inte", []),
    ],
)
def test_step_is_told_from_its_later_end(graf: Graf, ref: str, earlier: list[tuple[str, Relation, Grund]]) -> None:
    assert [(step.från.ref, step.typ, step.grund) for step in graf.bygger_på(ref)] == earlier


@pytest.mark.parametrize(
    ("ref", "later"),
    [
        ("2024/skog", ["2025/skog"]),
        ("2024/sjoar", ["2025/vatten"]),
        ("2024/utstallning", ["2025/museum"]),
        ("2024/skolbesok", ["2025/museum"]),
        ("2024/tidning", []),
        ("2025/museum", []),
    ],
)
def test_step_is_told_from_its_earlier_end(graf: Graf, ref: str, later: list[str]) -> None:
    assert [step.till.ref for step in graf.fortsätter_i(ref)] == later


def test_activity_that_ends_says_why(graf: Graf) -> None:
    end = graf.upphör("2024/tidning")
    assert end
    assert end.text == "Tidningen läggs ned."
    assert graf.upphör("2024/skog") is None


def test_plan_that_comes_after_says_what_ends_with_it(bas: Samling) -> None:
    year = bas.årgångar["2025"]
    end = Upphörande(aktivitet="2024/skog", grund=Grund.REDAKTIONELL, text="Stigarna är klara.")
    plan = replace(year.plan, innehåll=year.plan.innehåll.model_copy(update={"upphör": (end,)}))
    ended = Graf(replace(bas, årgångar={**bas.årgångar, "2025": replace(year, plan=plan)}))
    assert ended.upphör("2024/skog") == end


@pytest.mark.parametrize(
    ("ref", "line"),
    [
        ("2025/museum", ["2024/utstallning", "2024/skolbesok", "2025/museum"]),
        ("2024/skolbesok", ["2024/utstallning", "2024/skolbesok", "2025/museum"]),
        ("2024/sjoar", ["2024/sjoar", "2025/vatten"]),
        ("2025/laslov", ["2025/laslov"]),
    ],
)
def test_lifeline_is_the_same_from_each_of_its_activities(graf: Graf, ref: str, line: list[str]) -> None:
    activities = graf.livslinje(ref)
    assert [a.ref for a in activities] == line
    assert len(graf.steg(activities)) == len(line) - 1


@pytest.mark.parametrize(
    ("target", "texts"),
    [
        ("2025/museum", ["Kartorna visas på museet."]),
        ("2025/budget", ["Bron betalas av resorna."]),
        ("2026", ["Bron blir klar nästa år."]),
        ("2024/museum", []),
    ],
)
def test_mention_is_found_from_what_it_points_at(graf: Graf, target: str, texts: list[str]) -> None:
    mentions = graf.nämns_i(target)
    assert [m.hänvisning.text for m in mentions] == texts
    assert all(m.aktivitet and m.aktivitet.ref == "2025/skog" and m.loc[0] == "hänvisningar" for m in mentions)


def test_every_mention_of_every_file_is_listed(bas: Samling) -> None:
    assert [m.hänvisning.till for m in all_mentions(bas)] == ["2025/museum", "2025/budget", "2026"]


def test_each_part_is_given_with_the_place_where_the_file_has_it(bas: Samling) -> None:
    file = bas.aktiviteter["2025/skog"].plan
    parts = dict(parts_of(file.innehåll))
    assert parts[()] is file.innehåll
    assert parts["insatser", 1, "text"] == "Bygga en bro."
    assert file.platser.keys() <= parts.keys()

"""Each planned item tells what became of it, where the outcome does, and how many are done."""

from rusplan.macros import Makron
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt
from rusplan.views.activity_page import activity_in_document, activity_page

from tests.views.lillby import Changed, Fil, plain

SKOG = "2025/skog"
ITEMS = [
    {"text": "Märka stigar.", "id": "stigar"}, {"text": "Bygga en bro.", "id": "bro"}, {"text": "Räkna träd.", "id": "trad"},
    {"text": "Laga bänkar."},
]  # fmt: skip


def followed_up(files: dict[str, Fil]) -> None:
    files["2025/aktiviteter/skog.yml"]["insatser"] = ITEMS
    files["2025/utfall/skog.yml"]["insatser"] = [
        {"insats": "stigar", "läge": "gjord"}, {"insats": "bro", "läge": "flyttad", "flyttad_till": 2026, "text": "Virket dröjde."},
        {"insats": "trad", "läge": "flyttad", "flyttad_till": "2025/park"},
    ]  # fmt: skip


def test_each_planned_item_tells_what_became_of_it_and_how_many_are_done(changed: Changed) -> None:
    sajt = changed(followed_up)
    page = activity_page(sajt, sajt.samling.aktiviteter[SKOG])
    assert page.plan.gjort == "1 av 4 insatser är gjord."
    told = [
        (item.text, item.utfall.märke.text, item.utfall.flyttad_till and item.utfall.flyttad_till.text)
        if item.utfall
        else (item.text,)
        for item in page.plan.insatser
    ]
    assert told == [
        ("Märka stigar.", "Gjord", None), ("Bygga en bro.", "Flyttad", "2026"), ("Räkna träd.", "Flyttad", "Parken (2025)"),
        ("Laga bänkar.",),
    ]  # fmt: skip
    shown = plain(Renderer(sajt.samling).render("sidor/aktivitet.html", "", vy=page, sida=None))
    assert "1 av 4 insatser är gjord." in shown
    assert "Virket dröjde." in shown


def test_plan_as_it_was_decided_tells_nothing_of_what_became_of_it(changed: Changed) -> None:
    sajt = changed(followed_up)
    plan = activity_in_document(sajt, sajt.samling.aktiviteter[SKOG], report=False).plan
    assert plan
    assert plan.gjort is None
    assert not any(item.utfall for item in plan.insatser)


def test_activity_whose_items_are_not_followed_up_counts_none(lillby: Sajt) -> None:
    assert activity_page(lillby, lillby.samling.aktiviteter[SKOG]).plan.gjort is None


def test_macro_of_an_activity_is_as_before(lillby: Sajt) -> None:
    assert "insatser är" not in Makron(lillby, Renderer(lillby.samling), "").aktivitetslista()

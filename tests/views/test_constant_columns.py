"""A column that says the same everywhere, or nothing, is told of once above its table, or not at all."""

import re

from rusplan.macros import Makron
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt
from rusplan.views.budget_page import budget_page
from rusplan.views.plan_page import plan_page

from tests.views.lillby import Changed, Fil, plain


def table(html: str, caption: str) -> tuple[str, list[str]]:
    """What stands above the table whose caption begins so, and its column heads."""
    found = re.search(rf"<caption>{re.escape(caption)}(.*?)</caption>\s*<thead>(.*?)</thead>", plain(html), re.S)
    assert found, caption
    return re.sub("<[^>]*>", "", found[1]), re.findall("<th[^>]*>([^<]*)</th>", found[2])


def plan(sajt: Sajt) -> str:
    return Makron(sajt, Renderer(sajt.samling), "planer/2025/").verksamhetsplan(2025)


def test_what_all_activities_of_a_heading_share_stands_above_them(changed: Changed) -> None:
    def alike(files: dict[str, Fil]) -> None:
        for name in ("sjoar", "skog", "park"):
            files[f"2025/aktiviteter/{name}.yml"] |= {
                "prioriterad": "ja", "löpande": "ja", "ansvar": [{"organisation": "kommunen"}],
            }  # fmt: skip

    told, heads = table(plan(changed(alike)), "Natur")
    assert "Prioritet: prioriterad." in told
    assert "Ansvar: Lillby kommun." in told
    assert "Tid: löpande." in told
    assert not {"Prioritet", "Ansvar", "Tid"} & set(heads)


def test_what_one_activity_says_otherwise_keeps_its_column(changed: Changed) -> None:
    def but_one(files: dict[str, Fil]) -> None:
        for name, priority in (("sjoar", "ja"), ("skog", "ja"), ("park", "nej")):
            files[f"2025/aktiviteter/{name}.yml"]["prioriterad"] = priority

    told, heads = table(plan(changed(but_one)), "Natur")
    assert "Prioritet" in heads
    assert "Prioritet" not in told


def test_a_plan_in_brief_tells_once_what_its_source_is_silent_about(changed: Changed, lillby: Sajt) -> None:
    def silent(files: dict[str, Fil]) -> None:
        for name, content in files.items():
            if name.startswith("2025/aktiviteter/"):
                content["utvecklingsinsats"] = "okänt"

    told, heads = table(plan(changed(silent)), "Planen 2025 i korthet")
    assert told == "Källan säger inget om det här: utvecklingsinsatser."
    assert not [head for head in heads if "insatser" in head]
    assert "Utvecklingsinsatser" not in plan_page(lillby, lillby.samling.årgångar["2025"]).okända


def test_a_budget_tells_once_that_no_line_has_an_outcome(changed: Changed, lillby: Sajt) -> None:
    def unspent(files: dict[str, Fil]) -> None:
        for line in (*files["2025/budget.yml"]["rader"], files["2025/budget.yml"]["summa"]):
            line.pop("utfall", None)

    site = changed(unspent)
    (page, whole) = (budget_page(each, each.samling.årgångar["2025"]) for each in (site, lillby))
    assert page
    assert whole
    assert (whole.tysta, whole.tyst_text) == ((), "")
    assert page.tyst_text == "Utfall och utfall minus budget: uppgift saknas i källan."

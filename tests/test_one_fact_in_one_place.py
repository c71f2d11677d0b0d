"""In a plan that is written here a number of days is corrected in one place: sums are counted, or named with the words to change."""

import shutil
from pathlib import Path

import pytest
from rusplan.checks import read_collection
from rusplan.checks.left_to_do import left_to_do
from rusplan.data.collection import Samling
from rusplan.data.counted_sums import budget_sums
from rusplan.data.periods import Planperiod
from rusplan.editing.new_year import new_year
from rusplan.site.sajt import Sajt
from rusplan.views import pictures
from rusplan.views.budget_page import budget_page
from rusplan.views.plan_page import plan_page

from tests.changes.conftest import förråd as förråd
from tests.changes.data_repository import Förråd

DAYS = {"skog": "12", "vatten": "5.5", "museum": "10", "laslov": "2.5"}
PLAN, BUDGET, SKOG = "data/2026/plan.yml", "data/2026/budget.yml", "data/2026/aktiviteter/skog.yml"


def write_draft(root: Path) -> None:
    """A draft for 2026 with days and amounts, and no sum."""
    new_year(root, Planperiod("2026"))
    for name, days in DAYS.items():
        path = root / f"data/2026/aktiviteter/{name}.yml"
        path.write_text(path.read_text(encoding="utf-8").replace("\ndagar:\n", f"\ndagar: {days}\n"), encoding="utf-8")
    path = root / BUDGET
    text = path.read_text(encoding="utf-8").replace("90000\n    budget:", "90000\n    budget: 95000")
    path.write_text(
        text.replace("10000\n    budget:", "10000\n    budget: 5000") + "bemanning: {tjänster: 0.2}\n", encoding="utf-8"
    )


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """The small collection with a draft."""
    shutil.copytree(Path(__file__).parent / "golden/bas/data", tmp_path / "data")
    write_draft(tmp_path)
    return tmp_path


def left(root: Path) -> str:
    """All that is left to do in the draft."""
    return "\n".join(map(str, left_to_do(read_collection(root)))).replace("\u00a0", " ")


def shown(samling: Samling) -> tuple[object, ...]:
    """The sums of 2026 as pages show them."""
    year, sajt = samling.årgångar["2026"], Sajt(samling=samling)
    plan, budget = plan_page(sajt, year), budget_page(sajt, year)
    assert budget
    areas = [area.dagar_summa for area in plan.områden]
    return *areas, plan.dagar_summa, dict(budget.bemanning)["Arbetsdagar"], budget.summarader[-1].celler[0]


def test_every_sum_that_is_left_out_is_counted(draft: Path) -> None:
    assert [str(found).replace("\u00a0", " ") for found in shown(read_collection(draft))] == [
        "17,5 dagar", "12,5 dagar", "30 dagar", "30 dagar", "100 000 kr",
    ]  # fmt: skip
    path = draft / SKOG
    path.write_text(path.read_text(encoding="utf-8").replace("dagar: 12\n", "dagar: 13\n"), encoding="utf-8")
    assert [str(found).replace("\u00a0", " ") for found in shown(read_collection(draft))][:4] == [
        "18,5 dagar", "12,5 dagar", "31 dagar", "31 dagar",
    ]  # fmt: skip


def test_what_nobody_has_written_yet_is_not_said_to_be_missing_in_a_source(draft: Path) -> None:
    samling = read_collection(draft)
    year = samling.årgångar["2026"]
    found = budget_page(Sajt(samling=samling), year)
    assert found
    assert [line.celler[1:] for line in found.rader] == [("Inte ifyllt än", "Inte ifyllt än")] * 2
    assert (found.summarader[-1].titel, found.summarader[-1].celler[1]) == ("Summa", "Inte ifyllt än")
    assert "källan" not in str(pictures.budget(Sajt(samling=samling), year))


def test_need_of_money_in_an_area_is_that_of_its_activities(draft: Path) -> None:
    for name, need in (("skog", "nej"), ("vatten", "ja"), ("museum", "nej")):
        path = draft / f"data/2026/aktiviteter/{name}.yml"
        path.write_text(path.read_text(encoding="utf-8").replace("  behov:\n", f"  behov: {need}\n"), encoding="utf-8")
    samling = read_collection(draft)
    areas = plan_page(Sajt(samling=samling), samling.årgångar["2026"]).områden
    assert [area.medel and area.medel.behov for area in areas] == ["Ja", "Inte ifyllt än"]


def test_sum_that_is_stated_and_differs_is_told_with_the_words_to_write(draft: Path) -> None:
    for name, old, new in (
        (PLAN, "    titel: Natur\n", "    titel: Natur\n    dagar: 17\n"),
        (PLAN, "sammanfattning:\n", "sammanfattning: Naturen får 17 dagar 2026.\n"),
        (BUDGET, "{tjänster: 0.2}", "{tjänster: 0.2, dagar: 31}"),
        (BUDGET, "  titel: Summa\n", "  titel: Summa\n  budget: 99000\n"),
    ):
        text = (draft / name).read_text(encoding="utf-8")
        assert old in text
        (draft / name).write_text(text.replace(old, new), encoding="utf-8")
    found = left(draft)
    assert (
        "«dagar» är 17, men aktiviteternas dagar i Natur blir 17,5; skriv 17,5, eller ta bort raden, så räknas summan ut; talet står också i data/2026/plan.yml:7; ändra det till 17,5 där"
        in found
    )
    assert "«dagar» är 31, men alla aktiviteters dagar blir 30; skriv 30, eller ta bort raden" in found
    assert "«budget» är 99 000 kr, men raderna blir 100 000 kr; skriv 100 000 kr, eller ta bort raden" in found


def test_text_that_tells_the_sum_before_a_correction_is_named_with_file_row_and_words(förråd: Förråd) -> None:
    write_draft(förråd.rot)
    förråd.byt(
        PLAN,
        "sammanfattning:\n",
        "sammanfattning: Planen för 2026 räknar med 30 arbetsdagar, varav 17,5 dagar i naturen.\n",
    )
    förråd.commit("2026-01-10")
    assert not [problem for problem in left_to_do(read_collection(förråd.rot)) if "tillsammans" in problem.text]
    förråd.byt(SKOG, "dagar: 12\n", "dagar: 14\n")
    found = [str(problem) for problem in left_to_do(read_collection(förråd.rot)) if "tillsammans" in problem.text]
    assert found == [
        f"{PLAN}:7:17: «sammanfattning» säger «17,5 dagar», men aktiviteterna i Natur har nu 19,5 dagar tillsammans; skriv «19,5 dagar»",
        f"{PLAN}:7:17: «sammanfattning» säger «30 arbetsdagar», men alla aktiviteter har nu 32 dagar tillsammans; skriv «32 arbetsdagar»",
    ]


def test_sum_that_a_read_in_document_leaves_out_is_not_counted(draft: Path) -> None:
    year = read_collection(draft).årgångar["2025"]
    assert year.budget
    bare = year.budget.innehåll.summa.model_copy(update={"budget": None})
    object.__setattr__(year.budget, "innehåll", year.budget.innehåll.model_copy(update={"summa": bare}))
    assert budget_sums(year).budget is None

"""A change of a decided plan that no revision or correction explains is told, with what to do, and stops nothing."""

from pathlib import Path

import pytest
from rusplan.changes.since_decision import Oförklarat, unexplained
from rusplan.checks.announced import changes_of_a_decided_plan_are_explained
from rusplan.checks.left_to_do import LEFT_TO_DO
from rusplan.checks.sums import stated_days_agree
from rusplan.commands import cli
from rusplan.data.reading import read_data
from rusplan.site.sajt import Sajt
from rusplan.views.draft_banner import changes_banner

from tests.changes.data_repository import SKOG, Förråd

PLAN, BUDGET, VATTEN = "data/2025/plan.yml", "data/2025/budget.yml", "data/2025/aktiviteter/vatten.yml"
DECISION = ("--date", "2025-05-18", "--by", "Styrgruppen", "--reason", "Stigarna tar tid.")
MAY = ("--revision", "2025-05-18")


@pytest.fixture
def decided(förråd: Förråd) -> Förråd:
    """The plan for 2025 is written here: drafted, then decided, and one thing was changed while it was a draft."""
    förråd.byt(PLAN, "ursprung: inläst\n  läge: beslutad", "ursprung: skrivet_här\n  läge: utkast")
    förråd.commit("2026-02-01")
    förråd.byt(SKOG, "prioriterad: nej", "prioriterad: ja")
    förråd.commit("2026-02-02")
    förråd.byt(PLAN, "läge: utkast", "läge: beslutad")
    förråd.commit("2026-02-03")
    return förråd


def told(repo: Förråd) -> list[str]:
    return [str(problem) for problem in changes_of_a_decided_plan_are_explained(read_data(repo.rot))]


def run(repo: Förråd, *words: str) -> int:
    return cli.main(["--rot", str(repo.rot), *words])


def test_what_was_changed_while_the_plan_was_a_draft_needs_no_reason(decided: Förråd) -> None:
    assert told(decided) == []


def test_change_since_the_decision_is_told_with_the_commands_to_run(decided: Förråd) -> None:
    decided.byt(SKOG, "dagar: 12", "dagar: 12.5")
    (only,) = told(decided)
    assert only.startswith(f"{SKOG}:5:8: «dagar» har ändrats från «12» till «12.5» sedan planen beslutades")
    assert "kör «rusplan revise 2025/skog --revision … --edited» om det är beslutat" in only
    assert "eller «rusplan correct 2025/skog --date … --reason … --edited» om det var ett skrivfel" in only
    decided.commit("2026-03-01")
    assert told(decided) == [only]
    assert changes_of_a_decided_plan_are_explained in LEFT_TO_DO


def test_commands_named_explain_the_change(decided: Förråd, capsys: pytest.CaptureFixture[str]) -> None:
    decided.byt(SKOG, "Bygga en bro.", "Bygga två broar.")
    decided.byt(SKOG, "dagar: 12", "dagar: 15")
    decided.byt(VATTEN, "titel: Vattnet", "titel: Vattnen")
    decided.commit("2026-03-01")
    assert run(decided, "revise", "2025", *DECISION) == 0
    assert run(decided, "revise", "2025/skog", *MAY, "--edited") == 0
    slip = ("--date", "2025-06-01", "--reason", "Fel avskrivet.", "--edited")
    assert run(decided, "correct", "2025/vatten", *slip) == 0
    assert told(decided) == []
    plan = read_data(decided.rot).aktiviteter["2025/skog"].plan.innehåll
    assert [str(plan.dagar), str(plan.ändringar[0].före.dagar)] == ["15", "12"]
    assert [point.text for point in plan.ändringar[0].före.insatser][1] == "Bygga en bro."
    capsys.readouterr()
    assert run(decided, "revise", "2025/skog", *MAY, "--edited") == 1
    assert "är inget ändrat sedan planen beslutades" in capsys.readouterr().err


def test_change_after_a_revision_is_told_too(decided: Förråd) -> None:
    run(decided, "revise", "2025", *DECISION)
    run(decided, "revise", "2025/skog", *MAY, "--set", "dagar=15")
    decided.commit("2026-03-01")
    decided.byt(SKOG, "dagar: 15", "dagar: 16")
    decided.commit("2026-03-02")
    (only,) = told(decided)
    assert "«dagar» har ändrats från «15» till «16»" in only


def test_area_budget_line_and_new_activity_are_judged_and_texts_are_not(decided: Förråd) -> None:
    decided.byt(PLAN, "titel: Kultur\n", "titel: Kultur och lov\n")
    decided.byt(PLAN, "          - vatten\n", "          - vatten\n          - ny\n")
    decided.byt(BUDGET, "budget: 10000\n", "budget: 12000\n")
    decided.skriv("data/2025/aktiviteter/ny.yml", (decided.rot / VATTEN).read_text(encoding="utf-8"))
    decided.byt(SKOG, "sammanfattning: Stigarna i skogen märks.", "sammanfattning: Stigarna märks.")
    changes = unexplained(read_data(decided.rot))
    found = {(change.fil.namn, change.fält) for change in changes if isinstance(change, Oförklarat)}
    assert found == {(PLAN, "titel"), (BUDGET, "budget"), ("data/2025/aktiviteter/ny.yml", "tillkom")}
    new = "data/2025/aktiviteter/ny.yml:1:1: aktiviteten har kommit till sedan planen beslutades; skriv «tillkom: "
    assert [row for row in told(decided) if row.startswith(new)]


def test_another_who_answers_for_an_activity_is_told(decided: Förråd) -> None:
    decided.byt(SKOG, "dagar: 12\n", "dagar: 12\nansvar: [{organisation: kommunen}]\n")
    (only,) = told(decided)
    assert "«ansvar» har ändrats sedan planen beslutades" in only


def test_part_that_is_deleted_is_told_with_how_to_put_it_back(decided: Förråd) -> None:
    (decided.rot / VATTEN).unlink()
    decided.byt(PLAN, "          - vatten\n", "")
    text = (decided.rot / BUDGET).read_text(encoding="utf-8")
    decided.skriv(
        BUDGET,
        text.replace("  - id: resor\n    titel: Resor\n", "  - id: tag\n    titel: Tåg\n"),
    )
    activity, line = (row for row in told(decided) if "har tagits bort" in row)
    assert activity.startswith(f"{PLAN}:")
    assert line.startswith(f"{BUDGET}:")
    assert activity.endswith(
        f"aktiviteten «Vattnet» har tagits bort sedan planen beslutades; lägg tillbaka filen {VATTEN} och dess rad i planen, och kör «rusplan cancel 2025/vatten --revision … --reason …» om den utgår ur planen"
    )
    assert "budgetraden «Resor» har tagits bort" in line
    assert "rusplan revise 2025/budget/resor --revision … --set budget=0" in line
    decided.commit("2026-03-01")
    assert {activity, line} <= set(told(decided))


def test_activity_that_is_said_to_be_gone_for_good_is_not_told(decided: Förråd) -> None:
    (decided.rot / VATTEN).unlink()
    decided.byt(PLAN, "          - vatten\n", "")
    assert [row for row in told(decided) if "aktiviteten «Vattnet» har tagits bort" in row]
    register = decided.rot / "data/permalankar.yml"
    said = "borttagna:\n  - adress: /aktiviteter/2025/vatten/\n    skäl: Den lades in av misstag.\n"
    register.write_text((register.read_text(encoding="utf-8") if register.exists() else "") + said, encoding="utf-8")
    assert not [row for row in told(decided) if "har tagits bort" in row]


def test_renamed_activity_is_the_same(decided: Förråd) -> None:
    assert run(decided, "rename", "2025/skog", "2025/urskog") == 0
    decided.commit("2026-03-01")
    assert told(decided) == []
    decided.byt("data/2025/aktiviteter/urskog.yml", "dagar: 12", "dagar: 13")
    assert len(told(decided)) == 1


def test_preview_says_it_on_the_pages_of_the_plan_and_the_activity_and_on_no_other(decided: Förråd) -> None:
    decided.byt(SKOG, "dagar: 12", "dagar: 12.5")
    site = Sajt(samling=read_data(decided.rot))
    found = list(changes_of_a_decided_plan_are_explained(site.samling))
    shown = [address for address, route in site.rutter.items() if changes_banner(site, route, found)]
    assert sorted(shown) == ["aktiviteter/2025/skog/", "planer/2025/", "planer/2025/utskrift/"]
    banner = changes_banner(site, site.rutter["aktiviteter/2025/skog/"], found)
    assert banner
    assert banner.rubrik == "Förhandsvisning."
    assert "«dagar» har ändrats från «12» till «12.5»" in banner.kvar[0].rader[0]


def test_sum_that_differs_by_it_names_the_command_first(decided: Förråd) -> None:
    decided.byt(SKOG, "dagar: 12", "dagar: 15")
    decided.byt(PLAN, "gäller: dagar", "gäller: titel")
    text = str(next(iter(stated_days_agree(read_data(decided.rot)))))
    assert "är ändringen beslutad, kör först rusplan revise 2025/skog --revision … --edited" in text


def test_plan_that_is_read_in_and_a_folder_without_history_are_not_judged(förråd: Förråd, tmp_path: Path) -> None:
    förråd.byt(SKOG, "dagar: 12", "dagar: 13")
    assert told(förråd) == []
    förråd.byt(PLAN, "ursprung: inläst", "ursprung: skrivet_här")
    (förråd.rot / ".git").rename(tmp_path / "borta")
    assert told(förråd) == []

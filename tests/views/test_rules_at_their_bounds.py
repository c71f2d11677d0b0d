"""Rules just where they begin to hold: what is told on one side of the bound, and nothing on the other. The collection is Lillby."""

import pytest
from rusplan.checks import check
from rusplan.checks.known_names import organisations_are_known
from rusplan.checks.left_to_do import activities_of_drafts_have_days
from rusplan.checks.unplaced_texts import UNPLACED, notes_of_unplaced_texts

from tests.views.lillby import Change, Changed, Fil, plain
from tests.views.test_revised_plan import revise


def with_decision(day: str) -> Change:
    return lambda files: files["2025/plan.yml"]["dokument"].update(beslut=[{"av": "Styrgruppen", "datum": day}])


def decided(**days: str) -> Change:
    """Documents, by their kind and year, each decided by the same body."""

    def change(files: dict[str, Fil]) -> None:
        for name, day in days.items():
            kind, _, year = name.partition("_")
            files[f"{year}/{kind}.yml"]["dokument"]["beslut"] = [{"av": "Styrgruppen", "datum": day}]

    return change


def with_part(**fields: object) -> Change:
    """The earmark of the guide: 50 hours at 500 kr, which is 25,000."""
    return lambda files: files["2025/budget.yml"]["rader"][1]["delposter"][0].update(fields)


def without_part(*fields: str) -> Change:
    def change(files: dict[str, Fil]) -> None:
        for field in fields:
            del files["2025/budget.yml"]["rader"][1]["delposter"][0][field]

    return change


def rated(rating: object) -> Change:
    return lambda files: files["2024/mal.yml"]["mål"][0].update(uppföljning={"värdering": rating})


@pytest.mark.parametrize(
    "change",
    [
        with_decision("2023-06-01"), with_decision("2027-06-01"), without_part("timpris"), without_part("timmar"), rated(3),
        decided(plan_2025="2026-02-01", berattelse_2025="2026-02-01"), decided(plan_2024="2024-11", plan_2025="2024-11"),
        decided(plan_2024="2023-12-10", plan_2025="2024-12-10"),
    ],
)  # fmt: skip
def test_what_lies_within_the_bounds_is_right(change: Change, changed: Changed) -> None:
    assert [str(problem) for problem in check(changed(change).samling)] == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (with_decision("2022-12-31"), "«datum» är 2022-12-31, men filen gäller 2025; kontrollera året"),
        (with_decision("2028-01-01"), "«datum» är 2028-01-01, men filen gäller 2025; kontrollera året"),
        (with_part(timmar=51), "«budget» är 25 000 kr, men 51 timmar à 500 kr blir 25 500 kr; rätta det som är fel"),
        (
            decided(plan_2024="2024-11-10", plan_2025="2024-11-10"),
            "«datum» är 2024-11-10, samma dag som Styrgruppen beslutade om dokumentet i data/2024/plan.yml; skriv när årets dokument beslutades",
        ),
        (rated(4), "«värdering» är «4», men ska vara 1, 2 eller 3"),
    ],
)
def test_what_lies_beyond_them_is_told(change: Change, told: str, changed: Changed) -> None:
    assert [plain(problem.text) for problem in check(changed(change).samling)] == [told]


def test_what_is_wrong_with_an_indicator_of_an_activity_is_told_where_it_stands(changed: Changed) -> None:
    values = [{"period": "2024", "värde": 12.5}, {"period": "2024", "värde": 13}]
    known = {"id": "mil", "titel": "Märkta mil", "enhet": "mil", "riktning": "öka", "värden": values}
    sajt = changed(lambda files: files["2025/aktiviteter/skog.yml"].update(indikatorer=[known]))
    (problem,) = check(sajt.samling)
    rows = (sajt.samling.rot / problem.fil).read_text(encoding="utf-8").split("\n")
    assert rows[problem.rad - 1].strip() == "- period: '2024'"
    assert rows[problem.rad].strip() == "värde: 13"


@pytest.mark.parametrize(
    ("days", "why"),
    [((14, 14), "nästa ändring säger att fältet innehöll detsamma"), ((12.5, 15), "fältet innehåller detsamma nu")],
)
def test_what_a_revision_says_was_there_and_still_is_is_no_change(
    days: tuple[float, float], why: str, changed: Changed
) -> None:
    def change(files: dict[str, Fil]) -> None:
        revise(files)
        for revision, before in zip(files["2025/aktiviteter/skog.yml"]["ändringar"], days, strict=True):
            revision["före"]["dagar"] = before

    told = [problem.text for problem in check(changed(change).samling) if "ingen ändring" in problem.text]
    assert told == [f"«dagar» under «före» är ingen ändring, för {why}; skriv vad som stod förut, eller ta bort det"]


def test_a_period_of_no_days_is_told(changed: Changed) -> None:
    day = "2025-03-01"
    sajt = changed(lambda files: files["2025/plan.yml"].update(period={"från": day, "till": day}))
    assert f"«till» är {day}, men ska vara efter «från», som är {day}" in [p.text for p in check(sajt.samling)]


def test_text_from_word_that_found_no_place_is_left_to_do_where_its_note_stands(changed: Changed) -> None:
    def change(files: dict[str, Fil]) -> None:
        files["2025/plan.yml"]["dokument"].update(ursprung="skrivet_här", läge="utkast")
        files["2025/plan.yml"]["anmärkningar"] = [{"text": "Vår egen."}, {"text": f"{UNPLACED}Ett stycke."}]

    samling = changed(change).samling
    (problem,) = notes_of_unplaced_texts(samling)
    row = (samling.rot / problem.fil).read_text(encoding="utf-8").split("\n")[problem.rad - 1]
    assert row.strip().startswith(f"- text: '{UNPLACED.strip()}")
    assert "fick ingen plats: Ett stycke.; för över den dit den hör" in problem.text


@pytest.mark.parametrize(
    ("name", "change", "told", "row"),
    [
        ("ändringar", {"revidering": "maj", "före": {"prioriterad": "nej"}}, "«prioriterad» under «före» är ingen ändring", "prioriterad: nej"),
        ("rättelser", {"datum": "2025-03-01", "skäl": "Fel.", "före": {"prioriterad": "nej"}}, "«prioriterad» under «före» är ingen ändring", "prioriterad: nej"),
        ("ändringar", {"revidering": "maj", "saknades": ["dagra"]}, "«saknades» nämner «dagra»", "- dagra"),
        ("rättelser", {"datum": "2025-03-01", "skäl": "Fel.", "saknades": ["kort_titel"]}, "«kort_titel» under «saknades» är ingen ändring", "- kort_titel"),
        ("rättelser", {"datum": "2025-03-01", "skäl": "Fel.", "före": {"dagar": 1}, "saknades": ["dagar"]}, "«dagar» står både under", "- dagar"),
        ("ändringar", {"revidering": "maj"}, "det framgår inte vad som ändrades", "- revidering: maj"),
        ("rättelser", {"datum": "2025-03-01", "skäl": "Fel.", "före": {"område": "norr"}}, "«område» är «norr»", "område: norr"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_change_is_told_where_it_stands(
    name: str, change: Fil, told: str, row: str, changed: Changed
) -> None:
    def revised(files: dict[str, Fil]) -> None:
        revise(files)
        skog = files["2025/aktiviteter/skog.yml"]
        for each in ("ändringar", "rättelser"):
            del skog[each]
        skog[name] = [change]

    samling = changed(revised).samling
    found = [problem for problem in check(samling) if problem.text.startswith(told)]
    rows = (samling.rot / "data/2025/aktiviteter/skog.yml").read_text(encoding="utf-8").split("\n")
    assert [rows[problem.rad - 1].strip() for problem in found] == [row]


@pytest.mark.parametrize(
    ("without", "told"),
    [
        ((), ["barnbok"]),
        (("skog", "park"), ["barnbok", "park", "skog"]),
        (("skog", "park", "sjoar", "museibutik", "museum", "musik", "ljudbok", "simskola", "lov"), []),
    ],
)
def test_draft_that_says_the_days_of_some_activities_lacks_those_of_the_others(
    without: tuple[str, ...], told: list[str], changed: Changed
) -> None:
    def change(files: dict[str, Fil]) -> None:
        files["2025/plan.yml"]["dokument"].update(ursprung="skrivet_här", läge="utkast")
        for name in without:
            del files[f"2025/aktiviteter/{name}.yml"]["dagar"]

    found = [problem.fil for problem in activities_of_drafts_have_days(changed(change).samling)]
    assert sorted(found) == [f"data/2025/aktiviteter/{name}.yml" for name in told]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ((), "3 ställen: data/2024/aktiviteter/museum.yml:13, data/2025/aktiviteter/museibutik.yml:13, data/2025/aktiviteter/museum.yml:13;"),
        (
            ("lov", "musik"),
            "5 ställen: data/2024/aktiviteter/museum.yml:13, data/2025/aktiviteter/lov.yml:20, data/2025/aktiviteter/museibutik.yml:13, data/2025/aktiviteter/museum.yml:13, data/2025/aktiviteter/musik.yml:22;",
        ),
        (
            ("lov", "musik", "sjoar"),
            "6 ställen: data/2024/aktiviteter/museum.yml:13, data/2025/aktiviteter/lov.yml:20, data/2025/aktiviteter/museibutik.yml:13, data/2025/aktiviteter/museum.yml:13, data/2025/aktiviteter/musik.yml:22 …;",
        ),
    ],
)  # fmt: skip
def test_places_that_name_an_organisation_that_is_gone_are_told_five_at_most(
    more: tuple[str, ...], told: str, changed: Changed
) -> None:
    def change(files: dict[str, Fil]) -> None:
        rows = files["samverkan.yml"]["organisationer"]
        files["samverkan.yml"] = {"organisationer": [row for row in rows if row["id"] != "museiforeningen"]}
        files["permalankar.yml"] = {"adresser": ["/samverkan/museiforeningen/"]}
        for name in more:
            files[f"2025/aktiviteter/{name}.yml"]["samverkan"] = ["museiforeningen"]

    (problem,) = organisations_are_known(changed(change).samling)
    assert told in plain(problem.text)

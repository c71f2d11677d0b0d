"""What stands first on an activity's page, and what is said of it beside the year before. The figures stand in lillby.py."""

import pytest
from rusplan.site.sajt import Sajt
from rusplan.views.activity_page import activity_page
from rusplan.views.answer import LONGEST, Svarvy, answer, in_short
from rusplan.views.lifeline_page import lifeline_page
from rusplan.views.year_compared import Jämfört, compared

from tests.views.lillby import Changed, Fil, plain


def beside(site: Sajt, ref: str) -> Jämfört | None:
    found = compared(site, site.samling.aktiviteter[ref])
    return found and Jämfört(found.med, plain(found.kort), tuple(map(plain, found.ändringar)))


def told(site: Sajt, ref: str) -> Svarvy:
    return answer(site, site.samling.aktiviteter[ref])


@pytest.mark.parametrize(
    ("ref", "short", "changes"),
    [
        ("2025/sjoar", "5 dagar, oförändrat.", ("Aktiviteten hette ”Sjön” 2024.",)),
        ("2025/musik", "Slogs ihop av ”Körerna” och ”Orkestern”. 9 dagar; tillsammans hade de 10.", ()),
        ("2025/ljudbok", "En del av det som var ”Boken”.", ()),
        ("2025/museibutik", "Har knoppats av från ”Museet”.", ()),
    ],
)
def test_activity_is_told_beside_the_one_that_it_comes_from(
    lillby: Sajt, ref: str, short: str, changes: tuple[str, ...]
) -> None:
    found = beside(lillby, ref)
    assert found
    assert (found.med, found.kort) == ("2024", short)
    assert set(changes) <= set(found.ändringar)


def test_what_comes_from_nothing_is_compared_with_nothing(lillby: Sajt) -> None:
    assert beside(lillby, "2024/skog") is None
    assert beside(lillby, "2025/lov") is None


def test_more_days_and_a_new_priority_are_told_in_sentences(changed: Changed) -> None:
    def change(files: dict[str, Fil]) -> None:
        files["2024/aktiviteter/skog.yml"] |= {
            "dagar": 13,
            "prioriterad": "nej",
            "samverkan": ["ov", "museiforeningen"],
        }
        files["2025/aktiviteter/skog.yml"] |= {
            "dagar": 16, "prioriterad": "ja", "utvecklingsinsats": "ja", "medelsbehov": {"behov": "ja"}, "samverkan": ["akeriet", "ov"],
        }  # fmt: skip

    site = changed(change)
    assert beside(site, "2025/skog") == Jämfört(
        "2024",
        "16 dagar i stället för 13; nu prioriterad.",
        (
            "Arbetstiden ökade från 13 till 16 dagar.",
            "Aktiviteten är nu prioriterad.",
            "Aktiviteten är nu en särskild utvecklingsinsats.",
            "Nu behövs pengar utöver arbetstiden.",
            "Nämns 2025 men inte 2024: Lillby kommun och Åkeriet.",
            "Nämns 2024 men inte 2025: MF.",
        ),
    )
    (step,) = (step for step in lifeline_page(site, "skog").steg if step.år == "2025")
    assert "Arbetstiden ökade från 13 till 16 dagar." in map(plain, step.ändringar)


def test_what_is_not_known_is_no_change(changed: Changed) -> None:
    def change(files: dict[str, Fil]) -> None:
        files["2024/aktiviteter/skog.yml"] |= {
            "dagar": 10,
            "prioriterad": "ja",
            "utvecklingsinsats": "ja",
            "samverkan": ["kommunen", "ov"],
        }
        files["2025/aktiviteter/skog.yml"] |= {"prioriterad": "okänt", "utvecklingsinsats": "okänt", "samverkan": []}
        files["2025/aktiviteter/skog.yml"].pop("dagar")
        files["2025/utfall/skog.yml"].pop("samverkan", None)

    assert beside(changed(change), "2025/skog") == Jämfört("2024", "Ingen känd ändring.", ())


def test_money_set_aside_is_compared_where_both_budgets_tell_it(changed: Changed) -> None:
    def change(files: dict[str, Fil]) -> None:
        for year, amount in (("2024", 100), ("2025", 250)):
            part = {"titel": "Stigar", "budget": amount, "aktivitet": "skog"}
            files[f"{year}/budget.yml"]["rader"][0].setdefault("delposter", []).append(part)

    found = beside(changed(change), "2025/skog")
    assert found
    assert "Budgeten avsätter 250 kr till aktiviteten, mot 100 kr 2024." in found.ändringar


def test_outcome_its_reason_and_what_did_not_go_as_planned_come_first(changed: Changed) -> None:
    def change(files: dict[str, Fil]) -> None:
        files["2025/utfall/skog.yml"] |= {
            "status": "delvis", "sammanfattning": "Hälften av stigarna är klara. Mer följer.", "skäl": "Det regnade. Länge.",
            "avvikelser": [
                {"typ": "senarelagt", "text": "Bron byggs senare. Den är dyr.", "flyttad_till": "2026"},
                {"typ": "annat", "text": "Kartan trycktes om."},
            ],
        }  # fmt: skip

    found = told(changed(change), "2025/skog")
    assert (found.utfall, found.text, found.mer) == (True, "Hälften av stigarna är klara.", "#utfall")
    assert found.avvikelser == (("", "Det regnade."), ("Senarelagt", "Bron byggs senare. Flyttat till 2026."))
    assert found.fler == 1


def test_plan_stands_in_the_answer_while_nothing_is_told_of_the_outcome(lillby: Sajt) -> None:
    found = told(lillby, "2024/skog")
    assert (found.utfall, found.text, found.mer, found.avvikelser) == (False, "Planen för Skogen.", "#planerat", ())


def test_long_answer_is_broken_off_between_words() -> None:
    text = f"{'Vi bygger broar över bäcken, ' * 9}. Sedan vilar vi."
    found = in_short(text)
    assert len(found) <= LONGEST + 2
    assert found.endswith("broar över …")
    assert in_short("Kort.") == "Kort."
    assert in_short("") == ""


def test_facts_that_the_source_lacks_are_named_together(lillby: Sajt) -> None:
    activity = lillby.samling.aktiviteter["2024/park"]
    page = activity_page(lillby, activity)
    assert page.saknas == ("Planerad arbetstid", "Prioritet", "Slag av insats", "Samverkan", "Planen beslutad")

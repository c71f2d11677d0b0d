"""What a reader is told when something in a file changes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rusplan.changes.field_words import ID_LISTS, ITEMS, field_word
from rusplan.changes.history import read_history
from rusplan.changes.pairing import pair
from rusplan.changes.span import between
from rusplan.changes.steps import Steg, Ändringar
from rusplan.data import model
from rusplan.data.kinds import FILSLAG, OPTIONAL
from rusplan.data.model import Post
from rusplan.data.schema import innermost

from tests.changes.data_repository import SKOG, UTFALL, Förråd

BUDGET = "data/2025/budget.yml"
PLAN = "data/2025/plan.yml"


def told(changed: Ändringar) -> dict[str, list[str]]:
    """Each thing with what is said of it."""
    rows = {c.sak.titel: [*(f.text.replace("\xa0", " ") for f in c.ändringar), *c.anmärkningar] for c in changed.saker}
    return rows | {s.text.replace("\xa0", " "): [] for s in changed.sammandrag}


def newest(repo: Förråd) -> Steg:
    return read_history(repo.rot).steg[0]


CASES: list[tuple[str, str, str, str, str]] = [
    (SKOG, "dagar: 12", "dagar: 15.5", "Skogen 2025", "dagar 12 → 15,5"),
    (SKOG, "dagar: 12\n", "", "Skogen 2025", "dagar: uppgiften togs bort (var 12)"),
    (SKOG, "prioriterad: nej", "prioriterad: ja", "Skogen 2025", "prioriterad nej → ja"),
    (SKOG, "prioriterad: nej", "prioriterad: okänt", "Skogen 2025", "prioriterad: uppgiften togs bort (var nej)"),
    (SKOG, "{behov: nej}", "{behov: ja}", "Skogen 2025", "medelsbehov: behov nej → ja"),
    (SKOG, "  - kommunen\n", "  - fiskeradet\n  - kommunen\n", "Skogen 2025", "samverkan: Fiskerådet tillkom"),
    (SKOG, "Bygga en bro.", "Bygga två broar.", "Skogen 2025", "insats ändrad: ”Bygga en bro.” → ”Bygga två broar.”"),
    (SKOG, "slutdatum: 2025-05-11", "slutdatum: 2025-05-12", "Skogen 2025",
     "den planerade händelsen Skogens dag: datum 10–11 maj 2025 → 10–12 maj 2025"),
    (SKOG, "insatser:\n", "insatser:\n  - text: Räkna hackspettar.\n", "Skogen 2025", "ny insats: ”Räkna hackspettar.”"),
    (SKOG, "händelser:\n", "händelser:\n  - {titel: Invigning, typ: möte, datum: 2025-11-12, slutdatum: 2025-11-13}\n",
     "Skogen 2025", "ny planerad händelse: Invigning, 12–13 november 2025"),
    (UTFALL, "status: som_planerat", "status: delvis", "Skogen 2025", "status som planerat → delvis"),
    (UTFALL, "status: som_planerat", "status: okänt", "Skogen 2025", "status: uppgiften togs bort (var som planerat)"),
    (UTFALL, "flyttad_till: 2026", "flyttad_till: 2027", "Skogen 2025", "avvikelsen ”Bron blev inte klar.”: flyttad till 2026 → 2027"),
    (PLAN, "          - skog\n          - vatten", "          - vatten\n          - skog", "Verksamhetsplan 2025",
     "området Natur: rubriken: ordningen på aktiviteter i planen ändrad"),
    (PLAN, "sammanfattning:", "revideringar:\n  - {id: var, beslut: {av: Styrgruppen, datum: 2026-05-18}, skäl: Bron.}\nsammanfattning:",
     "Verksamhetsplan 2025", "ny revidering: 18 maj 2026"),
    (SKOG, "dagar: 12", "dagar: 15\nändringar: [{revidering: var, före: {dagar: 12}}]", "Skogen 2025", "dagar 12 → 15"),
    (SKOG, "dagar: 12", "dagar: 12\nutgår: {revidering: var, skäl: Bron är såld.}", "Skogen 2025",
     "besked om att aktiviteten utgår lades till: ”Bron är såld.”"),
    (PLAN, "titel: Kultur\n", "titel: Kultur och lov\n", "Verksamhetsplan 2025", "området Kultur och lov: titeln: ”Kultur” → ”Kultur och lov”"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "thing", "said"), CASES)
def test_change_of_a_field_is_told(förråd: Förråd, file: str, old: str, new: str, thing: str, said: str) -> None:
    förråd.byt(file, old, new)
    förråd.commit("2026-02-01")
    assert told(newest(förråd).ändringar) == {thing: [said]}


def test_amount_is_told_in_kronor(förråd: Förråd) -> None:
    rows = (förråd.rot / BUDGET).read_text(encoding="utf-8").splitlines()
    amount = next(row for row in rows if row.strip().startswith("budget: "))
    förråd.byt(BUDGET, amount, amount.split(":")[0] + ": 12400.50")
    förråd.commit("2026-02-01")
    text = next(iter(told(newest(förråd).ändringar).values()))[0]
    assert text.endswith("→ 12 400,50 kr")


def test_plan_and_outcome_of_an_activity_are_one_thing(förråd: Förråd) -> None:
    förråd.byt(SKOG, "dagar: 12", "dagar: 13")
    förråd.byt(UTFALL, "status: som_planerat", "status: delvis")
    förråd.commit("2026-02-01")
    assert told(newest(förråd).ändringar) == {"Skogen 2025": ["dagar 12 → 13", "status som planerat → delvis"]}


def test_comments_and_layout_are_no_change(förråd: Förråd) -> None:
    förråd.byt(SKOG, "titel: Skogen\n", "# namnet\ntitel:   'Skogen'\n")
    förråd.commit("2026-02-01")
    assert newest(förråd).datum.iso == "2026-01-01"


def test_long_text_shows_the_words_that_changed() -> None:
    from rusplan.changes.wording import text_change

    before = "Vi tar fram tre vägledningar om natur och vatten. " * 3
    shown = text_change(before, before.replace("tre", "två", 1))
    assert shown == ("Vi tar fram tre vägledningar om natur …", "Vi tar fram två vägledningar om natur …")


def point(text: str, **more: Any) -> model.Punkt:
    return model.Punkt(text=text, **more)


def event(title: str, day: str, **more: Any) -> model.Händelse:
    return model.Händelse(titel=title, typ="möte", datum=day, **more)


@pytest.mark.parametrize(
    ("before", "after", "pairs", "gone", "new"),
    [
        ("abc", "xabc", 3, 0, 1),
        ("abc", "bc", 2, 1, 0),
        ("abc", "cab", 3, 0, 0),
        ("aab", "aabb", 3, 0, 1),
        ("", "ab", 0, 0, 2),
    ],
)
def test_items_are_paired_by_what_they_are(before: str, after: str, pairs: int, gone: int, new: int) -> None:
    found = pair(
        [point(f"Punkten {x} handlar om {x * 9}.") for x in before],
        [point(f"Punkten {x} handlar om {x * 9}.") for x in after],
    )
    assert (len(found.par), len(found.borta), len(found.nya)) == (pairs, gone, new)
    assert all(one == other for one, other in found.par)


def test_reworded_item_is_changed_and_not_replaced() -> None:
    old = [point("Bygga en bro över ån vid kvarnen."), point("Märka alla stigar i skogen.")]
    new = [
        point("Räkna fåglar."),
        point("Märka nästan alla stigar i skogen."),
        point("Bygga en bro över ån vid kvarnen."),
    ]
    found = pair(old, new)
    assert [(a.text[:6], b.text[:6]) for a, b in found.par] == [("Märka ", "Märka "), ("Bygga ", "Bygga ")]
    assert found.nya == (new[0],)
    assert found.omordnad


def test_events_with_one_title_are_told_apart_by_date() -> None:
    old = [event("Nätverksmöte", "2025-03-01"), event("Nätverksmöte", "2025-09-01")]
    found = pair(old, [event("Nätverksmöte", "2025-01-15"), *old])
    assert [item.datum.iso for item in found.nya] == ["2025-01-15"]


def test_moved_date_is_a_change_of_the_event() -> None:
    found = pair([event("Invigning", "2025-03-01")], [event("Invigning", "2025-03-08")])
    assert len(found.par) == 1


def walk(visit: Callable[[type[Post], str, object], None]) -> None:
    """Every field of every part of every kind of file whose changes are told."""
    seen: set[type[Post]] = set()
    waiting = [kind.modell for kind in FILSLAG if kind not in OPTIONAL.values()]
    while waiting:
        owner = waiting.pop()
        seen.add(owner)
        for name, field in owner.model_fields.items():
            visit(owner, name, field.annotation)
            inner = innermost(field.annotation)
            if isinstance(inner, type) and issubclass(inner, Post) and inner not in seen:
                waiting.append(inner)


def test_every_list_of_the_model_has_its_words() -> None:
    missing: set[str] = set()

    def visit(owner: type[Post], name: str, annotation: object) -> None:
        if str(annotation).startswith("tuple[") and name not in ITEMS and name not in ID_LISTS:
            missing.add(f"{owner.__name__}.{name}")

    walk(visit)
    assert not missing


def test_no_field_is_told_with_an_underscore() -> None:
    walk(lambda owner, name, _: None if "_" not in field_word(owner, name) else pytest.fail(name))


# ---------------------------------------------------------------- spans


def test_span_of_days_counts_both_days(förråd: Förråd) -> None:
    for day, days in (("2026-02-01", 20), ("2026-03-01", 30), ("2026-04-01", 40)):
        text = (förråd.rot / SKOG).read_text(encoding="utf-8")
        förråd.skriv(
            SKOG, "\n".join(f"dagar: {days}" if r.startswith("dagar") else r for r in text.splitlines()) + "\n"
        )
        förråd.commit(day)
    assert told(between(förråd.rot, "2026-02-01..2026-03-01").ändringar) == {"Skogen 2025": ["dagar 12 → 30"]}
    assert told(between(förråd.rot, "2026-02-02..2026-03-31").ändringar) == {"Skogen 2025": ["dagar 20 → 30"]}
    assert told(between(förråd.rot, "2026-04-01..").ändringar) == {"Skogen 2025": ["dagar 30 → 40"]}
    assert told(between(förråd.rot, "HEAD~1..HEAD").ändringar) == {"Skogen 2025": ["dagar 30 → 40"]}
    assert told(between(förråd.rot, "HEAD..HEAD").ändringar) == {}
    assert told(between(förråd.rot, "2025-01-01..2025-02-01").ändringar) == {}
    assert "4 aktiviteter 2025 lades till" in told(between(förråd.rot, "2025-01-01..").ändringar)


def test_years_are_compared_along_their_references(förråd: Förråd) -> None:
    found = told(between(förråd.rot, "2024..2025").ändringar)
    assert any("ny aktivitet" in row for row in found["Läslovet 2025"])
    assert any(row.startswith("sammanslagning av Utställningen 2024") for row in found["Museet 2025"])
    assert any(row.startswith("titeln") for row in found["Vattnet 2025"])
    assert any(row.startswith("upphör") for rows in found.values() for row in rows)


def test_what_is_unknown_in_one_year_is_no_change(förråd: Förråd) -> None:
    förråd.byt(SKOG, "utvecklingsinsats: nej", "utvecklingsinsats: okänt")
    förråd.byt(SKOG, "prioriterad: nej", "prioriterad: ja")
    assert told(between(förråd.rot, "2024..2025").ändringar)["Skogen 2025"] == ["prioriterad nej → ja", "dagar 10 → 12"]


def test_years_need_no_git(tmp_path: Path, förråd: Förråd) -> None:
    (förråd.rot / ".git").rename(tmp_path / "undan")
    assert between(förråd.rot, "2024..2025").ändringar

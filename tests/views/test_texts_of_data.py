"""What no text in data may hold, and what looks like it and may."""

import pytest
from rusplan.checks import check
from rusplan.checks.doubles import nothing_stands_twice
from rusplan.checks.personal_data import nobody_is_pointed_out
from rusplan.checks.plain_texts import no_word_stands_twice, texts_hold_no_bullets, texts_hold_no_markup

from tests.views.lillby import Changed, händelse


def told(changed: Changed, text: str, field: str = "sammanfattning") -> list[str]:
    """Which rules find something in the text."""
    sajt = changed(lambda files: files["2025/aktiviteter/skog.yml"].update({field: text}))
    rules = (texts_hold_no_markup, texts_hold_no_bullets, no_word_stands_twice, nobody_is_pointed_out)
    return [rule.__name__ for rule in rules if any(rule(sajt.samling))]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("texts_hold_no_markup", "Läs [guiden](https://a.example/guide)."),
        ("texts_hold_no_markup", "Skriv till [kansliet](mailto:kansli@lillby.example)."),
        ("texts_hold_no_bullets", "Vi ska: • måla • såga"),
        ("texts_hold_no_bullets", "• Måla."),
        ("texts_hold_no_bullets", "- Måla."),
        ("texts_hold_no_bullets", "Vi ska:\n\n* måla\n\n* såga"),
        ("texts_hold_no_bullets", "Vi ska:\n\n– måla\n\n– såga"),
        ("no_word_stands_twice", "En anmärkning om om planen."),
        ("no_word_stands_twice", "Att att gå vidare."),
        ("nobody_is_pointed_out", "Ring Anna Exempelsson, 010-123 45 67."),
        ("nobody_is_pointed_out", "Åsa-Lena von Exempel svarar på +46 (0)8 123 456 78."),
        ("nobody_is_pointed_out", "Jour: 070-123 45 67"),
        ("nobody_is_pointed_out", "Jour: 0701234567"),
        ("nobody_is_pointed_out", "Skriv till fia.exempelsson@lst.example."),
        ("nobody_is_pointed_out", "Skriv till anna@lst.example."),
        ("nobody_is_pointed_out", "Skriv till anna.lan@lst.example."),
        ("nobody_is_pointed_out", "Sökande 121212-1212"),
        ("nobody_is_pointed_out", "Sökande 19121212-1212"),
    ],
)
def test_what_no_text_may_hold_is_told(rule: str, text: str, changed: Changed) -> None:
    assert told(changed, text) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "Hakparenteser [så här] och (parenteser) är text, [1](2) också.",
        "– Vi är glada, säger kansliet.",
        "Temperaturen sjönk till - 5 grader.",
        "En tank–modell, 2*3 och a · b.",
        "Det är det det handlar om.",
        "De reste till Bora Bora 2024 2025.",
        "Ring Övre Lillby kommun, 010-123 45 67.",
        "Växelns nummer är 010-123 45 67.",
        "Anna Exempelsson håller i mötet.",
        "Ärende 0123-2025 och 2025-11-12, 0,5 miljoner kronor.",
        "Organisationsnummer 202100-1234, bankgiro 5050-1055.",
        "Skriv till kansli@lst.example, miljo.kansli@lst.example eller vattenradet.norra@lst.example.",
        "Skriv till registrator-7@lst.example.",
    ],
)
def test_what_only_looks_so_is_no_mistake(text: str, changed: Changed) -> None:
    assert told(changed, text) == []


def test_quotations_keep_the_markup_and_the_slips_of_their_source(changed: Changed) -> None:
    note = {"text": "Så står det.", "citat": "• Läs läs [guiden](https://a.example)"}
    sajt = changed(lambda files: files["2025/aktiviteter/skog.yml"].update({"anmärkningar": [note]}))
    assert check(sajt.samling) == []


def test_message_does_not_repeat_personal_data(changed: Changed) -> None:
    text = "Ring Anna Exempelsson, 070-123 45 67, anna.exempelsson@lst.example, 121212-1212."
    sajt = changed(lambda files: files["2025/aktiviteter/skog.yml"].update(sammanfattning=text))
    (problem,) = nobody_is_pointed_out(sajt.samling)
    assert not any(part in problem.text for part in ("Anna", "123", "anna", "1212"))


MEETING = händelse("Möte", "möte", "2025-05-10", plats="Lillby")


@pytest.mark.parametrize(
    ("other", "twice"),
    [
        ({}, True),
        ({"text": "Ta med kängor."}, True),
        ({"titel": "Stormöte"}, False),
        ({"datum": "2025-05-11"}, False),
        ({"plats": "Grannbyn"}, False),
        ({"när": "på kvällen"}, False),
        ({"tema": "Skogen"}, False),
        ({"målgrupp": "Barn"}, False),
    ],
)
@pytest.mark.parametrize("where", ["skog", "park"])
def test_event_of_a_day_is_told_once_in_a_year(
    where: str, other: dict[str, str], twice: bool, changed: Changed
) -> None:
    def add(files: dict[str, dict[str, object]]) -> None:
        files["2025/aktiviteter/skog.yml"]["händelser"] = [MEETING]
        told = files[f"2025/aktiviteter/{where}.yml"].setdefault("händelser", [])
        assert isinstance(told, list)
        files[f"2025/aktiviteter/{where}.yml"]["händelser"] = [*told, MEETING | other]

    assert bool([*nothing_stands_twice(changed(add).samling)]) == twice


def test_event_of_the_plan_may_stand_in_its_outcome(changed: Changed) -> None:
    def add(files: dict[str, dict[str, object]]) -> None:
        files["2025/aktiviteter/skog.yml"]["händelser"] = files["2025/utfall/skog.yml"]["händelser"] = [MEETING]

    assert not [*nothing_stands_twice(changed(add).samling)]

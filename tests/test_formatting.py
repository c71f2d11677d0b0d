"""Swedish numbers, amounts, dates, lists and sorting. «_» stands for a no-break space in the tables."""

from decimal import Decimal

import pytest
from rusplan.data.values import Datum
from rusplan.swedish import formatting
from rusplan.swedish.formatting import NBSP


def shown(text: str) -> str:
    """`text` with its no-break spaces made visible."""
    return text.replace(NBSP, "_")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("-0", "0"),
        ("15", "15"),
        ("15.50", "15,5"),
        ("1000", "1_000"),
        ("12400.50", "12_400,5"),
        ("1E+6", "1_000_000"),
        ("-1234.25", "−1_234,25"),
        ("0.05", "0,05"),
    ],
)
def test_number_has_grouped_digits_and_decimal_comma(value: str, text: str) -> None:
    assert shown(formatting.tal(Decimal(value))) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0_kr"),
        ("4500000", "4_500_000_kr"),
        ("4500000.00", "4_500_000_kr"),
        ("1E+6", "1_000_000_kr"),
        ("88205.24", "88_205,24_kr"),
        ("88205.5", "88_205,50_kr"),
        ("0.50", "0,50_kr"),
        ("-0.50", "−0,50_kr"),
        ("-1000.05", "−1_000,05_kr"),
    ],
)
def test_amount_shows_ore_only_where_there_are_any(value: str, text: str) -> None:
    assert shown(formatting.belopp(Decimal(value))) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "uppgift saknas"),
        ("0", "0_dagar"),
        ("1", "1_dag"),
        ("1.0", "1_dag"),
        ("1.5", "1,5_dagar"),
        ("15", "15_dagar"),
    ],
)
def test_days_have_their_singular_and_say_what_is_unknown(value: str | None, text: str) -> None:
    assert shown(formatting.dagar(None if value is None else Decimal(value))) == text


@pytest.mark.parametrize(("value", "text"), [("3", "+3"), ("-2.5", "−2,5"), ("0", "±0"), ("0.00", "±0")])
def test_change_always_has_a_sign(value: str, text: str) -> None:
    assert formatting.skillnad(Decimal(value)) == text


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (Datum(2025), None, "2025"),
        (Datum(2025, 11), None, "november 2025"),
        (Datum(2027, 6, 30), None, "30_juni 2027"),
        (Datum(2025, 11, 12), Datum(2025, 11, 12), "12_november 2025"),
        (Datum(2025, 11, 12), Datum(2025, 11, 13), "12–13_november 2025"),
        (Datum(2025, 10, 31), Datum(2025, 11, 1), "31 oktober_– 1_november 2025"),
        (Datum(2025, 12, 31), Datum(2026, 1, 1), "31_december 2025_– 1_januari 2026"),
    ],
)
def test_date_is_written_in_words_without_repeating_itself(first: Datum, last: Datum | None, text: str) -> None:
    assert shown(formatting.datum(first, last)) == text


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")]
)
def test_enumeration_ends_with_och(words: list[str], text: str) -> None:
    assert formatting.uppräkning(words) == text


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0_aktiviteter"), (1, "1_aktivitet"), (2, "2_aktiviteter"), (1200, "1_200_aktiviteter")]
)
def test_count_has_its_singular(number: int, text: str) -> None:
    assert shown(formatting.antal(number, "aktivitet", "aktiviteter")) == text


def test_sorting_puts_a_ring_a_dots_o_dots_last_and_passes_over_capitals_and_accents() -> None:
    in_order = ["Abborre", "afrika", "Idé", "idéer", "Zebra", "ål", "Ån", "a\u030aska", "Äng", "ö", "Öar"]
    assert sorted(set(in_order), key=formatting.sorteringsnyckel) == in_order


@pytest.mark.parametrize(
    ("title", "text"), [("Kulturmiljö", "Kulturmiljö 2025"), ("Förstudie 2.0", "Förstudie 2.0, 2025")]
)
def test_year_after_a_number_is_parted_from_it(title: str, text: str) -> None:
    assert formatting.med_år(title, "2025") == text

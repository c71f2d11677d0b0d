"""How a value that people write in their own way is written in data: only where it is nearly certain."""

import pytest
from rusplan.data.meant_values import meant_amount, meant_date, meant_link, meant_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12,5", "12.5"),
        ("200 000", "200000"),
        ("200\u00a0000,50 kr", "200000.50"),
        ("200.000", "200000"),
        ("1.200.500", "1200500"),
        ("100 tkr", "100000"),
        ("0,2 mnkr", "200000"),
        ("1,25 miljoner kronor", "1250000"),
        ("15 dagar", "15"),
        ("500:-", "500"),
        ("−1 500 kr", "-1500"),
        # Two numbers, a guess, another unit, or decimals that may be thousands.
        ("10-15", None),
        ("ca 15", None),
        ("40 timmar", None),
        ("12,500", None),
        ("400.125", None),
        ("ett", None),
    ],
)
def test_a_number_is_told_without_blanks_and_unit(text: str, number: str | None) -> None:
    assert meant_number(text) == number


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("12 november 2025", "2025-11-12"),
        ("den 1:e maj 2025", "2025-05-01"),
        ("12/11 2025", "2025-11-12"),
        ("2025-9-4", "2025-09-04"),
        ("20250904", "2025-09-04"),
        ("2025.09.04", "2025-09-04"),
        ("november 2025", "2025-11"),
        ("2025-9", "2025-09"),
        ("30 februari 2025", None),
        ("våren 2025", None),
        ("12/13/25", None),
    ],
)
def test_a_date_is_told_year_first(text: str, written: str | None) -> None:
    assert meant_date(text) == written


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("www.akerbo.example/plan", "https://www.akerbo.example/plan"),
        ("<https://akerbo.example>", "https://akerbo.example"),
        ("se bilagan", None),
        ("javascript:alert(1)", None),
        ("a.example/{värde}", None),
    ],
)
def test_a_link_is_told_with_its_beginning(text: str, link: str | None) -> None:
    assert meant_link(text) == link


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("100 tkr", "100000, eller 100 om filen har «enhet: tkr»"),
        ("-1,5 mnkr", "-1500000, eller -1.5 om filen har «enhet: mnkr»"),
        ("3 milj.", "3000000, eller 3 om filen har «enhet: mnkr»"),
        ("100tkr", "100000, eller 100 om filen har «enhet: tkr»"),
        ("2 miljoner kronor", "2000000, eller 2 om filen har «enhet: mnkr»"),
        ("12 400 kr", "12400"),
        ("cirka 100", None),
    ],
)
def test_an_amount_with_its_unit_is_told_in_both_units_that_the_file_may_have(written: str, meant: str | None) -> None:
    assert meant_amount(written) == meant

"""Each kind of value: what is accepted and as what, and what is refused."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from pydantic_core import PydanticCustomError
from rusplan.data import values
from rusplan.data.values import Datum

Parse = Callable[[object], object]


@pytest.mark.parametrize(
    ("parse", "written", "value"),
    [
        (values.parse_line, "  en   rad\n till ", "en rad till"),
        (values.parse_line, "å" * 400, "å" * 400),
        (values.parse_line, "👩🏽‍🌾 mjukt\u00adstreck ⚠️", "👩🏽‍🌾 mjukt\u00adstreck ⚠️"),
        (values.parse_line, "⚠️", "⚠️"),
        (values.parse_line, "å", "å"),
        (values.parse_line, "–", "–"),
        (values.parse_text, "ett\nstycke\n\n\n ett till", "ett stycke\n\nett till"),
        (values.parse_id, "miljo-25-ar", "miljo-25-ar"),
        (values.parse_id, "007", "007"),
        (values.parse_datum, "2025", Datum(2025)),
        (values.parse_datum, " 2025-11 ", Datum(2025, 11)),
        (values.parse_datum, "2024-02-29", Datum(2024, 2, 29)),
        (values.parse_day, "2025-11-12", Datum(2025, 11, 12)),
        (values.parse_year, "1990", 1990),
        (values.parse_year, "2100", 2100),
        (values.parse_period, "2025", "2025"),
        (values.parse_period, "2022-2024", "2022-2024"),
        (values.parse_period, "2022 – 2024", "2022-2024"),
        (values.parse_count, "0", 0),
        (values.parse_count, "010", 10),
        (values.parse_count, "999999", 999_999),
        (values.parse_decimal, "0", Decimal(0)),
        (values.parse_decimal, "12400.50", Decimal("12400.50")),
        (values.parse_decimal, "1000000000000", Decimal("1e12")),
        (values.parse_amount, "12400.50", Decimal("12400.50")),
        (values.parse_amount, "-12400.50", Decimal("-12400.50")),
        (values.parse_amount, "\u22125", Decimal(-5)),
        (values.parse_amount, "\u20135", Decimal(-5)),
        (values.parse_amount, "-0", Decimal(0)),
        (values.parse_link, "http://a.example", "http://a.example"),
        (values.parse_link, "HTTPS://å.example:8080/ö?q=1#r", "HTTPS://å.example:8080/ö?q=1#r"),
        (values.parse_email, "miljo.kansli+vi@hbr.example", "miljo.kansli+vi@hbr.example"),
        (values.parse_activity_ref, "2024/skog", "2024/skog"),
        (values.parse_target, "2026", "2026"),
        (values.parse_target, "2025/budget", "2025/budget"),
        (values.parse_target, "2025/skog-och-sjo", "2025/skog-och-sjo"),
    ],
)
def test_right_value_is_accepted(parse: Parse, written: str, value: object) -> None:
    assert parse(written) == value


REFUSED: list[tuple[Parse, list[str]]] = [
    (values.parse_line, ["å" * 401, "a\x1bb", "a\u200bb", "a\u202eb", "a\tb"]),
    (
        values.parse_line,
        [
            "\u2060",
            "\u3164",
            "\u2800",
            "\U000e0041\U000e0042",
            "\u00ad",
            "\ufe0f",
            "\u200d \u200c",
            "Plan\u2060",
            "\uffa0",
            "\u0301",
            "\u20dd",
            "\u0301\u00a0\u0301",
        ],
    ),
    (values.parse_text, ["a\x00b", "a\u2028b", "a\ufeffb", "a\u200fb"]),
    (values.parse_id, ["Skog", "sjö", "a b", "a_b", "a--b", "-a", "a-", "a/b", "a.yml", "²", "٣"]),
    (
        values.parse_datum,
        ["2025-13", "2025-00", "2025-02-29", "2025-1-2", "25", "2025-11-12T10:00", "12/11 2025", "v. 12"],
    ),
    (values.parse_datum, ["0000", "1989", "2101-01-01", "２０２５", "٢٠٢٥", "2025-", "2025--01"]),
    (values.parse_day, ["2025", "2025-11", "2025-11-31", "i går"]),
    (values.parse_year, ["25", "20255", "1989", "2101", "-2025", "2025.0", "２０２５"]),
    (values.parse_period, ["2022-", "-2024", "2024-2022", "2022-24", "2022-2023-2024", "1980-2024", "våren 2025"]),
    (values.parse_count, ["-1", "1.0", "1,5", "1 000", "två", "1e3", "+1", "1000000", "٣", "²"]),
    (
        values.parse_decimal,
        ["-1", "-0,5", "1,5", "1 000", "1\u00a0000", "1.555", ".5", "5.", "1e3", "NaN", "Infinity", "5 kr"],
    ),
    (values.parse_decimal, ["1000000000000.01", "9" * 5000, "−5", "–5", "٣"]),
    (values.parse_amount, ["--5", "- 5", "-5,50", "5-", "-", "-1.555", "-1000000000000.01", "-5 kr", "(5)", "-٣"]),
    (
        values.parse_link,
        ["a.example", "//a.example", "/sida", "javascript:alert(1)", "JaVaScRiPt://a.example", "data:text/html,x"],
    ),
    (
        values.parse_link,
        ["mailto:a@b.se", "ftp://a.example", "https://", "https:///sida", "https://[a", "https://a b", 'https://a"b'],
    ),
    (values.parse_link, ["https://a.example/<script>", "https://a\\b", "https://a.example/\n//b"]),
    (values.parse_email, ["a", "a@b", "@b.se", "a b@c.se", "a@b.se, c@d.se", "Å <a@b.se>"]),
    (
        values.parse_activity_ref,
        ["skog", "2024", "2024/", "/skog", "24/skog", "2024/Skog", "2024/a/b", "2024 / skog", "2024-skog"],
    ),
    (values.parse_target, ["skog", "1989", "2025/", "2025/Mål", "2025/a/b", "2025-11", "#natur", "https://a.example"]),
]


@pytest.mark.parametrize(("parse", "written"), [(parse, text) for parse, texts in REFUSED for text in texts])
def test_wrong_value_is_refused(parse: Parse, written: str) -> None:
    with pytest.raises(PydanticCustomError):
        parse(written)


@pytest.mark.parametrize("parse", dict.fromkeys(parse for parse, _ in REFUSED))
@pytest.mark.parametrize("value", ["", " \n ", [], ["a"], {}, {"a": "b"}, None])
def test_no_kind_of_value_is_empty_or_a_list_or_a_group(parse: Parse, value: object) -> None:
    with pytest.raises(PydanticCustomError):
        parse(value)


@pytest.mark.parametrize("written", ["-5,50", "\u22125 kr", "- 5", "-1000000000000.01"])
def test_refused_amount_is_told_with_its_sign(written: str) -> None:
    with pytest.raises(PydanticCustomError, match=f"är «{written}»"):
        values.parse_amount(written)


@pytest.mark.parametrize("written", ["{värde}", "{från} {till} {år} {antal} {vad}", "%s %d", "\\", "a\nb"])
def test_refused_value_stands_in_the_message_as_written_on_one_line(written: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        values.parse_year(written)
    assert refused.value.message().startswith(f"är «{' '.join(written.split())}», men")


@pytest.mark.parametrize(
    ("value", "iso"), [(Datum(2025), "2025"), (Datum(2025, 3), "2025-03"), (Datum(2025, 3, 1), "2025-03-01")]
)
def test_date_is_written_as_exactly_as_it_is_known(value: Datum, iso: str) -> None:
    assert value.iso == iso

"""What a plan's period is called, and what its name tells."""

from datetime import date

import pytest
from rusplan.data.periods import Planperiod, is_period, newest_first, pair, paired

SCHOOL_YEAR = {"första_dagen": date(2024, 7, 1), "sista_dagen": date(2025, 6, 30)}
LEAP_YEAR = {"första_dagen": date(2024, 1, 1), "sista_dagen": date(2025, 1, 1)}
A_DAY_MORE = {"första_dagen": date(2024, 1, 1), "sista_dagen": date(2025, 1, 2)}


@pytest.mark.parametrize(
    ("name", "days", "years", "shown", "iso", "several"),
    [
        ("2025", {}, [2025], "2025", "2025", False),
        ("2024-2026", {}, [2024, 2025, 2026], "2024–2026", "2024-01-01/2026-12-31", True),
        ("2024-2025", {}, [2024, 2025], "2024–2025", "2024-01-01/2025-12-31", True),
        ("2024-2025", SCHOOL_YEAR, [2024, 2025], "2024/25", "2024-07-01/2025-06-30", False),
        ("2024-2025", LEAP_YEAR, [2024, 2025], "2024–2025", "2024-01-01/2025-01-01", True),
        ("2024-2025", A_DAY_MORE, [2024, 2025], "2024–2025", "2024-01-01/2025-01-02", True),
    ],
)
def test_period_tells_its_years_and_how_it_is_shown(
    name: str, days: dict[str, date], years: list[int], shown: str, iso: str, several: bool
) -> None:
    period = Planperiod(name, **days)
    assert (period, list(period.åren), period.första, period.sista) == (name, years, years[0], years[-1])
    assert (period.visad, period.iso, period.flera_år) == (shown, iso, several)
    assert period.bruten is ("/" in shown)


@pytest.mark.parametrize("name", ["", "25", "1899", "2100", "2025-2025", "2026-2025", "2025-26", "2025 ", "２０２５", "2025-2026-2027"])  # fmt: skip
def test_name_that_no_period_has_is_refused(name: str) -> None:
    assert not is_period(name)
    with pytest.raises(ValueError, match=name or "^$"):
        Planperiod(name)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("2024", "2025", "2024-2025"),
        ("2024-2025", "2025-2026", "2024-2025_2025-2026"),
        ("2024", "2025-2026", "2024_2025-2026"),
        ("2023-2024", "2025", "2023-2024_2025"),
    ],
)
def test_two_periods_are_called_by_both_names(one: str, other: str, both: str) -> None:
    assert pair(one, other) == both
    assert paired(both) == (one, other)


def test_the_newest_period_comes_first_and_what_has_none_last() -> None:
    names = ["2024", None, "2024-2026", "x", "2025", "2023-2026"]
    assert sorted(names, key=newest_first) == ["2025", "2024-2026", "2024", "2023-2026", None, "x"]

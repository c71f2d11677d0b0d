"""The collection that the tests of the views reckon with is right, and is what its description says."""

from decimal import Decimal

import pytest
from rusplan.checks import check
from rusplan.site.sajt import Sajt

from tests.views.lillby import FILER


def test_lillby_is_right(lillby: Sajt) -> None:
    assert [str(problem) for problem in check(lillby.samling)] == []


@pytest.mark.parametrize(("year", "days"), [(2024, 44), (2025, 45)])
def test_the_days_of_the_files_are_those_reckoned_with(year: int, days: int) -> None:
    assert sum(Decimal(str(f.get("dagar", 0))) for name, f in FILER.items() if f"{year}/aktiviteter" in name) == days

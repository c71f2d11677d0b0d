"""Every word of a closed set has its label."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pytest
from rusplan.swedish import labels


@pytest.mark.parametrize(
    "table", [*labels.VOCABULARIES, labels.VIDARE], ids=lambda table: type(next(iter(table))).__name__
)
def test_no_word_of_a_closed_set_lacks_a_label(table: Mapping[Any, object]) -> None:
    words: type[StrEnum] = type(next(iter(table)))
    assert set(table) == set(words)

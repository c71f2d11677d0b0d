"""Every word of a closed set has its label."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pytest
from rusplan.data.model import SLUTLIGA, Avvikelsetyp, Status
from rusplan.swedish import labels


@pytest.mark.parametrize(
    "table", [*labels.VOCABULARIES, labels.VIDARE], ids=lambda table: type(next(iter(table))).__name__
)
def test_no_word_of_a_closed_set_lacks_a_label(table: Mapping[Any, object]) -> None:
    words: type[StrEnum] = type(next(iter(table)))
    assert set(table) == set(words)


def test_the_status_of_an_activity_is_said_of_an_activity() -> None:
    words = [labels.STATUS[status].text for status in SLUTLIGA if status is not Status.OKÄNT]
    assert words == ["Genomförd som planerat", "Delvis genomförd", "Inte genomförd"]


def test_what_is_noted_without_being_less_than_planned_is_not_called_a_deviation() -> None:
    assert labels.AVVIKELSE[Avvikelsetyp.ANNAT] == "Övrigt"

"""How texts from data are shown: what the abbreviations in them stand for."""

import pytest

from macros.render import words_in

WORDS = words_in(["RUS", "FO", "FO Natur", "6 §", "adj.", "Å"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("RUS och FO", ["RUS", "FO"]),
        ("(RUS)", ["RUS"]),
        ("RUSning, VIRUS och RUS2", []),
        ("FO Natur i FO", ["FO Natur", "FO"]),
        ("FO Naturen", ["FO"]),
        ("16 § och 6 §", ["6 §"]),
        ("adj. till Å, ÅÅ och Ån", ["adj.", "Å"]),
        ("", []),
    ],
)
def test_abbreviation_is_found_where_it_stands_alone(text: str, found: list[str]) -> None:
    """A part of a longer word is no abbreviation, and the longest of two that begin alike is meant."""
    assert WORDS.findall(text) == found

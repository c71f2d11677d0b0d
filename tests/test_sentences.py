"""A text and the list after it, as a whole sentence."""

import pytest
from rusplan.swedish.sentences import closed, excerpt, with_list


@pytest.mark.parametrize(
    ("text", "parts", "sentence"),
    [
        ("RUS svarar på frågor.", (), "RUS svarar på frågor."),
        ("Det finns två delar.", ("en", "två"), "Det finns två delar."),
        ("Ha dialog, främst genom:", ("möten", "brev"), "Ha dialog, främst genom möten och brev."),
        ("RUS ska bland annat:", ("ta fram stöd",), "RUS ska bland annat: ta fram stöd."),
        ("Samarbeta med:", ("LEKS, om klimat", "RUS"), "Samarbeta med LEKS, om klimat; RUS."),
        ("Två är klara:", ("RUS höll möten.", "RUS skrev"), "Två är klara: RUS höll möten. RUS skrev."),
        ("Se också:", (), "Se också."),
    ],
)
def test_a_text_that_ends_in_a_colon_goes_on_with_its_list(text: str, parts: tuple[str, ...], sentence: str) -> None:
    assert with_list(text, parts) == sentence


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Papperet är slut", "Papperet är slut."),
        ("Slut.", "Slut."),
        ("Slut?", "Slut?"),
        ("”Slut.”", "”Slut.”"),
        ("(Slut)", "(Slut)."),
    ],
)
def test_a_text_that_another_sentence_follows_ends_with_a_sign(text: str, whole: str) -> None:
    assert closed(text) == whole


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("RUS svarar på frågor. Det gör RUS ofta.", "RUS svarar på frågor."),
        ("RUS arbetar främst med:", "RUS arbetar främst med."),
        ("RUS arbetar med\n\nmer", "RUS arbetar med."),
    ],
)
def test_an_excerpt_is_a_whole_sentence(text: str, alone: str) -> None:
    assert excerpt(text) == alone

"""A text and the list after it, as a whole sentence."""

import pytest
from rusplan.swedish.sentences import closed, excerpt, with_list


@pytest.mark.parametrize(
    ("text", "parts", "sentence"),
    [
        ("Rådet svarar på frågor.", (), "Rådet svarar på frågor."),
        ("Det finns två delar.", ("en", "två"), "Det finns två delar."),
        ("Ha dialog, främst genom:", ("möten", "brev"), "Ha dialog, främst genom möten och brev."),
        ("Rådet ska bland annat:", ("ta fram stöd",), "Rådet ska bland annat: ta fram stöd."),
        ("Samarbeta med:", ("HBR, om hus", "rådet"), "Samarbeta med HBR, om hus; rådet."),
        ("Två är klara:", ("Rådet höll möten.", "Rådet skrev"), "Två är klara: Rådet höll möten. Rådet skrev."),
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
        ("Rådet svarar på frågor. Det gör rådet ofta.", "Rådet svarar på frågor."),
        ("Rådet arbetar främst med:", "Rådet arbetar främst med."),
        ("Rådet arbetar med\n\nmer", "Rådet arbetar med."),
    ],
)
def test_an_excerpt_is_a_whole_sentence(text: str, alone: str) -> None:
    assert excerpt(text) == alone

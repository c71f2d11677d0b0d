"""A text and the list after it, as a whole sentence."""

import pytest
from rusplan.swedish.sentences import with_list


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

"""Words, compounds and abbreviations."""

import pytest
from rusplan.data.collection import Samling
from rusplan.search.abbreviations import synonyms
from rusplan.search.compounds import Compounds
from rusplan.search.stems import STOPWORDS, stem, stems, words

from tests.in_node import evaluate
from tests.invented import INVENTED


@pytest.mark.parametrize(
    "forms",
    [
        "åtgärd åtgärder åtgärden åtgärderna åtgärdernas åtgärds",
        "mål målet målen målens",
        "program programmet programmen programmets",
        "kommunstyrelse kommunstyrelsen kommunstyrelser kommunstyrelserna kommunstyrelsernas",
        "myndighet myndigheten myndigheter myndigheterna",
        "nätverk nätverket nätverken nätverks",
        "indikator indikatorn indikatorer indikatorerna",
        "webbinarium webbinariet webbinarier webbinarierna",
        "strategi strategin strategier strategierna",
        "cirkulär cirkulärt cirkulära",
        "konferens konferensen konferenser",
        "budget budgeten budgetar",
        "samverkan samverka samverkar",
        "miljö miljön miljöer",
    ],
)
def test_all_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "pair", ["plan plats", "mål mall", "hav har", "råd rad", "län land", "regional region", "skog skola"]
)
def test_different_words_keep_different_stems(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


def test_a_stem_is_its_own_stem() -> None:
    for word in words("budgeten landsbygdernas samverkansåtgärdens programmens konsekvensanalyserna 2025 FU27"):
        assert stem(stem(word)) == stem(word)


def test_words_are_cut_at_all_but_letters_and_digits() -> None:
    assert words("Energi- och klimat\u00adsamordning, § 6: Räkna q! CAFÉ FU27_x") == [
        "energi", "och", "klimatsamordning", "6", "räkna", "q", "cafe", "fu27", "x",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CO₂ och m²", ["co2", "och", "m2"]),
        ("o\ufb03ciell, osynlig\u200bt", ["officiell", "osynligt"]),
        ("4 500 000 kr, 4\u00a0500\u00a0000 kr", ["4500000", "kr", "4500000", "kr"]),
        ("12 400,50 anslag 1:2 version 2.0.", ["12400,50", "anslag", "1:2", "version", "2.0"]),
        ("2024 100, 2024,2025 2024-2025 1:2a", ["2024", "100", "2024", "2025", "2024", "2025", "1", "2a"]),
    ],
)
def test_a_word_is_what_a_reader_types_for_it_and_a_number_is_one_word(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_decomposed_letters_are_the_same_letters() -> None:
    assert words("A\u030atga\u0308rd") == ["åtgärd"]


def test_browser_cuts_words_and_stems_alike() -> None:
    """Over all words of the data, stop words, and every letter of the Latin blocks inside a word."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((INVENTED / "data").rglob("*.yml"))]
    blocks = (range(0x20, 0x250), range(0x1E00, 0x1F00), range(0x2000, 0x2190), range(0xFB00, 0xFB07))
    letters = [f"x{chr(code)}ys" for block in blocks for code in block]
    numbers = ["4 500 000,50 kr", "a1 200 1:2 500 3.2.1 1,5 2024,2025 12.00-13.30 1:2a _1 200 1 200_"]
    given = [*texts, *letters, *STOPWORDS, *numbers, "A\u030a ﬁ ½ x² 1:2 mjuk\u00adstreck"]
    cut = "(texts) => texts.map((text) => m.words(text).map((word) => [word, m.stem(word), m.isStopword(word)]))"
    expected = [[[word, stem(word), word in STOPWORDS] for word in words(text)] for text in given]
    assert evaluate("sok/ord.js", cut, given) == expected


ALONE = words(
    "friluftsmål miljö mål uppföljning rapport åtgärd program kommun nätverk hushållning plan handling grupp arbete kultur kulturmiljö "
    "samhälle samhälls planering län råd skola för slag drag ser föra"
)


@pytest.mark.parametrize(
    ("word", "inside"),
    [
        ("friluftsmålsuppföljning", {"uppföljning"}),
        ("uppföljningsrapporten", {"rapporten"}),
        ("åtgärdsprogrammet", {"programmet"}),
        ("kommunnätverket", {"nätverket"}),
        ("handlingsplaner", {"planer"}),
        ("hushållningsbestämmelser", {"bestämmelser"}),
        ("kulturmiljöarbete", {"arbete", "miljö"}),
        ("samhällsplanering", {"planering"}),
        ("länsråd", {"råd"}),
        ("förslag", set()),
        ("föredrag", set()),
        ("uppföljning", set()),
        ("konferenser", set()),
        ("2025", set()),
    ],
)
def test_words_inside_a_compound(word: str, inside: set[str]) -> None:
    assert set(Compounds(ALONE).inside(word)) == inside


@pytest.mark.parametrize("short", ["HBR", "RÅB"])
def test_each_abbreviation_has_its_long_form(samling: Samling, short: str) -> None:
    assert [long for other, long in synonyms(samling) if other == tuple(stems(short))]


def test_a_long_name_that_begins_with_its_short_one_is_told_by_the_rest(samling: Samling) -> None:
    assert (("nnn",), tuple(stems("Nätverket Natur nära"))) in synonyms(samling)

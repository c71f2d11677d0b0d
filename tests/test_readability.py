"""How heavy texts are to read: the figure, what counts as text of our own, and what the editor is told."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from rusplan.checks.readability import lix, own_texts, readability
from rusplan.commands.cli import main
from rusplan.data.collection import Samling
from rusplan.data.model import Anmärkning

ROOT = Path(__file__).parents[1]
BAS = ROOT / "tests/golden/bas"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("Hej du.", 2),
        ("Vi ses i dag. Ta med mat.", 4),  # 7 words in 2 sentences, none long: 3.5
        ("Kommunerna samverkar.", 102),  # 2 words in a sentence, both long
        ("- ett\n- två", 1),  # a line of a list is a sentence
        ("Det kostar 1 000 kr.", 3),  # figures are no words
    ],
)
def test_figure_counts_words_sentences_and_long_words(text: str, expected: int) -> None:
    assert lix(text) == expected


def test_quotations_and_titles_do_not_count() -> None:
    note = Anmärkning.model_validate({"gäller": "dagar", "citat": "Källans egna ord.", "text": "Vi valde det ena."})
    assert list(own_texts(note)) == ["Vi valde det ena."]


def test_heavy_text_is_a_warning_and_no_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(BAS / "data", tmp_path / "data")
    file = tmp_path / "data/organisation.yml"
    heavy = "Verksamhetsutvecklingsinsatser möjliggör förvaltningsövergripande samverkansprocesser. " * 20
    file.write_text(file.read_text().replace("Åkerbo samlar kommunen och museet kring natur och kultur.", heavy))
    assert main(["--rot", str(tmp_path), "check", "--verbose"]) == 0
    told = capsys.readouterr()
    assert "Varning: data/organisation.yml har LIX 89" in told.err
    assert "data/organisation.yml" in told.out
    assert main(["--rot", str(tmp_path), "check"]) == 0
    assert "LIX" not in "".join(capsys.readouterr())


def test_only_the_running_text_of_a_page_counts(bas: Samling, tmp_path: Path) -> None:
    paragraph = "Ett **fett** ord,\noch [en länk](https://langadress.example) till. {{ ordlista(allting=1) }}\n\n"
    others = "# Rubriken räknas inte\n\n```\nkodexempel utan mening\n```\n\n| tabellen | räknas |\n\n<div title='dold'>\n\n`kodord`\n\n"
    points = "- en punkt\n- två punkter\n\n"
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/sida.md").write_text(f"---\ntitle: Förord\n---\n{others}{paragraph * 10}{points}")
    (tmp_path / "docs/kort.md").write_text("Bara några få ord.")
    found = [one for one in readability(replace(bas, rot=tmp_path)) if one.fil.startswith("docs/")]
    # 74 words in 12 sentences, one of seven letters: 74/12 + 100/74
    assert [(one.fil, one.ord, one.lix, one.tung) for one in found] == [("docs/sida.md", 74, 8, False)]


def test_files_stand_with_the_heaviest_first_and_then_by_name(bas: Samling, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for name, word in (("b", "kort"), ("a", "[kort](langsamma/index.md)"), ("c", "långsamma")):
        (tmp_path / f"docs/{name}.md").write_text(f"Ord {word} ord. " * 20)
    (tmp_path / "docs/d.md").write_text("Ord kort ord. " * 13)  # 39 words: too few
    found = [(one.fil, one.lix) for one in readability(replace(bas, rot=tmp_path)) if one.fil.startswith("docs/")]
    assert found == [("docs/c.md", 36), ("docs/a.md", 3), ("docs/b.md", 3)]


@pytest.mark.parametrize(("words", "is_told"), [(39, False), (40, True), (41, True)])
def test_text_of_forty_words_is_long_enough_to_be_told_of(
    words: int, is_told: bool, tmp_path: Path, bas: Samling
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/om.md").write_text(f"---\ntitle: Om oss\n---\n# Om oss\n{'vi ' * words}\n", encoding="utf-8")
    found = readability(replace(bas, rot=tmp_path, årgångar={}))
    assert [(one.fil, one.ord) for one in found] == ([("docs/om.md", words)] if is_told else [])

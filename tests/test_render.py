"""How texts from data are shown: abbreviations, and headings."""

from pathlib import Path

import pytest
from rusplan.render.renderer import compiled, section_heading, words_in
from rusplan.swedish import typography

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


def test_section_heading_links_to_itself_and_holds_no_markup_of_its_text() -> None:
    html = section_heading("Mål & <b>medel</b>", 3, 'mal-"1"')
    assert html.startswith('<h3 id="mal-&#34;1&#34;">Mål &amp; &lt;b&gt;medel&lt;/b&gt;<a class="headerlink"')
    assert html.endswith('href="#mal-&#34;1&#34;" title="Länk till rubriken">&para;</a></h3>')


def test_templates_compiled_by_other_code_are_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = compiled()
    other = tmp_path / "typography.py"
    other.write_text("def typeset(text): return text\n", encoding="utf-8")
    monkeypatch.setattr(typography, "__file__", str(other))
    after = compiled()
    assert before
    assert after
    assert before.directory != after.directory

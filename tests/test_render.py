"""How texts from data are shown: abbreviations, headings, and templates that are kept compiled."""

from pathlib import Path

import pytest
from jinja2 import Environment

from rusplan.render.renderer import Compiled, section_heading, words_in

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


def is_kept(folder: Path, template: str) -> bool:
    """Whether a build finds the template compiled in `folder`; if not, it is compiled and kept."""
    cache = Compiled(str(folder))
    bucket = cache.get_bucket(Environment(autoescape=True), "mall", None, template)
    if bucket.code:
        return True
    bucket.code = compile("None", "mall", "exec")
    cache.set_bucket(bucket)
    return False


def test_a_compiled_template_is_kept_until_it_changes(tmp_path: Path) -> None:
    assert [is_kept(tmp_path, text) for text in ("a", "a", "b", "b", "a")] == [False, True, False, True, False]


def test_a_template_that_cannot_be_kept_is_compiled_each_time(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("här kan inget ligga")
    assert [is_kept(tmp_path / name, "a") for name in ("fil", "fil", "finns-inte", "finns-inte")] == [False] * 4


def test_section_heading_links_to_itself_and_holds_no_markup_of_its_text() -> None:
    html = section_heading("Mål & <b>medel</b>", 3, 'mal-"1"')
    assert html.startswith('<h3 id="mal-&#34;1&#34;">Mål &amp; &lt;b&gt;medel&lt;/b&gt;<a class="headerlink"')
    assert html.endswith('href="#mal-&#34;1&#34;" title="Länk till rubriken">&para;</a></h3>')

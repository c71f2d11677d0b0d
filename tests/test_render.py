"""How texts from data are shown: abbreviations, headings, and the templates that are kept compiled."""

import sys
from hashlib import sha256
from pathlib import Path

import jinja2
import pytest
from jinja2 import DictLoader, Environment
from rusplan.render.compiled import Compiled, compiled
from rusplan.render.renderer import section_heading, words_in
from rusplan.swedish import typography

WORDS = words_in(["HBR", "FO", "FO Natur", "6 §", "adj.", "Å"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("HBR och FO", ["HBR", "FO"]),
        ("(HBR)", ["HBR"]),
        ("HBRning, KHBR och HBR2", []),
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


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Compiled:
    """Where templates are kept in an environment of their own."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    found = compiled([typography])
    assert found
    return found


def drawn(kept: Compiled) -> str:
    """What a template says, compiled anew or not."""
    return (
        Environment(loader=DictLoader({"a.html": "{{ 6 * 7 }}"}), bytecode_cache=kept, autoescape=True)
        .get_template("a.html")
        .render()
    )


def test_templates_compiled_by_other_code_or_programs_are_not_used(
    kept: Compiled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "typography.py"
    other.write_text("def typeset(text): return text\n", encoding="utf-8")
    with monkeypatch.context() as changed:
        changed.setattr(typography, "__file__", str(other))
        by_code = compiled([typography])
    monkeypatch.setattr(jinja2, "__version__", "3.2.0")
    by_jinja = compiled([typography])
    assert by_code
    assert by_jinja
    assert len({kept.directory, by_code.directory, by_jinja.directory}) == 3
    assert all(tmp_path in found.directory.parents for found in (kept, by_code, by_jinja))


def test_a_kept_template_that_is_cut_or_foreign_is_made_anew(kept: Compiled) -> None:
    assert drawn(kept) == "42"
    (path,) = kept.directory.iterdir()
    whole = path.read_bytes()
    for broken in (b"", whole[:10], whole[:70], whole[:-1], whole.replace(b"a.html", b"b.html"), b"x" * 500):
        path.write_bytes(broken)
        assert drawn(kept) == "42"
        assert path.read_bytes() == whole
    planted = whole.split(b"\n", 1)[1].replace(b"42", b"43")
    path.write_bytes(sha256(planted).hexdigest().encode() + b"\n" + planted)
    path.chmod(0o666)
    assert drawn(kept) == "42", "anybody may have written it"
    assert [found.name for found in kept.directory.iterdir()] == [path.name]


def test_where_nothing_can_be_kept_everything_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "file"))
    (tmp_path / "file").touch()
    assert compiled([typography]) is None
    (tmp_path / "file").unlink()
    (tmp_path / "file/var/cache").mkdir(parents=True)
    (tmp_path / "file/var/cache/rusplan").symlink_to("/dev/null")
    assert compiled([typography]) is None

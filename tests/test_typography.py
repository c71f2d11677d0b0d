"""What the build sets in texts. «_» stands for a no-break space in the tables."""

import markdown
import pytest
from rusplan.data.collection import Samling
from rusplan.render.renderer import Renderer, heading
from rusplan.swedish.typography import typeset


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('Han sa "hej".', "Han sa ”hej”."),
        ("«Räkna q» respektive «Räkna q!»", "”Räkna q” respektive ”Räkna q!”"),
        ("12 400 personer", "12_400 personer"),
        ("4 372 100,42 kr", "4_372_100,42_kr"),
        ("under 2025 300 gånger", "under 2025 300 gånger"),
        ("1,5 miljoner och 3 procent", "1,5_miljoner och 3_procent"),
        ("5 % av 20 dagar", "5_% av 20_dagar"),
        ("enligt 6 § och § 7", "enligt 6_§ och §_7"),
        ("den 12 november 2025", "den 12_november 2025"),
        ("3 krav och 2 dagböcker", "3 krav och 2 dagböcker"),
    ],
)
def test_marks_and_spaces_are_set_as_in_print(text: str, shown: str) -> None:
    assert typeset(text).replace("\xa0", "_") == shown
    assert typeset(typeset(text)) == typeset(text)


def test_a_page_in_markdown_is_set_and_its_code_is_not() -> None:
    page = markdown.Markdown(extensions=["toc", "rusplan.typeset_markdown"])
    html = page.convert('# En "rubrik"\n\nSkriv `"så"`, **inte** "så".\n\n    «kod»\n\n![En «bild»](x.png)')
    assert '<h1 id="en-rubrik">En ”rubrik”</h1>' in html
    assert 'Skriv <code>"så"</code>, <strong>inte</strong> ”så”.' in html.replace("&quot;", '"')
    assert "<code>«kod»" in html
    assert 'alt="En ”bild”"' in html
    assert page.toc_tokens[0]["name"] == "En ”rubrik”"  # type: ignore[attr-defined]


def test_every_text_that_a_template_shows_is_set(bas: Samling) -> None:
    template = Renderer(bas)._env.from_string('{{ t }} {{ t|text }} {{ t|rad }} {{ t|avsnitt(2, "a") }}')
    html = template.render(t='"a" 5 kr')
    assert html.count("”a” 5\xa0kr") == 4
    assert "5 kr" in Renderer(bas)._env.from_string("{{ t|kod }}").render(t='"a" 5 kr')
    assert heading('"a" 5 kr') == "&#8221;a&#8221; 5\xa0kr"

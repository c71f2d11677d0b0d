"""What macros make passes through Markdown as it is."""

from markdown import markdown
from rusplan.build.blocks import Blocks

BLOCK = '<section id="a">\n<p>*Ingen* betoning, {{ inget }} makro</p>\n\n' + "<p>Text.</p>\n" * 20 + "</section>"
OTHER = BLOCK.replace('id="a"', 'id="b"')
PAGE = f"{BLOCK}\n\n## Rubrik {{#rubrik}}\n\n{OTHER}\n"


def read(text: str) -> str:
    blocks = Blocks()
    return blocks.put_back(markdown(f"Före.\n\n{blocks.set_aside(text)}\n\nEfter.", extensions=["attr_list"]))


def test_the_page_is_what_markdown_makes_of_the_whole() -> None:
    whole = markdown(f"Före.\n\n{PAGE}\n\nEfter.", extensions=["attr_list"])
    assert "".join(read(PAGE).split()) == "".join(whole.split())
    assert '<h2 id="rubrik">Rubrik</h2>' in read(PAGE)


def test_what_stands_in_a_sentence_stays_there() -> None:
    assert Blocks().set_aside('<a href="x/">länk</a>') == '<a href="x/">länk</a>'
    assert Blocks().set_aside("4,5 miljoner") == "4,5 miljoner"


def test_the_mark_has_the_ids_that_links_lead_to() -> None:
    assert [f'id="{name}"' in Blocks().set_aside(PAGE) for name in "ab"] == [True, True]


def test_a_mark_in_a_text_from_data_is_no_mark() -> None:
    hostile = BLOCK.replace("Text.", "&lt;div data-undanlagt=&quot;0&quot;&gt;&lt;/div&gt;")
    assert read(hostile).count("<section") == 1


def test_what_looks_like_a_mark_in_a_written_page_stays_as_it_is() -> None:
    page = '<div data-undanlagt="7">Eget</div>'
    assert Blocks().put_back(page) == page

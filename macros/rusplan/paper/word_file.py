"""A document as Word: real styles, numbered headings, header rows that repeat, a field for contents, and Swedish as its language."""

from collections.abc import Iterator

import docx
from docx.oxml.xmlchemy import BaseOxmlElement

from rusplan.paper.document_blocks import Textbit, Textstil
from rusplan.paper.handling import Handling
from rusplan.paper.word_blocks import Blockskrivare
from rusplan.paper.word_contents import contents
from rusplan.paper.word_notes import Fotnoter
from rusplan.paper.word_package import packed
from rusplan.paper.word_pages import set_pages
from rusplan.paper.word_styles import dress
from rusplan.paper.word_text import Textskrivare, element


def word(document: Handling) -> bytes:
    """The file."""
    file, notes = docx.Document(), Fotnoter()
    text = Textskrivare(file.part, notes)
    dress(file, numbered=document.framsida)
    set_pages(file, document)
    last = file.element.body.sectPr
    for made in (*_front(document, text), *Blockskrivare(file, text).elements(document.block)):
        last.addprevious(made)
    notes.add_to(file)
    return packed(file, document)


def _front(document: Handling, text: Textskrivare) -> Iterator[BaseOxmlElement]:
    """The title and what is known of the document; where it is long, on a page of their own with the contents on the next."""
    yield text.paragraph((Textbit(document.av),), "Subtitle" if document.framsida else "Kalla")
    yield text.paragraph((Textbit(document.titel),), "Title")
    for name, value in document.fakta:
        yield text.paragraph((Textbit(f"{name}: ", Textstil.FET), *value), "Fakta")
    if document.webbsida:
        link = Textbit(document.webbsida, länk=document.webbsida)
        yield text.paragraph((Textbit("På webben: ", Textstil.FET), link), "Fakta")
    if document.framsida:
        yield _page_break()
        yield from contents(document.block)
        yield _page_break()


def _page_break() -> BaseOxmlElement:
    return element("p", element("r", element("br", type="page")))

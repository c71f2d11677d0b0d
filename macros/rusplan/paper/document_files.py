"""The documents of a site as files to download."""

from collections.abc import Iterator

from rusplan.paper.handling import Handling
from rusplan.paper.handlingar import handlingar, workshop
from rusplan.paper.pdf_file import pdf
from rusplan.paper.word_file import word
from rusplan.render.renderer import Renderer
from rusplan.site import addresses
from rusplan.site.downloads import Filform, Nedladdning
from rusplan.site.sajt import Sajt

WRITERS = {Filform.PDF: pdf, Filform.WORD: word}


def document_files(sajt: Sajt, renderer: Renderer) -> Iterator[Nedladdning]:
    """Every document in every form."""
    for document in handlingar(workshop(sajt, renderer)):
        for form, write in WRITERS.items():
            yield _file(document, form, write(document))


def _file(document: Handling, form: Filform, content: bytes) -> Nedladdning:
    return Nedladdning(
        adress=addresses.fil(document.år, f"{document.namn}.{form}"),
        form=form,
        titel=document.titel,
        sidor=document.sidor,
        innehåll=content,
    )

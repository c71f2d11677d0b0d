"""The documents of a site as files to download."""

from collections.abc import Iterator

from rusplan.paper.handling import Handling
from rusplan.paper.handlingar import handlingar, workshop
from rusplan.paper.setting import WRITERS, in_every_form
from rusplan.render.renderer import Renderer
from rusplan.site import addresses
from rusplan.site.downloads import NOTHING_BEFORE, Filform, Före, Nedladdning
from rusplan.site.sajt import Sajt
from rusplan.tools.questions import sign


def document_files(sajt: Sajt, renderer: Renderer, before: Före = NOTHING_BEFORE) -> Iterator[Nedladdning]:
    """Every document in every form. One that says what it said before is not set again."""
    found: dict[str, list[Nedladdning]] = {}
    for document, files in in_every_form(_changed(handlingar(workshop(sajt, renderer)), before, found)):
        made_of = sign(document)
        found[document.namn] = [_file(document, form, content, made_of) for form, content in files.items()]
    for own in found.values():
        yield from own


def _changed(documents: Iterator[Handling], before: Före, found: dict[str, list[Nedladdning]]) -> Iterator[Handling]:
    """The documents that must be set; each has its place in `found`, where the others lie already."""
    for document in documents:
        files = [before.get(_address(document, form)) for form in WRITERS]
        made_of = sign(document)
        found[document.namn] = [file for file in files if file and file.gjord_av == made_of]
        if len(found[document.namn]) < len(WRITERS):
            yield document


def _file(document: Handling, form: Filform, content: bytes, made_of: bytes) -> Nedladdning:
    return Nedladdning(
        adress=_address(document, form),
        form=form,
        titel=document.titel,
        sidor=document.sidor,
        innehåll=content,
        gjord_av=made_of,
    )


def _address(document: Handling, form: Filform) -> str:
    return addresses.fil(document.år, f"{document.namn}.{form}")

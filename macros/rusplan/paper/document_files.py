"""The documents of a site as files to download."""

from collections.abc import Iterator

from rusplan.paper.handling import Handling
from rusplan.paper.handlingar import handlingar, workshop
from rusplan.paper.setting import in_every_form
from rusplan.render.renderer import Renderer
from rusplan.site import addresses
from rusplan.site.downloads import Filform, Nedladdning
from rusplan.site.sajt import Sajt


def document_files(sajt: Sajt, renderer: Renderer) -> Iterator[Nedladdning]:
    """Every document in every form."""
    for document, files in in_every_form(handlingar(workshop(sajt, renderer))):
        for form, content in files.items():
            yield _file(document, form, content)


def _file(document: Handling, form: Filform, content: bytes) -> Nedladdning:
    return Nedladdning(
        adress=addresses.fil(document.år, f"{document.namn}.{form}"),
        form=form,
        titel=document.titel,
        sidor=document.sidor,
        innehåll=content,
    )

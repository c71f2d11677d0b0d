"""A Word file as bytes that are the same each time: python-docx writes the hour into what it packs."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from rusplan.paper.handling import Handling

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the first that such a package can tell


def packed(document: Document, told: Handling) -> bytes:
    """The file, with what it says of itself."""
    _describe(document, told)
    raw, own = BytesIO(), BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(own, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            info = zipfile.ZipInfo(name, FIRST_DAY)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 3
            after.writestr(info, before.read(name))
    return own.getvalue()


def _describe(document: Document, told: Handling) -> None:
    day = datetime(*told.dag, tzinfo=UTC)
    properties = document.core_properties
    properties.title, properties.author, properties.subject = told.titel[:255], told.av[:255], told.beskrivning[:255]
    properties.language, properties.comments, properties.last_modified_by = "sv-SE", "", ""
    properties.created = properties.modified = day
    package = document.part.package
    assert package
    for name, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:  # a picture of the empty page that the file was made from
            del package.rels[name]

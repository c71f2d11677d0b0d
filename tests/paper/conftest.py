"""The documents of the small invented collection, made once."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from rusplan.data.collection import Samling
from rusplan.paper.handling import Handling
from rusplan.paper.handlingar import handlingar, workshop
from rusplan.paper.pdf_file import pdf
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt

HOST = "https://plan.example.org/"


@pytest.fixture(scope="module")
def documents(bas: Samling) -> Mapping[str, Handling]:
    """Every document by the name of its file."""
    sajt = Sajt(samling=bas, bas=HOST)
    return {document.namn: document for document in handlingar(workshop(sajt, Renderer(bas)))}


@pytest.fixture(scope="module")
def pdfs(documents: Mapping[str, Handling], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Each as PDF, by name."""
    folder, found = tmp_path_factory.mktemp("pdf"), {}
    for name, document in documents.items():
        found[name] = folder / f"{name}.pdf"
        found[name].write_bytes(pdf(document))
    return found
